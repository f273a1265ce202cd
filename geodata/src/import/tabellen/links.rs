//! `links.csv`: where readers can go on.

use super::known::Known;
use super::value::{availability, id, label};
use crate::contract::{Link, Links, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 8] =
    ["id", "label_nl", "label_en", "beschrijving_nl", "beschrijving_en", "adres", "toelichting", "bronnen"];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Links {
    let table = Table::read(dir, "links.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut links = Vec::new();
    for row in table.rows() {
        links.push(Link {
            id: id(&row.cell("id"), problems),
            label: label(&row, "label", &["en"], problems),
            beschrijving: label(&row, "beschrijving", &["en"], problems),
            adres: availability(&row.cell("adres"), problems),
            toelichting: row.cell("toelichting").optional(),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    Links { schema_versie: SCHEMA_VERSIE.to_owned(), links }
}
