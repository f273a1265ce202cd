//! `videos.json`: videos, with what makes them usable for everyone.

use super::{Beschikbaarheid, GemeenteCode, Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Videos {
    pub schema_versie: String,
    /// In the editors' order.
    pub videos: Vec<Video>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Video {
    pub id: String,
    pub titel: Label,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gemeenten: Vec<GemeenteCode>,
    /// The year the source speaks of, or the day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datum: Option<String>,
    /// The video itself. No page loads it before a reader asks for it.
    pub adres: Beschikbaarheid,
    /// Captions (WebVTT).
    pub ondertiteling: Beschikbaarheid,
    /// Everything that is said and shown, as text.
    pub transcript: Beschikbaarheid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub bronnen: Vec<Verwijzing>,
}
