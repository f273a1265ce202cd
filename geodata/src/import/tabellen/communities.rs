//! `communities.csv`: networks of schools that learn from each other.

use super::known::Known;
use super::value::{ZEKERHEID, date, id, label, one_of, optional_count, sectors, texts};
use crate::contract::naam::sort_key;
use crate::contract::{Communities, Community, CommunityStatus, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 15] = [
    "id",
    "naam",
    "status",
    "peildatum",
    "onderwerp_nl",
    "onderwerp_en",
    "themas",
    "gemeenten",
    "uitbreiding",
    "scholen",
    "sectoren",
    "partners",
    "toelichting",
    "zekerheid",
    "bronnen",
];

const STATUS: [(&str, CommunityStatus); 3] = [
    ("actief", CommunityStatus::Actief),
    ("in-oprichting", CommunityStatus::InOprichting),
    ("aangekondigd", CommunityStatus::Aangekondigd),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Communities {
    let table = Table::read(dir, "communities.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut communities = Vec::new();
    for row in table.rows() {
        let sectoren = row.cell("sectoren");
        communities.push(Community {
            id: id(&row.cell("id"), problems),
            naam: row.cell("naam").required(problems).to_owned(),
            status: one_of(&row.cell("status"), &STATUS, problems),
            peildatum: date(&row.cell("peildatum"), problems),
            onderwerp: label(&row, "onderwerp", &["en"], problems),
            themas: known.themas(&row.cell("themas"), problems),
            gemeenten: known.gemeenten(&row.cell("gemeenten"), problems),
            uitbreiding: known.gemeenten(&row.cell("uitbreiding"), problems),
            scholen: optional_count(&row.cell("scholen"), problems),
            sectoren: if sectoren.text.is_empty() { Vec::new() } else { sectors(&sectoren, problems) },
            partners: texts(&row.cell("partners")),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    communities.sort_by_cached_key(|community| (community.status, sort_key(&community.naam)));
    known.named.extend(communities.iter().map(|community| community.id.clone()));
    Communities { schema_versie: SCHEMA_VERSIE.to_owned(), communities }
}
