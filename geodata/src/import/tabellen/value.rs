//! What a cell may hold: dates, codes, closed lists, references to sources.

use super::known::Sources;
use crate::contract::bronnen::is_web_address;
use crate::contract::code::is_id;
use crate::contract::datum::{is_before, is_datum};
use crate::contract::{
    Beschikbaarheid, BeschikbaarheidStatus, GemeenteCode, Grondslag, Label, Periode, Persoon, Sector,
    Verwijzing, Zekerheid,
};
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

/// The text in the languages there are, or nothing where there is no Dutch.
pub fn optional_label(row: &Row, name: &str, languages: &[&str], problems: &mut Problems) -> Option<Label> {
    let nl = row.cell(&format!("{name}_nl"));
    (!nl.text.is_empty()).then(|| label(row, name, languages, problems))
}

/// The sources of a record, each with its place in brackets: `brief-2021-01-22 (Kader 2, nr. 17)`. A
/// record without a source is a problem.
pub fn references(cell: &Cell, bronnen: &Sources, problems: &mut Problems) -> Vec<Verwijzing> {
    if cell.list().is_empty() {
        problems.expected(&cell.place, "at least one source", "an empty cell");
    }
    let mut references = Vec::new();
    for (id, plaats) in cell.list().iter().map(Cell::with_brackets) {
        if !bronnen.has(id.text) {
            problems.push(id.problem("the id of a source in bronnen.csv").refers_to(&["bronnen.csv"]));
        }
        references.push(Verwijzing { bron: id.text.to_owned(), plaats });
    }
    references
}

/// The source itself where there is one, else why there is none: an address, or `niet-aangeleverd`.
pub fn availability(cell: &Cell, problems: &mut Problems) -> Beschikbaarheid {
    let url = is_web_address(cell.text).then(|| cell.text.to_owned());
    let status = match cell.text {
        _ if url.is_some() => BeschikbaarheidStatus::Beschikbaar,
        "niet-gevonden" => BeschikbaarheidStatus::NietGevonden,
        "niet-van-toepassing" => BeschikbaarheidStatus::NietVanToepassing,
        text => {
            if text != "niet-aangeleverd" {
                problems.push(cell.problem(
                    "an address that begins with https:// or http://, or one of niet-aangeleverd, \
                     niet-gevonden, niet-van-toepassing",
                ));
            }
            BeschikbaarheidStatus::NietAangeleverd
        }
    };
    Beschikbaarheid { status, url }
}

/// People with their office and a year in it: `Ada Vries (wethouder 2021)`.
pub fn persons(cell: &Cell, problems: &mut Problems) -> Vec<Persoon> {
    let mut persons = Vec::new();
    for (naam, office) in cell.list().iter().map(Cell::with_brackets) {
        let office = office.as_deref().and_then(|office| office.rsplit_once(' '));
        match office.and_then(|(functie, jaar)| Some((functie, year(jaar)?))) {
            Some((functie, jaar)) => {
                persons.push(Persoon {
                    naam: naam.text.to_owned(),
                    functie: functie.trim().to_owned(),
                    jaar,
                });
            }
            None => problems.push(cell.problem("a name, office and year as Ada Vries (wethouder 2021)")),
        }
    }
    persons
}

fn year(text: &str) -> Option<u16> {
    (text.len() == 4 && is_datum(text)).then(|| text.parse().ok()).flatten()
}

/// A whole number, or nothing.
pub fn optional_count(cell: &Cell, problems: &mut Problems) -> Option<u32> {
    let count = cell.text.parse().ok();
    if count.is_none() && !cell.text.is_empty() {
        problems.push(cell.problem("a whole number"));
    }
    count
}

/// From and until when; absent where neither is known.
pub fn period(row: &Row, problems: &mut Problems) -> Option<Periode> {
    let van = optional_date(&row.cell("van"), problems);
    let tot = optional_date(&row.cell("tot"), problems);
    if let (Some(van), Some(tot)) = (&van, &tot)
        && is_before(tot, van)
    {
        problems.push(row.cell("tot").problem(format!("a date from {van} onwards")));
    }
    (van.is_some() || tot.is_some()).then_some(Periode { van, tot })
}

/// The sectors of a cell in the order of the closed list; a cell without any is a problem.
pub fn sectors(cell: &Cell, problems: &mut Problems) -> Vec<Sector> {
    cell.required(problems);
    let mut sectoren: Vec<Sector> =
        cell.list().iter().map(|sector| one_of(sector, &SECTOREN, problems)).collect();
    sectoren.sort();
    sectoren.dedup();
    sectoren
}

const SECTOREN: [(&str, Sector); 6] = [
    ("vve", Sector::Vve),
    ("po", Sector::Po),
    ("vo", Sector::Vo),
    ("mbo", Sector::Mbo),
    ("ho", Sector::Ho),
    ("onbekend", Sector::Onbekend),
];

/// The texts of a cell with several.
pub fn texts(cell: &Cell) -> Vec<String> {
    cell.list().iter().map(|text| text.text.to_owned()).collect()
}
