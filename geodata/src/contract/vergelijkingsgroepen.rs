//! `vergelijkingsgroepen.json`: which gemeenten are alike, and by which traits.
//!
//! The rule, as CIPFA's nearest neighbours and the ONS clusters of local authorities have it: every trait
//! is brought to the same scale (its distance from the mean in standard deviations, of the logarithm
//! where the trait says so), a difference counts by the trait's weight, and the gemeenten at the smallest
//! Euclidean distance are alike. It is not mutual: a large city's nearest may have nearer ones of its own.

use super::{GemeenteCode, Getal, IndicatorId, Verwijzing};
use serde::{Deserialize, Serialize};

/// How many gemeenten a gemeente is held against.
pub const GROEP: usize = 10;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Vergelijkingsgroepen {
    pub schema_versie: String,
    pub indeling: u16,
    pub kenmerken: Vec<Vergelijkingskenmerk>,
    /// In order of code; a gemeente that lacks one of the traits is absent.
    pub groepen: Vec<Vergelijkingsgroep>,
    /// Of the traits.
    pub bronnen: Vec<Verwijzing>,
}

/// A trait that counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Vergelijkingskenmerk {
    pub indicator: IndicatorId,
    pub periode: String,
    /// Whether the logarithm is compared: twice as many is as far from ten as from a thousand.
    pub logaritmisch: bool,
    pub gewicht: Getal,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Vergelijkingsgroep {
    pub code: GemeenteCode,
    /// The most alike first.
    #[serde(rename = "lijktOp")]
    pub lijkt_op: Vec<GemeenteCode>,
}
