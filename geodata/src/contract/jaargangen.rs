//! `landkaart/jaargangen.json`: the maps of other years than the release's own. A widget that shows one reads the
//! list and that map; no page loads it otherwise.

use super::DocumentRef;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Jaargangen {
    pub schema_versie: String,
    /// In order of year, the release's own among them.
    pub jaargangen: Vec<Jaargang>,
}

/// The map of the gemeenten on 1 January of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Jaargang {
    pub jaar: u16,
    /// How many gemeenten there were.
    pub gemeenten: u16,
    /// TopoJSON on the RD metre grid; it says what must be shown with it.
    pub landkaart: DocumentRef,
}
