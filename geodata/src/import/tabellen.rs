//! The tables of a release, read and joined into the contract's records.
//!
//! | file | a row is |
//! |---|---|
//! | `uitgave.toml` | (no table) title, date, licence, attribution |
//! | `provincies.csv` | a province: its code and the name the other tables use |
//! | `bronnen.csv` | a source |
//! | `themas.csv` | a thema |
//! | `gemeenten.csv` | a participant |
//! | `gebieden.csv` | an area a participant stood for, where that is not simply itself |
//! | `interventies.csv` | an interventie |
//! | `gebiedsnamen.csv` | another name of a gemeente |
//! | `indicator*.csv`, `indicatoren/` | see [`indicatoren`] |
//!
//! A table is read after the tables it refers to. Records come back with their counts at zero.

mod bronnen;
mod gebieden;
mod gebiedsnamen;
mod gemeenten;
pub mod indicatoren;
mod interventies;
mod provincies;
mod themas;
mod uitgave;
pub(super) mod value;

pub use uitgave::Uitgave;

use super::areas::Areas;
use super::problem::Problems;
use crate::contract::{Bron, Deelnemer, GemeenteCode, Interventie, Provincie, Thema};
use std::collections::BTreeMap;
use std::path::Path;

/// What the tables say, every reference in them known to exist.
#[derive(Debug)]
pub struct Tabellen {
    pub uitgave: Uitgave,
    pub provincies: Vec<Provincie>,
    pub bronnen: Vec<Bron>,
    pub themas: Vec<Thema>,
    pub gemeenten: Vec<Deelnemer>,
    pub interventies: Vec<Interventie>,
    pub namen: BTreeMap<GemeenteCode, Vec<String>>,
    pub indicatoren: indicatoren::Indicatortabellen,
}

impl Tabellen {
    /// Reads all tables in `dir`, or says everything that is wrong with them.
    pub fn read(dir: &Path, areas: &Areas) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let bronnen = bronnen::read(dir, &mut problems);
        let uitgave = uitgave::read(dir, areas.jaar, &bronnen, &mut problems);
        let provincies = provincies::read(dir, &mut problems);
        let themas = themas::read(dir, &bronnen, &mut problems);
        let periods = gebieden::read(dir, &mut problems);
        let gemeenten = gemeenten::read(dir, areas, &provincies, &bronnen, periods, &mut problems);
        let interventies = interventies::read(dir, &gemeenten, &themas, &bronnen, &mut problems);
        let namen = gebiedsnamen::read(dir, areas, &mut problems);
        let indicatoren = indicatoren::read(dir, &bronnen, &mut problems);
        match uitgave {
            Some(uitgave) if problems.is_empty() => {
                Ok(Self { uitgave, provincies, bronnen, themas, gemeenten, interventies, namen, indicatoren })
            }
            _ => Err(problems.in_file_order()),
        }
    }
}
