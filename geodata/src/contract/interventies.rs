//! `interventies.json`: what is done where.

use super::{GemeenteCode, Grondslag, Label, ThemaId, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Interventies {
    pub schema_versie: String,
    /// In the order a Dutch reader expects, by title.
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
    /// In the order of the closed list; never empty: `onbekend` where no source names one.
    pub sectoren: Vec<Sector>,
    pub sectoren_grondslag: Grondslag,
    /// When it ran, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periode: Option<Periode>,
    /// What a reader should know about this record: added later, title or summary concluded by us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// From and until when, each as precisely as a source says; open where absent, never both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Periode {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub van: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot: Option<String>,
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
