//! A mapping and its sources, files or addresses, to tables in a folder.

use super::document::Document;
use super::export::{ExportError, write};
use super::fetch::{self, fetch, is_address};
use super::foreign::{self, ForeignTable, Format, odata};
use super::herindelingen;
use super::mapping::{ColumnOrValue, Mapping, Measure, SeriesMapping, Source, TableMapping};
use super::problem::{Place, Problem, Problems};
use super::series::{LeftOut, Provinces, homes, series, to_csv};
use crate::contract::{Afwezig, Herindelingen, Niveau};
use std::path::Path;
use thiserror::Error;

/// Why nothing was taken. Nothing was written.
#[derive(Debug, Error)]
pub enum TakeError {
    #[error("{0}")]
    Source(Problems),
    #[error(transparent)]
    Write(#[from] ExportError),
}

/// A table that was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// `ses-woa-wijk-2021.csv`.
    pub file: String,
    pub rows: usize,
    /// Rows without a figure.
    pub absent: usize,
    pub left_out: LeftOut,
}

/// Where inputs are looked for.
#[derive(Debug, Clone)]
pub struct From<'d> {
    /// The folder that paths in a mapping start at.
    pub dir: &'d Path,
    /// In the place of the inputs that the mapping names.
    pub inputs: &'d [String],
    pub network: &'d fetch::Settings,
}

/// Reads the mapping in `file`, its inputs, and writes its tables to `out`.
pub fn take(file: &Path, from: &From, out: &Path) -> Result<Vec<Taken>, TakeError> {
    let (documents, taken) = tables(file, from).map_err(TakeError::Source)?;
    write::all(out, &documents)?;
    Ok(taken)
}

/// The tables of a mapping, ready to be written.
pub fn tables(file: &Path, from: &From) -> Result<(Vec<Document>, Vec<Taken>), Problems> {
    let name = file.display().to_string();
    let text = std::fs::read_to_string(file)
        .map_err(|error| foreign::one(Problem::expected(Place::file(&name), "a mapping", error)))?;
    let mapping = Mapping::read(&name, &text).map_err(foreign::one)?;
    let table = source(&name, &mapping.bron, from)?;
    let (mut documents, mut taken, mut shares) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(own) = &mapping.tabel {
        let (text, rows) = editors_table(own, &table)?;
        taken.push(Taken { file: own.bestand.clone(), rows, absent: 0, left_out: LeftOut::default() });
        documents.push(Document { pad: own.bestand.clone(), bytes: text.into_bytes() });
    }
    for wanted in &mapping.reeks {
        let mut vias = Vec::new();
        for via in &wanted.via {
            let settings = foreign::Settings { header_row: via.kop, ..foreign::Settings::default() };
            vias.push((via.clone(), one_input(via.formaat, &via.invoer, &settings, from)?));
        }
        let homes = homes(&vias)?;
        let mut provinces = Provinces::new();
        if let Some(own) = &wanted.provincies {
            let table = one_input(Format::Csv, &own.invoer, &foreign::Settings::default(), from)?;
            let column = |name: &str| table.column(name).map_err(foreign::one);
            let (code, province) = (column(&own.code)?, column(&own.provincie)?);
            for (at, row) in table.rows.iter().enumerate() {
                let read = |column: usize, niveau| {
                    foreign::area::read(&[row.cells[column].text()], niveau)
                        .map_err(|reason| foreign::one(Problem::at(table.place(at, Some(column)), reason)))
                };
                provinces.insert(read(code, Niveau::Gemeente)?, read(province, Niveau::Provincie)?);
            }
        }
        let herindelingen =
            if wanted.herindelingen { herindelingen::built_in()? } else { Herindelingen::default() };
        let form = mapping.bron.formaat.number_form();
        let found = series(wanted, form, &table, &homes, &provinces, &herindelingen)?;
        let hides = found.rows.iter().any(|row| row.waarde.cijfer == Err(Afwezig::Onderdrukt));
        if wanted.maat == Measure::Procent {
            shares.push((wanted, hides));
        }
        let file = format!("{}.csv", found.name);
        taken.push(Taken {
            file: file.clone(),
            rows: found.rows.len(),
            absent: found.rows.iter().filter(|row| row.waarde.cijfer.is_err()).count(),
            left_out: found.left_out.clone(),
        });
        documents.push(Document { pad: file, bytes: to_csv(&found).into_bytes() });
    }
    one_table(&name, &shares)?;
    Ok((documents, taken))
}

