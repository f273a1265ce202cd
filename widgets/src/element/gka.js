// The tags, all waiting, and all that must work before or without WebAssembly. Names between underscores
// are filled in when the bundle is made.
const here = import.meta.url;
const keys = "__KEYS__".split(" ");
// A bit for each key. Those that only the whole of the widgets understands, and those that a group shares.
const among = (bits) => keys.filter((_, i) => (bits >> i) & 1);
const wide = among(__WIDE__);
const joint = among(__JOINT__);
const spoken = { en: "__EN__", fy: "__FY__" };
// The first sentences of the catalogue, those that are said before there is any wasm, in Dutch.
const dutch = __NL__;
const LOADING = 0, UNREACHABLE = 1, NOT_FOUND = 2, DAMAGED = 3, READ_ONLY = 4;
const failure = (sentence, evidence) => ({ sentence, evidence });

// A state, or a part of it, as text.
const written = (names, get) => names.map((key) => `${key}=${get(key) ?? ""}`).join("&");
const parted = (names, text, said = new URLSearchParams(text)) => written(names, (key) => said.get(key));

// The documents that a release may be without.
const spare = ["begrippen", "agendas", "npo"];

// What is fetched once is shared by all elements; what failed may be tried again.
const shared = new Map();
const once = (key, make) => {
  if (!shared.has(key)) shared.set(key, make().catch((error) => { shared.delete(key); throw error; }));
  return shared.get(key);
};

// A glue and its wasm, of one name, fetched side by side, each with the SHA-256 that this release gave it. An import
// cannot say what it expects: a preload of the same module says it first.
const load = (address, sum, wasmSum) => once(address, async () => {
  const answer = fetch(new URL(address.replace(/js$/, "wasm"), here), { integrity: "sha256-" + wasmSum });
  answer.catch(() => {});
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: new URL(address, here), integrity: "sha256-" + sum });
  document.head.append(link);
  const any = await import(address);
  await any.default(answer);
  link.remove();
  return any;
});

// What a published page needs at once of the landkaart, the whole of it, and the lists: one source, built three times.
const kern = () => load("./__GLUE__", "__GLUE_SUM__", "__WASM_SUM__");
const whole = () => load("./__MEER_GLUE__", "__MEER_GLUE_SUM__", "__MEER_WASM_SUM__");
const lists = () => load("./__LIJST_GLUE__", "__LIJST_GLUE_SUM__", "__LIJST_WASM_SUM__");

// The rules that a page of ours has already; in a sandbox they may be used and not read.
const own = () => {
  try {
    return [...document.querySelectorAll("link[data-gka]")].flatMap(({ sheet }) => [...sheet.cssRules]).map((rule) => rule.cssText).join("");
  } catch {}
};

// One constructed sheet for all widgets: allowed under every style-src.
const style = (rules = own()) => once("__CSS__", async () => {
  const sheet = new CSSStyleSheet();
  if (!rules) {
    const answer = await fetch(new URL("__CSS__", here));
    rules = answer.ok ? await answer.text() : "";
  }
  sheet.replaceSync(rules);
  return sheet;
}).catch(() => new CSSStyleSheet());

// With the `sum` that the index gives a document, where the browser can tell it (toHex: 2025, in a secure context).
const json = (url, sum, integrity = "") => once(url, async () => {
  const answer = await fetch(url, { integrity }).catch((error) => {
    throw failure(UNREACHABLE, `${url}: ${error.message}`);
  });
  if (!answer.ok) throw failure(NOT_FOUND, `${url}: expected status 200, found ${answer.status}`);
  let said = "JSON";
  try {
    const bytes = await answer.arrayBuffer();
    const document = JSON.parse(new TextDecoder().decode(bytes));
    said = `sha256 ${sum}`;
    const digest = sum && (await crypto.subtle?.digest("SHA-256", bytes));
    const found = digest && new Uint8Array(digest).toHex?.();
    if (found && found !== sum) throw new Error(`found ${found}`);
    return document;
  } catch (error) {
    throw failure(DAMAGED, `${url}: expected ${said}, ${error.message}`);
  }
});

// The sentences of a language other than Dutch; without them Dutch is said.
const sentences = (lang) => spoken[lang] && json(new URL(spoken[lang], here).href).catch(() => {});

// Between two tasks the page may answer to its reader.
const pause = () => new Promise((done) => setTimeout(done));
// The first frame belongs to what stands there already: it is painted before anything is read or run.
const painted = async () => {
  if (!document.hidden) await new Promise(requestAnimationFrame);
  await pause();
};

