//! `geodata map`: boundaries to the landkaart of a year.

use super::write::write;
use clap::Args;
use flate2::read::MultiGzDecoder;
use geodata::pipeline::{self, Document, Keys, Level, Options, Problem, Rows};
use geodata::topology::TopoJson;
use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Make the landkaart of a year: gemeente boundaries to a simplified TopoJSON.
///
/// Reads GeoJSON or TopoJSON, gzipped or not, in RD New (EPSG:28992) or WGS84, as its `crs` says; without one the system is recognised by
/// the range of the coordinates. Borders that gemeenten share stay shared, every gemeente, island and hole
/// stays, and no point of a source border ends up farther than --tolerance from the new one.
///
/// Anything doubtful is refused: one line a problem on standard error, and no file is written.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  geodata map gemeenten-2021.geojson --year 2021 --water water-2021.geojson \\
      --tolerance 400 --out gemeenten-2021.topo.json --report gemeenten-2021.report.json

Exit status: 0 when the map is written; 1 when a source is refused or a file cannot be read or written.")]
pub struct Map {
    /// GeoJSON FeatureCollection or TopoJSON of gemeenten (polygons with a code, a name and a province)
    boundaries: PathBuf,
    /// The year of the boundaries (1 January)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..2200))]
    year: u16,
    /// Where to write the TopoJSON
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// GeoJSON FeatureCollection of water polygons, joined to the same topology
    #[arg(long, value_name = "FILE")]
    water: Option<PathBuf>,
    /// Largest distance from a source border to the new one, rounding to the grid included
    #[arg(long, value_name = "METRES", default_value_t = 400.0, value_parser = metres)]
    tolerance: f64,
    /// Width of a grid cell, whole metres; by default the coarsest on which every border finds room
    #[arg(long, value_name = "METRES", value_parser = clap::value_parser!(i32).range(1..=10_000))]
    grid: Option<i32>,
    /// Strips narrower than this that overlap or lie open are closed, and listed in the report
    #[arg(long, value_name = "METRES", default_value_t = 2.0, value_parser = metres)]
    sliver: f64,
    /// Where to write the measurements (JSON): points, deviation, validity, parts, areas
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Text file with the codes of the year, one a line: every one must be there and no other
    #[arg(long, value_name = "FILE")]
    codes: Option<PathBuf>,
    /// Source to name on every map; repeat for several
    #[arg(long, value_name = "TEXT", default_value = "Kadaster / Centraal Bureau voor de Statistiek, 2022")]
    attribution: Vec<String>,
    #[command(flatten)]
    features: Box<Features>,
}

/// How to read a feature of the boundaries.
#[derive(Debug, Args)]
struct Features {
    /// Property that holds the code, such as GM0363
    #[arg(long, visible_alias = "code-key", value_name = "PROPERTY", default_value = "statcode")]
    code: String,
    /// Put this before codes of digits alone, such as GM before 0014
    #[arg(long, value_name = "PREFIX")]
    code_prefix: Option<String>,
    /// Leave out the rows with this code or name, such as Buitenland; repeat for several
    #[arg(long, value_name = "CODE_OR_NAME")]
    skip: Vec<String>,
    /// What the boundaries are of: gemeenten, or any coverage (codes of any form, no provinces)
    #[arg(long, value_enum, default_value_t = LevelName::Gemeente)]
    level: LevelName,
    /// Which object of a TopoJSON; by default the only one with polygons
    #[arg(long, value_name = "NAME")]
    object: Option<String>,
    /// Property that holds the name
    #[arg(long, value_name = "PROPERTY", default_value = "statnaam")]
    name: String,
    /// Property that holds the province, by name or code
    #[arg(long, value_name = "PROPERTY", default_value = "provincie")]
    province: String,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LevelName {
    Gemeente,
    Any,
}

impl Map {
    pub fn run(self) -> ExitCode {
        match self.make() {
            Ok(summary) => {
                eprintln!("{summary}");
                ExitCode::SUCCESS
            }
            Err(lines) => {
                for line in lines {
                    eprintln!("{line}");
                }
                ExitCode::FAILURE
            }
        }
    }

    /// The line that sums up, or every line of what is wrong.
    fn make(&self) -> Result<String, Vec<String>> {
        let boundaries = read(&self.boundaries)?;
        let water = self.water.as_deref().map(read).transpose()?;
        let codes = self.codes.as_deref().map(read).transpose()?.map(|text| codes(&text));
        let options = Options {
            jaar: self.year,
            tolerance: self.tolerance,
            grid: self.grid,
            sliver: self.sliver,
            keys: Keys {
                code: self.features.code.clone(),
                naam: self.features.name.clone(),
                provincie: self.features.province.clone(),
            },
            level: match self.features.level {
                LevelName::Gemeente => Level::Gemeente,
                LevelName::Any => Level::Any,
            },
            rows: Rows { skip: self.features.skip.clone(), prefix: self.features.code_prefix.clone() },
            object: self.features.object.clone(),
            codes,
            naamsvermelding: self.attribution.join("; "),
        };
        let (topology, report) = pipeline::map(&boundaries, water.as_deref(), &options)
            .map_err(|problems| problems.iter().map(|problem| self.line(problem)).collect::<Vec<_>>())?;
        let map =
            serde_json::to_string(&TopoJson::from(&topology)).map_err(|error| vec![error.to_string()])?;
        let measured = serde_json::to_string_pretty(&report).map_err(|error| vec![error.to_string()])?;
        if let Some(path) = &self.report {
            write(path, &(measured + "\n"))?;
        }
        write(&self.out, &(map + "\n"))?;
        Ok(format!(
            "{}: {} {}, {} of {} points, grid {} m, at most {} m from the source",
            self.out.display(),
            report.features,
            match self.features.level {
                LevelName::Gemeente => "gemeenten",
                LevelName::Any => "regions",
            },
            report.points_out,
            report.points_in,
            report.grid,
            report.deviation.max
        ))
    }

    fn line(&self, problem: &Problem) -> String {
        problem.line(match (problem.document, &self.water) {
            (Document::Water, Some(water)) => water,
            _ => &self.boundaries,
        })
    }
}

fn metres(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(metres) if (0.0..=100_000.0).contains(&metres) => Ok(metres),
        _ => Err(format!("expected metres from 0 to 100000, found `{text}`")),
    }
}

/// The first bytes of every gzip file (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

fn codes(text: &str) -> BTreeSet<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn read(path: &Path) -> Result<String, Vec<String>> {
    let failed = |error: std::io::Error| vec![format!("{}: {error}", path.display())];
    let bytes = fs::read(path).map_err(failed)?;
    let bytes = if bytes.starts_with(&GZIP) {
        let mut unpacked = Vec::new();
        MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).map_err(failed)?;
        unpacked
    } else {
        bytes
    };
    String::from_utf8(bytes).map_err(|error| {
        vec![format!(
            "{}: expected UTF-8 text, found another byte at {}",
            path.display(),
            error.utf8_error().valid_up_to()
        )]
    })
}
