//! `indicatoren/….json`: the figures of one series, an area a line.

use super::{GebiedCode, GemeenteCode, IndicatorId, Niveau, Status, Waarde};
use serde::{Deserialize, Serialize};

/// One series, or the part of it that lies in one gemeente.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cijfers {
    pub schema_versie: String,
    pub indicator: IndicatorId,
    pub niveau: Niveau,
    /// The year whose areas these are.
    pub indeling: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gemeente: Option<GemeenteCode>,
    /// The earliest first.
    pub perioden: Vec<Meetperiode>,
    /// In order of code; each has a value for every period.
    pub gebieden: Vec<GebiedCijfers>,
    /// What an area is held against.
    pub vergelijking: Vec<Vergelijkingscijfer>,
}

/// A period, and what its source says of all its figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Meetperiode {
    pub periode: String,
    /// Holds for every figure of the period, beside what stands with a figure itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<Status>,
    /// Differences smaller than this are called "ongeveer gelijk"; see [`oordeel`](super::oordeel).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gelijk_binnen: Option<f64>,
    /// Bounds between the classes of a choropleth, low to high: the quintiles of the known values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub klassen: Vec<f64>,
}

/// One area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GebiedCijfers {
    pub code: GebiedCode,
    /// Its name, where no other document of the release has it: of a wijk, a buurt, a school.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub naam: Option<String>,
    /// One for each period, in their order.
    pub waarden: Vec<Waarde>,
}

/// A figure to hold areas against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Vergelijkingscijfer {
    /// The Netherlands, a province, or for wijken and buurten their gemeente.
    pub code: GebiedCode,
    pub maat: Maat,
    /// One for each period, in their order.
    pub waarden: Vec<Waarde>,
}

/// What kind of middle it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Maat {
    /// As the source gives it for the larger area.
    Bron,
    /// The areas together: counts added, shares and means over everyone in them.
    Geheel,
    /// The middle one of the areas, each counted once.
    Mediaan,
}
