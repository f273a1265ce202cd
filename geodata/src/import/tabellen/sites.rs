//! The column `sites` of the participants: `https://www.voorbeeldgemeente.nl (bron)`, several with `;` between them.

use super::known::Sources;
use crate::contract::site::is_site;
use crate::contract::{GemeenteCode, Site};
use crate::import::problem::Problems;
use crate::import::table::Cell;
use std::collections::BTreeMap;

/// Those of each participant that has one.
pub type Sites = BTreeMap<GemeenteCode, Vec<Site>>;

/// The sites in a cell. An empty cell says that no source of ours shows one.
pub fn sites(cell: &Cell, bronnen: &Sources, problems: &mut Problems) -> Vec<Site> {
    let mut sites = Vec::new();
    for (adres, bron) in cell.list().iter().map(Cell::with_brackets) {
        if !is_site(adres.text) {
            problems.push(adres.problem("a site as https://www.voorbeeldgemeente.nl, without a path"));
        }
        let bron = bron.unwrap_or_default();
        if !bronnen.has(&bron) {
            let expected = "the id of a source in bronnen.csv in brackets after the site";
            problems.push(adres.problem(expected).refers_to(&["bronnen.csv"]));
        }
        sites.push(Site { adres: adres.text.to_owned(), bron });
    }
    sites
}
