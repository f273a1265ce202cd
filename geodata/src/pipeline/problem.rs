//! What is wrong with a source, where, and what was expected: one line a problem, all of them at once.

use super::Level;
use super::read::System;
use std::path::Path;
use thiserror::Error;

/// Which of the two sources a problem stands in; the caller knows their paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    Boundaries,
    Water,
}

/// Where in the document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    File,
    /// Both from 1, as editors count.
    Position {
        line: usize,
        column: usize,
    },
    /// Numbered from 1 in file order; the code when it is readable.
    Feature {
        number: usize,
        code: Option<String>,
    },
}

/// One reason to refuse a source.
#[derive(Debug, Clone, PartialEq, Error)]
#[error("{reason}")]
pub struct Problem {
    pub document: Document,
    /// Which file of the document, from 0.
    pub page: usize,
    pub place: Place,
    pub reason: Reason,
}

/// The reason in the domain's words. RD New (EPSG:28992) and whole metres throughout.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Reason {
    #[error("expected a GeoJSON FeatureCollection or a TopoJSON, found an empty file")]
    Empty,
    #[error("expected JSON, found {0}")]
    NotJson(String),
    #[error("expected a GeoJSON FeatureCollection or a TopoJSON, found {0}")]
    NotFeatures(String),
    #[error("expected at least one feature, found none")]
    NoFeatures,
    #[error("expected crs EPSG:28992 (RD New) or EPSG:4326 / CRS84 (WGS84), found `{0}`")]
    Crs(String),
    #[error("expected crs {stated}, as stated, found `{said}`")]
    OtherCrs { stated: System, said: String },
    #[error("expected metres, as crs says EPSG:28992, found degrees: {0}")]
    DegreesForMetres(String),
    #[error("expected degrees, as crs says WGS84, found metres: {0}")]
    MetresForDegrees(String),
    #[error(
        "expected RD New metres (x 0 to 300000, y 300000 to 650000) or degrees near the Netherlands, found {0}"
    )]
    UnknownRange(String),
    #[error("expected one reference system in the whole file, found {0}")]
    MixedRange(String),
    #[error("expected the next page among the files, as links[rel=next] says, found none for {0}")]
    NextPage(String),
    #[error("expected all {matched} features, as numberMatched says, found {found}")]
    Matched { matched: u64, found: usize },
    #[error("expected features of {jaar}, found {found} in `{key}` ({features} feature{})", if *features == 1 { "" } else { "s" })]
    OtherYear { jaar: u16, key: String, found: String, features: usize },
    #[error("expected property `{key}` with a code such as {}, found {found}", level.example())]
    NoCode { key: String, level: Level, found: String },
    #[error("expected a code such as {}, found `{found}`", level.example())]
    CodeForm { level: Level, found: String },
    #[error("expected a code of {jaar}, found `{code}`")]
    UnknownCode { jaar: u16, code: String },
    /// `input` counts the files from 1, where the first stands in another one.
    #[error("expected each code once, found `{code}` also at feature {first}{}", of(.input))]
    DuplicateCode { code: String, first: usize, input: Option<usize> },
    #[error("expected a feature with code `{code}`, one of the codes of {jaar}, found none")]
    MissingCode { jaar: u16, code: String },
    #[error("expected property `{key}` with a name, found {found}")]
    NoName { key: String, found: String },
    #[error("expected property `{key}` with one of the twelve provinces, found {found}")]
    Province { key: String, found: String },
    #[error("expected a row with code, name or property `{0}` to leave out, found none")]
    SkipsNothing(String),
    #[error("expected a Polygon or MultiPolygon, found {0}")]
    Geometry(String),
    #[error("expected a polygon, found one without rings{}", leave_out(.skip.as_deref()))]
    NoRings { skip: Option<String> },
    #[error("expected rings that enclose ground, found {0}")]
    DegenerateRing(String),
    #[error("expected a valid polygon, found {what} near {x} {y}")]
    Invalid { what: String, x: i32, y: i32 },
    #[error("expected regions that do not overlap, found {}", shared(.0))]
    Overlaps(Vec<Overlap>),
    #[error(
        "expected strips narrower than {width} m where regions overlap, found {strips} of {overlaps} wider, up to {widest:.1} m: a sliver width of {} m closes them",
        .widest.floor() + 1.0
    )]
    Strips { width: f64, strips: usize, overlaps: usize, widest: f64 },
    #[error("expected borders that meet in vertices only, found a crossing with {with} near {x} {y}")]
    Crossing { with: String, x: i32, y: i32 },
    #[error(
        "expected room for every border within {tolerance} m on a grid of {grid} m, found none near {x} {y}"
    )]
    NoRoom { tolerance: f64, grid: i32, x: i32, y: i32 },
    #[error("in all {features} features: {reason}")]
    Everywhere { features: usize, reason: Box<Reason> },
    #[error("expected a map without fault, found {0}")]
    Unsound(String),
    #[error(
        "expected a grid of 1 m or more, at most the tolerance, found {grid} m with tolerance {tolerance} m"
    )]
    Grid { grid: i32, tolerance: f64 },
}

/// Ground shared with another region; `x` and `y` are a vertex of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Overlap {
    pub with: String,
    pub square_metres: f64,
    pub x: i32,
    pub y: i32,
}

fn of(input: &Option<usize>) -> String {
    input.map_or(String::new(), |input| format!(" of file {input}"))
}

/// How to do without a feature, where its row can be named.
fn leave_out(code: Option<&str>) -> String {
    code.map_or_else(String::new, |code| format!(": skip {code} leaves the row out"))
}

fn shared(overlaps: &[Overlap]) -> String {
    let one = |overlap: &Overlap| {
        let Overlap { with, square_metres, x, y } = overlap;
        format!("{} m2 shared with {with} near {x} {y}", square_metres.round().max(1.0))
    };
    overlaps.iter().map(one).collect::<Vec<_>>().join(", ")
}

impl Problem {
    pub(crate) fn file(document: Document, reason: Reason) -> Self {
        Self { document, page: 0, place: Place::File, reason }
    }

    pub(crate) fn feature(document: Document, number: usize, code: Option<&str>, reason: Reason) -> Self {
        Self { document, page: 0, place: Place::Feature { number, code: code.map(str::to_owned) }, reason }
    }

    /// The whole line a reader sees: `file: feature 12 (GM0363): expected …, found …`.
    pub fn line(&self, path: &Path) -> String {
        let path = path.display();
        match &self.place {
            Place::File => format!("{path}: {self}"),
            Place::Position { line, column } => format!("{path}:{line}:{column}: {self}"),
            Place::Feature { number, code: Some(code) } => {
                format!("{path}: feature {number} ({code}): {self}")
            }
            Place::Feature { number, code: None } => format!("{path}: feature {number}: {self}"),
        }
    }
}
