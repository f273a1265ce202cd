//! `begrippen.csv`: the closed lists with their labels, five lists in one table.

use super::known::Known;
use super::value::{id, label, one_of};
use crate::contract::{Begrip, Begrippen, SCHEMA_VERSIE};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 8] =
    ["lijst", "id", "label_nl", "label_en", "label_fy", "uitleg_nl", "uitleg_en", "bronnen"];

const LIJSTEN: [(&str, usize); 5] =
    [("sectoren", 0), ("leefwerelden", 1), ("bewijsniveaus", 2), ("lijnen", 3), ("uitgangspunten", 4)];

pub fn read(dir: &Path, known: &mut Known, problems: &mut Problems) -> Begrippen {
    let table = Table::read(dir, "begrippen.csv", &COLUMNS, problems);
    let mut lists: [Vec<Begrip>; 5] = Default::default();
    for row in table.rows() {
        let cell = row.cell("id");
        let id = id(&cell, problems);
        let list = &mut lists[one_of(&row.cell("lijst"), &LIJSTEN, problems)];
        if list.iter().any(|begrip| begrip.id == id) {
            problems.push(cell.problem("an id that no other row of the list has"));
        }
        let explained = !row.cell("uitleg_nl").text.is_empty();
        list.push(Begrip {
            id,
            label: label(&row, "label", &["en", "fy"], problems),
            uitleg: explained.then(|| label(&row, "uitleg", &["en"], problems)),
            bronnen: known.references(&row.cell("bronnen"), problems),
        });
    }
    let [sectoren, leefwerelden, bewijsniveaus, lijnen, uitgangspunten] = lists;
    let schema_versie = SCHEMA_VERSIE.to_owned();
    Begrippen { schema_versie, sectoren, leefwerelden, bewijsniveaus, lijnen, uitgangspunten }
}
