//! From prerendered page to living widget, in place: the nodes of the page are the widget's own.
//!
//! A fragment in a declarative shadow root stays where it is. One in the light DOM moves into the shadow root, by
//! `moveBefore` where there is one (Chromium 133, Firefox 144), so that it keeps its scroll positions; a node that has
//! the focus is focused again, without scrolling. Nothing is built, so nothing can look different.

use crate::view::html::Element as Tree;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, HtmlElement, Node, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// The attribute that says of which release a fragment is.
pub const RELEASE: &str = "data-gka-release";
/// The attribute that says which state it shows, as [`Choice::written`](crate::model::Choice::written).
pub const STATE: &str = "data-gka-staat";
/// The attribute of one that a widget lives in.
pub const ALIVE: &str = "data-gka-leeft";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Node)]
    type Movable;

    #[wasm_bindgen(method, catch, js_name = moveBefore)]
    fn move_before(this: &Movable, node: &Node, child: Option<&Node>) -> Result<(), JsValue>;
}

/// The fragment of exactly this release that stands in `host`; one of another release is not taken over.
pub fn find(host: &HtmlElement, release: &str) -> Option<HtmlElement> {
    let selector = ["[", RELEASE, "=\"", release, "\"]"].concat();
    let shadow = host.shadow_root().and_then(|root| root.query_selector(&selector).ok()?);
    let found = shadow.or_else(|| host.query_selector(&selector).ok()?)?;
    found.dyn_into::<HtmlElement>().ok()
}

/// Whether a fragment is what a tree says: in its language, and nobody added or stripped an element since it was
/// printed.
pub fn shows(fragment: &Element, tree: &Tree) -> bool {
    let count = |selector| fragment.query_selector_all(selector).map_or(0, |list| list.length());
    let root = fragment.first_element_child();
    let lang = root.and_then(|root| root.get_attribute("lang"));
    lang.as_deref() == tree.get("lang") && count("*") - count("svg *") == tree.size() + 1
}

/// The node of the light DOM that has the focus. Asked before a shadow root takes it out of sight.
pub fn focused(host: &HtmlElement) -> Option<Element> {
    gloo::utils::document().active_element().filter(|element| host.contains(Some(element)))
}

/// Brings a fragment into the shadow root, with its focus. With the focus inside it is not moved by `moveBefore`:
/// Chromium 156 ends the page on a focused node that moves out of a light DOM that has just lost its place.
pub fn move_in(root: &ShadowRoot, fragment: &HtmlElement, focused: Option<Element>) {
    if fragment.parent_node().as_ref() == Some(root) {
        return;
    }
    let to: &Movable = root.unchecked_ref();
    // Chromium 156 crashes where the focus moves along out of the light DOM into a new shadow root.
    let can = focused.is_none() && js_sys::Reflect::has(to, &"moveBefore".into()).unwrap_or(false);
    if !(can && to.move_before(fragment, None).is_ok()) {
        let _ = root.append_child(fragment);
    }
    if let Some(focused) = focused {
        focus(&focused);
    }
}

/// Prints a tree into a fragment that shows something else, round the drawings that it has.
pub fn redraw(fragment: &Element, tree: &Tree) -> Result<(), JsValue> {
    let drawings = fragment.query_selector_all("svg:not(svg svg)")?;
    fragment.set_inner_html(&tree.print());
    for i in 0..drawings.length() {
        let Some(from) = drawings.get(i).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let class = from.get_attribute("class").unwrap_or_default();
        let Some(to) = fragment.query_selector(&["svg.", &class].concat())? else { continue };
        // What the tree itself draws is there already.
        if to.has_child_nodes() {
            continue;
        }
        while let Some(child) = from.first_child() {
            to.append_child(&child)?;
        }
    }
    Ok(())
}

fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // SVG and HTML elements share this method, but no interface that web-sys knows.
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

pub fn shadow_root(host: &HtmlElement) -> Result<ShadowRoot, JsValue> {
    match host.shadow_root() {
        Some(root) => Ok(root),
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)),
    }
}

/// A fragment for a widget that found none.
pub fn fragment(root: &ShadowRoot, release: &str) -> Result<HtmlElement, JsValue> {
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let fragment: HtmlElement = document.create_element("div")?.unchecked_into();
    fragment.set_attribute(RELEASE, release)?;
    Ok(fragment)
}

/// Takes away what the widget replaces: everything of the shadow root but the fragment and the sheet.
/// Light-DOM content stays: what has a slot is seen in it, the rest is not.
pub fn clear(root: &ShadowRoot, fragment: &HtmlElement) {
    let mut child = root.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        if element != **fragment && element.tag_name() != "LINK" {
            element.remove();
        }
    }
}
