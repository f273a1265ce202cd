//! `bronnen.csv`: the sources that the other tables refer to.

use super::value::{id, optional_date};
use crate::contract::Bron;
use crate::contract::bronnen::is_web_address;
use crate::import::problem::Problems;
use crate::import::table::Table;
use std::path::Path;

const COLUMNS: [&str; 7] = ["id", "titel", "uitgever", "datum", "kenmerk", "url", "licentie"];

pub fn read(dir: &Path, problems: &mut Problems) -> Vec<Bron> {
    let table = Table::read(dir, "bronnen.csv", &COLUMNS, problems);
    table.each_once("id", problems);
    let mut bronnen = Vec::new();
    for row in table.rows() {
        let url = row.cell("url");
        if !url.text.is_empty() && !is_web_address(url.text) {
            problems.push(url.problem("an address that begins with https:// or http://"));
        }
        bronnen.push(Bron {
            id: id(&row.cell("id"), problems),
            titel: row.cell("titel").required(problems).to_owned(),
            uitgever: row.cell("uitgever").required(problems).to_owned(),
            datum: optional_date(&row.cell("datum"), problems),
            kenmerk: row.cell("kenmerk").optional(),
            url: url.optional(),
            licentie: row.cell("licentie").optional(),
        });
    }
    bronnen
}
