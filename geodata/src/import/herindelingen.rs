//! `gemeentecodes.csv` and `herindelingen.csv`: the codes of each year, and what became of those that ended.
//!
//! Read together, because each is the other's check: a code that ends has an event, an event ends a code, and
//! what it leads to exists in the first indeling after it.

use super::problem::Problems;
use super::tabellen::value::{gemeente_code, one_of};
use super::table::{Cell, Row, Table};
use crate::contract::datum::is_day;
use crate::contract::herindelingen::Deel;
use crate::contract::{GemeenteCode, Gemeentecode, Herindeling, Herindelingen, ProvincieCode};
use std::path::Path;

const GEMEENTECODES: &str = "gemeentecodes.csv";
const HERINDELINGEN: &str = "herindelingen.csv";

const DEEL: [(&str, Deel); 3] =
    [("geheel", Deel::Geheel), ("hoofddeel", Deel::Hoofddeel), ("deel", Deel::Deel)];

/// The tables this was built with: every code from 2016 on.
///
/// # Errors
/// None as long as the tables agree, which a test sees to.
pub fn built_in() -> Result<Herindelingen, Problems> {
    join(|file, columns, problems| {
        let bytes = match file {
            GEMEENTECODES => include_bytes!("../../../examples/bronnen/gemeentecodes.csv").as_slice(),
            _ => include_bytes!("../../../examples/bronnen/herindelingen.csv").as_slice(),
        };
        Table::parse(file, bytes, columns, problems)
    })
}

/// Reads both tables in `dir`.
///
/// # Errors
/// Everything that is wrong with them.
pub fn read(dir: &Path) -> Result<Herindelingen, Problems> {
    join(|file, columns, problems| Table::read(dir, file, columns, problems))
}

