//! The widgets of the Gelijke Kansen Alliantie, in four rooms that import only downward.
//!
//! | module | knows | does not know |
//! |---|---|---|
//! | `publish` (feature `gka`) | pages, fragments, files for the web | how a value is computed or drawn |
//! | `element` (feature `csr`) | tags, attributes, fetching, life-cycle, events | how a value is computed or drawn |
//! | [`view`] | markup, ARIA, events upward | JSON, fetching, attributes |
//! | [`model`] | classes, legend, order, sentences, path data | signals, DOM, addresses |
//!
//! The same views are compiled twice: to wasm32 (`csr`), where they live, and natively (`ssr`), where
//! they are printed once as HTML that is complete without any script.

pub mod model;
pub mod view;

#[cfg(feature = "csr")]
pub mod element;

#[cfg(feature = "gka")]
pub mod publish;
