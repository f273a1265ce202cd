//! `landkaart/jaargangen.json`: the maps of other years than the release's own, and other maps than that of
//! gemeenten. A widget that shows one reads the list and that map; no page loads it otherwise.

use super::{DocumentRef, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Jaargangen {
    pub schema_versie: String,
    /// In order of year, the release's own among them.
    pub jaargangen: Vec<Jaargang>,
    /// The tegelkaart of each year, in order. There are more of them than maps: a later year follows from
    /// the herindelingen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "tegels")))]
    pub tegels: Vec<Jaardocument>,
    /// The list of maps of wijken, for each year that has them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "wijken")))]
    pub wijken: Vec<Jaardocument>,
    /// Where borders and codes come from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bronnen: Vec<Verwijzing>,
}

/// The map of the gemeenten on 1 January of a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Jaargang {
    pub jaar: u16,
    /// How many gemeenten there were.
    pub gemeenten: u16,
    /// TopoJSON on the RD metre grid; it says what must be shown with it.
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "landkaart")))]
    pub landkaart: DocumentRef,
}

/// A document that holds for a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Jaardocument {
    pub jaar: u16,
    pub pad: String,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
}

impl Jaardocument {
    pub fn new(jaar: u16, document: DocumentRef) -> Self {
        let DocumentRef { pad, bytes, sha256 } = document;
        Self { jaar, pad, bytes, sha256 }
    }
}
