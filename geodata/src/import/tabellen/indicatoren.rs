//! The tables of indicators: what is measured, where its line breaks, and the figures.
//!
//! | file | a row is |
//! |---|---|
//! | `indicatoren.csv` | an indicator |
//! | `indicatorbreuken.csv` | a break: figures before and after are not the same thing |
//! | `indicatorreeksen.csv` | a table of figures, `indicatoren/INDICATOR-NIVEAU-INDELING.csv` |
//! | `vergelijkingskenmerken.csv` | a trait by which gemeenten are alike |
//!
//! A release without `indicatoren.csv` has no indicators.

mod cijfers;
mod kenmerken;

pub use cijfers::Rij;
pub use kenmerken::{Kenmerk, Schaal};

use super::known::Sources;
use super::value::{GRONDSLAG, ZEKERHEID, id, label, one_of, optional_label, references};
use crate::contract::indicatoren::Beschikbaarheid;
use crate::contract::{
    Breuk, Breuksoort, Domein, Getal, Indicator, IndicatorId, Niveau, Periodesoort, Verwijzing,
};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Row, Table};
use std::path::Path;

/// Indicators without their series, and the figures of the series.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Indicatortabellen {
    pub indicatoren: Vec<Indicator>,
    pub reeksen: Vec<Reekstabel>,
    pub kenmerken: Vec<Kenmerk>,
}

/// A table of figures, its rows as they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Reekstabel {
    pub indicator: IndicatorId,
    pub niveau: Niveau,
    pub indeling: u16,
    pub bronnen: Vec<Verwijzing>,
    pub rijen: Vec<Rij>,
}

const COLUMNS: [&str; 20] = [
    "id",
    "label_nl",
    "label_en",
    "label_fy",
    "definitie_nl",
    "definitie_en",
    "formule",
    "eenheid_nl",
    "eenheid_en",
    "teken",
    "decimalen",
    "min",
    "max",
    "periodesoort",
    "beschikbaarheid",
    "toelichting_nl",
    "toelichting_en",
    "grondslag",
    "zekerheid",
    "bronnen",
];

