//! The tables of a release, read and joined into the contract's records.
//!
//! | file | a row is |
//! |---|---|
//! | `uitgave.toml` | (no table) title, date, licence, attribution, publisher |
//! | `provincies.csv` | a province: its code and the name the other tables use |
//! | `bronnen.csv` | a source |
//! | `themas.csv` | a thema |
//! | `gemeenten.csv` | a participant of the peildatum |
//! | `latere-deelnemers.csv` | a participant that joined later |
//! | `gebieden.csv` | an area a participant stood for, where that is not simply itself |
//! | `interventies.csv` | an interventie |
//! | `uitgelicht.csv` | a gemeente of which a source highlights one interventie; may be absent |
//! | `gebiedsnamen.csv` | another name of a gemeente |
//! | `gemeentecodes.csv`, `herindelingen.csv` | see [`herindelingen`](super::herindelingen); may be absent |
//! | `indicator*.csv`, `indicatoren/` | see [`indicatoren`] |
//!
//! The other documents have a table each, of the same name: see the
//! [register](crate::contract::register). A table is read after the tables it refers to. Records come
//! back with their counts at zero.

mod agendas;
mod begrippen;
mod bronnen;
mod communities;
mod correcties;
mod deelnemers;
mod experimenten;
mod gebieden;
mod gebiedsnamen;
mod gemeenten;
pub mod indicatoren;
mod interventies;
mod items;
mod kerncijfers;
mod known;
mod links;
mod npo;
mod provincies;
mod rollen;
mod sites;
mod standen;
mod stukken;
mod themas;
mod tijdlijn;
mod uitgave;
mod uitgelicht;
pub(super) mod value;
mod videos;

pub use uitgave::{Uitgave, Uitgever};

use super::areas::Areas;
use super::problem::Problems;
use crate::contract::register::documents;
use crate::contract::*;
use known::{Known, Sources};
use std::collections::BTreeSet;
use std::path::Path;

/// What the tables say, every reference in them known to exist.
#[derive(Debug)]
pub struct Tabellen {
    pub uitgave: Uitgave,
    pub provincies: Vec<Provincie>,
    pub bronnen: Vec<Bron>,
    pub themas: Vec<Thema>,
    pub gemeenten: Vec<Deelnemer>,
    /// In the order of their document.
    pub interventies: Vec<Interventie>,
    /// In the order of their document.
    pub namen: Vec<Zoeknaam>,
    pub indicatoren: indicatoren::Indicatortabellen,
    pub registered: Registered,
}

macro_rules! registered {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// The documents of the register.
        #[derive(Debug, Clone)]
        pub struct Registered {
            $(pub $name: $type,)*
        }

        impl Registered {
            fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Self {
                $(let $name = $name::read(dir, known, problems);)*
                Self { $($name,)* }
            }
        }
    };
}

documents!(registered);

impl Tabellen {
    /// Reads all tables in `dir`, or says everything that is wrong with them.
    pub fn read(dir: &Path, areas: &Areas) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let bronnen = bronnen::read(dir, &mut problems);
        let sources = Sources::new(&bronnen);
        let uitgave = uitgave::read(dir, areas.jaar, &sources, &mut problems);
        let provincies = provincies::read(dir, &mut problems);
        let themas = themas::read(dir, &sources, &mut problems);
        let periods = gebieden::read(dir, &mut problems);
        let (gemeenten, sites) = gemeenten::read(dir, areas, &provincies, &sources, periods, &mut problems);
        let deelnemers =
            deelnemers::everyone(dir, areas, &provincies, &sources, (&gemeenten, sites), &mut problems);
        let mut interventies = interventies::read(dir, &deelnemers, &themas, &sources, &mut problems);
        uitgelicht::join(dir, &mut interventies, &sources, &mut problems);
        let herindelingen = herindelingen(dir, &mut problems);
        let namen = gebiedsnamen::read(dir, areas, &herindelingen, &mut problems);
        let indicatoren = indicatoren::read(dir, &sources, &mut problems);
        let mut known = Known {
            areas,
            herindelingen: &herindelingen,
            bronnen: &sources,
            themas: &themas,
            deelnemers: &deelnemers,
            interventies: &interventies,
            kerncijfers: Vec::new(),
            agendas: BTreeSet::new(),
            named: interventies.iter().map(|interventie| interventie.id.clone()).collect(),
        };
        let registered = Registered::read(dir, &mut known, &mut problems);
        match uitgave {
            Some(uitgave) if problems.is_empty() => Ok(Self {
                uitgave,
                provincies,
                bronnen,
                themas,
                gemeenten,
                interventies,
                namen,
                indicatoren,
                registered,
            }),
            _ => Err(problems.in_file_order()),
        }
    }
}

/// The codes of other years, where the editors keep them.
fn herindelingen(dir: &Path, problems: &mut Problems) -> Herindelingen {
    if !dir.join("gemeentecodes.csv").exists() {
        return Herindelingen::default();
    }
    super::herindelingen::read(dir).unwrap_or_else(|wrong| {
        wrong.iter().for_each(|problem| problems.push(problem.clone()));
        Herindelingen::default()
    })
}
