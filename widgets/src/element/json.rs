//! The browser's parsed JSON, as the contract reads it.

use geodata::json::Json;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

pub struct Parsed(pub JsValue);

impl Json for Parsed {
    fn get(&self, key: &str) -> Self {
        // A call that throws costs more than a question, and leaves a slot in wasm-bindgen's table each time.
        if !self.0.is_object() {
            return Self(JsValue::UNDEFINED);
        }
        Self(Reflect::get(&self.0, &JsValue::from_str(key)).unwrap_or_default())
    }
    fn text(&self) -> Option<String> {
        self.0.as_string()
    }
    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }
    fn items(&self) -> Option<Vec<Self>> {
        Some(self.0.dyn_ref::<Array>()?.iter().map(Self).collect())
    }
    fn keys(&self) -> Vec<String> {
        let Some(object) = self.0.dyn_ref::<Object>() else { return Vec::new() };
        Object::keys(object).iter().filter_map(|key| key.as_string()).collect()
    }
}
