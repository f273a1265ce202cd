//! The tags: what a page can write, and how a widget lives and dies in it.
//!
//! `gka.js` owns the custom element class with its attributes, properties and the page's address, all waiting
//! (fetching, one fetch per address however many elements ask) and everything that must work without WebAssembly.
//! When the documents are there it asks for a [`shell::Ready`] widget, and mounts it in the next task, so that no
//! task is long; on disconnection [`shell::Mounted::release`].
//!
//! - [`shell`]: what every widget shares: state, take-over, drawing, events.
//! - [`landkaart`]: what is particular to `<gka-landkaart>`.
//! - [`group`]: one state for all widgets of a group.
//! - [`json`]: the browser's parsed JSON, as the contract reads it.
//! - [`takeover`]: from prerendered page to living widget, in place.
//! - [`notice`]: what went wrong, in words for the reader and for the console.

pub mod group;
pub mod json;
pub mod landkaart;
pub mod notice;
pub mod shell;
pub mod takeover;
