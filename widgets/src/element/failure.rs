//! What went wrong: one sentence for the reader, in Dutch, and the evidence for the console.

use wasm_bindgen::prelude::*;

/// Why a widget cannot start. What stood in the element before stays readable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    #[error("{url}: expected an answer, found {found}")]
    Unreachable { url: String, found: String },
    #[error("{url}: expected status 200, found {status}")]
    Missing { url: String, status: u16 },
    #[error("{url}: expected JSON of the contract, found {found}")]
    Unreadable { url: String, found: String },
    #[error("{url}: schemaVersie: expected {expected}, found {found}")]
    Version { url: String, expected: String, found: String },
}

impl Failure {
    /// What the reader is told in the widget's own frame.
    pub fn sentence(&self) -> &'static str {
        match self {
            Failure::Unreachable { .. } => "De gegevens van deze kaart zijn nu niet te bereiken. Probeer het later nog eens.",
            Failure::Missing { .. } => "De gegevens van deze kaart zijn niet gevonden.",
            Failure::Unreadable { .. } => "De gegevens van deze kaart zijn beschadigd.",
            Failure::Version { .. } => "Deze kaart is te oud voor deze gegevens. Vraag de beheerder van de site om een nieuwe versie.",
        }
    }
}

/// A failure as the loader receives it.
#[wasm_bindgen(getter_with_clone)]
pub struct Notice {
    /// For the reader.
    pub sentence: String,
    /// For the console and the `gka-error` event.
    pub evidence: String,
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        Notice { sentence: failure.sentence().to_owned(), evidence: failure.to_string() }.into()
    }
}
