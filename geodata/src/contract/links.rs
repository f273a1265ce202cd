//! `links.json`: where readers can go on.

use super::{Beschikbaarheid, Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Links {
    pub schema_versie: String,
    /// In the editors' order.
    pub links: Vec<Link>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Link {
    pub id: String,
    pub label: Label,
    /// What one finds there.
    pub beschrijving: Label,
    pub adres: Beschikbaarheid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub bronnen: Vec<Verwijzing>,
}
