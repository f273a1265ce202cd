//! Foreign formats, each to one [`ForeignTable`]: what a source publishes, before anything is taken from it.
//!
//! | module | what it reads |
//! |---|---|
//! | [`delimited`] | CSV as StatLine, DUO and spreadsheets write it |
//! | [`workbook`] | XLSX and ODS |
//! | [`odata`] | CBS OData v3 and v4 |
//! | [`records`] | JSON lists: DUO's CKAN, PDOK's pages, a plain list |
//! | [`number`] | a cell as a figure or a reason |
//! | [`period`] | a cell as a period |
//! | [`area`] | a cell as the code of an area or a school |
//!
//! A reader is total: any bytes give a table or a reason. A damaged row is named; it never shifts the
//! others or disappears. Nothing is guessed from a column's content.

pub mod area;
mod caught;
pub mod delimited;
pub mod number;
pub mod odata;
pub mod period;
pub mod records;
pub mod workbook;

use super::locate::locate;
use super::problem::{Part, Place, Problem, Problems};
use serde::Deserialize;

/// The formats there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// CSV of StatLine: `;`, decimal point, `.` for no figure.
    Statline,
    /// CSV of DUO: `;`, decimal comma, `<5`, UTF-8 or Windows-1252.
    Duo,
    /// Other CSV: the separator of its header, decimal point.
    Csv,
    /// XLSX or ODS.
    Werkblad,
    /// CBS OData v3, `TypedDataSet` or `UntypedDataSet`.
    Odata3,
    /// CBS OData v4, `Observations`.
    Odata4,
    /// DUO's `datastore_search`.
    Ckan,
    /// A page of PDOK, WFS or OGC API: the attributes, without the geometry.
    Pdok,
    /// A JSON list of objects.
    Json,
}

/// What has to be known beside the bytes; see `import::mapping` for its words.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// The line or row with the names of the columns, from 1.
    pub header_row: Option<usize>,
    /// The sheet, by name; the first where none is named.
    pub sheet: Option<String>,
    /// OData: titles by key, from `DataProperties` or `MeasureCodes`.
    pub titles: odata::Titles,
}

/// A table as its source has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ForeignTable {
    pub file: String,
    pub header: Vec<String>,
    pub rows: Vec<ForeignRow>,
    /// Where the source says the table goes on.
    pub next: Option<String>,
    /// The text that paths of rows lead into, for a format that has paths.
    text: Option<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ForeignRow {
    at: At,
    pub cells: Vec<ForeignCell>,
}

/// Where a row stands.
#[derive(Debug, Clone, PartialEq)]
enum At {
    Line(usize),
    /// `value[3]`.
    Path(String),
}

/// A cell as its source has it.
#[derive(Debug, Clone, PartialEq)]
pub enum ForeignCell {
    /// Without the space around it; empty for an empty cell.
    Text(String),
    /// No value, and what the source says of that: `Impossible`, `null`.
    Missing(String),
}

impl Format {
    pub const ALL: [Self; 9] = [
        Self::Statline,
        Self::Duo,
        Self::Csv,
        Self::Werkblad,
        Self::Odata3,
        Self::Odata4,
        Self::Ckan,
        Self::Pdok,
        Self::Json,
    ];

    pub fn read(self, file: &str, bytes: &[u8], settings: &Settings) -> Result<ForeignTable, Problems> {
        match self {
            Self::Statline | Self::Duo => delimited::read(file, bytes, Some(b';'), settings),
            Self::Csv => delimited::read(file, bytes, None, settings),
            Self::Werkblad => workbook::read(file, bytes, settings).map_err(one),
            Self::Odata3 => odata::read_v3(file, bytes, &settings.titles),
            // CBS serves v4 as JSON and as CSV.
            Self::Odata4 if bytes.trim_ascii_start().first() == Some(&b'{') => {
                odata::read_v4(file, bytes, &settings.titles)
            }
            Self::Odata4 => odata::read_v4_csv(file, bytes, &settings.titles),
            Self::Ckan => records::read_ckan(file, bytes),
            Self::Pdok => records::read_features(file, bytes),
            Self::Json => records::read_list(file, bytes),
        }
    }

