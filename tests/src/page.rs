//! A page in a real browser.
//!
//! | module | what |
//! |---|---|
//! | [`input`] | keys and pointer, as a person uses them |
//! | [`devtools`] | what only the browser knows: requests, accessibility tree, memory, scripts off |
//! | [`widget`] | the widget on the page: its parts, events and life |
//! | [`picture`] | what is seen, pixel by pixel |
//! | [`names`] | names and roles, as the engine computes them |
//! | [`tree`] | the accessibility tree as text |
//! | [`rules`] | the rules of axe-core and of IBM |
//! | [`touch`] | fingers and the wheel |

pub mod devtools;
pub mod input;
pub mod names;
pub mod picture;
pub mod rules;
pub mod touch;
pub mod tree;
pub mod widget;

use super::driver::Session;
use super::engine::Engine;
use super::target;
use super::until::{PATIENCE, until};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// In every script: `deep("gka-landkaart", ".lijst a")` finds through open shadow roots, one selector a root.
///
/// For the landkaart of the page, or its first other widget: `all(".list a")` and `one("h2")` find in what the reader sees of it, prerendered
/// or alive; `active()` is the node that has the focus; `box(node)` where it stands, to a tenth of a pixel;
/// `outline(shape)` where a shape of the map lies, without its stroke.
const DEEP: &str = "const deep = (...path) => path.reduce(
    (root, selector) => (root?.shadowRoot ?? root)?.querySelector(selector) ?? null, document);
const all = (selector, host = document.querySelector('gka-landkaart') ?? document.querySelector('gka-interventies, gka-indicator, gka-gemeente, gka-tijdlijn, gka-voortgang')) => {
    const alive = host.shadowRoot?.querySelector('[data-gka-release]');
    return [...(alive ?? host).querySelectorAll(selector)];
};
const one = (selector, host) => all(selector, host)[0] ?? null;
const active = () => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
};
const outline = (node) => {
    const { x, y, width, height } = node.getBBox();
    return [x, y, width, height].map(Math.round);
};
const box = (node) => {
    const { x, y, width, height } = node.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height].map((length) => Math.round(length * 10) / 10);
};\n";

/// What the page keeps for the tests, from before its first own script. Chromium runs it before any script; where there
/// is no such command, a [`Detour`](super::detour::Detour) puts it first in every page.
pub const WATCH: &str = "window.__violations = []; window.__errors = []; window.__events = []; window.__others = []; window.__console = [];
    for (const level of ['error', 'warn']) {
        const say = console[level];
        console[level] = (...words) => { window.__console.push(words.join(' ')); say.apply(console, words); };
    }
    for (const type of ['gka-load', 'gka-select', 'gka-filter', 'gka-error'])
        window.addEventListener(type, ({ target, detail }) => {
            // Beside a landkaart other widgets are heard apart.
            const own = target.localName === 'gka-landkaart' || !document.querySelector('gka-landkaart');
            (own ? window.__events : window.__others).push({ type, detail });
        });
    // How many documents are on their way, being read or checked; what is made of one is made before the next task.
    window.__coming = 0;
    const steps = [[window, 'fetch'], [Response.prototype, 'arrayBuffer'], [window.SubtleCrypto?.prototype, 'digest']];
    for (const [owner, name] of steps) {
        const ask = owner?.[name];
        if (ask) owner[name] = function (...words) {
            window.__coming += 1;
            return ask.apply(this, words).finally(() => setTimeout(() => window.__coming -= 1));
        };
    }
    document.addEventListener('securitypolicyviolation', (event) =>
        window.__violations.push(`${event.violatedDirective}: ${event.blockedURI || event.sample}`));
    // What was fetched ahead: who uses it says that it did not come.
    const ahead = (event) => event.target.rel?.endsWith('preload');
    window.addEventListener('error', (event) => ahead(event) || window.__errors.push(event.message || 'a file did not load'), true);
    window.addEventListener('unhandledrejection', (event) => window.__errors.push(String(event.reason)));";

/// At the end of an address, for a [`Detour`](super::detour::Detour): the page is not to run its scripts.
pub const QUIET: &str = "?scripts=uit";

/// A page in a browser that it has for itself as long as it lives.
pub struct Page {
    session: Option<Session>,
    /// Whether pages run their own scripts, where that is the server's to say.
    scripts: Cell<bool>,
}

impl Page {
    /// An empty page.
    pub fn open() -> Page {
        let page = Page { session: Some(Session::take()), scripts: Cell::new(true) };
        if page.engine() == Engine::Chromium {
            page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
            // As if it is the window that the reader looks at, however many there are.
            page.cdp("Emulation.setFocusEmulationEnabled", json!({ "enabled": true }));
        }
        page
    }

    fn session(&self) -> &Session {
        self.session.as_ref().expect("a page has its session until it is dropped")
    }

    pub fn engine(&self) -> Engine {
        self.session().engine
    }

