//! `themas.json`: what the participants work on.

use super::{Label, ThemaId, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Themas {
    pub schema_versie: String,
    /// Most gemeenten first; equal numbers by label.
    pub themas: Vec<Thema>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Thema {
    pub id: ThemaId,
    pub label: Label,
    /// The thema inside a sentence: "17 gemeenten werken aan taal".
    pub in_zin: Label,
    /// Participants of the peildatum with at least one interventie of this thema.
    pub gemeenten: u16,
    /// Interventies of this thema, those of later participants too.
    pub interventies: u16,
    /// The labels that sources use for it, verbatim.
    pub brontermen: Vec<String>,
    pub bronnen: Vec<Verwijzing>,
}
