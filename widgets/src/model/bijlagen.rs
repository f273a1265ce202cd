//! Documents that come only when somebody asks for what they hold.

use super::jaarkaart::Jaarkaart;
use super::kleuring::Kleuring;
use super::wijken::Wijken;
use geodata::contract::landkaart::keuzes::{Interventie, Keuze, Stand};
use geodata::contract::landkaart::reeks::Indicator;

/// Those that are there.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Bijlagen {
    pub interventies: Option<Vec<Interventie>>,
    pub sectoren: Option<Vec<Keuze>>,
    /// Code of a gemeente and what it was.
    pub rollen: Option<Vec<(String, String)>>,
    pub indicatoren: Option<Vec<Indicator>>,
    pub kleuringen: Vec<Kleuring>,
    pub standen: Option<Vec<Stand>>,
    /// The years of which there is a map, and where it is.
    pub jaargangen: Option<Vec<(u16, String)>>,
    pub jaarkaarten: Vec<Jaarkaart>,
    pub wijken: Wijken,
}

impl Bijlagen {
    pub fn kleuring(&self, indicator: &str) -> Option<&Kleuring> {
        self.kleuringen.iter().find(|kleuring| kleuring.indicator.id == indicator)
    }

    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicatoren.as_ref()?.iter().find(|indicator| indicator.id == id)
    }
}

/// Their names in the index.
pub const INTERVENTIES: &str = "interventies";
pub const BEGRIPPEN: &str = "begrippen";
pub const ROLLEN: &str = "rollen";
pub const INDICATOREN: &str = "indicatoren";
pub const STANDEN: &str = "standen";
pub const JAARGANGEN: &str = "jaargangen";
