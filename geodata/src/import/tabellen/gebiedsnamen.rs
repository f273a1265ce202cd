//! `gebiedsnamen.csv`: other names of gemeenten, also of those that do not take part.
//!
//! Spellings without accents are not in it: they are computed.

use super::value::gemeente_code;
use crate::contract::GemeenteCode;
use crate::contract::naam::fold;
use crate::import::areas::Areas;
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::collections::BTreeMap;
use std::path::Path;

/// Why somebody would search by this name. For the editors; readers see only the names.
const SOORTEN: [&str; 7] =
    ["roepnaam", "spelling", "fries", "nederlands", "engels", "vroeger", "vroeger-deel"];

pub fn read(dir: &Path, areas: &Areas, problems: &mut Problems) -> BTreeMap<GemeenteCode, Vec<String>> {
    let table = Table::read(dir, "gebiedsnamen.csv", &["code", "naam", "soort"], problems);
    let by_code = areas.by_code();
    let mut namen: BTreeMap<GemeenteCode, Vec<String>> = BTreeMap::new();
    for row in table.rows() {
        let (code, naam, soort) = (row.cell("code"), row.cell("naam"), row.cell("soort"));
        let gemeente = gemeente_code(&code, problems);
        let area = by_code.get(&gemeente);
        if area.is_none() && gemeente.is_well_formed() {
            problems.push(code.problem(format!("a gemeente on the map of {}", areas.jaar)));
        }
        if !SOORTEN.contains(&soort.text) {
            problems.push(soort.problem(format!("one of {}", SOORTEN.join(", "))));
        }
        let known = namen.entry(gemeente).or_default();
        let text = naam.required(problems).to_owned();
        if area.is_some_and(|area| area.naam == text) || known.contains(&text) {
            problems.push(naam.problem("a name that the gemeente does not have yet"));
        }
        known.push(text);
    }
    for area in &areas.areas {
        let folded = without_accents(&area.naam);
        if folded != area.naam {
            let known = namen.entry(area.code.clone()).or_default();
            if !known.contains(&folded) {
                known.insert(0, folded);
            }
        }
    }
    namen
}

/// The name with its capitals, without its accents.
fn without_accents(naam: &str) -> String {
    naam.chars()
        .map(|letter| if letter.is_ascii() { letter.to_string() } else { fold(&letter.to_string()) })
        .collect()
}
