//! `kerncijfers.json`: figures as their sources state them, each with its day.
//!
//! A dated statement, not a measurement: "ongeveer 45%" of 2021 stays what it is when the number of
//! inhabitants changes. Where a figure counts records that the release holds, it names the list and
//! the check compares.

use super::{Getal, Grondslag, Label, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Kerncijfers {
    pub schema_versie: String,
    /// In order of peildatum, then of id.
    pub kerncijfers: Vec<Kerncijfer>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Kerncijfer {
    pub id: String,
    /// What is counted or measured.
    pub label: Label,
    pub waarde: Getal,
    pub precisie: Precisie,
    /// In lower case and in the plural: `gemeenten`, `euro`, `procent`.
    pub eenheid: String,
    /// The day of the statement.
    pub peildatum: String,
    /// The list in this release that has as many records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lijst: Option<Lijst>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub grondslag: Grondslag,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// How exact the source is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precisie {
    Precies,
    Ongeveer,
    MeerDan,
    TenMinste,
}

/// A list of this release that a figure counts. All must be as long as the figure says, but for the
/// items, of which `items.json` says how many are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Lijst {
    /// `gemeenten.json`
    Gemeenten,
    /// `deelnemers.json`, the group of 2019.
    EersteDeelnemers,
    /// `deelnemers.json`, the group of 2020.
    TweedeDeelnemers,
    /// `agendas.json`, the agendas that begin in 2019.
    #[serde(rename = "agendas-2019")]
    Agendas2019,
    /// `items.json`, the items of the agendas of 2019.
    #[serde(rename = "items-2019")]
    Items2019,
    /// `rollen.json`, gemeenten with the role expertpool.
    Expertpool,
    /// `rollen.json`, gemeenten that signed the letter of 29 January 2021.
    Ondertekenaars,
    /// `rollen.json`, the persons who signed it.
    OndertekenendeWethouders,
    /// `communities.json`, active.
    ActieveCommunities,
    /// `communities.json`, being founded.
    CommunitiesInOprichting,
    /// `npo.json`, the criteria.
    Selectiecriteria,
    /// `begrippen.json`, the lines of work.
    Lijnen,
}
