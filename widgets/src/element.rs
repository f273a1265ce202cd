//! The tags: what a page can write, and how a widget lives and dies in it.
//!
//! `gka.js` owns the custom element class with its attributes, properties and the page's address, all waiting
//! (fetching, one fetch per address however many elements ask) and everything that must work without WebAssembly.
//! When the documents are there it asks for a [`shell::Ready`] widget, and mounts it in the next task, so that no
//! task is long; on disconnection [`shell::Mounted::release`].
//!
//! - [`shell`]: what every widget shares: state, take-over, drawing, events.
//! - `landkaart`: what is particular to `<gka-landkaart>`.
//! - `interventies`, `indicator`, `gemeente`, `tijdlijn`, `voortgang`: what is particular to each of these tags.
//! - [`group`]: one state for all widgets of a group.
//! - [`json`]: the browser's parsed JSON, as the contract reads it.
//! - [`takeover`]: from prerendered page to living widget, in place.
//! - [`notice`]: what went wrong, in words for the reader and for the console.

#[cfg(feature = "lijst")]
pub mod gemeente;
pub mod group;
#[cfg(feature = "lijst")]
pub mod indicator;
#[cfg(feature = "lijst")]
pub mod interventies;
pub mod json;
#[cfg(not(feature = "lijst"))]
pub mod landkaart;
pub mod notice;
pub mod shell;
pub mod takeover;
#[cfg(feature = "lijst")]
pub mod tijdlijn;
#[cfg(feature = "lijst")]
pub mod voortgang;

use crate::model::{Taal, Words};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// The sentences of a language, as far as the loader has them; else they are Dutch.
fn words(lang: &str, sentences: &JsValue) -> Words {
    match sentences.dyn_ref::<Array>() {
        Some(list) => Words::read(Taal::of(lang), list.iter().filter_map(|sentence| sentence.as_string())),
        None => Words::dutch(),
    }
}
