//! The editors' tables to exports, and the check of exports.
//!
//! | module | what it is |
//! |---|---|
//! | [`table`] | a CSV file whose every cell knows its file, line and column |
//! | [`tabellen`] | the tables of a release, read and joined into the contract's records |
//! | [`herindelingen`] | the tables of the codes of each year, and what became of those that ended |
//! | [`codes`] | a table of one year's codes to another year's |
//! | [`areas`] | the gemeenten of the map, with their neighbours |
//! | [`tegels`] | maps to tegelkaarten of any year |
//! | [`document`] | a record a line: the bytes of a document, and their hash |
//! | [`export`](mod@export) | tables and map in, documents out, the index last |
//! | [`read`] | documents in, one [`Exports`](crate::contract::Exports) out |
//! | [`check`](mod@check) | what is readable but contradicts itself, all of it at once |
//! | `foreign` | what CBS, DUO, PDOK and spreadsheets publish, each format to one table (feature `sources`) |
//! | `mapping`, `series` | which columns to take, and the tables of figures made of them (`sources`) |
//! | `take`, `fetch` | a mapping and its sources, files or addresses, to tables in a folder (`sources`) |
//! | `disclosure` | which figures may be published (`sources`) |
//! | [`kaarten`] | the maps beside the release's own, listed |
//! | [`references`] | the documents that a document refers to |
//! | [`locate`] | where a JSON path stands in a text |
//! | [`problem`] | where something is wrong, and what was expected there |
//!
//! Everything that follows from the tables is computed: counts, order, slugs, hashes. Two runs on the
//! same tables give the same bytes.

pub mod areas;
pub mod check;
pub mod codes;
#[cfg(feature = "sources")]
pub mod disclosure;
pub mod document;
pub mod export;
#[cfg(feature = "sources")]
pub mod fetch;
#[cfg(feature = "sources")]
pub mod foreign;
pub mod herindelingen;
pub mod kaarten;
pub mod locate;
#[cfg(feature = "sources")]
pub mod mapping;
pub mod problem;
pub mod read;
pub mod references;
#[cfg(feature = "sources")]
pub mod series;
pub mod tabellen;
pub mod table;
#[cfg(feature = "sources")]
pub mod take;
pub mod tegels;

pub use check::check;
pub use export::{export, export_at};
pub use problem::{Problem, Problems};
pub use read::{read_exports, release_files};
