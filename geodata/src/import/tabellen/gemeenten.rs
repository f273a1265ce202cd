//! `gemeenten.csv`: the participants.

use super::gebieden::Periods;
use super::known::Sources;
use super::sites::{Sites, sites};
use super::value::{GRONDSLAG, ZEKERHEID, date, gemeente_code, one_of, references};
use crate::contract::naam::slug;
use crate::contract::{Deelnemer, GebiedPeriode, Provincie, ProvincieCode, Toetreding};
use crate::import::areas::{Area, Areas};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Table};
use std::collections::BTreeMap;
use std::path::Path;

const COLUMNS: [&str; 10] = [
    "code",
    "naam",
    "provincie",
    "nummer",
    "toetreding_datum",
    "toetreding_toelichting",
    "toetreding_grondslag",
    "sites",
    "zekerheid",
    "bronnen",
];

/// The participants, and the sites that are known of them.
pub fn read(
    dir: &Path,
    areas: &Areas,
    provincies: &[Provincie],
    bronnen: &Sources,
    mut periods: Periods,
    problems: &mut Problems,
) -> (Vec<Deelnemer>, Sites) {
    let table = Table::read(dir, "gemeenten.csv", &COLUMNS, problems);
    for column in ["code", "naam", "nummer"] {
        table.each_once(column, problems);
    }
    let by_code = areas.by_code();
    let (mut gemeenten, mut known) = (Vec::new(), Sites::new());
    for row in table.rows() {
        let cell = row.cell("code");
        let code = gemeente_code(&cell, problems);
        let area = by_code.get(&code).copied();
        if area.is_none() && code.is_well_formed() {
            problems.push(cell.problem(format!("a gemeente on the map of {}", areas.jaar)));
        }
        known.insert(code.clone(), sites(&row.cell("sites"), bronnen, problems));
        let naam = row.cell("naam").required(problems).to_owned();
        let own = || vec![GebiedPeriode { code: code.clone(), van: None, tot: None }];
        gemeenten.push(Deelnemer {
            slug: slug(&naam),
            naam,
            provincie: provincie(&row.cell("provincie"), area, provincies, problems),
            nummer: number(&row.cell("nummer"), problems),
            toetreding: Toetreding {
                datum: date(&row.cell("toetreding_datum"), problems),
                toelichting: row.cell("toetreding_toelichting").required(problems).to_owned(),
                grondslag: one_of(&row.cell("toetreding_grondslag"), &GRONDSLAG, problems),
            },
            gebieden: periods.remove(&code).map_or_else(own, |(_, areas)| areas),
            code,
            themas: BTreeMap::new(),
            interventies: 0,
            zekerheid: one_of(&row.cell("zekerheid"), &ZEKERHEID, problems),
            bronnen: references(&row.cell("bronnen"), bronnen, problems),
        });
    }
    for (code, (place, _)) in periods {
        problems.expected(&place, "a participant in gemeenten.csv", format!("\"{code}\""));
    }
    (gemeenten, known)
}

/// The province by its name, which must be the one the map says.
pub fn provincie(
    cell: &Cell,
    area: Option<&Area>,
    provincies: &[Provincie],
    problems: &mut Problems,
) -> ProvincieCode {
    let Some(provincie) = provincies.iter().find(|provincie| provincie.naam == cell.text) else {
        problems
            .push(cell.problem("the name of a province in provincies.csv").refers_to(&["provincies.csv"]));
        return ProvincieCode::new("");
    };
    if let Some(area) = area
        && area.provincie != provincie.code
    {
        let name = provincies.iter().find(|provincie| provincie.code == area.provincie);
        let name = name.map_or(area.provincie.as_str(), |provincie| &provincie.naam);
        problems.push(cell.problem(format!("{name}, as on the map")));
    }
    provincie.code.clone()
}

fn number(cell: &Cell, problems: &mut Problems) -> u16 {
    cell.text.parse().unwrap_or_else(|_| {
        problems.push(cell.problem("a whole number"));
        0
    })
}
