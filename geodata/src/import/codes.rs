//! A table with the gemeentecodes of one year to those of a later year.
//!
//! Row by row, each row with its new code; or a row a gemeente, with the counts that were asked for added up.
//! Nothing is weighed: what a split gemeente had is in no sum, and a gemeente that got a part of one has no sum
//! either, but the reason why. A mark such as `<5`, `.` or nothing at all is no number: then that sum is
//! missing, and says which mark and how often.

mod count;
mod foreign;

pub use foreign::Foreign;

use super::problem::{Place, Problem, Problems};
use crate::contract::herindelingen::{NotFollowed, Opvolging};
use crate::contract::{GemeenteCode, Herindelingen};
use count::Count;
use std::collections::{BTreeMap, BTreeSet};

/// What is asked of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    pub from: u16,
    pub to: u16,
    /// The column with the code; without one, the first with a name that publishers use for it.
    pub code: Option<String>,
    /// The columns to add up; without one, every row stays a row.
    pub sum: Vec<String>,
    /// Codes, as they stand in the table, of rows to leave out.
    pub skip: Vec<String>,
}

/// The new table, and what became of each code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
    /// By code of the old year: how many rows, and what it is in the new year.
    pub codes: BTreeMap<GemeenteCode, (usize, Opvolging)>,
    pub left_out: usize,
}

/// Names of the column with the code, as CBS, DUO and PDOK write them.
const CODE_COLUMNS: [&str; 12] = [
    "gemeentecodegm",
    "gemeentecode",
    "gemeentenummer",
    "gemeente_code",
    "gemeente_nummer",
    "gm_code",
    "gemcode",
    "statcode",
    "regios",
    "codering_3",
    "gm",
    "code",
];

/// The gemeente that a cell means: `GM0637`, `0637`, ` 637` and `GM0637    ` are the same.
///
/// ```
/// use geodata::import::codes::gemeente;
/// assert_eq!(gemeente(" 637").as_ref().map(|code| code.as_str()), Some("GM0637"));
/// assert_eq!(gemeente("PV27"), None);
/// ```
pub fn gemeente(cell: &str) -> Option<GemeenteCode> {
    let cell = cell.trim();
    let digits = cell.strip_prefix("GM").or_else(|| cell.strip_prefix("gm")).unwrap_or(cell);
    let whole = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    whole.then(|| GemeenteCode::new(format!("GM{digits:0>4}")))
}

/// The table in the codes of `asked.to`.
///
/// # Errors
/// Everything that is wrong with the table: columns that are not there, codes that are no gemeente of
/// `asked.from`, counts that are no count. Years that are not known, or run backward.
pub fn map(table: &Foreign, herindelingen: &Herindelingen, asked: &Asked) -> Result<Mapped, Problems> {
    let mut problems = Problems::default();
    let code = code_column(table, asked, &mut problems);
    let sums: Vec<usize> = asked.sum.iter().filter_map(|name| column(table, name, &mut problems)).collect();
    let Some(code) = code.filter(|_| problems.is_empty()) else { return Err(problems) };
    let followed = follow(table, herindelingen, asked, code, &mut problems);
    let counts = count::counts(table, &followed, &sums, &mut problems);
    if !problems.is_empty() {
        return Err(problems.in_file_order());
    }
    let mut codes: BTreeMap<GemeenteCode, (usize, Opvolging)> = BTreeMap::new();
    for (code, opvolging) in followed.iter().flatten() {
        codes.entry(code.clone()).or_insert_with(|| (0, opvolging.clone())).0 += 1;
    }
    let left_out = followed.iter().filter(|row| row.is_none()).count();
    let (header, rows) = if sums.is_empty() {
        row_by_row(table, herindelingen, asked.to, &followed)
    } else {
        added_up(table, herindelingen, &sums, &followed, &counts)
    };
    Ok(Mapped { header, rows, codes, left_out })
}

/// A row's code and what became of it; none for a row that is left out.
type Followed = Option<(GemeenteCode, Opvolging)>;

fn code_column(table: &Foreign, asked: &Asked, problems: &mut Problems) -> Option<usize> {
    if let Some(name) = &asked.code {
        return column(table, name, problems);
    }
    let found = CODE_COLUMNS.iter().find_map(|name| table.column(name));
    if found.is_none() {
        let expected = format!("--code with one of the columns {}", table.header.join(", "));
        problems.expected(&Place { line: 1, column: 1, ..Place::file(&table.file) }, expected, "none");
    }
    found
}

fn column(table: &Foreign, name: &str, problems: &mut Problems) -> Option<usize> {
    let found = table.column(name);
    if found.is_none() {
        let expected = format!("one of the columns {}", table.header.join(", "));
        let place = Place { line: 1, column: 1, ..Place::file(&table.file) };
        problems.expected(&place, expected, format!("{name:?}"));
    }
    found
}

