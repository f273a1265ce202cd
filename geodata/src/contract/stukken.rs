//! `stukken.json`: letters, reports and publications about the alliance.
//!
//! A stuk is a thing a reader may look for; a bron is what a record is based on. A letter is both.

use super::{Beschikbaarheid, Persoon, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stukken {
    pub schema_versie: String,
    /// The oldest first.
    pub stukken: Vec<Stuk>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stuk {
    pub id: String,
    pub titel: String,
    pub soort: StukSoort,
    /// Corrected where the stuk itself errs; as precise as is known.
    pub datum: String,
    /// The date that stands on it, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datum_in_stuk: Option<String>,
    pub afzender: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aan: Option<String>,
    /// What archives know it by.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kenmerk: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ondertekenaars: Vec<Persoon>,
    pub tekst: Beschikbaarheid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StukSoort {
    Kamerbrief,
    Brief,
    Rapportage,
    Publicatie,
    Regeling,
    Magazine,
    Handreiking,
}
