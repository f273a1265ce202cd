//! `uitgelicht.csv`: of which gemeente a source highlights which interventie. One row a gemeente; may be absent.

use super::known::Sources;
use super::value::references;
use crate::contract::{GemeenteCode, Interventie, Uitgelicht};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const FILE: &str = "uitgelicht.csv";
const COLUMNS: [&str; 3] = ["gemeente", "interventie", "bronnen"];

/// Tells the interventies what is said of them.
pub fn join(dir: &Path, interventies: &mut [Interventie], bronnen: &Sources, problems: &mut Problems) {
    if !dir.join(FILE).exists() {
        return;
    }
    let table = Table::read(dir, FILE, &COLUMNS, problems);
    table.each_once("gemeente", problems);
    for row in table.rows() {
        let (gemeente, id) = (GemeenteCode::new(row.cell("gemeente").text), row.cell("interventie"));
        let bronnen = references(&row.cell("bronnen"), bronnen, problems);
        let Some(one) = interventies.iter_mut().find(|one| one.id == id.text) else {
            let expected = "the id of an interventie in interventies.csv";
            problems.push(id.problem(expected).refers_to(&["interventies.csv"]));
            continue;
        };
        if one.gemeenten.contains(&gemeente) {
            one.uitgelicht.push(Uitgelicht { gemeente, bronnen });
        } else {
            let codes: Vec<_> = one.gemeenten.iter().map(|code| code.to_string()).collect();
            let expected = format!("a gemeente of the interventie, which has {}", codes.join(", "));
            problems.push(row.cell("gemeente").problem(expected));
        }
    }
}
