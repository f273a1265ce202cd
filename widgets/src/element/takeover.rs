//! From prerendered page to living widget in one frame: same look, focus kept, the map's own nodes.
//!
//! The living view is built in a hidden stage beside what stands there; the prerendered map's nodes
//! move into it, the old content goes, the stage is shown. With `moveBefore` (Chromium 133, Firefox
//! 144) no focus event fires; without it the same node is focused again without scrolling.

use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, Node};

/// The attribute that says of which release a prerendered fragment is.
pub const RELEASE: &str = "data-gka-release";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Node)]
    type Movable;

    #[wasm_bindgen(method, catch, js_name = moveBefore)]
    fn move_before(this: &Movable, node: &Node, child: Option<&Node>) -> Result<(), JsValue>;
}

/// What stood in the element before the widget: in a declarative shadow root, or in the light DOM.
pub struct Prerendered {
    fragment: HtmlElement,
}

impl Prerendered {
    /// The fragment of exactly this release; one of another release is not taken over.
    pub fn find(host: &HtmlElement, release: &str) -> Option<Self> {
        let selector = ["[", RELEASE, "=\"", release, "\"]"].concat();
        let shadow = host.shadow_root().and_then(|root| root.query_selector(&selector).ok()?);
        let found = shadow.or_else(|| host.query_selector(&selector).ok()?)?;
        let fragment = found.dyn_into::<HtmlElement>().ok()?;
        fragment.query_selector("svg .land").ok()??;
        Some(Self { fragment })
    }

    fn svg(&self) -> Option<Element> {
        self.fragment.query_selector("svg").ok()?
    }

    pub fn view_box(&self) -> String {
        self.svg().and_then(|svg| svg.get_attribute("viewBox")).unwrap_or_default()
    }

    /// Moves the map's nodes into the living `<svg>`.
    pub fn give(&self, svg: &Element) {
        if let Some(from) = self.svg() {
            move_children(&from, svg);
        }
    }
}

/// Moves every child, with its state where the browser can.
pub fn move_children(from: &Element, to: &Element) {
    let (from, to): (&Node, &Movable) = (from, to.unchecked_ref());
    let can = js_sys::Reflect::has(to, &"moveBefore".into()).unwrap_or(false);
    while let Some(child) = from.first_child() {
        let moved = can && to.move_before(&child, None).is_ok();
        if !moved && to.append_child(&child).is_err() {
            return;
        }
    }
}

/// Where the focus is in the old content: on a node of the map, which moves along, or on a link that
/// has a twin in the new content. Read before the shadow root is attached, which takes focus away.
pub enum Focused {
    Moves(Element),
    Twin { part: &'static str, href: String },
}

impl Focused {
    pub fn remember(host: &HtmlElement) -> Option<Self> {
        let element = match host.shadow_root() {
            Some(root) => root.active_element(),
            None => gloo::utils::document().active_element().filter(|element| host.contains(Some(element))),
        }?;
        if matches!(element.closest("svg"), Ok(Some(_))) {
            return Some(Self::Moves(element));
        }
        let inside = |part: &&str| matches!(element.closest(part), Ok(Some(_)));
        let part = [".list", ".chips", ".card"].into_iter().find(inside)?;
        Some(Self::Twin { part, href: element.get_attribute("href")? })
    }

    pub fn restore(self, stage: &Element) {
        let element = match self {
            Self::Moves(element) => Some(element),
            Self::Twin { part, href } => {
                stage.query_selector_all(&[part, " a"].concat()).ok().and_then(|links| {
                    let mut links =
                        (0..links.length()).filter_map(|i| links.get(i)?.dyn_into::<Element>().ok());
                    links.find(|link| link.get_attribute("href").as_ref() == Some(&href))
                })
            }
        };
        if let Some(element) = element.filter(|element| active(stage).as_ref() != Some(element)) {
            focus(&element);
        }
    }
}

fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // SVG and HTML elements share this method, but no interface that web-sys knows.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

fn active(element: &Element) -> Option<Element> {
    match element.get_root_node().dyn_into::<web_sys::ShadowRoot>() {
        Ok(root) => root.active_element(),
        Err(_) => gloo::utils::document().active_element(),
    }
}
