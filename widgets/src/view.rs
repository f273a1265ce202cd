//! The widgets as markup: from a picture to a tree, printed as a page or compared with what a page shows. A view
//! computes nothing and remembers nothing; what the reader did it reports upward.
//!
//! - [`html`]: markup as a value.
//! - [`landkaart`]: the whole landkaart, with its parts in files of their own.
//! - [`indicator`]: the card of an indicator.
//! - [`gemeente`]: the profile of a gemeente.
//! - [`tijdlijn`], [`voortgang`]: the timeline, and the parts of the progress report.
//! - [`record`]: one record, alike in every widget.
//! - [`interventies`]: the list of interventies.
//! - [`links`]: where the pages are that links lead to.
//! - [`control`] (browser): what the reader asked for with a link, a button or a field.
//! - [`search`], [`zoombar`], [`download`]: finding a gemeente, looking nearer, taking something away; alive by
//!   [`combobox`], [`gesture`], [`takeaway`] and [`still`] (browser).
//! - [`patch`] (browser): from one tree to the next in the DOM.
//! - [`surface`] (browser): the map, painted and walked.

pub mod card;
pub mod chips;
pub mod download;
pub mod gemeente;
pub mod html;
pub mod indicator;
pub mod interventies;
pub mod kaart;
pub mod keuzes;
pub mod landkaart;
pub mod legend;
pub mod links;
pub mod list;
pub mod record;
pub mod search;
pub mod tijdlijn;
pub mod toggle;
pub mod voortgang;
pub mod zoombar;

#[cfg(feature = "csr")]
pub mod combobox;
#[cfg(feature = "csr")]
pub mod control;
#[cfg(feature = "csr")]
pub mod gesture;
#[cfg(feature = "csr")]
pub mod patch;
#[cfg(feature = "csr")]
pub mod still;
#[cfg(feature = "csr")]
pub mod surface;
#[cfg(feature = "csr")]
pub mod takeaway;

pub use links::Links;

/// The style of the landkaart, and of what all widgets have. Linked by prerendered pages.
pub const STYLE: &str = include_str!("view/gka.css");

/// What comes to it on a page that has a widget without a map: a page with the map alone waits for nothing of it.
pub const LIST_STYLE: &str = include_str!("view/lijst.css");

/// The custom properties of the style that a host may set, as design tools read them: the
/// [Design Tokens Format](https://www.designtokens.org/tr/2025.10/format/).
pub const TOKENS: &str = include_str!("view/tokens.json");
