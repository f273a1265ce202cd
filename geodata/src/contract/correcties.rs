//! `correcties.json`: where sources err or contradict each other, and what was done.
//!
//! The texts of the letters were read by a machine from scans. Every difference between what such a text
//! says and what this release says stands here.

use super::{Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Correcties {
    pub schema_versie: String,
    /// In the order of source and place.
    pub correcties: Vec<Correctie>,
    /// In order of id.
    pub tegenspraken: Vec<Tegenspraak>,
}

/// A word or two that were read otherwise than they stand in the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Correctie {
    /// What the text says.
    pub in_bron: String,
    /// How it was read.
    pub gelezen: String,
    pub soort: CorrectieSoort,
    pub zekerheid: Zekerheid,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    /// One: the text and the line.
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CorrectieSoort {
    /// Misread by the machine.
    Leesfout,
    /// The machine's or the writer's: cannot be told.
    LeesfoutOfFout,
    Naam,
    Diacrieten,
    Afbreking,
    Datum,
    Taal,
    /// A footer in the middle of a sentence.
    Paginavoet,
    /// No error: how a name is to be understood.
    Naamvorm,
}

/// Two statements that cannot both be taken as they stand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tegenspraak {
    pub id: String,
    pub tegenspraak: String,
    /// What this release does about it.
    pub keuze: String,
    pub bronnen: Vec<Verwijzing>,
}
