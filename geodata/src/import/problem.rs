//! Where something is wrong, and what was expected there. The person who can repair it reads it.

use std::fmt;

/// One thing that is wrong, in a table or a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// `expected …, found …`.
    pub reason: String,
    /// The files in which what is referred to may stand; none when it refers to nothing.
    pub refers: &'static [&'static str],
}

/// A place in a file. `0` stands for no line and no column: the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub file: String,
    pub line: usize,
    /// In a table the cell's number from the left (3 is a spreadsheet's C), elsewhere characters.
    pub column: usize,
    pub part: Part,
}

/// What stands at the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    Whole,
    /// A table's column, by its header.
    Column(String),
    /// A JSON path: `gemeenten[3].provincie`.
    Path(String),
}

impl Problem {
    pub fn at(place: Place, reason: String) -> Self {
        Self { place, reason, refers: &[] }
    }

    pub fn expected(place: Place, expected: impl fmt::Display, found: impl fmt::Display) -> Self {
        Self::at(place, format!("expected {expected}, found {found}"))
    }

    /// Of a reference to something in these files.
    pub fn refers_to(self, refers: &'static [&'static str]) -> Self {
        Self { refers, ..self }
    }
}

impl std::error::Error for Problem {}

impl Place {
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0, part: Part::Whole }
    }
}

/// One line, whatever stands in the file: what was found there may hold line ends.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = format!("{}: {}", self.place, self.reason);
        for part in line.split_inclusive(char::is_control) {
            let text = part.trim_end_matches(char::is_control);
            f.write_str(text)?;
            write!(f, "{}", part[text.len()..].escape_debug())?;
        }
        Ok(())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}:{}", self.line, self.column)?;
        }
        match &self.part {
            Part::Whole => Ok(()),
            Part::Column(name) => write!(f, " ({name})"),
            Part::Path(path) => write!(f, ": {path}"),
        }
    }
}

/// Everything that is wrong, in the order of the files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problems {
    all: Vec<Problem>,
    /// The files of which not every row could be read.
    partial: Vec<String>,
}

impl Problems {
    pub fn push(&mut self, problem: Problem) {
        self.all.push(problem);
    }

    pub fn expected(&mut self, place: &Place, expected: impl fmt::Display, found: impl fmt::Display) {
        self.push(Problem::expected(place.clone(), expected, found));
    }

    /// Not every row of a file could be read: who refers to it may be right.
    pub fn partial(&mut self, file: &str) {
        if !self.partial.iter().any(|known| known == file) {
            self.partial.push(file.to_owned());
        }
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.all.iter()
    }

    /// The files in the order they were first read, each from top to bottom. One fault is one line: references to a
    /// file that could not be read whole are only counted.
    pub fn in_file_order(mut self) -> Self {
        let mut files: Vec<String> = Vec::new();
        for problem in &self.all {
            if !files.contains(&problem.place.file) {
                files.push(problem.place.file.clone());
            }
        }
        self.all.sort_by_key(|problem| {
            let place = &problem.place;
            (files.iter().position(|file| *file == place.file), place.line, place.column)
        });
        for file in std::mem::take(&mut self.partial) {
            self.count_references(&file);
        }
        self
    }

    /// Puts one line behind what is wrong in a file, in the place of all that is said of references to it.
    fn count_references(&mut self, file: &str) {
        let before = self.all.len();
        self.all.retain(|problem| !problem.refers.contains(&file));
        let references = before - self.all.len();
        if references > 0 {
            let behind =
                self.all.iter().rposition(|problem| problem.place.file == file).map_or(0, |at| at + 1);
            let reason =
                format!("references to it ({references}) are judged once every row of it can be read");
            self.all.insert(behind, Problem::at(Place::file(file), reason));
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.all.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}
