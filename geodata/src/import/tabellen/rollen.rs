//! `rollen.csv`: what a gemeente was besides having an agenda.

use super::known::Known;
use super::value::{ZEKERHEID, date, one_of, persons};
use crate::contract::{Rol, RolSoort, Rollen, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 8] =
    ["gemeente", "rol", "bij", "datum", "personen", "toelichting", "zekerheid", "bronnen"];

const ROLLEN: [(&str, RolSoort); 6] = [
    ("expertpool", RolSoort::Expertpool),
    ("community", RolSoort::Community),
    ("community-uitbreiding", RolSoort::CommunityUitbreiding),
    ("experiment", RolSoort::Experiment),
    ("ondertekenaar", RolSoort::Ondertekenaar),
    ("voorbeeld", RolSoort::Voorbeeld),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Rollen {
    let table = Table::read(dir, "rollen.csv", &COLUMNS, problems);
    let mut rollen = Vec::new();
    for row in table.rows() {
        rollen.push(Rol {
            gemeente: known.gemeente(&row.cell("gemeente"), problems),
            rol: one_of(&row.cell("rol"), &ROLLEN, problems),
            bij: known.named(&row.cell("bij"), problems),
            datum: date(&row.cell("datum"), problems),
            personen: persons(&row.cell("personen"), problems),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    rollen.sort_by(|one, other| {
        (&one.gemeente, one.rol, &one.bij).cmp(&(&other.gemeente, other.rol, &other.bij))
    });
    Rollen { schema_versie: SCHEMA_VERSIE.to_owned(), rollen }
}
