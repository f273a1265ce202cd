//! Keys and pointer, as a person uses them: through the browser's own input, not by made-up events.

use super::Page;
use crate::engine::Engine;
use serde_json::{Value, json};

/// Keys without a character: <https://www.w3.org/TR/webdriver2/#keyboard-actions>.
pub const TAB: &str = "\u{E004}";
pub const ENTER: &str = "\u{E007}";
pub const CONTROL: &str = "\u{E009}";
pub const SHIFT: &str = "\u{E008}";
pub const ESCAPE: &str = "\u{E00C}";
pub const SPACE: &str = " ";
pub const END: &str = "\u{E010}";
pub const HOME: &str = "\u{E011}";
pub const LEFT: &str = "\u{E012}";
pub const UP: &str = "\u{E013}";
pub const RIGHT: &str = "\u{E014}";
pub const DOWN: &str = "\u{E015}";

impl Page {
    /// Presses and releases one key.
    #[track_caller]
    pub fn press(&self, key: &str) {
        self.keys(&[("keyDown", key), ("keyUp", key)]);
    }

    /// Presses a key while another is held: `SHIFT` and `TAB`.
    #[track_caller]
    pub fn press_with(&self, held: &str, key: &str) {
        self.keys(&[("keyDown", held), ("keyDown", key), ("keyUp", key), ("keyUp", held)]);
    }

    /// Moves the pointer to the middle of an element.
    #[track_caller]
    pub fn hover(&self, element: &Value) {
        self.bring_into_view(element);
        self.pointer(&[move_to(element)]);
    }

    /// Clicks the middle of an element, whatever lies on top there.
    #[track_caller]
    pub fn click(&self, element: &Value) {
        self.tap("mouse", element);
    }

    /// Taps the middle of an element with a `mouse`, a `touch` of a finger or a `pen`.
    #[track_caller]
    pub fn tap(&self, kind: &str, element: &Value) {
        self.bring_into_view(element);
        let actions = [
            move_to(element),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        let parameters = json!({ "pointerType": kind });
        self.act(&json!({ "type": "pointer", "id": kind, "parameters": parameters, "actions": actions }));
    }

    /// Clicks the middle of an element while a key is held.
    #[track_caller]
    pub fn click_with(&self, held: &str, element: &Value) {
        self.keys(&[("keyDown", held)]);
        self.click(element);
        self.keys(&[("keyUp", held)]);
    }

    /// Moves the pointer to a point of the window, in CSS pixels.
    #[track_caller]
    pub fn hover_at(&self, x: f64, y: f64) {
        self.pointer(&[json!({ "type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round() })]);
    }

    /// A pointer cannot be where no window is; Chromium's driver scrolls there by itself.
    #[track_caller]
    fn bring_into_view(&self, element: &Value) {
        if self.engine() != Engine::Chromium {
            let nearest = "arguments[0].scrollIntoView({ block: 'nearest', inline: 'nearest' });";
            self.script_with(nearest, std::slice::from_ref(element));
        }
    }

    /// Presses the pointer at a point of the window, moves it to another and lets go.
    #[track_caller]
    pub fn drag(&self, from: [f64; 2], to: [f64; 2]) {
        let at = |[x, y]: [f64; 2]| json!({ "type": "pointerMove", "duration": 0, "x": x.round(), "y": y.round() });
        let between = [0, 1].map(|axis| (from[axis] + to[axis]) / 2.);
        self.pointer(&[
            at(from),
            json!({ "type": "pointerDown", "button": 0 }),
            at(between),
            at(to),
            json!({ "type": "pointerUp", "button": 0 }),
        ]);
    }

    #[track_caller]
    fn keys(&self, keys: &[(&str, &str)]) {
        let actions: Vec<Value> =
            keys.iter().map(|(kind, key)| json!({ "type": kind, "value": key })).collect();
        self.act(&json!({ "type": "key", "id": "keyboard", "actions": actions }));
    }

    #[track_caller]
    fn pointer(&self, actions: &[Value]) {
        let mouse = json!({ "pointerType": "mouse" });
        self.act(&json!({ "type": "pointer", "id": "mouse", "parameters": mouse, "actions": actions }));
    }

    #[track_caller]
    fn act(&self, source: &Value) {
        self.session().post("actions", &json!({ "actions": [source] }));
    }
}

fn move_to(element: &Value) -> Value {
    json!({ "type": "pointerMove", "duration": 0, "origin": element, "x": 0, "y": 0 })
}
