//! `interventies.json`: what is done where.

use super::{GemeenteCode, Grondslag, Label, ThemaId, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interventies {
    pub schema_versie: String,
    pub interventies: Vec<Interventie>,
}

/// An interventie: one way of working, in one gemeente or several. The letters count agenda items,
/// which is more: the same interventie in two gemeenten is two items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interventie {
    pub id: String,
    pub titel: Label,
    /// What it is, in our own plain words.
    pub samenvatting: Label,
    /// Participants, in the order of `gemeenten.json`.
    pub gemeenten: Vec<GemeenteCode>,
    /// The region a source names instead of gemeenten: Zuid-Limburg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regio: Option<String>,
    pub themas: Vec<ThemaVerwijzing>,
    pub sectoren: Vec<Sector>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// The thema an interventie belongs to, and on whose word.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ThemaVerwijzing {
    pub id: ThemaId,
    /// The label in the source, verbatim, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bronlabel: Option<String>,
    pub grondslag: Grondslag,
}

/// The closed list of education sectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Sector {
    Vve,
    Po,
    Vo,
    Mbo,
    Ho,
    Onbekend,
}
