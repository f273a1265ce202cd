//! `geodata map`: boundaries to the landkaart of a year.

pub mod features;
pub mod file;

use super::write::write;
use clap::Args;
use features::{Features, LevelName};
use file::read;
use geodata::pipeline::{self, Document, Options, Problem};
use geodata::topology::TopoJson;
use geodata::topology::topojson::Named;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make the landkaart of a year: boundaries to a simplified TopoJSON.
///
/// Reads GeoJSON or TopoJSON, gzipped or not, in RD New (EPSG:28992) or WGS84, as its `crs` says; without one
/// the system is recognised by the range of the coordinates. Several files are the pages of one collection
/// (PDOK sends them so): every page must be there, in any order. Borders that areas share stay shared, every
/// area, island and hole stays, and no point of a source border ends up farther than --tolerance from the new
/// one.
///
/// Anything doubtful is refused: one line a problem on standard error, and no file is written.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  geodata map gemeenten-2021.geojson --year 2021 --water water-2021.geojson \\
      --tolerance 400 --out gemeenten-2021.topo.json --report gemeenten-2021.report.json

  # 2024 and later, from PDOK (CBS gebiedsindelingen, CC BY 4.0): save every page, then make one map.
  base='https://api.pdok.nl/cbs/gebiedsindelingen/ogc/v1/collections/gemeente_gegeneraliseerd/items'
  curl -o 1.json \"$base?jaarcode=2024&limit=1000&f=json\"    # then the address in links[rel=next], until none
  geodata map [0-9].json --year 2024 --names examples/bronnen/gemeentecodes.csv \\
      --attribution 'Kadaster / Centraal Bureau voor de Statistiek, 2024' --out gemeenten-2024.topo.json

  # Any other coverage: postcode areas, their code in the property pc4
  geodata map pc4.geojson.gz --year 2022 --level any --code pc4 --out pc4.topo.json

Exit status: 0 when the map is written; 1 when a source is refused or a file cannot be read or written.")]
pub struct Map {
    /// GeoJSON FeatureCollections, the pages of one; or one TopoJSON: polygons with a code and a name
    #[arg(required = true, value_name = "BOUNDARIES")]
    boundaries: Vec<PathBuf>,
    /// The year of the boundaries (1 January)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..2200))]
    year: u16,
    /// What the boundaries are of; `any` takes codes of any form
    #[arg(long, value_enum, default_value_t = LevelName::Gemeente)]
    level: LevelName,
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
    /// Leave out islands smaller than this, and list them in the report. A part that borders on another area
    /// stays, or there would be a hole; so does the last part of an area
    #[arg(long, value_name = "M2", default_value_t = 0.0, value_parser = square_metres)]
    min_part: f64,
    /// Where to write the measurements (JSON): points, deviation, validity, parts, areas
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Text file with the codes of the year, one a line: every one must be there and no other
    #[arg(long, value_name = "FILE")]
    codes: Option<PathBuf>,
    /// Write arcs, codes and names only: no drawn borders, no labels, no water
    #[arg(long)]
    bare: bool,
    /// Source to name on every map; repeat for several
    #[arg(long, value_name = "TEXT", default_value = "Kadaster / Centraal Bureau voor de Statistiek, 2022")]
    attribution: Vec<String>,
    #[command(flatten)]
    features: Box<Features>,
}

impl Map {
    pub fn run(self) -> ExitCode {
        super::tell(self.make().map(|summary| vec![summary]))
    }

    /// The line that sums up, or every line of what is wrong.
    fn make(&self) -> Result<String, Vec<String>> {
        let boundaries = file::all(&self.boundaries)?;
        let water = self.water.as_deref().map(read).transpose()?;
        let codes = self.codes.as_deref().map(read).transpose()?.map(|text| codes(&text));
        let options = Options {
            jaar: self.year,
            tolerance: self.tolerance,
            grid: self.grid,
            sliver: self.sliver,
            min_part: self.min_part,
            level: self.level.into(),
            keys: self.features.keys(),
            rows: self.features.rows()?,
            crs: self.features.crs.map(Into::into),
            object: self.features.object.clone(),
            codes,
            naamsvermelding: self.attribution.join("; "),
            bare: self.bare,
            measure: self.report.is_some(),
        };
        let (topology, report) = pipeline::map(boundaries, water.as_deref(), &options)
            .map_err(|problems| problems.iter().map(|problem| self.line(problem)).collect::<Vec<_>>())?;
        let document = TopoJson::from(&topology);
        let map = match (self.level, self.bare) {
            (LevelName::Gemeente, false) => serde_json::to_string(&document),
            (level, bare) => serde_json::to_string(&Named::new(&document, level.names(), bare)),
        };
        let map = map.map_err(|error| vec![error.to_string()])?;
        if let Some(path) = &self.report {
            let measured = serde_json::to_string_pretty(&report).map_err(|error| vec![error.to_string()])?;
            write(path, &(measured + "\n"))?;
        }
        write(&self.out, &(map + "\n"))?;
        Ok(format!(
            "{}: {} {}, {} of {} points, grid {} m, at most {} m from the source",
            self.out.display(),
            report.features,
            self.level.names().areas,
            report.points_out,
            report.points_in,
            report.grid,
            report.deviation.max
        ))
    }

    fn line(&self, problem: &Problem) -> String {
        let path = match (problem.document, &self.water) {
            (Document::Water, Some(water)) => Some(water),
            _ => self.boundaries.get(problem.page),
        };
        problem.line(path.map_or("boundaries".as_ref(), PathBuf::as_path))
    }
}

pub fn metres(text: &str) -> Result<f64, String> {
    within(text, "metres", 100_000.0)
}

fn square_metres(text: &str) -> Result<f64, String> {
    within(text, "square metres", 1e12)
}

fn within(text: &str, unit: &str, most: f64) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(value) if (0.0..=most).contains(&value) => Ok(value),
        _ => Err(format!("expected {unit} from 0 to {most}, found `{text}`")),
    }
}

fn codes(text: &str) -> BTreeSet<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