// The state as text in the page's address, beside what others keep there, in the query or in the fragment.
const address = {
  parts: (where) => location[where === "fragment" ? "hash" : "search"].slice(1).split("&").filter(Boolean),
  ours: (part) => keys.includes(part.split("=")[0]),
  read: (where) => parted(keys, address.parts(where).join("&")),
  has: (where) => address.parts(where).some(address.ours),
  others: (where) => address.parts(where).filter((part) => !address.ours(part)),
};

// The living widgets of each group. Those of one bundle share a memory, and so their state; between bundles it is told.
const groups = new Map();
const told = (state) => parted(joint, state);

// The language of an element: its own, or the nearest around it, also out of a shadow root. What is not spoken is Dutch.
const language = (element) => {
  for (let node = element; node; node = node.getRootNode().host) {
    const lang = node.closest("[lang]")?.lang.split("-")[0].toLowerCase();
    if (lang) return spoken[lang] ? lang : "nl";
  }
  return "nl";
};

class Widget extends HTMLElement {
  static observedAttributes = ["src", "lang", "groep", ...keys];
  #widget;
  #state;
  #later;
  #turn = 0;
  #heard;
  // Ends the wait of a widget that is not needed yet, and whether it is.
  #wake;
  #awake = false;
  // Whether more is asked of it than a published page needs at once.
  #more = false;
  #quiet = false;
  // Whether all that a widget can do is running.
  #whole = false;
  #sheet;
  #group;
  #glue;