fn follow(
    table: &Foreign,
    herindelingen: &Herindelingen,
    asked: &Asked,
    code: usize,
    problems: &mut Problems,
) -> Vec<Followed> {
    let mut known: BTreeMap<GemeenteCode, Result<Opvolging, NotFollowed>> = BTreeMap::new();
    // Once a code: a file of another year has hundreds of rows that all say the same.
    let mut refused: BTreeMap<&str, (Problem, usize)> = BTreeMap::new();
    let mut followed = Vec::with_capacity(table.rows.len());
    for (line, cells) in &table.rows {
        let cell = &cells[code];
        if asked.skip.iter().any(|skip| skip.trim() == cell.trim()) {
            followed.push(None);
            continue;
        }
        let mut refuse = |expected: String, others: &str| {
            let problem = Problem::expected(table.place(*line, code), expected, format!("{cell:?}{others}"));
            refused.entry(cell).or_insert((problem, 0)).1 += 1;
        };
        let Some(gemeente) = gemeente(cell) else {
            refuse(format!("a gemeente of {}, such as GM0363 or 363", asked.from), "");
            continue;
        };
        let found = known
            .entry(gemeente.clone())
            .or_insert_with(|| herindelingen.follow(&gemeente, asked.from, asked.to));
        match found {
            Ok(opvolging) => followed.push(Some((gemeente, opvolging.clone()))),
            Err(NotFollowed::Code { .. }) => {
                refuse(format!("a gemeente of {}", asked.from), &others(herindelingen, &gemeente));
            }
            Err(error) => {
                problems.push(Problem::at(Place::file(&table.file), error.to_string()));
                return followed;
            }
        }
    }
    for (mut problem, rows) in refused.into_values() {
        if rows > 1 {
            problem.reason += &format!(", in {rows} rows");
        }
        problems.push(problem);
    }
    followed
}

/// When the code is a gemeente of other years: most files are of another year than was thought.
fn others(herindelingen: &Herindelingen, code: &GemeenteCode) -> String {
    herindelingen.gemeente(code).map_or_else(String::new, |gemeente| {
        format!(", a gemeente of {} to {}", gemeente.eerste_jaar, gemeente.laatste_jaar)
    })
}

fn row_by_row(
    table: &Foreign,
    herindelingen: &Herindelingen,
    to: u16,
    followed: &[Followed],
) -> (Vec<String>, Vec<Vec<String>>) {
    let mut header = table.header.clone();
    header.extend([
        format!("gemeente_{to}"),
        format!("gemeente_{to}_naam"),
        format!("niet_vergelijkbaar_{to}"),
    ]);
    let mut rows = Vec::new();
    for ((_, cells), followed) in table.rows.iter().zip(followed) {
        let Some((_, opvolging)) = followed else { continue };
        let mut row = cells.clone();
        match opvolging.whole() {
            Some(code) => row.extend([code.to_string(), naam(herindelingen, code), String::new()]),
            None => row.extend([String::new(), String::new(), split(herindelingen, opvolging)]),
        }
        rows.push(row);
    }
    (header, rows)
}

fn added_up(
    table: &Foreign,
    herindelingen: &Herindelingen,
    sums: &[usize],
    followed: &[Followed],
    counts: &[Vec<Count>],
) -> (Vec<String>, Vec<Vec<String>>) {
    #[derive(Default)]
    struct Target<'f> {
        from: BTreeSet<&'f GemeenteCode>,
        rows: usize,
        sums: Vec<count::Sum>,
        /// The split gemeenten it got a part of.
        parts: BTreeMap<&'f GemeenteCode, &'f Opvolging>,
    }
    let mut targets: BTreeMap<&GemeenteCode, Target> = BTreeMap::new();
    for (followed, counts) in followed.iter().zip(counts) {
        let Some((code, opvolging)) = followed else { continue };
        for naar in &opvolging.naar {
            let target = targets.entry(naar).or_default();
            target.from.insert(code);
            target.sums.resize_with(sums.len(), Default::default);
            if opvolging.whole().is_none() {
                target.parts.insert(code, opvolging);
                continue;
            }
            target.rows += 1;
            for (sum, count) in target.sums.iter_mut().zip(counts) {
                sum.add(count);
            }
        }
    }
    let mut header = vec!["code".to_owned(), "naam".to_owned()];
    header.extend(sums.iter().map(|&sum| table.header[sum].clone()));
    header.extend(["rijen", "uit", "niet_vergelijkbaar", "ontbreekt"].map(str::to_owned));
    let mut rows = Vec::with_capacity(targets.len());
    for (code, target) in targets {
        let whole = target.parts.is_empty();
        let mut row = vec![code.to_string(), naam(herindelingen, code)];
        row.extend(target.sums.iter().map(|sum| if whole { sum.text() } else { String::new() }));
        let parts: Vec<String> =
            target.parts.values().map(|opvolging| split(herindelingen, opvolging)).collect();
        let missing: Vec<String> = sums
            .iter()
            .zip(&target.sums)
            .filter_map(|(&column, sum)| Some(format!("{}: {}", table.header[column], sum.missing()?)))
            .collect();
        let from: Vec<&str> = target.from.iter().map(|code| code.as_str()).collect();
        row.extend([target.rows.to_string(), from.join("; "), parts.join("; "), missing.join("; ")]);
        rows.push(row);
    }
    (header, rows)
}

/// Why a split cannot be followed, for who reads the table.
fn split(herindelingen: &Herindelingen, opvolging: &Opvolging) -> String {
    let one = |code: &GemeenteCode| format!("{} ({code})", naam(herindelingen, code));
    let splits: Vec<String> = opvolging
        .splitsingen
        .iter()
        .map(|(code, datum)| {
            let parts: Vec<String> =
                herindelingen.events(code).iter().map(|event| one(&event.naar)).collect();
            format!("{} is op {datum} verdeeld over {}", one(code), enumerate(&parts))
        })
        .collect();
    format!("{}; hoeveel waarheen ging is niet bekend", splits.join("; "))
}

fn enumerate(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

fn naam(herindelingen: &Herindelingen, code: &GemeenteCode) -> String {
    herindelingen.gemeente(code).map_or_else(String::new, |gemeente| gemeente.naam.clone())
}
