//! `tijdlijn.json`: what happened, and what was meant to happen.

use super::{Grondslag, Label, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Tijdlijn {
    pub schema_versie: String,
    /// The oldest first; the less precise of two equal beginnings first.
    pub gebeurtenissen: Vec<Gebeurtenis>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gebeurtenis {
    pub id: String,
    /// As precise as the source.
    pub datum: String,
    /// How the source places it within the year: "eind 2021".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moment: Option<String>,
    pub soort: GebeurtenisSoort,
    pub tekst: Label,
    /// The id of the stuk it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stuk: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    /// Of the date.
    pub grondslag: Grondslag,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GebeurtenisSoort {
    /// It happened.
    Feit,
    /// A source announced it; whether it happened is another record, or unknown.
    Voornemen,
    /// Announced, and known not to have happened by then.
    NietGehaald,
}
