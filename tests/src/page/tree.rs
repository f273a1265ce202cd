//! The accessibility tree as text: what a screen reader is given, one line a node.
//!
//! `link "Zwolle" current=true` is a role, a name and what else is said of it. What assistive technology skips is left
//! out, and a text that its parent's name says already.

use super::Page;
use serde_json::{Value, json};
use std::collections::HashMap;

/// Properties that a reader hears of.
const SAID: [&str; 15] = [
    "level",
    "focused",
    "expanded",
    "pressed",
    "checked",
    "selected",
    "disabled",
    "required",
    "invalid",
    "hasPopup",
    "autocomplete",
    "valuemin",
    "valuemax",
    "valuetext",
    "live",
];
/// What they say when there is nothing to say.
const USUAL: [&str; 3] = ["false", "off", "none"];
/// Boxes without a meaning of their own.
const BOXES: [&str; 4] = ["none", "generic", "InlineTextBox", "LineBreak"];

impl Page {
    pub fn tree(&self) -> String {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({}));
        let nodes: HashMap<&str, &Value> = tree["nodes"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|node| Some((node["nodeId"].as_str()?, node)))
            .collect();
        let root = tree["nodes"][0]["nodeId"].as_str().expect("a page has a tree");
        let mut text = String::new();
        let walk = Walk { nodes, current: self.current() };
        walk.write(root, 0, "", &mut text);
        text
    }

    /// `aria-current`, which the tree of DevTools does not tell, by the number of its node.
    fn current(&self) -> HashMap<i64, String> {
        let document = self.cdp("DOM.getDocument", json!({ "depth": -1, "pierce": true }));
        let mut found = HashMap::new();
        let mut next = vec![&document["root"]];
        while let Some(node) = next.pop() {
            for list in ["children", "shadowRoots"] {
                next.extend(node[list].as_array().into_iter().flatten());
            }
            let attributes: Vec<&str> =
                node["attributes"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let value = attributes.chunks(2).find(|pair| pair[0] == "aria-current").map(|pair| pair[1]);
            if let (Some(value), Some(id)) = (value, node["backendNodeId"].as_i64()) {
                found.insert(id, value.to_owned());
            }
        }
        found
    }
}

struct Walk<'a> {
    nodes: HashMap<&'a str, &'a Value>,
    current: HashMap<i64, String>,
}

impl Walk<'_> {
    fn write(&self, id: &str, depth: usize, above: &str, text: &mut String) {
        let Some(node) = self.nodes.get(id) else { return };
        let value = |of: &Value| match &of["value"] {
            Value::String(text) => text.trim().to_owned(),
            Value::Null => String::new(),
            other => other.to_string(),
        };
        let (role, name) = (value(&node["role"]), value(&node["name"]));
        let said_above = role == "StaticText" && (name.is_empty() || above.contains(&name));
        let skipped = node["ignored"] == true || BOXES.contains(&role.as_str()) || said_above;
        let mut depth = depth;
        if !skipped {
            text.push_str(&"  ".repeat(depth));
            text.push_str(if role == "StaticText" { "text" } else { &role });
            if !name.is_empty() {
                text.push_str(&format!(" {name:?}"));
            }
            let shown = value(&node["value"]);
            if !shown.is_empty() {
                text.push_str(&format!(" value={shown:?}"));
            }
            for property in node["properties"].as_array().into_iter().flatten() {
                let (kind, said) = (property["name"].as_str().unwrap_or_default(), value(&property["value"]));
                if SAID.contains(&kind) && !USUAL.contains(&said.as_str()) {
                    text.push_str(&format!(" {kind}={said}"));
                }
            }
            if let Some(current) = node["backendDOMNodeId"].as_i64().and_then(|id| self.current.get(&id)) {
                text.push_str(&format!(" current={current}"));
            }
            text.push('\n');
            depth += 1;
        }
        let above = if skipped { above } else { &name };
        for child in node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            self.write(child, depth, above, text);
        }
    }
}
