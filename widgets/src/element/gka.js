// The tags, all waiting, and all that must work before or without WebAssembly. Names between underscores
// are filled in when the bundle is made.
const here = import.meta.url;
const failure = (sentence, evidence) => Object.assign(new Error(evidence), { sentence, evidence });

// What is fetched once is shared by all elements; what failed may be tried again.
const shared = new Map();
const once = (key, make) => {
  if (!shared.has(key)) shared.set(key, make().catch((error) => { shared.delete(key); throw error; }));
  return shared.get(key);
};

const widgets = () => once("__GLUE__", async () => {
  const glue = await import("./__GLUE__");
  await glue.default(new URL("__WASM__", here));
  return glue;
});

// One constructed sheet for all widgets: allowed under every style-src. A page of ours has its rules already.
const style = () => once("__CSS__", async () => {
  const sheet = new CSSStyleSheet();
  const own = document.querySelector("link[data-gka]")?.sheet;
  if (own) {
    sheet.replaceSync(Array.from(own.cssRules, (rule) => rule.cssText).join(""));
  } else {
    const answer = await fetch(new URL("__CSS__", here));
    sheet.replaceSync(answer.ok ? await answer.text() : "");
  }
  return sheet;
}).catch(() => new CSSStyleSheet());

const json = (url) => once(url, async () => {
  const answer = await fetch(url).catch((error) => {
    throw failure("De gegevens van deze kaart zijn nu niet te bereiken. Probeer het later nog eens.", `${url}: ${error.message}`);
  });
  if (!answer.ok) throw failure("De gegevens van deze kaart zijn niet gevonden.", `${url}: expected status 200, found ${answer.status}`);
  return answer.json().catch((error) => {
    throw failure("De gegevens van deze kaart zijn beschadigd.", `${url}: expected JSON, ${error.message}`);
  });
});

// The first frame belongs to what stands there already: it is painted before anything is fetched or compiled.
const painted = () => new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));

class Landkaart extends HTMLElement {
  static observedAttributes = ["src", "thema", "gemeente"];
  #widget;
  #kept;
  #turn = 0;

  connectedCallback() {
    // A browser from before declarative shadow roots (2023) left the template as it stood.
    const template = this.shadowRoot ? null : this.querySelector(":scope > template[shadowrootmode]");
    if (template) this.attachShadow({ mode: "open" }).append(template.content);
    this.#start(++this.#turn);
  }

  disconnectedCallback() {
    this.#turn++;
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (!this.#widget) this.#kept = undefined;
    if (!this.isConnected || !this.#turn) return;
    if (name !== "src") return this.#widget?.attribute(name);
    this.#stop();
    this.#start(++this.#turn);
  }

  async #start(turn) {
    const live = () => turn === this.#turn;
    try {
      if (this.shadowRoot || this.firstElementChild) await painted();
      else this.#say("De kaart wordt geladen…");
      if (!live()) return;
      const src = new URL(this.getAttribute("src") ?? "", document.baseURI).href;
      const linked = () => this.shadowRoot?.querySelector("link[rel=stylesheet]");
      const [glue, [index, documents], sheet] = await Promise.all([widgets(), this.#read(src), linked() || style()]);
      const beside = (name) => new URL(index.documenten[name].pad, src).href;
      const map = glue.adoptable(this, index.release) ? undefined : await json(beside("landkaart"));
      if (!live()) return;
      this.#widget = glue.landkaart(this, index, ...documents, map, this.#kept);
      if (!linked()) this.shadowRoot.adoptedStyleSheets = [sheet];
    } catch (error) {
      if (live()) this.#fail(error);
    }
  }

  // The documents that every landkaart needs.
  async #read(src) {
    const index = await json(src);
    const names = ["gebieden", "gemeenten", "themas"];
    const pads = names.map((name) => index?.documenten?.[name]?.pad);
    const missing = pads.findIndex((pad) => typeof pad !== "string");
    if (missing >= 0) throw failure("De gegevens van deze kaart zijn beschadigd.", `${src}: documenten.${names[missing]}.pad: expected text`);
    return [index, await Promise.all(pads.map((pad) => json(new URL(pad, src).href)))];
  }

  #fail(error) {
    const message = error?.evidence ?? String(error);
    console.error(`<gka-landkaart> ${message}`);
    this.#say(error?.sentence ?? "De kaart werkt hier alleen om te lezen: WebAssembly is niet beschikbaar.");
    this.dispatchEvent(new CustomEvent("gka-error", { bubbles: true, composed: true, detail: { message } }));
  }

  #stop() {
    this.#kept = this.#widget?.release() ?? this.#kept;
    this.#widget = undefined;
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
      if (!root.querySelector("link")) style().then((sheet) => (root.adoptedStyleSheets = [sheet]));
    }
    line.textContent = text;
  }
}

customElements.get("gka-landkaart") ?? customElements.define("gka-landkaart", Landkaart);