  static {
    for (const name of ["src", "groep", "adres", ...keys]) {
      Object.defineProperty(this.prototype, name, {
        get() {
          if (!keys.includes(name)) return this.getAttribute(name);
          return new URLSearchParams(this.#widget?.state() ?? this.#asked()).get(name) || null;
        },
        set(value) {
          value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
        },
      });
    }
  }

  // The look is there before the living widget is first laid out: nothing is high or low for a moment.
  attachShadow(init) {
    const root = super.attachShadow(init);
    if (this.#sheet) root.adoptedStyleSheets = [this.#sheet];
    return root;
  }

  connectedCallback() {
    // Properties set before the tag was known hide those of the class.
    for (const name of Object.keys(this)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    for (const type of ["popstate", "hashchange"]) addEventListener(type, this.#moved);
    this.#start(++this.#turn);
  }

  disconnectedCallback() {
    this.#turn++;
    for (const type of ["popstate", "hashchange"]) removeEventListener(type, this.#moved);
    this.#stop();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (!this.#widget) this.#state = undefined;
    if (!this.isConnected || !this.#turn) return;
    if (keys.includes(name)) return this.#widget?.ask(`${name}=${now ?? ""}`);
    this.#stop();
    this.#start(++this.#turn);
  }

  // What the attributes ask for.
  #asked() {
    return written(keys, (key) => this.getAttribute(key));
  }

  // The reader went through the history of the page.
  #moved = () => {
    const where = this.getAttribute("adres");
    clearTimeout(this.#later);
    if (where !== null) this.#widget?.ask(address.read(where) + this.#fixed(address.read(where)));
    const named = this.#named();
    if (!named) return;
    this.#wake?.();
    this.#widget?.ask(`deel=&${this.constructor.item}=${named}`);
  };

  // What an address cannot take away: a card is about the figure of its tag, unless another is named.
  #fixed(state) {
    const { fixed } = this.constructor;
    return !fixed || new URLSearchParams(state).get(fixed) ? "" : `&${fixed}=${this.getAttribute(fixed) ?? ""}`;
  }

  // What the page's address names of the things that the widget shows: #interventie-boekenpret.
  #named() {
    const { item } = this.constructor;
    return item && new URLSearchParams(`at=${location.hash.split(`#${item}-`)[1] ?? ""}`).get("at");
  }

  // Fetches nothing before the widget is within a screen of the window, touched, or about to be printed, or before the
  // page's address names something in it. `loading="eager"` waits for nothing, as of an image.
  async #needed() {
    if (this.#awake || this.getAttribute("loading") === "eager" || this.#named()) return;
    const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && this.#wake(), { rootMargin: "100%" });
    await new Promise((wake) => {
      this.#wake = wake;
      watch.observe(this);
      addEventListener("beforeprint", wake);
      for (const type of ["pointerover", "focusin"]) this.addEventListener(type, wake, { once: true });
    });
    watch.disconnect();
    removeEventListener("beforeprint", this.#wake);
  }

  async #start(turn) {
    const live = () => turn === this.#turn;
    const lang = language(this);
    try {
      await this.#needed();
      if (!live()) return;
      this.#awake = true;
      const src = new URL(this.getAttribute("src") ?? "", document.baseURI).href;
      const groep = this.getAttribute("groep");
      const where = this.getAttribute("adres");
      const { drawing, small, whole, item, fixed: about = "thema" } = this.constructor;
      const named = this.#named();
      const group = groep === null ? undefined : `${src} ${groep}`;
      let state = this.#state ?? (where !== null && address.has(where) ? address.read(where) : this.#asked());
      if (named) state += `&${item}=${named}`;
      state += this.#fixed(state);
      const said = new URLSearchParams(state);
      // On a page of others: the widget as it lies beside the data is seen while the rest comes. It is markup, so only
      // from where the loader itself comes from, and not where a page wants to know every byte. A map may be of more.
      const plain = small || keys.every((key) => key === about || !said.get(key));
      if (plain && !this.#fragment() && src.startsWith(new URL("/", here)) && !this.hasAttribute("integrity")) {
        const name = [this.localName.slice(4), lang, said.get(about)].filter(Boolean).join("-");
        const fragment = json(new URL(`fragment/${encodeURIComponent(name)}.json`, src).href).catch(() => ({}));
        // Those of a map are in its fragment.
        if (!small) style();
        // Small, and what all else is known by.
        json(src).catch(() => {});
        const { markup, rules } = await fragment;
        if (markup) {
          this.#sheet = await style(rules);
          if (!live()) return;
          (this.shadowRoot ?? this.attachShadow({ mode: "open" })).innerHTML = markup.replaceAll('"../', '"' + new URL("..", src));
        }
      }
      let more = this.#more || !small || !this.#fragment() || wide.some((key) => said.get(key));
      const coming = Promise.all([more ? whole() : small(), sentences(lang), this.#read(src)]);
      coming.catch(() => {});
      // What grows stands there already. What stands there is painted while the rest comes.
      if (!this.#quiet) await (this.shadowRoot || this.firstElementChild ? painted() : this.#say(LOADING, lang));
      const linked = () => this.shadowRoot?.querySelector("link[rel=stylesheet]");
      const [[any, words, [index, documents]], sheet] = await Promise.all([coming, linked() || style()]);
      if (!this.#quiet) await pause();
      if (!live()) return;
      const read = (glue) => this.constructor.read(glue)(this.getAttribute("src") ?? "", lang, words, [index, ...documents]);
      const document_ = (name) => {
        const { pad, sha256 } = index.documenten?.[name] ?? {};
        return json(new URL(pad ?? name, src).href, sha256);
      };
      let ready = read(any);
      if (drawing && !ready.adoptable(this)) {
        const drawn = await document_(drawing);
        if (!more) {
          // A page of another release.
          ready.free();
          more = true;
          ready = read(await whole());
        }
        if (live()) ready.give(drawing, drawn, state);
      }
      const lacking = !small && ready.lacks(state);
      if (lacking) {
        const found = await document_(lacking);
        if (live()) ready.give(lacking, found, state);
      }
      if (!this.#quiet) await pause();
      await any.left(this);
      if (!live()) return ready.free();
      this.#state = undefined;
      const asked = new Set();
      if (!linked()) this.#sheet = sheet;
      const top = scrollY;
      this.#glue = more ? whole : small;
      const peer = this.#peers(group)[0];
      if (peer) state += `&${told(peer.#widget.state())}`;
      this.#widget = ready.mount(this, group, state, (kind, text) => {
        if (kind === "choice") return this.#chose(text, any);
        if (!more) return this.#grow();
        if (asked.has(text)) return;
        asked.add(text);
        document_(text).then((found) => live() && this.#widget.give(text, found))
          .catch((error) => {
            asked.delete(text);
            if (live()) this.#fail(error, lang);
          });
      });
      this.#whole = more;
      if (group) groups.set(this.#group = group, (groups.get(group) ?? new Set()).add(this));
      if (!linked()) this.shadowRoot.adoptedStyleSheets = [sheet];
      // Between two places the fragment had no height, and a page that ends there cannot stay scrolled.
      // To ask lays out the page, and at its top there is nothing to keep.
      if (top && scrollY !== top && !named) scrollTo({ top, behavior: "instant" });
      if (this.#heard !== this.shadowRoot) {
        this.#heard = this.shadowRoot;
        const hear = (event) => {
          // Taking away is the whole's: it comes, and then is asked again.
          const take = event.type === "click" && !this.#whole && event.target.closest?.("[data-take]");
          if (!take) return this.#widget?.on(event);
          event.preventDefault();
          this.#grow().then(() => this.#whole && take.click());
        };
        any.listen(this.shadowRoot, hear);
      }
      if (!this.#quiet) this.#tell("gka-load", { release: index.release });
      this.#quiet = false;
    } catch (error) {
      if (live()) this.#fail(error, lang);
    }
  }

  // The others of a group that live in another memory.
  #peers(group) {
    return [...(groups.get(group) ?? [])].filter((peer) => peer.#glue !== this.#glue);
  }

  // The state that the widget shows. The first is what was asked for, and no news. The address follows when the
  // reader rests: a browser spends more on it than on the map, and allows a page so many.
  #chose(state, any) {
    const before = this.#state;
    this.#state = state;
    for (const peer of this.#peers(this.#group)) peer.#widget?.ask(told(state));
    const where = this.getAttribute("adres");
    if (where === null || before === undefined || before === state) return;
    clearTimeout(this.#later);
    const { href } = location;
    this.#later = setTimeout(() => {
      if (location.href !== href) return;
      try {
        any.keep(where, address.others(where), state);
      } catch {
        // A page without an address of its own, as in a sandboxed frame.
      }
    }, 100);
  }

  // The documents that every widget of this tag needs.
  async #read(src) {
    const index = await json(src, undefined, this.getAttribute("integrity") ?? "");
    const documents = this.constructor.documents.map((name) => {
      const { pad, sha256 } = index?.documenten?.[name] ?? {};
      if (typeof pad !== "string" && !spare.includes(name)) throw failure(DAMAGED, `${src}: documenten.${name}.pad: expected text`);
      return () => pad && json(new URL(pad, src).href, sha256);
    });
    return [index, await Promise.all(documents.map((read) => read()))];
  }

  async #fail(error, lang) {
    const message = error.evidence ?? String(error);
    console.error(`<${this.localName}> ${message}`);
    await this.#say(error.sentence ?? READ_ONLY, lang);
    this.#tell("gka-error", { message });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }

  // A prerendered widget, in a declarative shadow root or in the light DOM, or what an earlier life left.
  #fragment() {
    return [this.shadowRoot, this].some((root) => root?.querySelector(`[data-gka-release] ${this.constructor.mark}`));
  }

  // The reader asked for more than what is running can do: the whole takes over where it stands.
  async #grow() {
    if (this.#more) return;
    this.#more = true;
    const turn = this.#turn;
    try {
      await whole();
    } catch (error) {
      this.#more = false;
      return this.#fail(error, language(this));
    }
    if (turn !== this.#turn) return;
    this.#quiet = true;
    this.#stop();
    await this.#start(++this.#turn);
  }

  #stop() {
    this.#wake?.();
    groups.get(this.#group)?.delete(this);
    this.#state = this.#widget?.release() ?? this.#state;
    this.#widget = undefined;
  }

  // A line in the widget's own frame, above whatever stood in the element.
  async #say(sentence, lang) {
    const turn = this.#turn;
    const text = (await sentences(lang))?.[sentence] ?? dutch[sentence];
    if (turn !== this.#turn) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    let line = root.querySelector(".notice");
    if (!line) {
      line = document.createElement("p");
      line.className = "notice";
      line.lang = lang;
      line.role = "status";
      root.prepend(line);
      if (!root.querySelector("[data-gka-release]")) root.append(document.createElement("slot"));
      if (!root.querySelector("link")) style().then((sheet) => (root.adoptedStyleSheets = [sheet]));
    }
    line.textContent = text;
  }
}

const define = (tag, names, more) => customElements.get(tag) ?? customElements.define(tag, Object.assign(class extends Widget {}, { documents: names.split(" "), ...more }));
define("gka-landkaart", "gebieden gemeenten themas", { drawing: "landkaart", mark: "svg .land", small: kern, whole, read: (glue) => glue.landkaart });
const list = (tag, mark, read, names, more) => define(tag, names, { mark, whole: lists, read, ...more });
list("gka-interventies", ".items", (lijst) => lijst.interventies, "gemeenten themas begrippen interventies bronnen agendas", { item: "interventie" });
list("gka-indicator", ".cijfer", (lijst) => lijst.indicator, "gebieden gemeenten indicatoren interventies bronnen", { fixed: "indicator" });
list("gka-gemeente", ".profiel", (lijst) => lijst.gemeente, "gebieden deelnemers themas begrippen indicatoren delen", { fixed: "gemeente" });
list("gka-tijdlijn", ".tijd", (lijst) => lijst.tijdlijn, "tijdlijn bronnen npo");
list("gka-voortgang", ".voortgang", (lijst) => lijst.voortgang, "kerncijfers begrippen communities experimenten themas interventies links gemeenten bronnen");
