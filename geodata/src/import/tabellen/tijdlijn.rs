//! `tijdlijn.csv`: what happened, and what was meant to happen.

use super::known::Known;
use super::value::{GRONDSLAG, ZEKERHEID, date, id, label, one_of};
use crate::contract::{Gebeurtenis, GebeurtenisSoort, SCHEMA_VERSIE, Tijdlijn};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 11] = [
    "id",
    "datum",
    "moment",
    "soort",
    "tekst_nl",
    "tekst_en",
    "stuk",
    "toelichting",
    "grondslag",
    "zekerheid",
    "bronnen",
];

const SOORTEN: [(&str, GebeurtenisSoort); 3] = [
    ("feit", GebeurtenisSoort::Feit),
    ("voornemen", GebeurtenisSoort::Voornemen),
    ("niet-gehaald", GebeurtenisSoort::NietGehaald),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Tijdlijn {
    let table = Table::read(dir, "tijdlijn.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut gebeurtenissen = Vec::new();
    for row in table.rows() {
        gebeurtenissen.push(Gebeurtenis {
            id: id(&row.cell("id"), problems),
            datum: date(&row.cell("datum"), problems),
            moment: row.cell("moment").optional(),
            soort: one_of(&row.cell("soort"), &SOORTEN, problems),
            tekst: label(&row, "tekst", &["en"], problems),
            stuk: known.named(&row.cell("stuk"), problems),
            toelichting: row.cell("toelichting").optional(),
            grondslag: one_of(&row.cell("grondslag"), &GRONDSLAG, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    gebeurtenissen.sort_by(|one, other| (&one.datum, &one.id).cmp(&(&other.datum, &other.id)));
    Tijdlijn { schema_versie: SCHEMA_VERSIE.to_owned(), gebeurtenissen }
}
