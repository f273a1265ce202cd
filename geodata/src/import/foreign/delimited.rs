//! CSV as StatLine, DUO and spreadsheets write it.
//!
//! UTF-8 or, where that cannot be, Windows-1252: DUO's older files are. A line of a name of a source
//! (`Bron: CBS`) ends the table: what follows are notes. Empty lines are skipped; empty cells behind the
//! last column are dropped.

use super::{At, ForeignCell, ForeignRow, ForeignTable, Settings, one, one_spaced};
use crate::import::problem::{Place, Problem, Problems};
use crate::import::table::line_of;
use std::borrow::Cow;

/// The text of a file in one of the two encodings there are.
pub fn decode<'b>(file: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Problem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let found = "UTF-16; save the table as CSV UTF-8";
        return Err(Problem::expected(Place::file(file), "UTF-8 or Windows-1252", found));
    }
    if let Some(at) = bytes.iter().position(|byte| *byte == 0) {
        let line = bytes[..at].iter().filter(|byte| **byte == b'\n').count() + 1;
        let place = Place { line, column: 1, ..Place::file(file) };
        return Err(Problem::expected(place, "text", "a byte 0, which no text has"));
    }
    Ok(match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    })
}

pub fn read(
    file: &str,
    bytes: &[u8],
    separator: Option<u8>,
    settings: &Settings,
) -> Result<ForeignTable, Problems> {
    let text = decode(file, bytes).map_err(one)?;
    let header_row = settings.header_row.unwrap_or(1).max(1);
    let mut table = ForeignTable { file: file.to_owned(), ..ForeignTable::default() };
    let mut problems = Problems::default();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or_else(|| separator_of(&text, header_row)))
        .from_reader(text.as_bytes());
    for record in reader.records() {
        let record = record.map_err(|error| {
            let expected = "a table of cells";
            one(Problem::expected(Place::file(file), expected, error))
        })?;
        let line = record.position().map_or(0, |position| line_of(text.as_bytes(), position));
        let mut cells: Vec<&str> = record.iter().map(str::trim).collect();
        let blank = cells.iter().all(|cell| cell.is_empty());
        if line < header_row || blank && !table.header.is_empty() {
            continue;
        }
        if table.header.is_empty() {
            if blank {
                break;
            }
            table.header = cells.iter().map(|name| one_spaced(name)).collect();
            continue;
        }
        if is_note(cells[0]) {
            break;
        }
        while cells.len() > table.header.len() && cells.last().is_some_and(|cell| cell.is_empty()) {
            cells.pop();
        }
        if cells.len() != table.header.len() {
            let place = Place { line, column: cells.len(), ..Place::file(file) };
            let expected = format!("{} cells, as in the header", table.header.len());
            problems.expected(&place, expected, cells.len());
            continue;
        }
        let cells = cells.into_iter().map(|cell| ForeignCell::Text(cell.to_owned())).collect();
        table.rows.push(ForeignRow { at: At::Line(line), cells });
    }
    if table.header.is_empty() {
        let found = "an empty line or the end of the file";
        let place = Place { line: header_row, column: 1, ..Place::file(file) };
        problems.expected(&place, "a line with the names of the columns", found);
    }
    if problems.is_empty() { Ok(table) } else { Err(problems) }
}

/// The most frequent of the usual separators in the header; a comma where there is none.
fn separator_of(text: &str, header_row: usize) -> u8 {
    let header = text.lines().nth(header_row - 1).unwrap_or_default().as_bytes();
    let count = |separator: u8| header.iter().filter(|byte| **byte == separator).count();
    let mut found = b',';
    for separator in [b';', b'\t'] {
        if count(separator) > count(found) {
            found = separator;
        }
    }
    found
}

/// Whether a first cell begins the notes below a table.
pub fn is_note(cell: &str) -> bool {
    cell.starts_with("Bron:") || cell.starts_with('©')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &[u8]) -> Result<ForeignTable, String> {
        read("f.csv", text, None, &Settings::default()).map_err(|problems| problems.to_string())
    }

    fn texts(table: &ForeignTable) -> Vec<Vec<&str>> {
        table.rows.iter().map(|row| row.cells.iter().map(ForeignCell::text).collect()).collect()
    }

    #[test]
    fn both_encodings_are_read() {
        let expected = vec![vec!["Súdwest-Fryslân", "1"]];
        for bytes in ["\u{feff}naam;n\nSúdwest-Fryslân;1\n".as_bytes(), b"naam;n\nS\xfadwest-Frysl\xe2n;1\n"]
        {
            assert_eq!(texts(&table(bytes).expect("a table")), expected);
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let utf16 = "f.csv: expected UTF-8 or Windows-1252, found UTF-16; save the table as CSV UTF-8";
        assert_eq!(table(b"\xff\xfen\x00").unwrap_err(), utf16);
        let zero = "f.csv:2:1: expected text, found a byte 0, which no text has";
        assert_eq!(table(b"PK\n\x00").unwrap_err(), zero);
    }

    #[test]
    fn a_damaged_row_is_named() {
        let text = b"a;b;c\n1;2;3\n4;5\n\n6;7;8;9\n";
        let expected = "f.csv:3:2: expected 3 cells, as in the header, found 2\n\
                        f.csv:5:4: expected 3 cells, as in the header, found 4";
        assert_eq!(table(text).unwrap_err(), expected);
    }

    #[test]
    fn notes_and_empty_cells_at_the_end_are_no_rows() {
        let text = "a;b\n1;2;;\n;;\nBron: CBS;\na Te weinig leerlingen.;;;\n".as_bytes();
        assert_eq!(texts(&table(text).expect("a table")), [["1", "2"]]);
    }

    #[test]
    fn the_header_may_stand_lower() {
        let settings = Settings { header_row: Some(3), ..Settings::default() };
        let text = "Tabel 2;;\n;;\nSchool;\"Score\n(onderbouw)\"\n;;\n00AP00;1.5\n";
        let table = read("f.csv", text.as_bytes(), None, &settings).expect("a table");
        assert_eq!(table.header, ["School", "Score (onderbouw)"]);
        assert_eq!(texts(&table), [["00AP00", "1.5"]]);
        assert_eq!(table.place(0, Some(1)).line, 6);
    }
}
