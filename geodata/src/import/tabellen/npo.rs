//! `npo.csv`: the Nationaal Programma Onderwijs for gemeenten, four lists in one table.

use super::known::Known;
use super::value::{date, id, label, one_of};
use crate::contract::{Npo, Punt, SCHEMA_VERSIE, Stap, Wie};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 9] =
    ["lijst", "id", "wanneer_nl", "wanneer_en", "datum", "wie", "tekst_nl", "tekst_en", "bronnen"];

const LIJSTEN: [(&str, Part); 4] = [
    ("kalender", Part::Kalender),
    ("criteria", Part::Criteria),
    ("mogelijkheden", Part::Mogelijkheden),
    ("ondersteuning", Part::Ondersteuning),
];

const WIE: [(&str, Wie); 3] = [("gemeenten", Wie::Gemeenten), ("scholen", Wie::Scholen), ("gka", Wie::Gka)];

#[derive(Clone, Copy)]
enum Part {
    Kalender,
    Criteria,
    Mogelijkheden,
    Ondersteuning,
}

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Npo {
    let table = Table::read(dir, "npo.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let schema_versie = SCHEMA_VERSIE.to_owned();
    let mut npo = Npo {
        schema_versie,
        kalender: Vec::new(),
        criteria: Vec::new(),
        mogelijkheden: Vec::new(),
        ondersteuning: Vec::new(),
    };
    for row in table.rows() {
        let id = id(&row.cell("id"), problems);
        let tekst = label(&row, "tekst", &["en"], problems);
        let bronnen = known.references(&row.cell("bronnen"), problems);
        let list = match one_of(&row.cell("lijst"), &LIJSTEN, problems) {
            Part::Kalender => {
                let wanneer = label(&row, "wanneer", &["en"], problems);
                let datum = date(&row.cell("datum"), problems);
                let wie = one_of(&row.cell("wie"), &WIE, problems);
                npo.kalender.push(Stap { id, wanneer, datum, wie, tekst, bronnen });
                continue;
            }
            Part::Criteria => &mut npo.criteria,
            Part::Mogelijkheden => &mut npo.mogelijkheden,
            Part::Ondersteuning => &mut npo.ondersteuning,
        };
        list.push(Punt { id, tekst, bronnen });
    }
    npo
}