/// What is hidden at one level would follow from another: of a gemeente and all its schools but one, the one. And
/// on the borders of one year from those of another: of a gemeente after a merger and all that merged but one, the
/// one. Cells are hidden within a table; so where something is hidden, an indicator has its shares in one.
fn one_table(mapping: &str, shares: &[(&SeriesMapping, bool)]) -> Result<(), Problems> {
    let mut problems = Problems::default();
    for (at, (series, hides)) in shares.iter().enumerate() {
        let other = shares[at + 1..]
            .iter()
            .find(|(other, other_hides)| other.indicator == series.indicator && (*hides || *other_hides));
        if let Some((other, _)) = other {
            let expected = format!(
                "shares of {} at one level and on the borders of one year, as some are hidden",
                series.indicator
            );
            let found = |series: &SeriesMapping| format!("{} {}", series.niveau, series.indeling);
            let found = format!("{} and {}", found(series), found(other));
            problems.expected(&Place::file(mapping), expected, found);
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// All pages of a source. An address is followed to its last page.
fn source(mapping: &str, source: &Source, from: &From) -> Result<ForeignTable, Problems> {
    let inputs = if from.inputs.is_empty() { &source.invoer } else { from.inputs };
    let [first, ..] = inputs else {
        let found = "none in the mapping and none on the command line";
        return Err(foreign::one(Problem::expected(Place::file(mapping), "an input", found)));
    };
    let titles = match &source.titels {
        Some(titles) => odata::read_titles(titles, &bytes(titles, from).map_err(foreign::one)?)?,
        None => odata::Titles::new(),
    };
    let settings = foreign::Settings { header_row: source.kop, sheet: source.blad.clone(), titles };
    let mut pages = Vec::new();
    for input in inputs {
        pages.push((input.clone(), bytes(input, from).map_err(foreign::one)?));
    }
    if inputs.len() == 1 && is_address(first) {
        follow(source.formaat, first, &settings, from, &mut pages)?;
    }
    source.formaat.read_pages(&pages, &settings)
}

/// More pages than any source here has; a server that always announces one more has no end.
const MOST_PAGES: usize = 1_000;

fn follow(
    format: Format,
    first: &str,
    settings: &foreign::Settings,
    from: &From,
    pages: &mut Vec<(String, Vec<u8>)>,
) -> Result<(), Problems> {
    loop {
        let (file, bytes_of_page) = &pages[pages.len() - 1];
        let Some(next) = format.read(file, bytes_of_page, settings)?.next else { return Ok(()) };
        let origin: String = first.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
        let next = if next.starts_with('/') { format!("{origin}{next}") } else { next };
        let place = Place::file(file);
        let refused =
            |expected: String, found: String| Err(foreign::one(Problem::expected(place, expected, found)));
        if !next.starts_with(&format!("{origin}/")) {
            return refused(format!("the next page at {origin}"), next);
        }
        if pages.iter().any(|(page, _)| *page == next) {
            return refused("a next page that was not read yet".to_owned(), next);
        }
        if pages.len() >= MOST_PAGES {
            return refused(format!("at most {MOST_PAGES} pages"), "more".to_owned());
        }
        let page = bytes(&next, from).map_err(foreign::one)?;
        pages.push((next, page));
    }
}

fn one_input(
    format: Format,
    input: &str,
    settings: &foreign::Settings,
    from: &From,
) -> Result<ForeignTable, Problems> {
    let page = (input.to_owned(), bytes(input, from).map_err(foreign::one)?);
    format.read_pages(&[page], settings)
}

fn bytes(input: &str, from: &From) -> Result<Vec<u8>, Problem> {
    if is_address(input) {
        return fetch(input, from.network);
    }
    let path = from.dir.join(input);
    std::fs::read(&path).map_err(|error| {
        let found =
            if error.kind() == std::io::ErrorKind::NotFound { "none".to_owned() } else { error.to_string() };
        Problem::expected(Place::file(path.display().to_string()), "a file that can be read", found)
    })
}

/// The editors' own table: its columns renamed, its words replaced; what it means is for `geodata export`.
fn editors_table(mapping: &TableMapping, table: &ForeignTable) -> Result<(String, usize), Problems> {
    let mut columns = Vec::new();
    for (name, from) in &mapping.kolommen {
        let (column, value) = match from {
            ColumnOrValue::Column(column) => (Some(column), None),
            ColumnOrValue::Value(value) => (value.kolom.as_ref(), Some(value)),
        };
        let column = column.map(|column| table.column(column)).transpose().map_err(foreign::one)?;
        columns.push((name, column, value));
    }
    let line = |cells: Vec<String>| {
        let cells: Vec<String> = cells.iter().map(|cell| super::series::quoted(cell)).collect();
        format!("{}\n", cells.join(","))
    };
    let mut text = line(columns.iter().map(|(name, ..)| (*name).clone()).collect());
    for row in &table.rows {
        let cell = |(_, column, value): &(&String, Option<usize>, Option<&super::mapping::Value>)| {
            let own = column.map(|column| row.cells[column].text()).unwrap_or_default();
            match value {
                Some(value) if column.is_none() => value.vast.clone().unwrap_or_default(),
                Some(value) => value.word(own).to_owned(),
                None => own.to_owned(),
            }
        };
        text.push_str(&line(columns.iter().map(cell).collect()));
    }
    Ok((text, table.rows.len()))
}
