//! `landkaart/wijken-JAAR.json`: which gemeenten have a map of their wijken, and where.

use super::{GemeenteCode, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Wijken {
    pub schema_versie: String,
    /// The year of the wijken, on 1 January.
    pub jaar: u16,
    /// In order of code.
    pub gemeenten: Vec<Wijkkaart>,
    pub bronnen: Vec<Verwijzing>,
}

/// The wijken of a gemeente: TopoJSON on the RD metre grid, each with its code, its name and a label point.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "import", schemars(extend("targetSchema" = "landkaart")))]
pub struct Wijkkaart {
    pub gemeente: GemeenteCode,
    /// How many wijken there are.
    pub wijken: u16,
    pub pad: String,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
}
