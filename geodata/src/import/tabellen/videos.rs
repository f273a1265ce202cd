//! `videos.csv`: videos, with captions and transcript.

use super::known::Known;
use super::value::{availability, id, label, optional_date};
use crate::contract::{SCHEMA_VERSIE, Video, Videos};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 10] = [
    "id",
    "titel_nl",
    "titel_en",
    "gemeenten",
    "datum",
    "adres",
    "ondertiteling",
    "transcript",
    "toelichting",
    "bronnen",
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Videos {
    let table = Table::read(dir, "videos.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut videos = Vec::new();
    for row in table.rows() {
        videos.push(Video {
            id: id(&row.cell("id"), problems),
            titel: label(&row, "titel", &["en"], problems),
            gemeenten: known.gemeenten(&row.cell("gemeenten"), problems),
            datum: optional_date(&row.cell("datum"), problems),
            adres: availability(&row.cell("adres"), problems),
            ondertiteling: availability(&row.cell("ondertiteling"), problems),
            transcript: availability(&row.cell("transcript"), problems),
            toelichting: row.cell("toelichting").optional(),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    Videos { schema_versie: SCHEMA_VERSIE.to_owned(), videos }
}
