//! A table as its publisher made it: any separator, UTF-8 or Windows-1252, any columns.
//!
//! Unlike [`Table`](crate::import::table::Table), which holds the editors' own tables to their form.

use crate::import::problem::{Part, Place, Problems};
use crate::import::table::line_of;

/// A header and its rows, every row as long as the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    pub file: String,
    pub header: Vec<String>,
    /// The line a row starts on, and its cells as they stand, spaces and all.
    pub rows: Vec<(usize, Vec<String>)>,
}

/// What separates cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

impl Foreign {
    /// Reads a table from its bytes: strict UTF-8, else Windows-1252; separated by what its first line has
    /// most of.
    ///
    /// # Errors
    /// An empty file, a row that is no row, or rows with more or fewer cells than the header: all of them.
    pub fn parse(file: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let text = decode(bytes);
        let mut problems = Problems::default();
        let mut table = Self { file: file.to_owned(), header: Vec::new(), rows: Vec::new() };
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator(&text))
            .from_reader(text.as_bytes());
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    problems.expected(&Place::file(file), "a table of rows and cells", error);
                    return Err(problems);
                }
            };
            let line = record.position().map_or(0, |position| line_of(text.as_bytes(), position));
            let cells: Vec<String> = record.iter().map(str::to_owned).collect();
            if table.header.is_empty() {
                table.header = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            } else if cells.len() == table.header.len() {
                table.rows.push((line, cells));
            } else {
                let place = Place { line, column: cells.len(), ..Place::file(file) };
                let expected = format!("{} cells, as in the header", table.header.len());
                problems.expected(&place, expected, cells.len());
            }
        }
        if table.header.is_empty() {
            problems.expected(&Place::file(file), "a header with the names of the columns", "an empty file");
        }
        if problems.is_empty() { Ok(table) } else { Err(problems) }
    }

    /// Which column has this name; capitals do not matter.
    pub fn column(&self, name: &str) -> Option<usize> {
        let same = |header: &String| header.to_lowercase() == name.trim().to_lowercase();
        self.header.iter().position(|header| header == name).or_else(|| self.header.iter().position(same))
    }

    /// Where a cell stands.
    pub fn place(&self, line: usize, column: usize) -> Place {
        let name = self.header.get(column).cloned().unwrap_or_default();
        Place { file: self.file.clone(), line, column: column + 1, part: Part::Column(name) }
    }
}

fn decode(bytes: &[u8]) -> String {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|&byte| byte == separator).count();
    // Of equals the likeliest: the first that nothing beats.
    let most = SEPARATORS.into_iter().map(count).max().unwrap_or_default();
    SEPARATORS.into_iter().find(|&separator| count(separator) == most).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(bytes: &[u8]) -> Vec<String> {
        Foreign::parse("f.csv", bytes).expect("a table").header
    }

    #[test]
    fn separator_and_encoding_are_recognised() {
        assert_eq!(header(b"a;b, of c\n"), ["a", "b, of c"]);
        assert_eq!(header(b"\xef\xbb\xbfa,b\n"), ["a", "b"]);
        assert_eq!(header(b"Frysl\xe2n\tb\n"), ["Fryslân", "b"]);
        assert_eq!(header("Fryslân;b\n".as_bytes()), ["Fryslân", "b"]);
        assert_eq!(header(b"code\n1\n"), ["code"]);
    }

    #[test]
    fn every_row_of_another_length_is_named() {
        let problems = Foreign::parse("f.csv", b"a;b\n1;2\n1\n1;2;3\n").expect_err("two short rows");
        let expected = "f.csv:3:1: expected 2 cells, as in the header, found 1\n\
                        f.csv:4:3: expected 2 cells, as in the header, found 3";
        assert_eq!(problems.to_string(), expected);
    }
}
