//! The tags: what a page can write, and how a widget lives and dies in it.
//!
//! `gka.js` owns the custom element class and everything that must work without WebAssembly: the
//! loading line, the message when WebAssembly is blocked. It calls [`landkaart`] once per connection
//! and [`Mounted::release`] on disconnection.
//!
//! - [`documents`]: the exports behind one `src`, fetched once however many elements ask.
//! - [`takeover`]: from prerendered page to living widget in one frame.
//! - [`failure`]: what went wrong, in words for the reader and for the console.

pub mod documents;
pub mod failure;
pub mod landkaart;
pub mod takeover;
