//! How to read a feature of the boundaries: the options, and what they mean to the pipeline.

use super::file::read;
use clap::Args;
use geodata::pipeline::{Asked, Known, Level, Rows, System};
use geodata::topology::topojson::Names;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How to read a feature of the boundaries.
#[derive(Debug, Args)]
pub struct Features {
    /// Property that holds the code, such as GM0363; by default recognised (statcode, gemeentecode, …)
    #[arg(long, visible_alias = "code-key", value_name = "PROPERTY")]
    code: Option<String>,
    /// Put this before codes of digits alone, such as GM before 0014
    #[arg(long, value_name = "PREFIX")]
    code_prefix: Option<String>,
    /// Property that holds the name; by default recognised (statnaam, gemeentenaam, naam, …)
    #[arg(long, value_name = "PROPERTY")]
    name: Option<String>,
    /// Property that holds the province, by name or code; by default recognised
    #[arg(long, value_name = "PROPERTY")]
    province: Option<String>,
    /// Table (CSV: code,naam,provincie) of the official names, and of provinces where the boundaries say none;
    /// names that it changes are listed in the report
    #[arg(long, value_name = "FILE")]
    names: Option<PathBuf>,
    /// Leave out the rows with this code, name or property, such as Buitenland or water=JA; repeat for several
    #[arg(long, value_name = "RULE", allow_hyphen_values = true)]
    skip: Vec<String>,
    /// Make one area of all rows with one code, and list them in the report
    #[arg(long)]
    merge: bool,
    /// Reference system of boundaries that do not say it; a file that says or holds another is refused
    #[arg(long, value_enum)]
    pub crs: Option<CrsName>,
    /// Which object of a TopoJSON; by default the only one with polygons
    #[arg(long, value_name = "NAME")]
    pub object: Option<String>,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum LevelName {
    Gemeente,
    Wijk,
    Buurt,
    Provincie,
    Any,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub enum CrsName {
    /// RD New (EPSG:28992), metres
    Rd,
    /// WGS84 or ETRS89, degrees
    Wgs84,
}

impl From<CrsName> for System {
    fn from(name: CrsName) -> Self {
        match name {
            CrsName::Rd => System::Rd,
            CrsName::Wgs84 => System::Wgs84,
        }
    }
}

impl From<LevelName> for Level {
    fn from(name: LevelName) -> Self {
        match name {
            LevelName::Gemeente => Level::Gemeente,
            LevelName::Wijk => Level::Wijk,
            LevelName::Buurt => Level::Buurt,
            LevelName::Provincie => Level::Provincie,
            LevelName::Any => Level::Any,
        }
    }
}

impl LevelName {
    /// What a document calls the areas.
    pub fn names(self) -> Names {
        match self {
            LevelName::Gemeente => Names::GEMEENTEN,
            LevelName::Wijk => Names::WIJKEN,
            LevelName::Buurt => Names::BUURTEN,
            LevelName::Provincie => Names::PROVINCIES,
            LevelName::Any => Names::GEBIEDEN,
        }
    }
}

impl Features {
    pub fn keys(&self) -> Asked {
        Asked { code: self.code.clone(), naam: self.name.clone(), provincie: self.province.clone() }
    }

    /// What to do with rows, or why the table of names cannot be read.
    pub fn rows(&self) -> Result<Rows, Vec<String>> {
        Ok(Rows {
            skip: self.skip.clone(),
            prefix: self.code_prefix.clone(),
            merge: self.merge,
            known: self.names.as_deref().map_or(Ok(BTreeMap::new()), known)?,
        })
    }
}

#[derive(Deserialize)]
struct Row {
    code: String,
    naam: String,
    provincie: String,
}

fn known(path: &Path) -> Result<BTreeMap<String, Known>, Vec<String>> {
    let text = read(path)?;
    let mut table = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
    let (mut known, mut lines) = (BTreeMap::new(), Vec::new());
    for row in table.deserialize::<Row>() {
        match row {
            Ok(Row { code, naam, provincie }) => {
                known.insert(code, Known { naam, provincie });
            }
            Err(error) => {
                let line = error.position().map_or(1, csv::Position::line);
                let expected = "expected a row of code, naam and provincie";
                lines.push(format!("{}:{line}: {expected}, found {error}", path.display()));
            }
        }
    }
    if lines.is_empty() { Ok(known) } else { Err(lines) }
}
