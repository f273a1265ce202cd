//! `deelnemers.json`: everyone who took part, in time.
//!
//! Not `gemeenten.json`, which holds the participants of the peildatum, as a map shows them. Who joined
//! after that day is here alone, with what is known of when: often no more than a day before and a day
//! after.

use super::{GebiedPeriode, GemeenteCode, Grondslag, ProvincieCode, Site, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deelnemers {
    pub schema_versie: String,
    /// The year whose codes the document uses.
    pub jaar: u16,
    /// In the order a Dutch reader expects.
    pub deelnemers: Vec<DeelnemerInTijd>,
}

/// A participant and its way into the alliance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct DeelnemerInTijd {
    pub code: GemeenteCode,
    pub naam: String,
    pub slug: String,
    pub provincie: ProvincieCode,
    pub groep: Groep,
    pub deelname: Deelname,
    pub toetreding: Toetredingsmoment,
    pub gebieden: Vec<GebiedPeriode>,
    /// Its own web sites, where a source shows them; most are not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sites: Vec<Site>,
    /// Of the moment of joining.
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// The wave a participant came in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Groep {
    /// The first thirty agendas, July 2019.
    #[serde(rename = "2019")]
    Eerste,
    /// Number 31 to 50, 2020.
    #[serde(rename = "2020")]
    Tweede,
    /// After the list of fifty.
    #[serde(rename = "2021-of-later")]
    Later,
}

/// What a source says of taking part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Deelname {
    /// It has an agenda.
    Agenda,
    /// It joined; no source shows an agenda of its own.
    Aangesloten,
    /// It worked with the alliance's means; that it joined is not said.
    Onduidelijk,
}

/// When: a date where a source gives one, else what is known around it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Toetredingsmoment {
    /// As precise as the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datum: Option<String>,
    /// Not yet on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub na: Option<String>,
    /// On this day it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub uiterlijk: Option<String>,
    /// How that is known, in a few Dutch words.
    pub toelichting: String,
    pub grondslag: Grondslag,
}
