//! `communities.json`: networks of schools that learn from each other around one subject.

use super::{GemeenteCode, Label, Sector, ThemaId, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Communities {
    pub schema_versie: String,
    /// Active ones first, then by name.
    pub communities: Vec<Community>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Community {
    pub id: String,
    pub naam: String,
    /// On the peildatum.
    pub status: CommunityStatus,
    pub peildatum: String,
    pub onderwerp: Label,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themas: Vec<ThemaId>,
    /// Where the schools are; empty when no source says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gemeenten: Vec<GemeenteCode>,
    /// Where schools were to join.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uitbreiding: Vec<GemeenteCode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scholen: Option<u32>,
    /// Empty when no source says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectoren: Vec<Sector>,
    /// Who works on it besides the schools.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CommunityStatus {
    Actief,
    InOprichting,
    Aangekondigd,
}
