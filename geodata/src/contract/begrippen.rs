//! `begrippen.json`: the closed lists, with labels and with where their words come from.

use super::{Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Begrippen {
    pub schema_versie: String,
    /// In the order of the closed list.
    pub sectoren: Vec<Begrip>,
    /// Home, school and surroundings: where a child grows up.
    pub leefwerelden: Vec<Begrip>,
    /// How well it is known that something works, the least first.
    pub bewijsniveaus: Vec<Begrip>,
    /// The three lines of work of 2021.
    pub lijnen: Vec<Begrip>,
    /// What the agendas of 2019 set out to do.
    pub uitgangspunten: Vec<Begrip>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Begrip {
    /// As other documents use it.
    pub id: String,
    pub label: Label,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uitleg: Option<Label>,
    pub bronnen: Vec<Verwijzing>,
}
