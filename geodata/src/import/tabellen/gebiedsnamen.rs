//! `gebiedsnamen.csv`: other names of gemeenten, also of those that do not take part.
//!
//! What follows from other tables is not in it and computed: spellings without accents, and names of gemeenten
//! before and after the release's year, from `herindelingen.csv`.

use super::value::{gemeente_code, one_of};
use crate::contract::naam::{fold, sort_key};
use crate::contract::zoek::{Naamsoort, Zoeknaam};
use crate::contract::{GemeenteCode, Herindelingen};
use crate::import::areas::Areas;
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::collections::BTreeMap;
use std::path::Path;

/// Every other name, in the order a Dutch reader expects.
pub fn read(
    dir: &Path,
    areas: &Areas,
    herindelingen: &Herindelingen,
    problems: &mut Problems,
) -> Vec<Zoeknaam> {
    let mut namen = Namen::default();
    of_the_table(dir, areas, &mut namen, problems);
    for area in &areas.areas {
        let folded = without_accents(&area.naam);
        if folded != area.naam {
            namen.add(&folded, Naamsoort::Spelling, None, &area.code);
        }
    }
    earlier(areas, herindelingen, &mut namen);
    later(areas, herindelingen, &mut namen);
    namen.into_list()
}

/// By name, kind and day, the gemeenten it leads to.
#[derive(Default)]
struct Namen(BTreeMap<(String, Naamsoort, Option<String>), Vec<GemeenteCode>>);

impl Namen {
    /// Whether the name did not lead there yet.
    fn add(&mut self, naam: &str, soort: Naamsoort, datum: Option<&str>, code: &GemeenteCode) -> bool {
        let codes = self.0.entry((naam.to_owned(), soort, datum.map(str::to_owned))).or_default();
        let new = !codes.contains(code);
        if new {
            codes.push(code.clone());
        }
        new
    }

    fn into_list(self) -> Vec<Zoeknaam> {
        let mut list: Vec<Zoeknaam> = Vec::with_capacity(self.0.len());
        for ((naam, soort, datum), mut gemeenten) in self.0 {
            gemeenten.sort();
            list.push(Zoeknaam { naam, soort, datum, gemeenten });
        }
        list.sort_by_cached_key(|naam| (sort_key(&naam.naam), naam.soort, naam.datum.clone()));
        list
    }
}

fn of_the_table(dir: &Path, areas: &Areas, namen: &mut Namen, problems: &mut Problems) {
    let table = Table::read(dir, "gebiedsnamen.csv", &["code", "naam", "soort"], problems);
    let by_code = areas.by_code();
    for row in table.rows() {
        let (code, naam, soort) = (row.cell("code"), row.cell("naam"), row.cell("soort"));
        let gemeente = gemeente_code(&code, problems);
        let area = by_code.get(&gemeente);
        if area.is_none() && gemeente.is_well_formed() {
            problems.push(code.problem(format!("a gemeente on the map of {}", areas.jaar)));
        }
        let kind = one_of(&soort, &Naamsoort::ALL, problems);
        let text = naam.required(problems);
        if area.is_some_and(|area| area.naam == text) || !namen.add(text, kind, None, &gemeente) {
            problems.push(naam.problem("a name that the gemeente does not have yet"));
        }
    }
}

/// Names of gemeenten that ended, by the gemeenten of the year that have their ground.
fn earlier(areas: &Areas, herindelingen: &Herindelingen, namen: &mut Namen) {
    let by_code = areas.by_code();
    for gemeente in herindelingen.alle().filter(|gemeente| gemeente.laatste_jaar < areas.jaar) {
        let Ok(opvolging) = herindelingen.follow(&gemeente.code, gemeente.laatste_jaar, areas.jaar) else {
            continue;
        };
        let soort = if opvolging.whole().is_some() { Naamsoort::Vroeger } else { Naamsoort::VroegerDeel };
        let datum = herindelingen.events(&gemeente.code).first().map(|event| event.datum.as_str());
        for code in &opvolging.naar {
            if by_code.get(code).is_some_and(|area| area.naam != gemeente.naam) {
                namen.add(&gemeente.naam, soort, datum, code);
            }
        }
    }
}

/// Names of gemeenten that came later, by the gemeenten of the year that went into them.
fn later(areas: &Areas, herindelingen: &Herindelingen, namen: &mut Namen) {
    let last = *herindelingen.jaren().end();
    for area in &areas.areas {
        let Ok(opvolging) = herindelingen.follow(&area.code, areas.jaar, last) else { continue };
        let datum = herindelingen.events(&area.code).first().map(|event| event.datum.as_str());
        for code in &opvolging.naar {
            let naam = herindelingen.gemeente(code).map_or("", |gemeente| gemeente.naam.as_str());
            let known = areas.areas.iter().any(|area| area.naam == naam) || naam == area.naam;
            if !known && fold(naam) != fold(&area.naam) {
                namen.add(naam, Naamsoort::Later, datum, &area.code);
            }
        }
    }
}

/// The name with its capitals, without its accents.
fn without_accents(naam: &str) -> String {
    naam.chars()
        .map(|letter| if letter.is_ascii() { letter.to_string() } else { fold(&letter.to_string()) })
        .collect()
}
