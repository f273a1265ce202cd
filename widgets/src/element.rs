//! The tags: what a page can write, and how a widget lives and dies in it.
//!
//! `gka.js` owns the custom element class, all waiting (fetching, one fetch per address however many
//! elements ask) and everything that must work without WebAssembly. When the documents are there it
//! calls [`landkaart::landkaart`], which does not wait; on disconnection [`landkaart::Mounted::release`].
//!
//! - [`json`]: the browser's parsed JSON, as the contract reads it.
//! - [`takeover`]: from prerendered page to living widget in one frame.
//! - [`notice`]: what went wrong, in words for the reader and for the console.

pub mod json;
pub mod landkaart;
pub mod notice;
pub mod takeover;
