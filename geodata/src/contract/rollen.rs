//! `rollen.json`: what a gemeente was in the alliance besides having an agenda.

use super::{GemeenteCode, Persoon, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rollen {
    pub schema_versie: String,
    /// In order of code, then of role.
    pub rollen: Vec<Rol>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Rol {
    /// Also of gemeenten that did not take part: nine of the signatories.
    pub gemeente: GemeenteCode,
    pub rol: RolSoort,
    /// The id of what the role is in: a community, experiment, interventie or stuk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bij: Option<String>,
    /// The year or day the source speaks of.
    pub datum: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personen: Vec<Persoon>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<String>,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RolSoort {
    /// Its schools used the pool of education experts.
    Expertpool,
    /// Schools in it belong to a community.
    Community,
    /// Schools in it were to join a community.
    CommunityUitbreiding,
    /// An experiment ran there.
    Experiment,
    /// It signed a letter.
    Ondertekenaar,
    /// A letter shows it as an example.
    Voorbeeld,
}
