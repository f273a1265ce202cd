//! `npo.json`: the Nationaal Programma Onderwijs as the letter of 22 April 2021 told it to gemeenten.
//!
//! History: show it with its year.

use super::{Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Npo {
    pub schema_versie: String,
    /// In the order of the year.
    pub kalender: Vec<Stap>,
    /// What the alliance looked at when it chose new gemeenten, in the order of the letter.
    pub criteria: Vec<Punt>,
    /// What gemeenten could do with the money.
    pub mogelijkheden: Vec<Punt>,
    /// What the ministry offered.
    pub ondersteuning: Vec<Punt>,
}

/// A step of the calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stap {
    pub id: String,
    /// "In juli", as a reader says it.
    pub wanneer: Label,
    /// Year or month, to order by.
    pub datum: String,
    pub wie: Wie,
    pub tekst: Label,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Wie {
    Gemeenten,
    Scholen,
    Gka,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Punt {
    pub id: String,
    pub tekst: Label,
    pub bronnen: Vec<Verwijzing>,
}
