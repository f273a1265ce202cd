//! The widgets as markup, compiled twice from one source: to HTML text (`ssr`) and to a live tree
//! (`csr`). A view shows a picture and reports what the reader did; it computes nothing.

mod card;
mod chips;
mod kaart;
pub mod landkaart;
mod legend;
mod list;
mod surface;

pub use landkaart::{LandkaartView, Links};

/// The style of every widget. Linked by prerendered pages, adopted as a constructed sheet elsewhere.
pub const STYLE: &str = include_str!("view/gka.css");
