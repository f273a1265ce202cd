//! What went wrong: a sentence of the catalogue for the reader, and the evidence for the console.
//! What stood in the element before stays readable.

use crate::model::{Sentence, landkaart::JoinError};
use geodata::contract::landkaart::Unreadable;
use geodata::json::Misfit;
use wasm_bindgen::prelude::*;

/// A failure as the loader receives it.
#[wasm_bindgen(getter_with_clone)]
pub struct Notice {
    /// For the reader: the place of the sentence in the catalogue.
    #[wasm_bindgen(readonly)]
    pub sentence: u8,
    /// For the console and the `gka-error` event.
    #[wasm_bindgen(readonly)]
    pub evidence: String,
}

impl Notice {
    pub fn damaged(evidence: &impl ToString) -> Self {
        Self { sentence: Sentence::Beschadigd as u8, evidence: evidence.to_string() }
    }

    /// A document, by its name or path, with a field that is not as the contract says.
    pub fn misfit(document: &str, misfit: &Misfit) -> Self {
        Self::damaged(&[document, ": ", &misfit.to_string()].concat())
    }
}

impl From<Unreadable> for Notice {
    fn from(unreadable: Unreadable) -> Self {
        let old = matches!(unreadable, Unreadable::Version(_));
        let sentence = if old { Sentence::TeOud } else { Sentence::Beschadigd };
        Self { sentence: sentence as u8, evidence: unreadable.to_string() }
    }
}

impl From<JoinError> for Notice {
    fn from(error: JoinError) -> Self {
        Self::damaged(&error)
    }
}

impl From<JsValue> for Notice {
    fn from(error: JsValue) -> Self {
        let message = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        Self::damaged(&message.unwrap_or_default())
    }
}
