//! `experimenten.json`: what was tried out, with research beside it or in small.

use super::{GemeenteCode, Grondslag, Label, Periode, Sector, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Experimenten {
    pub schema_versie: String,
    /// In order of name.
    pub experimenten: Vec<Experiment>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Experiment {
    pub id: String,
    pub naam: String,
    pub samenvatting: Label,
    /// The line of work it belongs to: 1, 2 or 3, as in `begrippen.json`.
    pub lijn: u8,
    pub plaatsen: Vec<Plaats>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periode: Option<Periode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scholen: Option<u32>,
    /// `onbekend` where no source names one.
    pub sectoren: Vec<Sector>,
    pub sectoren_grondslag: Grondslag,
    /// Who does research on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onderzoek: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// Where: a gemeente, and the place in it when the source is that precise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Plaats {
    pub gemeente: GemeenteCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plek: Option<String>,
}
