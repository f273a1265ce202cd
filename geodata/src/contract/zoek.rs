//! `landkaart/zoek-JAAR.json`: names by which a reader looks for a gemeente, beside its official one.
//!
//! Fetched when a reader begins to search, and not before. Everyday names and other languages, names of
//! gemeenten that went into one of the year's, and names of later gemeenten that one of the year's went into:
//! a reader of today looks for Land van Cuijk on a map of 2021.

use super::{GemeenteCode, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Zoek {
    pub schema_versie: String,
    /// The year of the gemeenten that are found.
    pub jaar: u16,
    /// In the order a Dutch reader expects; a name that leads to several gemeenten stands once.
    pub namen: Vec<Zoeknaam>,
    pub bronnen: Vec<Verwijzing>,
}

/// A name, and the gemeenten it leads to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Zoeknaam {
    pub naam: String,
    pub soort: Naamsoort,
    /// The day of the change: from when its gemeente was no more (`vroeger`, `vroeger-deel`), or is there (`later`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datum: Option<String>,
    /// In order of code.
    pub gemeenten: Vec<GemeenteCode>,
}

/// Why somebody would search by the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Naamsoort {
    /// Den Bosch.
    Roepnaam,
    /// Without accents, or as some write it.
    Spelling,
    Fries,
    Nederlands,
    Engels,
    /// A gemeente that went whole into this one.
    Vroeger,
    /// A gemeente that was divided; a part of it went into this one.
    VroegerDeel,
    /// A gemeente of a later year that this one went into, or this one's later name.
    Later,
}

impl Naamsoort {
    pub const ALL: [(&str, Self); 8] = [
        ("roepnaam", Self::Roepnaam),
        ("spelling", Self::Spelling),
        ("fries", Self::Fries),
        ("nederlands", Self::Nederlands),
        ("engels", Self::Engels),
        ("vroeger", Self::Vroeger),
        ("vroeger-deel", Self::VroegerDeel),
        ("later", Self::Later),
    ];
}
