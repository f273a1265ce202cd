// The tags, and all that must work before or without WebAssembly. Names between underscores are filled
// in when the bundle is made.
const here = import.meta.url;
let bundle, sheet;

const widgets = () => (bundle ??= import("./__GLUE__").then(async (glue) => {
  await glue.default({ module_or_path: new URL("__WASM__", here) });
  return glue;
}));

// One constructed sheet for all widgets: allowed under every style-src.
const style = () => (sheet ??= fetch(new URL("__CSS__", here)).then((r) => (r.ok ? r.text() : "")).then((css) => {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}).catch(() => new CSSStyleSheet()));

class Landkaart extends HTMLElement {
  static observedAttributes = ["src", "thema", "gemeente"];
  #widget;
  #turn = 0;

  connectedCallback() {
    this.#start(++this.#turn);
  }

  disconnectedCallback() {
    this.#turn++;
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.isConnected) return;
    if (name !== "src") return this.#widget?.attribute();
    this.#stop();
    this.#start(++this.#turn);
  }

  async #start(turn) {
    const live = () => turn === this.#turn;
    try {
      if (!this.shadowRoot && !this.firstElementChild) this.#say("De kaart wordt geladen…");
      const [glue] = await Promise.all([widgets(), this.#dress()]);
      if (!live()) return;
      const widget = await glue.landkaart(this);
      if (!live()) return widget.release();
      this.#widget = widget;
      this.shadowRoot.adoptedStyleSheets = this.shadowRoot.querySelector("link") ? [] : [await style()];
    } catch (error) {
      if (!live()) return;
      bundle = error?.sentence ? bundle : undefined;
      const message = error?.evidence ?? String(error);
      console.error(`<gka-landkaart> ${message}`);
      this.#say(error?.sentence ?? "De kaart kan hier niet bewegen: WebAssembly is niet beschikbaar.");
      this.dispatchEvent(new CustomEvent("gka-error", { bubbles: true, composed: true, detail: { message } }));
    }
  }

  #stop() {
    this.#widget?.release();
    this.#widget = undefined;
  }

  // The sheet must be there before the widget is shown.
  async #dress() {
    if (!this.shadowRoot?.querySelector("link")) await style();
  }

  // A line in the widget's own frame, above whatever stood in the element.
  #say(text) {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    let line = root.querySelector(".notice");
    if (!line) {
      line = document.createElement("p");
      line.className = "notice";
      line.setAttribute("role", "status");
      root.prepend(line);
      if (!root.querySelector("[data-gka-release]")) root.append(document.createElement("slot"));
      if (!root.querySelector("link")) style().then((made) => (root.adoptedStyleSheets = [made]));
    }
    line.textContent = text;
  }
}

customElements.get("gka-landkaart") ?? customElements.define("gka-landkaart", Landkaart);
