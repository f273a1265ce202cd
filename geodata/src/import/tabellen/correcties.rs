//! `correcties.csv` and `tegenspraken.csv`: where sources err or contradict each other.

use super::known::Known;
use super::value::{ZEKERHEID, id, one_of};
use crate::contract::{Correctie, CorrectieSoort, Correcties, SCHEMA_VERSIE, Tegenspraak};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const SOORTEN: [(&str, CorrectieSoort); 9] = [
    ("leesfout", CorrectieSoort::Leesfout),
    ("leesfout-of-fout", CorrectieSoort::LeesfoutOfFout),
    ("naam", CorrectieSoort::Naam),
    ("diacrieten", CorrectieSoort::Diacrieten),
    ("afbreking", CorrectieSoort::Afbreking),
    ("datum", CorrectieSoort::Datum),
    ("taal", CorrectieSoort::Taal),
    ("paginavoet", CorrectieSoort::Paginavoet),
    ("naamvorm", CorrectieSoort::Naamvorm),
];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Correcties {
    Correcties {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        correcties: corrections(dir, known, problems),
        tegenspraken: contradictions(dir, known, problems),
    }
}

fn corrections(dir: &Path, known: &Known, problems: &mut Problems) -> Vec<Correctie> {
    let columns = ["in_bron", "gelezen", "soort", "zekerheid", "toelichting", "bronnen"];
    let table = Table::read(dir, "correcties.csv", &columns, problems);
    let mut correcties = Vec::new();
    for row in table.rows() {
        correcties.push(Correctie {
            in_bron: row.cell("in_bron").required(problems).to_owned(),
            gelezen: row.cell("gelezen").required(problems).to_owned(),
            soort: one_of(&row.cell("soort"), &SOORTEN, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            toelichting: row.cell("toelichting").optional(),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    correcties
}

fn contradictions(dir: &Path, known: &Known, problems: &mut Problems) -> Vec<Tegenspraak> {
    let columns = ["id", "tegenspraak", "keuze", "bronnen"];
    let table = Table::read(dir, "tegenspraken.csv", &columns, problems);
    table.each_once("id", problems);
    let mut tegenspraken = Vec::new();
    for row in table.rows() {
        tegenspraken.push(Tegenspraak {
            id: id(&row.cell("id"), problems),
            tegenspraak: row.cell("tegenspraak").required(problems).to_owned(),
            keuze: row.cell("keuze").required(problems).to_owned(),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    tegenspraken.sort_by(|one, other| one.id.cmp(&other.id));
    tegenspraken
}
