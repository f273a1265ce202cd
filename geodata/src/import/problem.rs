//! Where something is wrong, and what was expected there. The person who can repair it reads it.

use std::fmt;

/// One thing that is wrong, in a table or a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub place: Place,
    /// `expected …, found …`.
    pub reason: String,
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
    pub fn expected(place: Place, expected: impl fmt::Display, found: impl fmt::Display) -> Self {
        Self { place, reason: format!("expected {expected}, found {found}") }
    }
}

impl std::error::Error for Problem {}

impl Place {
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), line: 0, column: 0, part: Part::Whole }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
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
pub struct Problems(Vec<Problem>);

impl Problems {
    pub fn push(&mut self, problem: Problem) {
        self.0.push(problem);
    }

    pub fn expected(&mut self, place: &Place, expected: impl fmt::Display, found: impl fmt::Display) {
        self.push(Problem::expected(place.clone(), expected, found));
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.0.iter()
    }

    /// The files in the order they were first read, each from top to bottom.
    pub fn in_file_order(mut self) -> Self {
        let mut files: Vec<String> = Vec::new();
        for problem in &self.0 {
            if !files.contains(&problem.place.file) {
                files.push(problem.place.file.clone());
            }
        }
        self.0.sort_by_key(|problem| {
            let place = &problem.place;
            (files.iter().position(|file| *file == place.file), place.line, place.column)
        });
        self
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.0.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}
