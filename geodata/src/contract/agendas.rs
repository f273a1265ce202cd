//! `agendas.json`: what participants signed.
//!
//! An agenda is not a participant: Eemsdelta had one before it was a gemeente, and many signed an
//! addendum later.

use super::{GemeenteCode, Grondslag, Periode, Persoon, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Agendas {
    pub schema_versie: String,
    /// In order of id.
    pub agendas: Vec<Agenda>,
}

/// One agenda, or an addendum to one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Agenda {
    /// `amsterdam-2019`, `almere-addendum-2021`.
    pub id: String,
    /// The participant, by its gemeente of the release's year.
    pub gemeente: GemeenteCode,
    pub soort: AgendaSoort,
    /// The years it is for, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periode: Option<Periode>,
    /// When it was signed, as precisely as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ondertekend: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ondertekenaars: Vec<Persoon>,
    /// Titles that the addendum itself adds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub onderdelen: Vec<String>,
    /// Whether the agenda itself can be read.
    pub tekst: Beschikbaarheid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub grondslag: Grondslag,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AgendaSoort {
    Agenda,
    Addendum,
}

/// Where a thing is that a source speaks of; a gap is shown as a gap.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Beschikbaarheid {
    pub status: BeschikbaarheidStatus,
    /// There when, and only when, the status is `beschikbaar`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BeschikbaarheidStatus {
    /// At the address that stands beside it.
    Beschikbaar,
    /// Nobody has delivered it to us yet.
    NietAangeleverd,
    /// A source speaks of it; an address was looked for and not found.
    NietGevonden,
    /// There is none: a video without speech has no transcript.
    NietVanToepassing,
}
