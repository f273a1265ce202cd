//! A CSV file whose every cell knows its file, line and column.
//!
//! UTF-8, commas, a header line with the names of the columns, in any order. Spreadsheets may add a
//! byte order mark, and space around cells: both are dropped. Several values in one cell are joined by
//! `;`. An empty line is skipped.

use super::problem::{Part, Place, Problem, Problems};
use std::path::Path;

/// A table that has all its columns, and no others.
#[derive(Debug, Default)]
pub struct Table {
    file: String,
    header: Vec<String>,
    rows: Vec<(usize, Vec<String>)>,
}

/// One line of a table.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    line: usize,
    cells: &'t [String],
}

/// One value, and where it stands.
#[derive(Debug, Clone)]
pub struct Cell<'t> {
    pub text: &'t str,
    pub place: Place,
}

impl Table {
    /// Reads `file` in `dir`. What is wrong goes to `problems`; the rows that can be read come back.
    pub fn read(dir: &Path, file: &str, columns: &[&str], problems: &mut Problems) -> Self {
        match std::fs::read(dir.join(file)) {
            Ok(bytes) => Self::parse(file, &bytes, columns, problems),
            Err(error) => {
                let missing = error.kind() == std::io::ErrorKind::NotFound;
                let found = if missing { "none".to_owned() } else { error.to_string() };
                problems.expected(&Place::file(file), "a table that can be read", found);
                problems.partial(file);
                Self::default()
            }
        }
    }

    /// Reads a table from its bytes.
    pub fn parse(file: &str, bytes: &[u8], columns: &[&str], problems: &mut Problems) -> Self {
        let mut table = Self { file: file.to_owned(), ..Self::default() };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        if let Some((line, column)) = open_quote(bytes) {
            let place = Place { line, column, ..Place::file(file) };
            problems.expected(&place, "a quote that is closed", "none up to the end of the file");
            problems.partial(file);
            return Self::default();
        }
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(bytes);
        for record in reader.byte_records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    problems.expected(&Place::file(file), "a table of cells and commas", error);
                    problems.partial(file);
                    return Self::default();
                }
            };
            let line = record.position().map_or(0, |position| line_of(bytes, position));
            let mut cells = Vec::with_capacity(record.len());
            for (position, cell) in record.iter().enumerate() {
                cells.push(String::from_utf8(cell.to_vec()).unwrap_or_else(|_| {
                    let place = table.place(line, position);
                    problems.expected(&place, "UTF-8", "bytes that are not; save the table as CSV UTF-8");
                    String::new()
                }));
            }
            if table.header.is_empty() {
                table.header = cells;
                if !table.has_columns(columns, problems) {
                    problems.partial(file);
                    return Self::default();
                }
            } else if cells.len() != table.header.len() {
                let place = Place { line, column: cells.len(), ..Place::file(file) };
                let expected = format!("{} cells, as in the header", table.header.len());
                problems.expected(&place, expected, cells.len());
                problems.partial(file);
            } else {
                table.rows.push((line, cells));
            }
        }
        if table.header.is_empty() {
            problems.partial(file);
            problems.expected(
                &Place::file(file),
                format!("the columns {}", columns.join(", ")),
                "an empty file",
            );
        }
        table
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }

    /// Says of every value in `column` that an earlier row has it too.
    pub fn each_once(&self, column: &str, problems: &mut Problems) {
        let mut seen = std::collections::BTreeMap::new();
        for row in self.rows() {
            let cell = row.cell(column);
            if cell.text.is_empty() {
                continue;
            }
            if let Some(first) = seen.get(cell.text) {
                let found = format!("{:?}, as on line {first}", cell.text);
                problems.expected(&cell.place, "a value that no other row has", found);
            } else {
                seen.insert(cell.text, row.line);
            }
        }
    }

    fn has_columns(&self, columns: &[&str], problems: &mut Problems) -> bool {
        let before = problems.len();
        if let [only] = &self.header[..]
            && only.contains(';')
        {
            let place = Place { line: 1, column: 1, ..Place::file(&self.file) };
            problems.expected(&place, "columns separated by commas", "semicolons");
            return false;
        }
        if !self.header.iter().any(|name| columns.contains(&name.as_str())) {
            let place = Place { line: 1, column: 1, ..Place::file(&self.file) };
            let expected = format!("the columns {}", columns.join(", "));
            problems.expected(&place, expected, self.header.join(", "));
            return false;
        }
        for (position, name) in self.header.iter().enumerate() {
            if !columns.contains(&name.as_str()) {
                let expected = format!("one of the columns {}", columns.join(", "));
                problems.expected(&self.place(1, position), expected, format!("{name:?}"));
            } else if self.header[..position].contains(name) {
                problems.expected(&self.place(1, position), "a column once", format!("a second {name:?}"));
            }
        }
        for column in columns {
            if !self.header.iter().any(|name| name == column) {
                let place = Place { line: 1, column: self.header.len(), ..Place::file(&self.file) };
                problems.expected(&place, format!("a column {column}"), "none");
            }
        }
        problems.len() == before
    }

    fn place(&self, line: usize, position: usize) -> Place {
        let name = self.header.get(position).cloned().unwrap_or_default();
        Place { file: self.file.clone(), line, column: position + 1, part: Part::Column(name) }
    }
}

impl<'t> Row<'t> {
    /// The cell of a column that was asked for when the table was read.
    pub fn cell(&self, column: &str) -> Cell<'t> {
        let position = self.table.header.iter().position(|name| name == column);
        let position = position.expect("the table was read with this column");
        Cell { text: &self.cells[position], place: self.table.place(self.line, position) }
    }
}

