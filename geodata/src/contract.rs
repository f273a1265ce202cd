//! The contract: what the static JSON exports mean.
//!
//! One `index.json` names every other document with its size and SHA-256. A document is read on its
//! own or joined by code; a code always means the same area in the year the document names. Field
//! names are Dutch, as the editors who repair an export know them.
//!
//! The contract knows no coordinates beyond a label point, opens no file and draws nothing.
//!
//! # Versions
//! - `0.1.0`: index, gemeenten, themas, interventies, bronnen, gebieden.

pub mod bronnen;
pub mod code;
pub mod gebieden;
pub mod gemeenten;
pub mod index;
pub mod interventies;
pub mod label;
pub mod themas;

pub use bronnen::{Bron, Bronnen, Grondslag, Verwijzing, Zekerheid};
pub use code::{GemeenteCode, ProvincieCode, ThemaId};
pub use gebieden::{Gebied, Gebieden, Provincie};
pub use gemeenten::{Deelnemer, GebiedPeriode, Gemeenten, Toetreding};
pub use index::{DocumentRef, Documenten, Index};
pub use interventies::{Interventie, Interventies, Sector, ThemaVerwijzing};
pub use label::Label;
pub use themas::{Thema, Themas};

/// The version of the contract that this build writes. Semver: a reader accepts every document with
/// the same major number (before 1.0: the same minor).
pub const SCHEMA_VERSIE: &str = "0.1.0";

/// All documents of a release, read and ready to join.
#[derive(Debug, Clone, PartialEq)]
pub struct Exports {
    pub index: Index,
    pub gemeenten: Gemeenten,
    pub themas: Themas,
    pub interventies: Interventies,
    pub bronnen: Bronnen,
    pub gebieden: Gebieden,
}
