//! Names and roles, as the engine computes them: by its accessibility tree in Chromium, elsewhere by WebDriver's
//! [Get Computed Role and Label](https://www.w3.org/TR/webdriver2/#get-computed-role).

use super::Page;
use crate::engine::Engine;
use serde_json::{Value, json};

/// What can have a role of ours, seen by the reader, through every shadow root.
const CANDIDATES: &str = "const seen = (root) => [...root.querySelectorAll('*')].flatMap((node) =>
        [...(node.matches(arguments[0]) && node.checkVisibility() ? [node] : []), ...(node.shadowRoot ? seen(node.shadowRoot) : [])]);
    return seen(document);";

impl Page {
    /// The names of the nodes with this role, in reading order.
    #[track_caller]
    pub fn names(&self, role: &str) -> Vec<String> {
        if self.engine() == Engine::Chromium {
            let nodes = self.accessible().into_iter();
            return nodes.filter(|node| node.role == role).map(|node| node.name).collect();
        }
        let selector = match role {
            "heading" => "h1,h2,h3,h4",
            "link" => "a[href]",
            "button" => "button",
            _ => panic!("{role}: say in which elements to look for it"),
        };
        let candidates = self.script_with(CANDIDATES, &[json!(selector)]);
        let candidates = candidates.as_array().into_iter().flatten();
        candidates
            .filter(|element| self.computed(element, "role") == role)
            .map(|element| self.computed(element, "label"))
            .collect()
    }

    #[track_caller]
    fn computed(&self, element: &Value, what: &str) -> String {
        let id = element.as_object().and_then(|reference| reference.values().next()?.as_str());
        let id = id.unwrap_or_else(|| panic!("{element} is no element"));
        self.session().get(&format!("element/{id}/computed{what}")).as_str().unwrap_or_default().to_owned()
    }
}
