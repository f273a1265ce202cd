//! `interventies.json`: what is done where.

use super::{GemeenteCode, Grondslag, Label, ThemaId, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Interventies {
    pub schema_versie: String,
    /// In the order a Dutch reader expects, by title.
    pub interventies: Vec<Interventie>,
}

/// An interventie: one way of working, in one gemeente or several. The letters count agenda items,
/// which is more: the same interventie in two gemeenten is two items.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Interventie {
    pub id: String,
    pub titel: Label,
    pub soort: InterventieSoort,
    /// What it is, in our own plain words.
    pub samenvatting: Label,
    /// Participants, in the order of `deelnemers.json`.
    pub gemeenten: Vec<GemeenteCode>,
    /// The region a source names instead of gemeenten: Zuid-Limburg.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub regio: Option<String>,
    pub themas: Vec<ThemaVerwijzing>,
    /// In the order of the closed list; never empty: `onbekend` where no source names one.
    pub sectoren: Vec<Sector>,
    pub sectoren_grondslag: Grondslag,
    /// Where it works: at home, at school, in the surroundings. Empty where that was not looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leefwerelden: Vec<LeefwereldVerwijzing>,
    pub bewijs: Bewijs,
    /// When it ran, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periode: Option<Periode>,
    /// The gemeenten of which a source highlights this interventie. Of a gemeente at most one interventie is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uitgelicht: Vec<Uitgelicht>,
    /// What a reader should know about this record: added later, title or summary concluded by us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// From and until when, each as precisely as a source says; open where absent, never both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Periode {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub van: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot: Option<String>,
}

/// A gemeente of which a source puts one interventie in the light.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Uitgelicht {
    pub gemeente: GemeenteCode,
    pub bronnen: Vec<Verwijzing>,
}

/// The thema an interventie belongs to, and how it was mapped.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ThemaVerwijzing {
    pub id: ThemaId,
    /// The label in the source, verbatim, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bronlabel: Option<String>,
    pub koppeling: Koppeling,
}

/// How a word of a source became one of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Koppeling {
    /// The source itself puts it there, under the label that stands beside it.
    Letterlijk,
    /// Concluded by us.
    Afgeleid,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct LeefwereldVerwijzing {
    pub id: Leefwereld,
    pub koppeling: Koppeling,
}

/// The closed list of where a child grows up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Leefwereld {
    Thuis,
    School,
    /// The neighbourhood, clubs, the library.
    Omgeving,
}

/// How well it is known that it works. The default says that nobody looked, not that it does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Bewijs {
    pub niveau: Bewijsniveau,
    /// The word of the source, verbatim, where the level is a claim of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bronlabel: Option<String>,
}

/// The closed list of evidence levels, after the recognition of the Nederlands Jeugdinstituut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Bewijsniveau {
    /// No judgement, so no bad one either.
    NietBeoordeeld,
    /// A source calls it proven; that is no recognition.
    BronClaim,
    GoedBeschreven,
    GoedOnderbouwd,
    EffectiefEerste,
    EffectiefGoede,
    EffectiefSterke,
}

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum InterventieSoort {
    Interventie,
    /// A way of working with more than one interventie.
    Aanpak,
    /// An agreement between partners.
    Akkoord,
    Bijeenkomst,
}

/// The closed list of education sectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Sector {
    Vve,
    Po,
    Vo,
    Mbo,
    Ho,
    Onbekend,
}
