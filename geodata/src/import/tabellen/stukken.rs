//! `stukken.csv`: letters, reports and publications.

use super::known::Known;
use super::value::{ZEKERHEID, availability, date, id, one_of, optional_date, persons};
use crate::contract::{SCHEMA_VERSIE, Stuk, StukSoort, Stukken};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 13] = [
    "id",
    "titel",
    "soort",
    "datum",
    "datum_in_stuk",
    "afzender",
    "aan",
    "kenmerk",
    "ondertekenaars",
    "tekst",
    "toelichting",
    "zekerheid",
    "bronnen",
];

const SOORTEN: [(&str, StukSoort); 7] = [
    ("kamerbrief", StukSoort::Kamerbrief),
    ("brief", StukSoort::Brief),
    ("rapportage", StukSoort::Rapportage),
    ("publicatie", StukSoort::Publicatie),
    ("regeling", StukSoort::Regeling),
    ("magazine", StukSoort::Magazine),
    ("handreiking", StukSoort::Handreiking),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Stukken {
    let table = Table::read(dir, "stukken.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut stukken = Vec::new();
    for row in table.rows() {
        stukken.push(Stuk {
            id: id(&row.cell("id"), problems),
            titel: row.cell("titel").required(problems).to_owned(),
            soort: one_of(&row.cell("soort"), &SOORTEN, problems),
            datum: date(&row.cell("datum"), problems),
            datum_in_stuk: optional_date(&row.cell("datum_in_stuk"), problems),
            afzender: row.cell("afzender").required(problems).to_owned(),
            aan: row.cell("aan").optional(),
            kenmerk: row.cell("kenmerk").optional(),
            ondertekenaars: persons(&row.cell("ondertekenaars"), problems),
            tekst: availability(&row.cell("tekst"), problems),
            toelichting: row.cell("toelichting").optional(),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    stukken.sort_by(|one, other| (&one.datum, &one.id).cmp(&(&other.datum, &other.id)));
    known.named.extend(stukken.iter().map(|stuk| stuk.id.clone()));
    Stukken { schema_versie: SCHEMA_VERSIE.to_owned(), stukken }
}