    /// Reads a table in pages, the first first. Every page must be followed by the page it announces.
    pub fn read_pages(
        self,
        pages: &[(String, Vec<u8>)],
        settings: &Settings,
    ) -> Result<ForeignTable, Problems> {
        let mut whole: Option<ForeignTable> = None;
        let mut tables = Vec::new();
        for (position, (file, bytes)) in pages.iter().enumerate() {
            let table = self.read(file, bytes, settings)?;
            match (&table.next, position + 1 == pages.len()) {
                (Some(next), true) => {
                    let expected = format!("the page behind this one, {next}");
                    return Err(one(Problem::expected(Place::file(file), expected, "the last file")));
                }
                (None, false) => {
                    let expected = "a page that says where the next one is";
                    let found = format!("the last page, and {} behind it", pages[position + 1].0);
                    return Err(one(Problem::expected(Place::file(file), expected, found)));
                }
                _ => {}
            }
            if let Some(first) = &whole
                && first.header != table.header
            {
                let expected = format!("the columns of {}, {}", first.file, first.header.join(", "));
                let found = table.header.join(", ");
                return Err(one(Problem::expected(Place::file(file), expected, found)));
            }
            if whole.is_none() {
                whole = Some(ForeignTable { rows: Vec::new(), ..table.clone() });
            }
            tables.push(table);
        }
        match tables.len() {
            1 => Ok(tables.remove(0)),
            _ => Ok(ForeignTable::joined(whole.unwrap_or_default(), tables)),
        }
    }

    /// Whether a decimal sign is a comma.
    pub fn number_form(self) -> number::Form {
        match self {
            Self::Duo => number::Form::Duo,
            Self::Statline | Self::Odata3 | Self::Odata4 => number::Form::Cbs,
            Self::Csv | Self::Werkblad | Self::Ckan | Self::Pdok | Self::Json => number::Form::Plain,
        }
    }
}

impl ForeignTable {
    /// The rows of all pages; each is named by its own page.
    fn joined(first: Self, tables: Vec<Self>) -> Self {
        let mut rows = Vec::new();
        for table in tables {
            for (position, row) in table.rows.iter().enumerate() {
                let place = table.place(position, None);
                let at = At::Path(format!("{}:{}:{}", place.file, place.line, place.column));
                rows.push(ForeignRow { at, cells: row.cells.clone() });
            }
        }
        Self { rows, text: None, next: None, ..first }
    }

    /// The position of a column, by its name with every run of spaces and line breaks as one space; `#3`
    /// is the third column, for those without a name.
    pub fn column(&self, name: &str) -> Result<usize, Problem> {
        let wanted = one_spaced(name);
        let found: Vec<usize> = (0..self.header.len()).filter(|at| self.header[*at] == wanted).collect();
        let numbered = name.strip_prefix('#').and_then(|number| number.parse::<usize>().ok());
        match (&found[..], numbered) {
            ([only], _) => Ok(*only),
            ([], Some(number)) if (1..=self.header.len()).contains(&number) => Ok(number - 1),
            ([], _) => {
                let expected = format!("a column {wanted:?}");
                let found = format!("the columns {}", self.header.join(", "));
                Err(Problem::expected(Place::file(&self.file), expected, found))
            }
            (several, _) => {
                let found = format!("{} of that name; name one by its number, as #3", several.len());
                Err(Problem::expected(Place::file(&self.file), format!("one column {wanted:?}"), found))
            }
        }
    }

    /// Where a cell stands, or a row.
    pub fn place(&self, row: usize, column: Option<usize>) -> Place {
        let name = column.and_then(|column| self.header.get(column)).cloned().unwrap_or_default();
        match self.rows.get(row).map(|row| &row.at) {
            None => Place::file(&self.file),
            Some(At::Line(line)) => {
                let part = if name.is_empty() { Part::Whole } else { Part::Column(name) };
                let column = column.map_or(1, |column| column + 1);
                Place { file: self.file.clone(), line: *line, column, part }
            }
            Some(At::Path(path)) => match &self.text {
                Some(text) => {
                    let path = if name.is_empty() { path.clone() } else { format!("{path}.{name}") };
                    let (line, column) = locate(text, &path);
                    Place { file: self.file.clone(), line, column, part: Part::Path(path) }
                }
                None => Place { part: Part::Column(name), ..Place::file(path) },
            },
        }
    }
}

impl ForeignCell {
    /// The text, which is empty for a missing value.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Missing(_) => "",
        }
    }
}

/// Every run of white space as one space, and none at the ends.
pub(super) fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(crate) fn one(problem: Problem) -> Problems {
    let mut problems = Problems::default();
    problems.push(problem);
    problems
}
