//! From one tree to the next, in the DOM: only what differs is touched.
//!
//! The DOM under a node is what [`Element::print`] gave, parsed; it is not read, only walked. Nodes that stay keep
//! their focus, scroll position and whatever a browser extension did to their attributes.

use super::html::{Element, Node};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element as DomElement, HtmlTemplateElement, Node as DomNode};

/// Makes `dom`, which shows `old`, show `new`. The two have the same tag.
///
/// # Errors
/// When the DOM is not what `old` says, because somebody else wrote in it. What is done stays done.
pub fn patch(dom: &DomElement, old: &Element, new: &Element) -> Result<(), JsValue> {
    for (name, value) in &new.attributes {
        if old.get(name) != Some(value) {
            write(dom, name, Some(value))?;
        }
    }
    for (name, _) in &old.attributes {
        if new.get(name).is_none() {
            write(dom, name, None)?;
        }
    }
    if let Some(drawing) = &new.drawing {
        // The same drawing is compared by its address.
        if old.drawing.as_ref() != Some(drawing) {
            dom.set_inner_html(drawing);
        }
        return Ok(());
    }
    if old.content == new.content {
        return Ok(());
    }
    content(dom, &old.content, &new.content)
}

fn write(dom: &DomElement, name: &str, value: Option<&str>) -> Result<(), JsValue> {
    match value {
        Some(value) => dom.set_attribute(name, value)?,
        None => dom.remove_attribute(name)?,
    }
    // What a reader typed or ticked hides the attribute of a control.
    match name {
        "value" => set(dom, name, &value.unwrap_or_default().into()),
        "checked" | "selected" => set(dom, name, &value.is_some().into()),
        _ => {}
    }
    Ok(())
}

fn set(dom: &DomElement, name: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(dom, &name.into(), value);
}

/// The children, in order. A child that has no twin in what was is made; one that has none in what comes goes. One
/// that stands in another order goes, and is made anew where it comes.
fn content(parent: &DomElement, old: &[Node], new: &[Node]) -> Result<(), JsValue> {
    let mut dom = parent.first_child();
    let mut old = old.iter();
    let mut before = old.next();
    let mut coming = String::new();
    for node in new {
        // Those that go, up to the twin, unless there is none.
        let has_twin =
            before.is_some_and(|before| twins(before, node)) || old.clone().any(|before| twins(before, node));
        if !has_twin {
            node.write(&mut coming);
            continue;
        }
        while before.is_some_and(|before| !twins(before, node)) {
            dom = remove(dom)?;
            before = old.next();
        }
        let here = dom.ok_or(JsValue::NULL)?;
        insert(parent, &mut coming, Some(&here))?;
        dom = here.next_sibling();
        match (before, node) {
            (Some(Node::Element(old)), Node::Element(new)) => {
                patch(here.dyn_ref().ok_or(JsValue::NULL)?, old, new)?;
            }
            (Some(Node::Text(old)), Node::Text(new)) if old != new => here.set_text_content(Some(new)),
            _ => {}
        }
        before = old.next();
    }
    while before.is_some() {
        dom = remove(dom)?;
        before = old.next();
    }
    insert(parent, &mut coming, None)
}

fn twins(one: &Node, other: &Node) -> bool {
    match (one, other) {
        (Node::Element(one), Node::Element(other)) => one.tag == other.tag && one.key == other.key,
        (Node::Text(_), Node::Text(_)) => true,
        _ => false,
    }
}

/// Takes a node out; the one behind it.
fn remove(node: Option<DomNode>) -> Result<Option<DomNode>, JsValue> {
    let node = node.ok_or(JsValue::NULL)?;
    let next = node.next_sibling();
    if let Some(parent) = node.parent_node() {
        parent.remove_child(&node)?;
    }
    Ok(next)
}

/// Parses what is coming into the parent, all at once.
fn insert(parent: &DomElement, coming: &mut String, before: Option<&DomNode>) -> Result<(), JsValue> {
    if coming.is_empty() {
        return Ok(());
    }
    let document = parent.owner_document().ok_or(JsValue::NULL)?;
    let template: HtmlTemplateElement = document.create_element("template")?.unchecked_into();
    template.set_inner_html(coming);
    coming.clear();
    parent.insert_before(&template.content(), before)?;
    Ok(())
}
