//! `kerncijfers.csv`: figures as their sources state them.

use super::known::Known;
use super::value::{GRONDSLAG, ZEKERHEID, date, id, label, one_of};
use crate::contract::{Getal, Kerncijfer, Kerncijfers, Lijst, Precisie, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Table};
use std::path::Path;

const COLUMNS: [&str; 12] = [
    "id",
    "label_nl",
    "label_en",
    "waarde",
    "precisie",
    "eenheid",
    "peildatum",
    "lijst",
    "toelichting",
    "grondslag",
    "zekerheid",
    "bronnen",
];

const PRECISIE: [(&str, Precisie); 4] = [
    ("precies", Precisie::Precies),
    ("ongeveer", Precisie::Ongeveer),
    ("meer-dan", Precisie::MeerDan),
    ("ten-minste", Precisie::TenMinste),
];

const LIJSTEN: [(&str, Option<Lijst>); 13] = [
    ("", None),
    ("gemeenten", Some(Lijst::Gemeenten)),
    ("eerste-deelnemers", Some(Lijst::EersteDeelnemers)),
    ("tweede-deelnemers", Some(Lijst::TweedeDeelnemers)),
    ("agendas-2019", Some(Lijst::Agendas2019)),
    ("items-2019", Some(Lijst::Items2019)),
    ("expertpool", Some(Lijst::Expertpool)),
    ("ondertekenaars", Some(Lijst::Ondertekenaars)),
    ("ondertekenende-wethouders", Some(Lijst::OndertekenendeWethouders)),
    ("actieve-communities", Some(Lijst::ActieveCommunities)),
    ("communities-in-oprichting", Some(Lijst::CommunitiesInOprichting)),
    ("selectiecriteria", Some(Lijst::Selectiecriteria)),
    ("lijnen", Some(Lijst::Lijnen)),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Kerncijfers {
    let table = Table::read(dir, "kerncijfers.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut kerncijfers = Vec::new();
    for row in table.rows() {
        kerncijfers.push(Kerncijfer {
            id: id(&row.cell("id"), problems),
            label: label(&row, "label", &["en"], problems),
            waarde: number(&row.cell("waarde"), problems),
            precisie: one_of(&row.cell("precisie"), &PRECISIE, problems),
            eenheid: row.cell("eenheid").required(problems).to_owned(),
            peildatum: date(&row.cell("peildatum"), problems),
            lijst: one_of(&row.cell("lijst"), &LIJSTEN, problems),
            toelichting: row.cell("toelichting").optional(),
            grondslag: one_of(&row.cell("grondslag"), &GRONDSLAG, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    kerncijfers.sort_by(|one, other| (&one.peildatum, &one.id).cmp(&(&other.peildatum, &other.id)));
    known.kerncijfers.clone_from(&kerncijfers);
    Kerncijfers { schema_versie: SCHEMA_VERSIE.to_owned(), kerncijfers }
}

/// With a point or, as spreadsheets in Dutch have it, a comma; without separators of thousands.
fn number(cell: &Cell, problems: &mut Problems) -> Getal {
    let number = cell.text.replace(',', ".").parse().ok().and_then(Getal::new);
    number.unwrap_or_else(|| {
        problems.push(cell.problem("a number as 50 or 2,5"));
        Getal::from(0)
    })
}