impl<'t> Cell<'t> {
    /// The text, or a problem when the cell is empty.
    pub fn required(&self, problems: &mut Problems) -> &'t str {
        if self.text.is_empty() {
            problems.expected(&self.place, "a value", "an empty cell");
        }
        self.text
    }

    pub fn optional(&self) -> Option<String> {
        (!self.text.is_empty()).then(|| self.text.to_owned())
    }

    /// The values of a cell that may have several, each at the cell's place.
    pub fn list(&self) -> Vec<Cell<'t>> {
        let values = self.text.split(';').map(str::trim).filter(|value| !value.is_empty());
        values.map(|text| Cell { text, place: self.place.clone() }).collect()
    }

    /// The value and what stands in brackets behind it: `brief-2021-01-22 (Kader 2, nr. 17)`.
    pub fn with_brackets(&self) -> (Cell<'t>, Option<String>) {
        let split = self.text.strip_suffix(')').and_then(|text| text.split_once('('));
        match split {
            Some((value, inside)) => {
                (Cell { text: value.trim(), place: self.place.clone() }, Some(inside.trim().to_owned()))
            }
            None => (self.clone(), None),
        }
    }

    pub fn problem(&self, expected: impl std::fmt::Display) -> Problem {
        Problem::expected(self.place.clone(), expected, format!("{:?}", self.text))
    }
}

/// The line of a text that a record stands on; the reader's own is that of the empty lines before it.
pub fn line_of(text: &[u8], position: &csv::Position) -> usize {
    let from = text.get(position.byte() as usize..).unwrap_or_default();
    let skipped = from.iter().take_while(|byte| matches!(byte, b'\n' | b'\r'));
    position.line() as usize + skipped.filter(|byte| **byte == b'\n').count()
}

/// The line and the cell of a quote that takes all that follows with it.
fn open_quote(text: &[u8]) -> Option<(usize, usize)> {
    let (mut line, mut column, mut open, mut starts) = (1, 1, None, true);
    let mut bytes = text.iter().peekable();
    while let Some(byte) = bytes.next() {
        match (open, byte) {
            (Some(_), b'"') if bytes.next_if_eq(&&b'"').is_none() => open = None,
            (None, b'"') if starts => open = Some((line, column)),
            (None, b',') => column += 1,
            (None, b'\n') => column = 1,
            _ => {}
        }
        line += usize::from(*byte == b'\n');
        starts = open.is_none() && matches!(byte, b',' | b'\n' | b'\r');
    }
    open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> String {
        let mut problems = Problems::default();
        let table = Table::parse("themas.csv", text.as_bytes(), &["id", "label"], &mut problems);
        table.each_once("id", &mut problems);
        problems.to_string()
    }

    #[test]
    fn a_good_table_has_no_problems() {
        assert_eq!(
            problems("\u{feff}label,id\n Taal ,taal\n\n\"Tel, \"\"reken\"\"\",rekenen\n5\" pijp,pijp\n"),
            ""
        );
    }

    #[test]
    fn every_fault_of_form_says_where() {
        let table = [
            ("", "themas.csv: expected the columns id, label, found an empty file"),
            (
                "id;label\ntaal;Taal\n",
                "themas.csv:1:1: expected columns separated by commas, found semicolons",
            ),
            (
                "id,labell\n",
                "themas.csv:1:2 (labell): expected one of the columns id, label, found \"labell\"\n\
                            themas.csv:1:2: expected a column label, found none",
            ),
            ("id,label,id\n", "themas.csv:1:3 (id): expected a column once, found a second \"id\""),
            ("id,label\ntaal\n", "themas.csv:2:1: expected 2 cells, as in the header, found 1"),
            ("id,label\n\n\ntaal\n", "themas.csv:4:1: expected 2 cells, as in the header, found 1"),
            (
                "\u{feff}id,label\r\n\r\ntaal\r\n",
                "themas.csv:3:1: expected 2 cells, as in the header, found 1",
            ),
            (
                "id,label\ntaal,\"Taal\nrekenen,\"\"Tel\"\"\n",
                "themas.csv:2:2: expected a quote that is closed, found none up to the end of the file",
            ),
            (
                "\"id\nlabel\",label\n",
                "themas.csv:1:1 (id\\nlabel): expected one of the columns id, label, found \"id\\nlabel\"\nthemas.csv:1:2: expected a column id, found none",
            ),
            (
                "id,label\ntaal,Taal\ntaal,Tale\n",
                "themas.csv:3:1 (id): expected a value that no other row has, found \"taal\", as on line 2",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(problems(text), expected, "{text:?}");
        }
    }

    #[test]
    fn other_encodings_are_named() {
        let mut problems = Problems::default();
        Table::parse("themas.csv", b"id,label\nfryslan,Frysl\xe2n\n", &["id", "label"], &mut problems);
        let expected =
            "themas.csv:2:2 (label): expected UTF-8, found bytes that are not; save the table as CSV UTF-8";
        assert_eq!(problems.to_string(), expected);
    }

    #[test]
    fn a_cell_holds_several_values() {
        let mut problems = Problems::default();
        let text = "id,label\nx,brief (Kader 2; nr. 1)\ny,a; b (c);\n";
        let table = Table::parse("t.csv", text.as_bytes(), &["id", "label"], &mut problems);
        let row = table.rows().nth(1).expect("two rows");
        let list: Vec<_> = row.cell("label").list().iter().map(|cell| cell.with_brackets()).collect();
        let list: Vec<_> = list.iter().map(|(cell, inside)| (cell.text, inside.as_deref())).collect();
        assert_eq!(list, [("a", None), ("b", Some("c"))]);
    }
}
