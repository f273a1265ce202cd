//! `themas.csv`: one list of themas for all sources; the labels of the sources stand beside it.

use super::known::Sources;
use super::value::{id, label, references};
use crate::contract::{Thema, ThemaId};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 9] = [
    "id",
    "label_nl",
    "label_en",
    "label_fy",
    "in_zin_nl",
    "in_zin_en",
    "in_zin_fy",
    "brontermen",
    "bronnen",
];

pub fn read(dir: &Path, bronnen: &Sources, problems: &mut Problems) -> Vec<Thema> {
    let table = Table::read(dir, "themas.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    table.each_once("label_nl", problems);
    let mut themas = Vec::new();
    for row in table.rows() {
        themas.push(Thema {
            id: ThemaId::new(id(&row.cell("id"), problems)),
            label: label(&row, "label", &["en", "fy"], problems),
            in_zin: label(&row, "in_zin", &["en", "fy"], problems),
            gemeenten: 0,
            interventies: 0,
            brontermen: row.cell("brontermen").list().iter().map(|term| term.text.to_owned()).collect(),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    themas
}