fn join(table: impl Fn(&str, &[&str], &mut Problems) -> Table) -> Result<Herindelingen, Problems> {
    let mut problems = Problems::default();
    let columns = ["code", "naam", "provincie", "eerste_jaar", "laatste_jaar"];
    let codes = table(GEMEENTECODES, &columns, &mut problems);
    let columns = ["datum", "van", "van_naam", "naar", "naar_naam", "deel", "bevestigd_door"];
    let events = table(HERINDELINGEN, &columns, &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let gemeenten = gemeentecodes(&codes, &mut problems);
    let herindelingen = herindelingen(&events, &mut problems);
    let joined = Herindelingen::new(gemeenten, herindelingen);
    if problems.is_empty() {
        each_end_has_an_event(&codes, &joined, &mut problems);
        each_event_ends_a_code(&events, &joined, &mut problems);
    }
    if problems.is_empty() { Ok(joined) } else { Err(problems.in_file_order()) }
}

fn gemeentecodes(table: &Table, problems: &mut Problems) -> Vec<Gemeentecode> {
    table.each_once("code", problems);
    let mut gemeenten = Vec::new();
    for row in table.rows() {
        let (eerste_jaar, laatste_jaar) =
            (year(&row.cell("eerste_jaar"), problems), year(&row.cell("laatste_jaar"), problems));
        if laatste_jaar < eerste_jaar {
            problems.push(row.cell("laatste_jaar").problem(format!("a year from {eerste_jaar} on")));
        }
        let provincie = row.cell("provincie").optional().map(ProvincieCode::new);
        if provincie.as_ref().is_some_and(|code| !code.is_well_formed()) {
            problems.push(row.cell("provincie").problem("a CBS code such as PV27, or nothing"));
        }
        gemeenten.push(Gemeentecode {
            code: gemeente_code(&row.cell("code"), problems),
            naam: row.cell("naam").required(problems).to_owned(),
            provincie,
            eerste_jaar,
            laatste_jaar,
        });
    }
    gemeenten
}

fn year(cell: &Cell, problems: &mut Problems) -> u16 {
    match cell.text.parse() {
        Ok(year) if (1900..2200).contains(&year) => year,
        _ => {
            problems.push(cell.problem("a year such as 2021"));
            0
        }
    }
}

fn herindelingen(table: &Table, problems: &mut Problems) -> Vec<Herindeling> {
    let mut events = Vec::new();
    for row in table.rows() {
        row.cell("bevestigd_door").required(problems);
        if !is_day(row.cell("datum").text) {
            problems.push(row.cell("datum").problem("a day as 2021-01-01"));
        }
        for column in ["van", "naar"] {
            gemeente_code(&row.cell(column), problems);
        }
        one_of(&row.cell("deel"), &DEEL, problems);
        events.push(herindeling(&row));
    }
    events
}

/// What a row says; nonsense where [`herindelingen`] has a problem with it.
fn herindeling(row: &Row) -> Herindeling {
    Herindeling {
        datum: row.cell("datum").text.to_owned(),
        van: GemeenteCode::new(row.cell("van").text),
        naar: GemeenteCode::new(row.cell("naar").text),
        deel: one_of(&row.cell("deel"), &DEEL, &mut Problems::default()),
    }
}

fn each_end_has_an_event(table: &Table, joined: &Herindelingen, problems: &mut Problems) {
    let last = *joined.jaren().end();
    for row in table.rows() {
        let code = GemeenteCode::new(row.cell("code").text);
        let ends = joined.gemeente(&code).is_some_and(|gemeente| gemeente.laatste_jaar < last);
        if ends && joined.events(&code).is_empty() {
            let expected = format!("{last}, or a row from {code} in {HERINDELINGEN}");
            problems.push(row.cell("laatste_jaar").problem(expected));
        }
    }
}

fn each_event_ends_a_code(table: &Table, joined: &Herindelingen, problems: &mut Problems) {
    for row in table.rows() {
        let event = herindeling(&row);
        let together = joined.events(&event.van);
        if let Some(first) = together.first().filter(|first| first.datum != event.datum) {
            problems.push(row.cell("datum").problem(format!("{}, when {} ends", first.datum, event.van)));
        }
        if (together.len() > 1) == (event.deel == Deel::Geheel) {
            let expected = if together.len() > 1 { "hoofddeel or deel, with" } else { "geheel, without" };
            problems.push(row.cell("deel").problem(format!("{expected} other rows from {}", event.van)));
        }
        let jaar = event.jaar().unwrap_or_default();
        let van = joined.gemeente(&event.van);
        if van.is_none_or(|van| van.laatste_jaar + 1 != jaar) {
            let expected = format!("a gemeente of which {} is the last year", jaar.saturating_sub(1));
            problems.push(row.cell("van").problem(expected));
        }
        let naar = joined.gemeente(&event.naar);
        if naar.is_none_or(|naar| !naar.is_of(jaar)) {
            problems.push(row.cell("naar").problem(format!("a gemeente of {jaar}")));
        }
        for (column, gemeente) in [("van_naam", van), ("naar_naam", naar)] {
            if let Some(gemeente) = gemeente.filter(|gemeente| gemeente.naam != row.cell(column).text) {
                let expected = format!("{}, as in {GEMEENTECODES}", gemeente.naam);
                problems.push(row.cell(column).problem(expected));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: &str = "code,naam,provincie,eerste_jaar,laatste_jaar\n\
        GM0001,Aa,PV20,2016,2017\n\
        GM0002,Be,PV20,2016,2018\n\
        GM0003,Ce,,2018,2018\n";
    const EVENTS: &str = "datum,van,van_naam,naar,naar_naam,deel,bevestigd_door\n\
        2018-01-01,GM0001,Aa,GM0003,Ce,geheel,codelijsten\n";

    fn problems(file: &str, from: &str, to: &str) -> String {
        let text = |name: &str| {
            let text = if name == GEMEENTECODES { CODES } else { EVENTS };
            if name == file { text.replacen(from, to, 1) } else { text.to_owned() }
        };
        let joined =
            join(|file, columns, problems| Table::parse(file, text(file).as_bytes(), columns, problems));
        joined.err().unwrap_or_default().to_string()
    }

    #[test]
    fn the_built_in_tables_agree() {
        let built_in = built_in().expect("tables without a problem");
        assert_eq!(built_in.jaren(), 2016..=2026);
        assert_eq!(built_in.indeling(2021).count(), 352);
    }

    #[test]
    fn tables_that_agree_have_no_problems() {
        assert_eq!(problems("", "", ""), "");
    }

    #[test]
    fn each_contradiction_says_where() {
        let table = [
            (
                GEMEENTECODES,
                "2016,2017",
                "2016,2015",
                "gemeentecodes.csv:2:5 (laatste_jaar): expected a year from 2016 on, found \"2015\"",
            ),
            (
                GEMEENTECODES,
                "GM0002,Be,PV20,2016,2018",
                "GM0002,Be,PV20,2016,2017",
                "gemeentecodes.csv:3:5 (laatste_jaar): expected 2018, or a row from GM0002 in herindelingen.csv, found \"2017\"",
            ),
            (
                GEMEENTECODES,
                "PV20",
                "Drenthe",
                "gemeentecodes.csv:2:3 (provincie): expected a CBS code such as PV27, or nothing, found \"Drenthe\"",
            ),
            (
                HERINDELINGEN,
                "2018-01-01",
                "2017-01-01",
                "herindelingen.csv:2:2 (van): expected a gemeente of which 2016 is the last year, found \"GM0001\"\n\
                 herindelingen.csv:2:4 (naar): expected a gemeente of 2017, found \"GM0003\"",
            ),
            (
                HERINDELINGEN,
                "geheel",
                "deel",
                "herindelingen.csv:2:6 (deel): expected geheel, without other rows from GM0001, found \"deel\"",
            ),
            (
                HERINDELINGEN,
                ",Ce,",
                ",Cee,",
                "herindelingen.csv:2:5 (naar_naam): expected Ce, as in gemeentecodes.csv, found \"Cee\"",
            ),
            (
                HERINDELINGEN,
                "2018-01-01",
                "2018",
                "herindelingen.csv:2:1 (datum): expected a day as 2021-01-01, found \"2018\"",
            ),
        ];
        for (file, from, to, expected) in table {
            assert_eq!(problems(file, from, to), expected);
        }
    }
}
