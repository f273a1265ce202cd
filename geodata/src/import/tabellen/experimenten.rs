//! `experimenten.csv`: what was tried out.

use super::known::Known;
use super::value::{GRONDSLAG, ZEKERHEID, id, label, one_of, optional_count, period, sectors};
use crate::contract::naam::sort_key;
use crate::contract::{Experiment, Experimenten, Plaats, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Table};
use std::path::Path;

const COLUMNS: [&str; 15] = [
    "id",
    "naam",
    "samenvatting_nl",
    "samenvatting_en",
    "lijn",
    "plaatsen",
    "van",
    "tot",
    "scholen",
    "sectoren",
    "sectoren_grondslag",
    "onderzoek",
    "toelichting",
    "zekerheid",
    "bronnen",
];

const LIJNEN: [(&str, u8); 3] = [("1", 1), ("2", 2), ("3", 3)];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Experimenten {
    let table = Table::read(dir, "experimenten.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut experimenten = Vec::new();
    for row in table.rows() {
        experimenten.push(Experiment {
            id: id(&row.cell("id"), problems),
            naam: row.cell("naam").required(problems).to_owned(),
            samenvatting: label(&row, "samenvatting", &["en"], problems),
            lijn: one_of(&row.cell("lijn"), &LIJNEN, problems),
            plaatsen: places(&row.cell("plaatsen"), known, problems),
            periode: period(&row, problems),
            scholen: optional_count(&row.cell("scholen"), problems),
            sectoren: sectors(&row.cell("sectoren"), problems),
            sectoren_grondslag: one_of(&row.cell("sectoren_grondslag"), &GRONDSLAG, problems),
            onderzoek: row.cell("onderzoek").optional(),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    experimenten.sort_by_cached_key(|experiment| sort_key(&experiment.naam));
    known.named.extend(experimenten.iter().map(|experiment| experiment.id.clone()));
    Experimenten { schema_versie: SCHEMA_VERSIE.to_owned(), experimenten }
}

/// Gemeenten, each with the place in it in brackets: `GM0599 (Rotterdam-Zuid)`.
fn places(cell: &Cell, known: &Known, problems: &mut Problems) -> Vec<Plaats> {
    cell.required(problems);
    let places = cell.list();
    let places = places.iter().map(Cell::with_brackets);
    places.map(|(code, plek)| Plaats { gemeente: known.gemeente(&code, problems), plek }).collect()
}
