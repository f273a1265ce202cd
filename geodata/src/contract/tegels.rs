//! `landkaart/tegels-JAAR.json`: the tegelkaart of a year, every gemeente one equal cell.
//!
//! Cells are hexagons, points up. `x` counts columns to the right, `y` rows down; odd rows are shifted half a
//! cell to the right. A gemeente has the same cell in every year; one that ended leaves its cell empty. Cells
//! say nothing of area or distance.

use super::GemeenteCode;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tegelkaart {
    pub schema_versie: String,
    pub jaar: u16,
    /// SPDX identifier: `CC0-1.0`, as no coordinate of a source is in it.
    pub licentie: String,
    /// In order of code.
    pub tegels: Vec<Tegel>,
}

/// A gemeente and its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Tegel {
    pub code: GemeenteCode,
    pub x: i16,
    pub y: i16,
}