pub fn read(dir: &Path, bronnen: &Sources, problems: &mut Problems) -> Indicatortabellen {
    if !dir.join("indicatoren.csv").exists() {
        return Indicatortabellen::default();
    }
    let table = Table::read(dir, "indicatoren.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut indicatoren = Vec::new();
    for row in table.rows() {
        indicatoren.push(Indicator {
            id: IndicatorId::new(id(&row.cell("id"), problems)),
            label: label(&row, "label", &["en", "fy"], problems),
            definitie: label(&row, "definitie", &["en"], problems),
            formule: row.cell("formule").optional(),
            eenheid: label(&row, "eenheid", &["en"], problems),
            teken: row.cell("teken").optional(),
            decimalen: digits(&row.cell("decimalen"), problems),
            domein: Domein { min: bound(&row, "min", problems), max: bound(&row, "max", problems) },
            periodesoort: one_of(&row.cell("periodesoort"), &Periodesoort::ALL, problems),
            beschikbaarheid: one_of(&row.cell("beschikbaarheid"), &Beschikbaarheid::ALL, problems),
            toelichting: optional_label(&row, "toelichting", &["en"], problems),
            breuken: Vec::new(),
            reeksen: Vec::new(),
            grondslag: one_of(&row.cell("grondslag"), &GRONDSLAG, problems),
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    breaks(dir, &mut indicatoren, bronnen, problems);
    let reeksen = series(dir, &indicatoren, bronnen, problems);
    let kenmerken = kenmerken::read(dir, &indicatoren, problems);
    Indicatortabellen { indicatoren, reeksen, kenmerken }
}

fn breaks(dir: &Path, indicatoren: &mut [Indicator], bronnen: &Sources, problems: &mut Problems) {
    let columns = ["indicator", "vanaf", "soort", "toelichting_nl", "toelichting_en", "bronnen"];
    let table = Table::read(dir, "indicatorbreuken.csv", &columns, problems);
    for row in table.rows() {
        let vanaf = row.cell("vanaf");
        let breuk = Breuk {
            vanaf: vanaf.required(problems).to_owned(),
            soort: one_of(&row.cell("soort"), &Breuksoort::ALL, problems),
            toelichting: label(&row, "toelichting", &["en"], problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        };
        let Some(at) = indicator(&row.cell("indicator"), indicatoren, problems) else { continue };
        if !indicatoren[at].periodesoort.is_period(&breuk.vanaf) {
            problems.push(vanaf.problem("a period of the kind that the indicator has"));
        }
        indicatoren[at].breuken.push(breuk);
    }
    for indicator in indicatoren {
        indicator.breuken.sort_by(|one, other| one.vanaf.cmp(&other.vanaf));
    }
}

fn series(
    dir: &Path,
    indicatoren: &[Indicator],
    bronnen: &Sources,
    problems: &mut Problems,
) -> Vec<Reekstabel> {
    let columns = ["indicator", "niveau", "indeling", "bronnen"];
    let table = Table::read(dir, "indicatorreeksen.csv", &columns, problems);
    let mut reeksen: Vec<Reekstabel> = Vec::new();
    for row in table.rows() {
        let own = row.cell("indicator");
        let Some(at) = indicator(&own, indicatoren, problems) else { continue };
        let niveau = one_of(&row.cell("niveau"), &Niveau::ALL, problems);
        let indeling = row.cell("indeling").text.parse().unwrap_or_else(|_| {
            problems.push(row.cell("indeling").problem("a year"));
            0
        });
        let bronnen = references(&row.cell("bronnen"), bronnen, problems);
        let indicator = indicatoren[at].id.clone();
        if reeksen
            .iter()
            .any(|reeks| (&reeks.indicator, reeks.niveau, reeks.indeling) == (&indicator, niveau, indeling))
        {
            problems.push(own.problem("each indicator, niveau and indeling once"));
            continue;
        }
        let file = format!("indicatoren/{indicator}-{niveau}-{indeling}.csv");
        let rijen = cijfers::read(dir, &file, &indicatoren[at], niveau, problems);
        reeksen.push(Reekstabel { indicator, niveau, indeling, bronnen, rijen });
    }
    for indicator in indicatoren {
        let has = reeksen.iter().any(|reeks| reeks.indicator == indicator.id);
        let says = indicator.beschikbaarheid == Beschikbaarheid::Beschikbaar;
        if has != says && reeksen.len() == table.rows().count() {
            let expected = format!("{} to be beschikbaar exactly if it has a series", indicator.id);
            let found = if has { "a series" } else { "no series" };
            problems.expected(&crate::import::problem::Place::file("indicatorreeksen.csv"), expected, found);
        }
    }
    reeksen
}

fn indicator(cell: &Cell, indicatoren: &[Indicator], problems: &mut Problems) -> Option<usize> {
    let found = indicatoren.iter().position(|indicator| indicator.id.as_str() == cell.text);
    if found.is_none() {
        problems
            .push(cell.problem("the id of an indicator in indicatoren.csv").refers_to(&["indicatoren.csv"]));
    }
    found
}

fn digits(cell: &Cell, problems: &mut Problems) -> u8 {
    cell.text.parse().ok().filter(|digits| *digits <= 6).unwrap_or_else(|| {
        problems.push(cell.problem("a number of digits from 0 to 6"));
        0
    })
}

fn bound(row: &Row, name: &str, problems: &mut Problems) -> Option<Getal> {
    let cell = row.cell(name);
    if cell.text.is_empty() {
        return None;
    }
    let number = cell.text.parse().ok().and_then(Getal::new);
    if number.is_none() {
        problems.push(cell.problem("a number with a decimal point, or nothing"));
    }
    number
}
