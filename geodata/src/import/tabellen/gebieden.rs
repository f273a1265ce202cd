//! `gebieden.csv`: the areas a participant stood for, where that is not simply itself.
//!
//! A participant without a row here stands for its own gemeente, without beginning or end.

use super::value::gemeente_code;
use crate::contract::datum::is_day;
use crate::contract::{GebiedPeriode, GemeenteCode};
use crate::import::problem::{Place, Problems};
use crate::import::table::{Cell, Table};
use std::collections::BTreeMap;
use std::path::Path;

/// By participant: where its first row stands, and its areas in time, the oldest first.
pub type Periods = BTreeMap<GemeenteCode, (Place, Vec<GebiedPeriode>)>;

pub fn read(dir: &Path, problems: &mut Problems) -> Periods {
    let table = Table::read(dir, "gebieden.csv", &["deelnemer", "code", "van", "tot"], problems);
    let mut periods = Periods::new();
    for row in table.rows() {
        let deelnemer = row.cell("deelnemer");
        let van = day(&row.cell("van"), problems);
        let tot = day(&row.cell("tot"), problems);
        if let (Some(van), Some(tot)) = (&van, &tot)
            && van > tot
        {
            problems.push(row.cell("tot").problem(format!("a day from {van} onwards")));
        }
        let code = gemeente_code(&row.cell("code"), problems);
        let entry = periods.entry(gemeente_code(&deelnemer, problems));
        entry.or_insert((deelnemer.place, Vec::new())).1.push(GebiedPeriode { code, van, tot });
    }
    for (_, areas) in periods.values_mut() {
        areas.sort_by(|one, other| (&one.van, &one.code).cmp(&(&other.van, &other.code)));
    }
    periods
}

fn day(cell: &Cell, problems: &mut Problems) -> Option<String> {
    if !cell.text.is_empty() && !is_day(cell.text) {
        problems.push(cell.problem("a day as 2021-01-01"));
    }
    cell.optional()
}
