//! `standen.json`: who took part at the moments that a source counts, as a time slider shows them.
//!
//! What is counted and who is known by name are two things: of the 28 networks of 2019 no source names the
//! gemeenten, and of the 101 of 2023 it names some. A reader is shown both numbers.

use super::{GemeenteCode, Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Standen {
    pub schema_versie: String,
    /// The earliest first.
    pub standen: Vec<Stand>,
}

/// A moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Stand {
    pub datum: String,
    pub vorm: Vorm,
    /// How many gemeenten the source counts.
    pub aantal: u16,
    /// The key figure that says so, in `kerncijfers.json`.
    pub kerncijfer: String,
    /// The year of the map it is shown on; see `landkaart/jaargangen.json`.
    pub jaar: u16,
    /// Who is known to take part on that day.
    pub bekend: Deelgroep,
    /// Who may take part: it joined after an earlier day and nobody says when.
    pub mogelijk: Deelgroep,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<Label>,
    /// Of the number; those of each participant stand in `deelnemers.json`.
    pub bronnen: Vec<Verwijzing>,
}

/// Participants, and their areas on the map of the year.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Deelgroep {
    /// By their code in `deelnemers.json`, in its order.
    pub deelnemers: Vec<GemeenteCode>,
    /// Codes of the map's year, in order: Eemsdelta is three gemeenten on that of 2020.
    pub gebieden: Vec<GemeenteCode>,
}

/// In which form gemeenten took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Vorm {
    /// A network of schools and others in the gemeente, before there were agendas.
    Netwerk,
    /// An agenda, signed by the gemeente.
    Agenda,
    /// The source says no more than that they take part.
    Deelname,
}

impl Vorm {
    pub const ALL: [(&str, Self); 3] =
        [("netwerk", Self::Netwerk), ("agenda", Self::Agenda), ("deelname", Self::Deelname)];
}
