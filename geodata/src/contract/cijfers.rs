//! `indicatoren/….json`: the figures of one series, an area a line.

use super::jaargangen::Jaardocument;
use super::{Afwezig, GebiedCode, GemeenteCode, Getal, IndicatorId, Niveau, Status, Verwijzing, Waarde};
use serde::{Deserialize, Serialize};

/// One series, or the part of it that lies in one gemeente.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Cijfers {
    pub schema_versie: String,
    pub indicator: IndicatorId,
    pub niveau: Niveau,
    /// The year whose areas these are.
    pub indeling: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gemeente: Option<GemeenteCode>,
    /// The map that has all of these areas, where the release has one. Its year may be another than `indeling`:
    /// then the codes are the same, and whether every border is, nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "landkaart")))]
    pub landkaart: Option<Jaardocument>,
    /// The earliest first.
    pub perioden: Vec<Meetperiode>,
    /// In order of code; each has a value for every period.
    pub gebieden: Vec<GebiedCijfers>,
    /// What an area is held against.
    pub vergelijking: Vec<Vergelijkingscijfer>,
    /// Those of the series.
    pub bronnen: Vec<Verwijzing>,
}

/// A period, and what its source says of all its figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Meetperiode {
    pub periode: String,
    /// Holds for every figure of the period, beside what stands with a figure itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<Status>,
    /// Differences smaller than this are called "ongeveer gelijk"; see [`oordeel`](super::oordeel).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gelijk_binnen: Option<Getal>,
    /// Bounds between the classes of a choropleth, low to high; a value on a bound is in the class above it.
    /// One rule for all series: the quintiles of all exactly known values of the series, rounded to the largest
    /// step of 1, 2 or 5 (times a power of ten, never finer than the indicator's decimals) that leaves every
    /// class at least half a fifth and at most two fifths of the areas. Where no step does, the finest is taken
    /// and bounds that meet are one. Absent with fewer than 25 known values.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub klassen: Vec<Getal>,
    /// Areas of this document in each class, the lowest first; one more than there are bounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aantallen: Vec<u32>,
    /// The lowest value of the areas of this document, of those exactly known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub laagste: Option<Uiterste>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hoogste: Option<Uiterste>,
    /// Areas of this document that are known as a range only.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub bereiken: u32,
    /// Areas of this document without a figure, for each reason there is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub zonder: Vec<Ontbrekend>,
}

/// The lowest or the highest value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Uiterste {
    pub waarde: Getal,
    /// How many areas have it.
    pub gebieden: u32,
    /// Which, in order of code; none where there are more than five.
    pub codes: Vec<GebiedCode>,
}

/// How many areas have no figure for a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Ontbrekend {
    pub reden: Afwezig,
    pub gebieden: u32,
}

fn is_zero(count: &u32) -> bool {
    *count == 0
}

/// One area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Vergelijkingscijfer {
    /// The Netherlands, a province, or for wijken and buurten their gemeente.
    pub code: GebiedCode,
    pub maat: Maat,
    /// One for each period, in their order.
    pub waarden: Vec<Waarde>,
}

/// What kind of middle it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Maat {
    /// As the source gives it for the larger area.
    Bron,
    /// The areas together: counts added, shares and means over everyone in them.
    Geheel,
    /// The middle one of the areas, each counted once.
    Mediaan,
}

impl Maat {
    pub const ALL: [(&str, Self); 3] =
        [("bron", Self::Bron), ("geheel", Self::Geheel), ("mediaan", Self::Mediaan)];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, maat)| *maat == self).map_or("", |(name, _)| name)
    }
}
