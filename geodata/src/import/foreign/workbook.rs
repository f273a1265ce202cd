//! XLSX and ODS: the values of one sheet, without their looks. A style sheet that is malformed, as that of
//! the achterstandsscores of CBS, takes nothing away from the values. A cell that says to stand beyond any sheet is
//! refused, not put where the number falls when it is cut off.

use super::caught::caught;
use super::delimited::is_note;
use super::{At, ForeignCell, ForeignRow, ForeignTable, Settings, one_spaced};
use crate::import::problem::{Place, Problem};
use calamine::{Data, Ods, Reader, Xlsx};
use std::collections::BTreeMap;
use std::io::Cursor;

/// More than any sheet that is a table; a damaged file may claim a million of each.
const MOST_COLUMNS: u32 = 1_000;
const MOST_CELLS: usize = 5_000_000;

const WORKBOOK: &str = "an XLSX or ODS workbook";

/// Cells by row and column, both from 0; the empty ones left out.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

pub fn read(file: &str, bytes: &[u8], settings: &Settings) -> Result<ForeignTable, Problem> {
    let refused = |found: String| Problem::expected(Place::file(file), WORKBOOK, found);
    if !bytes.starts_with(b"PK") {
        return Err(refused("a file that is neither".to_owned()));
    }
    let cells = caught(|| cells(file, bytes, settings));
    let cells = cells.map_err(|why| refused(format!("one that cannot be read: {why}")))??;
    table(file, cells, settings.header_row.unwrap_or(1).max(1))
}

/// All that is asked of `calamine`, which counts rows without looking whether they fit.
fn cells(file: &str, bytes: &[u8], settings: &Settings) -> Result<Cells, Problem> {
    let refused = |found: String| Problem::expected(Place::file(file), WORKBOOK, found);
    match Ods::new(Cursor::new(bytes)) {
        Ok(mut workbook) => {
            let sheet = sheet(file, &workbook.sheet_names(), settings)?;
            let range = workbook.worksheet_range(&sheet).map_err(|error| refused(error.to_string()))?;
            let from = range.start().unwrap_or_default();
            let mut cells = Cells::new();
            for (row, column, value) in range.used_cells() {
                let (row, column) = (from.0 + row as u32, from.1 + column as u32);
                cells.entry(row).or_default().insert(column, text(value.clone()));
            }
            Ok(cells)
        }
        Err(_) => {
            let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| refused(error.to_string()))?;
            let sheet = sheet(file, &workbook.sheet_names(), settings)?;
            xlsx_cells(&mut workbook, &sheet).map_err(refused)
        }
    }
}

fn sheet(file: &str, names: &[String], settings: &Settings) -> Result<String, Problem> {
    let wanted = settings.sheet.as_deref();
    let found = names.iter().find(|name| wanted.is_none_or(|wanted| name.as_str() == wanted));
    found.cloned().ok_or_else(|| {
        let expected = wanted.map_or("a sheet".to_owned(), |wanted| format!("a sheet {wanted:?}"));
        let found =
            if names.is_empty() { "none".to_owned() } else { format!("the sheets {}", names.join(", ")) };
        Problem::expected(Place::file(file), expected, found)
    })
}

/// Cell by cell: two cells at opposite corners of a sheet must not make a table of a thousand million.
fn xlsx_cells(workbook: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Result<Cells, String> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|error| error.to_string())?;
    let (mut cells, mut count) = (Cells::new(), 0);
    while let Some(cell) = reader.next_cell().map_err(|error| error.to_string())? {
        let (row, column) = cell.get_position();
        let value = text(Data::from(cell.get_value().clone()));
        if value.is_empty() {
            continue;
        }
        count += 1;
        if count > MOST_CELLS {
            return Err(format!("more than {MOST_CELLS} cells"));
        }
        cells.entry(row).or_default().insert(column, value);
    }
    Ok(cells)
}

fn table(file: &str, cells: Cells, header_row: usize) -> Result<ForeignTable, Problem> {
    let place = Place { line: header_row, column: 1, ..Place::file(file) };
    let header = u32::try_from(header_row - 1).ok().and_then(|row| cells.get(&row));
    let Some(header) = header else {
        return Err(Problem::expected(place, "a row with the names of the columns", "an empty row"));
    };
    let below = cells.range(u32::try_from(header_row).unwrap_or(u32::MAX)..);
    let last = below.clone().chain([(&0, header)]).filter_map(|(_, row)| row.keys().next_back()).max();
    let width = last.map_or(0, |last| last + 1);
    if width > MOST_COLUMNS {
        let expected = format!("at most {MOST_COLUMNS} columns");
        return Err(Problem::expected(place, expected, width));
    }
    let cell = |row: &BTreeMap<u32, String>, column: u32| row.get(&column).cloned().unwrap_or_default();
    let names = (0..width).map(|column| one_spaced(&cell(header, column))).collect();
    let mut rows = Vec::new();
    for (number, row) in below {
        if row.values().next().is_some_and(|first| is_note(first)) {
            break;
        }
        let at = At::Line(*number as usize + 1);
        let cells = (0..width).map(|column| ForeignCell::Text(cell(row, column))).collect();
        rows.push(ForeignRow { at, cells });
    }
    Ok(ForeignTable { file: file.to_owned(), header: names, rows, next: None, text: None })
}

/// A value as an editor would write it in a CSV file.
fn text(value: Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.trim().to_owned(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "ja".to_owned(),
        Data::Bool(false) => "nee".to_owned(),
        Data::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        // `#N/B`, `#DEEL/0!`: what the sheet shows, so that who reads the problem finds it there.
        Data::Error(error) => format!("#{error:?}"),
    }
}
