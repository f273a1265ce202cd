//! `provincies.csv`: the provinces, by the name the other tables use.

use crate::contract::{Provincie, ProvincieCode};
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

pub fn read(dir: &Path, problems: &mut Problems) -> Vec<Provincie> {
    let table = Table::read(dir, "provincies.csv", &["code", "naam"], problems);
    table.each_once("code", problems);
    table.each_once("naam", problems);
    let mut provincies = Vec::new();
    for row in table.rows() {
        let code = ProvincieCode::new(row.cell("code").text);
        if !code.is_well_formed() {
            problems.push(row.cell("code").problem("a CBS code such as PV27"));
        }
        provincies.push(Provincie { code, naam: row.cell("naam").required(problems).to_owned() });
    }
    provincies.sort_by(|one, other| one.code.cmp(&other.code));
    provincies
}