    /// Goes to an address and waits until it is loaded.
    #[track_caller]
    pub fn goto(&self, address: &str) {
        let quiet = if self.scripts.get() { "" } else { QUIET };
        self.session().post("url", &json!({ "url": format!("{address}{quiet}") }));
    }

    /// Pages after this one run no script of their own. [`Page::eval`] and the rest still work.
    pub fn without_scripts(&self) {
        self.run_scripts(false);
    }

    /// And after this one again they do.
    pub fn with_scripts(&self) {
        self.run_scripts(true);
    }

    fn run_scripts(&self, run: bool) {
        match self.engine() {
            Engine::Chromium => {
                drop(self.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": !run })))
            }
            Engine::Firefox | Engine::WebKit => self.scripts.set(run),
        }
    }

    pub fn title(&self) -> String {
        self.session().get("title").as_str().unwrap_or_default().to_owned()
    }

    /// Runs the body of a function with `arguments`; `deep(...)` finds through shadow roots. A promise is awaited.
    /// An element comes back as a reference, which may be an argument again.
    #[track_caller]
    pub fn script_with(&self, body: &str, arguments: &[Value]) -> Value {
        self.session().post("execute/sync", &json!({ "script": format!("{DEEP}{body}"), "args": arguments }))
    }

    /// The value of an expression.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.script_with(&format!("return {expression};"), &[])
    }

    /// The text of an expression that is one.
    #[track_caller]
    pub fn text(&self, expression: &str) -> String {
        let value = self.eval(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}, expected a text")).to_owned()
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub fn wait(&self, expression: &str) {
        until(expression, PATIENCE, || {
            let body = format!("{DEEP}return Boolean({expression});");
            let done = self.session().try_post("execute/sync", &json!({ "script": body, "args": [] }));
            (done == Ok(Value::Bool(true))).then_some(())
        });
    }

    /// The first element along a path of selectors, one for each open shadow root.
    #[track_caller]
    pub fn find(&self, path: &[&str]) -> Value {
        let selectors: Vec<Value> = path.iter().map(|selector| json!(selector)).collect();
        let found = self.script_with("return deep(...arguments);", &selectors);
        assert!(!found.is_null(), "nothing fits {path:?}");
        found
    }

    /// What the page broke of its Content-Security-Policy.
    pub fn violations(&self) -> Vec<String> {
        self.strings("window.__violations")
    }

    /// Errors that no script caught, and files that did not load.
    pub fn errors(&self) -> Vec<String> {
        self.strings("window.__errors")
    }

    /// The console since the last time it was read, errors and warnings.
    pub fn console(&self) -> Vec<String> {
        if self.engine() != Engine::Chromium {
            return self.strings("(window.__console ?? []).splice(0)");
        }
        let entries = self.session().post("se/log", &json!({ "type": "browser" }));
        let bad = |entry: &&Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
        let texts = entries.as_array().into_iter().flatten().filter(bad);
        // Chromedriver writes a text as JSON does, and `<` as well.
        let plain = |text: &str| text.replace("\\u003C", "<").replace("\\\"", "\"");
        texts.filter_map(|entry| entry["message"].as_str()).map(plain).collect()
    }

    /// Keeps what is seen as `target/screenshots/<name>.png`.
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let folder = target().join("screenshots");
        std::fs::create_dir_all(&folder).expect("the target folder takes a new one");
        let file = folder.join(format!("{name}.png"));
        std::fs::write(&file, self.pixels()).expect("a new file in the target folder");
        file
    }

    /// Makes the page this large inside. Firefox has no window narrower than 500.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let size = || {
            let size = self.eval("[innerWidth, innerHeight]");
            [0, 1].map(|axis| size[axis].as_u64().expect("a length") as i64)
        };
        let asked = [i64::from(width), i64::from(height)];
        if self.engine() == Engine::Chromium {
            let metrics =
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.cdp("Emulation.setDeviceMetricsOverride", metrics);
            return;
        }
        // A window has a frame and bars of its own, and is resized a while after it said so.
        let still = || {
            let mut last = size();
            until("a window that keeps its size", PATIENCE, || {
                thread::sleep(Duration::from_millis(50));
                let before = std::mem::replace(&mut last, size());
                (before == last).then_some(last)
            })
        };
        let mut outer = asked;
        until("a window of this width", PATIENCE, || {
            self.session().post("window/rect", &json!({ "width": outer[0], "height": outer[1] }));
            let inner = still();
            outer = [0, 1].map(|axis| outer[axis] + asked[axis] - inner[axis]);
            (inner[0] == asked[0]).then_some(())
        });
    }

    /// The texts in an expression that is a list of them.
    #[track_caller]
    pub fn strings(&self, expression: &str) -> Vec<String> {
        let list = self.eval(expression);
        list.as_array().into_iter().flatten().filter_map(|item| item.as_str()).map(str::to_owned).collect()
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // What a test that failed left behind goes with its browser.
        if let Some(session) = self.session.take().filter(|_| !std::thread::panicking()) {
            session.give_back();
        }
    }
}
