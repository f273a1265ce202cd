//! The editors' tables to exports, and the check of exports.
//!
//! | module | what it is |
//! |---|---|
//! | [`table`] | a CSV file whose every cell knows its file, line and column |
//! | [`tabellen`] | the tables of a release, read and joined into the contract's records |
//! | [`areas`] | the gemeenten of the map, with their neighbours |
//! | [`document`] | a record a line: the bytes of a document, and their hash |
//! | [`export`](mod@export) | tables and map in, documents out, the index last |
//! | [`read`] | documents in, one [`Exports`](crate::contract::Exports) out |
//! | [`check`](mod@check) | what is readable but contradicts itself, all of it at once |
//! | [`jaargangen`] | the maps of several years, listed and checked |
//! | [`locate`] | where a JSON path stands in a text |
//! | [`problem`] | where something is wrong, and what was expected there |
//!
//! Everything that follows from the tables is computed: counts, order, slugs, hashes. Two runs on the
//! same tables give the same bytes.

pub mod areas;
pub mod check;
pub mod document;
pub mod export;
pub mod jaargangen;
pub mod locate;
pub mod problem;
pub mod read;
pub mod tabellen;
pub mod table;

pub use check::check;
pub use export::export;
pub use problem::{Problem, Problems};
pub use read::read_exports;
