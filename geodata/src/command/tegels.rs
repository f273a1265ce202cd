//! `geodata tegels`: maps to tegelkaarten, every gemeente one equal cell.

use super::write::write;
use clap::Args;
use geodata::import::herindelingen;
use geodata::import::tegels::{document, tegels};
use std::fs;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make tegelkaarten: every gemeente one equal hexagon, every province one block.
///
/// All years are laid out together, so that a gemeente has the same cell in each. A year without a map is the
/// map before it with its gemeenten joined as the herindelingen say. Writes tegels-YEAR.json for
/// each year; `geodata export` publishes a table (code, column, row) of each.
///
/// A layout that was published stays with --keep: only gemeenten that are new look for a cell.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  geodata tegels gemeenten-2021.topo.json --out examples/exports/landkaart
  geodata tegels 2020.topo.json 2021.topo.json 2022.topo.json --years 2020-2023 --out landkaart
  geodata tegels 2027.topo.json --keep landkaart/tegels-2023.json --out landkaart

Exit status: 0 when all are written; 1 when a map is refused or a province cannot be kept together.")]
pub struct Tegels {
    /// TopoJSON that `geodata map` made, one a year
    #[arg(required = true, value_name = "MAP")]
    maps: Vec<PathBuf>,
    /// First and last year; by default the years of the maps
    #[arg(long, value_name = "FIRST-LAST", value_parser = years)]
    years: Option<RangeInclusive<u16>>,
    /// Tegelkaart (JSON) whose cells stay; repeat for several
    #[arg(long, value_name = "FILE")]
    keep: Vec<PathBuf>,
    /// Folder to write to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder with gemeentecodes.csv and herindelingen.csv; by default the tables built in
    #[arg(long, value_name = "DIR")]
    tables: Option<PathBuf>,
}

impl Tegels {
    pub fn run(self) -> ExitCode {
        super::tell(self.make())
    }

    fn make(self) -> Result<Vec<String>, Vec<String>> {
        let herindelingen =
            self.tables.as_deref().map_or_else(herindelingen::built_in, herindelingen::read).map_err(one)?;
        let made = tegels(read(&self.maps)?, self.years, read(&self.keep)?, &herindelingen).map_err(one)?;
        fs::create_dir_all(&self.out).map_err(|error| one(format!("{}: {error}", self.out.display())))?;
        let mut lines = Vec::new();
        for (kaart, (kept, all)) in made.kaarten.iter().zip(made.kept) {
            let document = document(kaart);
            write(&self.out.join(&document.pad), &String::from_utf8_lossy(&document.bytes))?;
            let share = 100.0 * kept as f64 / all.max(1) as f64;
            lines.push(format!(
                "{}: {} gemeenten, {kept} of {all} pairs of neighbours touch ({share:.1} %)",
                kaart.jaar,
                kaart.tegels.len()
            ));
        }
        Ok(lines)
    }
}

fn years(text: &str) -> Result<RangeInclusive<u16>, String> {
    let year = |text: &str| text.parse::<u16>().ok().filter(|year| (1900..2200).contains(year));
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    match (year(first), year(last)) {
        (Some(first), Some(last)) if first <= last => Ok(first..=last),
        _ => Err(format!("expected years as 2020-2023 or 2021, found `{text}`")),
    }
}

fn read(paths: &[PathBuf]) -> Result<Vec<(String, Vec<u8>)>, Vec<String>> {
    let read = |path: &PathBuf| {
        let name = Path::display(path).to_string();
        fs::read(path).map(|bytes| (name.clone(), bytes)).map_err(|error| one(format!("{name}: {error}")))
    };
    paths.iter().map(read).collect()
}

fn one(problem: impl ToString) -> Vec<String> {
    vec![problem.to_string()]
}
