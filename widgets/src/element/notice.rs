//! What went wrong: one sentence for the reader, in Dutch, and the evidence for the console.
//! What stood in the element before stays readable.

use crate::model::landkaart::JoinError;
use geodata::contract::landkaart::Unreadable;
use wasm_bindgen::prelude::*;

/// A failure as the loader receives it.
#[wasm_bindgen(getter_with_clone)]
pub struct Notice {
    /// For the reader.
    #[wasm_bindgen(readonly)]
    pub sentence: String,
    /// For the console and the `gka-error` event.
    #[wasm_bindgen(readonly)]
    pub evidence: String,
}

const DAMAGED: &str = "De gegevens van deze kaart zijn beschadigd.";
const TOO_OLD: &str =
    "Deze kaart is te oud voor deze gegevens. Vraag de beheerder van de site om een nieuwe versie.";

impl Notice {
    pub fn damaged(evidence: &impl ToString) -> Self {
        Self { sentence: DAMAGED.to_owned(), evidence: evidence.to_string() }
    }
}

impl From<Unreadable> for Notice {
    fn from(unreadable: Unreadable) -> Self {
        let sentence = if matches!(unreadable, Unreadable::Version(_)) { TOO_OLD } else { DAMAGED };
        Self { sentence: sentence.to_owned(), evidence: unreadable.to_string() }
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
        Self { sentence: DAMAGED.to_owned(), evidence: message.unwrap_or_default() }
    }
}
