//! What a cell may hold: dates, codes, closed lists, references to sources.

use crate::contract::code::is_id;
use crate::contract::datum::is_datum;
use crate::contract::{Bron, GemeenteCode, Grondslag, Label, Verwijzing, Zekerheid};
use crate::import::problem::Problems;
use crate::import::table::{Cell, Row};

pub const GRONDSLAG: [(&str, Grondslag); 2] = [("bron", Grondslag::Bron), ("afgeleid", Grondslag::Afgeleid)];

pub const ZEKERHEID: [(&str, Zekerheid); 3] =
    [("hoog", Zekerheid::Hoog), ("midden", Zekerheid::Midden), ("laag", Zekerheid::Laag)];

/// The value of a closed list that the cell names; the list's first where it names none.
pub fn one_of<T: Copy>(cell: &Cell, list: &[(&str, T)], problems: &mut Problems) -> T {
    match list.iter().find(|(name, _)| *name == cell.text) {
        Some((_, value)) => *value,
        None => {
            let names: Vec<&str> = list.iter().map(|(name, _)| *name).collect();
            problems.push(cell.problem(format!("one of {}", names.join(", "))));
            list[0].1
        }
    }
}

/// An identifier that can stand in an address.
pub fn id(cell: &Cell, problems: &mut Problems) -> String {
    if !is_id(cell.text) {
        problems.push(cell.problem("an identifier of lower-case words joined by -"));
    }
    cell.text.to_owned()
}

pub fn gemeente_code(cell: &Cell, problems: &mut Problems) -> GemeenteCode {
    let code = GemeenteCode::new(cell.text);
    if !code.is_well_formed() {
        problems.push(cell.problem("a CBS code such as GM0363"));
    }
    code
}

/// A date as precise as is known, `2019-07-03`, `2019-07` or `2019`, or nothing.
pub fn optional_date(cell: &Cell, problems: &mut Problems) -> Option<String> {
    if !cell.text.is_empty() && !is_datum(cell.text) {
        problems.push(cell.problem("a date as 2021-01-22, 2021-01 or 2021"));
    }
    cell.optional()
}

pub fn date(cell: &Cell, problems: &mut Problems) -> String {
    cell.required(problems);
    optional_date(cell, problems).unwrap_or_default()
}

/// A text in Dutch and the other languages there are: the columns `NAME_nl`, `NAME_en`, `NAME_fy`.
pub fn label(row: &Row, name: &str, languages: &[&str], problems: &mut Problems) -> Label {
    let mut other = languages.iter().map(|language| {
        let text = row.cell(&format!("{name}_{language}")).optional();
        (*language, text)
    });
    let mut found = |wanted| other.find(|(language, _)| *language == wanted).and_then(|(_, text)| text);
    let nl = row.cell(&format!("{name}_nl")).required(problems).to_owned();
    Label { nl, en: found("en"), fy: found("fy") }
}

/// The sources of a record, each with its place in brackets: `brief-2021-01-22 (Kader 2, nr. 17)`. A
/// record without a source is a problem.
pub fn references(cell: &Cell, bronnen: &[Bron], problems: &mut Problems) -> Vec<Verwijzing> {
    if cell.list().is_empty() {
        problems.expected(&cell.place, "at least one source", "an empty cell");
    }
    let mut references = Vec::new();
    for (id, plaats) in cell.list().iter().map(Cell::with_brackets) {
        if !bronnen.iter().any(|bron| bron.id == id.text) {
            problems.push(id.problem("the id of a source in bronnen.csv"));
        }
        references.push(Verwijzing { bron: id.text.to_owned(), plaats });
    }
    references
}
