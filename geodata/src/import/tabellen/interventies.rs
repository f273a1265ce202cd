//! `interventies.csv`: what is done where.
//!
//! `themas` holds those that a source itself says, `themas_afgeleid` those we concluded; the source's
//! own word stands in brackets behind the id: `soepele-overgangen (Soepele overgang)`.

use super::value::{GRONDSLAG, ZEKERHEID, id, label, one_of, optional_date, references};
use crate::contract::{
    Bron, Deelnemer, GemeenteCode, Grondslag, Interventie, Periode, Sector, Thema, ThemaId, ThemaVerwijzing,
};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Row, Table};
use std::path::Path;

const COLUMNS: [&str; 16] = [
    "id",
    "titel_nl",
    "titel_en",
    "samenvatting_nl",
    "samenvatting_en",
    "toelichting",
    "gemeenten",
    "regio",
    "themas",
    "themas_afgeleid",
    "sectoren",
    "sectoren_grondslag",
    "van",
    "tot",
    "zekerheid",
    "bronnen",
];

const SECTOREN: [(&str, Sector); 6] = [
    ("vve", Sector::Vve),
    ("po", Sector::Po),
    ("vo", Sector::Vo),
    ("mbo", Sector::Mbo),
    ("ho", Sector::Ho),
    ("onbekend", Sector::Onbekend),
];

pub fn read(
    dir: &Path,
    deelnemers: &[Deelnemer],
    themas: &[Thema],
    bronnen: &[Bron],
    problems: &mut Problems,
) -> Vec<Interventie> {
    let table = Table::read(dir, "interventies.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut interventies = Vec::new();
    for row in table.rows() {
        let mut sectoren: Vec<Sector> = Vec::new();
        for cell in row.cell("sectoren").list() {
            sectoren.push(one_of(&cell, &SECTOREN, problems));
        }
        row.cell("sectoren").required(problems);
        sectoren.sort();
        sectoren.dedup();
        interventies.push(Interventie {
            id: id(&row.cell("id"), problems),
            titel: label(&row, "titel", &["en"], problems),
            samenvatting: label(&row, "samenvatting", &["en"], problems),
            gemeenten: participants(&row, deelnemers, problems),
            regio: row.cell("regio").optional(),
            themas: thema_references(&row, themas, problems),
            sectoren,
            sectoren_grondslag: one_of(&row.cell("sectoren_grondslag"), &GRONDSLAG, problems),
            periode: period(&row, problems),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    interventies
}

/// At least one participant; a region alone cannot be shown on a map.
fn participants(row: &Row, deelnemers: &[Deelnemer], problems: &mut Problems) -> Vec<GemeenteCode> {
    let cell = row.cell("gemeenten");
    cell.required(problems);
    let mut codes = Vec::new();
    for one in cell.list() {
        let code = GemeenteCode::new(one.text);
        if !deelnemers.iter().any(|deelnemer| deelnemer.code == code) {
            problems.push(one.problem("the code of a participant in gemeenten.csv"));
        } else if codes.contains(&code) {
            problems.push(one.problem("each gemeente once"));
        }
        codes.push(code);
    }
    codes
}

fn thema_references(row: &Row, themas: &[Thema], problems: &mut Problems) -> Vec<ThemaVerwijzing> {
    let mut references: Vec<ThemaVerwijzing> = Vec::new();
    for (column, grondslag) in [("themas", Grondslag::Bron), ("themas_afgeleid", Grondslag::Afgeleid)] {
        for (cell, bronlabel) in row.cell(column).list().iter().map(Cell::with_brackets) {
            let id = ThemaId::new(cell.text);
            if !themas.iter().any(|thema| thema.id == id) {
                problems.push(cell.problem("the id of a thema in themas.csv"));
            } else if references.iter().any(|reference| reference.id == id) {
                problems.push(cell.problem("each thema once"));
            }
            references.push(ThemaVerwijzing { id, bronlabel, grondslag });
        }
    }
    references
}

fn period(row: &Row, problems: &mut Problems) -> Option<Periode> {
    let van = optional_date(&row.cell("van"), problems);
    let tot = optional_date(&row.cell("tot"), problems);
    if let (Some(van), Some(tot)) = (&van, &tot) {
        // As precise as the less precise of the two: 2021-03 to 2021 is no contradiction.
        let shared = van.len().min(tot.len());
        if van.get(..shared) > tot.get(..shared) {
            problems.push(row.cell("tot").problem(format!("a date from {van} onwards")));
        }
    }
    (van.is_some() || tot.is_some()).then_some(Periode { van, tot })
}
