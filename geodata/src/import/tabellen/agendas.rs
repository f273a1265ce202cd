//! `agendas.csv`: what participants signed.

use super::known::Known;
use super::value::{GRONDSLAG, ZEKERHEID, availability, id, one_of, optional_date, period, persons, texts};
use crate::contract::{Agenda, AgendaSoort, Agendas, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 13] = [
    "id",
    "gemeente",
    "soort",
    "van",
    "tot",
    "ondertekend",
    "ondertekenaars",
    "onderdelen",
    "tekst",
    "toelichting",
    "grondslag",
    "zekerheid",
    "bronnen",
];

const SOORTEN: [(&str, AgendaSoort); 2] =
    [("agenda", AgendaSoort::Agenda), ("addendum", AgendaSoort::Addendum)];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Agendas {
    let table = Table::read(dir, "agendas.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut agendas = Vec::new();
    for row in table.rows() {
        agendas.push(Agenda {
            id: id(&row.cell("id"), problems),
            gemeente: known.deelnemer(&row.cell("gemeente"), problems),
            soort: one_of(&row.cell("soort"), &SOORTEN, problems),
            periode: period(&row, problems),
            ondertekend: optional_date(&row.cell("ondertekend"), problems),
            ondertekenaars: persons(&row.cell("ondertekenaars"), problems),
            onderdelen: texts(&row.cell("onderdelen")),
            tekst: availability(&row.cell("tekst"), problems),
            toelichting: row.cell("toelichting").optional(),
            grondslag: one_of(&row.cell("grondslag"), &GRONDSLAG, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    agendas.sort_by(|one, other| one.id.cmp(&other.id));
    known.agendas = agendas.iter().map(|agenda| agenda.id.clone()).collect();
    Agendas { schema_versie: SCHEMA_VERSIE.to_owned(), agendas }
}
