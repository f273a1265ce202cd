//! `indicatoren/….csv`: a figure a row, as `geodata import` writes it.
//!
//! Of schools there is one column more, `gemeente`: the code of a school does not say where it lies.
//! `waarde` is a number with a decimal point, a range `18..21`, or the reason why there is no figure.

use crate::contract::{Afwezig, Cijfer, GebiedCode, GemeenteCode, Indicator, Niveau, Status, Waarde};
use crate::import::problem::Problems;
use crate::import::tabellen::value::{gemeente_code, one_of};
use crate::import::table::{Cell, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::rc::Rc;

/// A figure, its area and its period. There are millions of them: what rows have in common they share.
#[derive(Debug, Clone, PartialEq)]
pub struct Rij {
    pub plek: Rc<Plek>,
    pub periode: Rc<str>,
    pub waarde: Waarde,
}

/// An area or a school, as a row calls it.
#[derive(Debug, Clone, PartialEq)]
pub struct Plek {
    pub code: GebiedCode,
    pub naam: Option<String>,
    /// Where it lies, below a gemeente.
    pub gemeente: Option<GemeenteCode>,
}

/// The rows of a table, those of larger areas too: they are what its areas are held against.
pub fn read(
    dir: &Path,
    file: &str,
    indicator: &Indicator,
    niveau: Niveau,
    problems: &mut Problems,
) -> Vec<Rij> {
    let mut columns = vec!["code", "naam", "periode", "waarde", "status"];
    let of_schools = niveau == Niveau::School;
    if of_schools {
        columns.push("gemeente");
    }
    let table = Table::read(dir, file, &columns, problems);
    let mut rijen: Vec<Rij> = Vec::new();
    let mut seen: BTreeMap<(GebiedCode, String), usize> = BTreeMap::new();
    for (at, row) in table.rows().enumerate() {
        let (code_cell, periode) = (row.cell("code"), row.cell("periode"));
        let code = GebiedCode::new(code_cell.text);
        if Niveau::of(code_cell.text).is_none_or(|found| found > niveau) {
            problems.push(code_cell.problem(format!("the code of a {niveau}, or of a larger area")));
        }
        if !indicator.periodesoort.is_period(periode.text) {
            problems.push(periode.problem("a period of the kind that the indicator has"));
        }
        if seen.insert((code.clone(), periode.text.to_owned()), at).is_some() {
            problems.push(code_cell.problem("one row for each area and period"));
        }
        let waarde = value(&row.cell("waarde"), indicator, problems);
        let statuses = row.cell("status").list();
        let mut status: Vec<Status> =
            statuses.iter().map(|cell| one_of(cell, &Status::ALL, problems)).collect();
        status.sort();
        status.dedup();
        let waarde = Waarde { status, ..waarde };
        let gemeente = if of_schools && Niveau::of(code_cell.text) == Some(Niveau::School) {
            Some(gemeente_code(&row.cell("gemeente"), problems))
        } else {
            Niveau::gemeente(code_cell.text)
        };
        let plek = Rc::new(Plek { code, naam: row.cell("naam").optional(), gemeente });
        rijen.push(Rij { plek, periode: periode.text.into(), waarde });
    }
    rijen.sort_by(|one, other| (&one.plek.code, &one.periode).cmp(&(&other.plek.code, &other.periode)));
    shared(&mut rijen);
    rijen
}

/// Rows of one area, next to each other, come to share it, and all rows the names of their periods.
fn shared(rijen: &mut [Rij]) {
    let mut perioden: BTreeSet<Rc<str>> = BTreeSet::new();
    let mut last: Option<Rc<Plek>> = None;
    for rij in rijen {
        match &last {
            Some(plek) if *plek == rij.plek => rij.plek = Rc::clone(plek),
            _ => last = Some(Rc::clone(&rij.plek)),
        }
        match perioden.get(&rij.periode) {
            Some(periode) => rij.periode = Rc::clone(periode),
            None => _ = perioden.insert(Rc::clone(&rij.periode)),
        }
    }
}

fn value(cell: &Cell, indicator: &Indicator, problems: &mut Problems) -> Waarde {
    if let Some((_, reden)) = Afwezig::ALL.iter().find(|(name, _)| *name == cell.text) {
        return Waarde::afwezig(*reden);
    }
    let number = |text: &str| {
        text.trim().parse::<f64>().ok().filter(|figure| indicator.domein.holds(*figure) && figure.is_finite())
    };
    let found = match cell.text.split_once("..") {
        Some((van, tot)) => match (number(van), number(tot)) {
            (Some(van), Some(tot)) if van <= tot => Some(Cijfer::Tussen(van, tot)),
            _ => None,
        },
        None => number(cell.text).map(Cijfer::Precies),
    };
    match found {
        Some(cijfer) => Waarde { cijfer: Ok(cijfer), status: vec![] },
        None => {
            let bounds = [("at least", indicator.domein.min), ("at most", indicator.domein.max)];
            let bounds = bounds.iter().filter_map(|(word, bound)| Some(format!(" {word} {}", (*bound)?)));
            let expected = format!("a number{}, a range as 18..21, or a reason", bounds.collect::<String>());
            problems.push(cell.problem(expected));
            Waarde::afwezig(Afwezig::Onbekend)
        }
    }
}
