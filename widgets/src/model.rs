//! What the reader will see, as plain values: no signals, no DOM, no addresses beyond a page's name.
//!
//! - [`cijfer`]: a figure as Dutch text, [`spreiding`]: where it stands among all.
//! - [`landkaart`]: the documents of a release joined once, by code.
//! - [`picture`]: one state of the landkaart, ready to draw.
//! - [`surface`]: the map as SVG markup.
//! - [`path`]: rings of the topology as SVG path data.
//! - [`words`]: numbers and dates as Dutch text.

pub mod cijfer;
#[cfg(test)]
pub mod fixture;
pub mod landkaart;
pub mod path;
pub mod picture;
pub mod spreiding;
pub mod surface;
pub mod words;

pub use landkaart::{Landkaart, Place};
pub use picture::{Choice, Class, Picture};
