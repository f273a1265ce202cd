//! `geodata wijken`: the wijken of the country, a document for each gemeente.

use super::map::features::{Features, LevelName};
use super::map::file;
use super::write::write;
use clap::Args;
use geodata::pipeline::{self, Document, Options, Problem};
use geodata::topology::topojson::Named;
use geodata::topology::{TopoJson, Topology};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make the wijken of each gemeente: one topology of the country, cut into a TopoJSON a gemeente.
///
/// All wijken are simplified together before they are cut apart, so the documents of two neighbours have the
/// same border. A site loads only its own gemeente. Reads what `geodata map` reads, and refuses what it
/// refuses; nothing is written then.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  geodata wijken wijk-2022.geojson --year 2022 --gemeenten examples/bronnen/gemeenten.csv \\
      --out examples/exports/landkaart/wijken

  # every wijk of PDOK's wijken en buurten, without the rows that are water
  geodata wijken wijken-[0-9].json --year 2022 --skip water=JA --out wijken

Exit status: 0 when the documents are written; 1 when a source is refused or a file cannot be read or written.")]
pub struct Wijken {
    /// GeoJSON FeatureCollections of all wijken, the pages of one; or one TopoJSON
    #[arg(required = true, value_name = "BOUNDARIES")]
    boundaries: Vec<PathBuf>,
    /// The year of the boundaries (1 January)
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(u16).range(1900..2200))]
    year: u16,
    /// Folder to write the documents to, GM0363.topo.json and so on
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Only these gemeenten: any text file with their codes in it, such as gemeenten.csv; by default all
    #[arg(long, value_name = "FILE")]
    gemeenten: Option<PathBuf>,
    /// Largest distance from a source border to the new one. The default is less than a pixel for a gemeente
    /// of 6 km on a map of 600 pixels
    #[arg(long, value_name = "METRES", default_value_t = 10.0, value_parser = super::map::metres)]
    tolerance: f64,
    /// Strips narrower than this that overlap or lie open are closed
    #[arg(long, value_name = "METRES", default_value_t = 2.0, value_parser = super::map::metres)]
    sliver: f64,
    /// Source to name on every map; repeat for several
    #[arg(long, value_name = "TEXT", default_value = "Kadaster / Centraal Bureau voor de Statistiek, 2022")]
    attribution: Vec<String>,
    #[command(flatten)]
    features: Box<Features>,
}

impl Wijken {
    pub fn run(self) -> ExitCode {
        super::tell(self.make().map(|summary| vec![summary]))
    }

    fn make(&self) -> Result<String, Vec<String>> {
        let boundaries = file::all(&self.boundaries)?;
        let asked = self.gemeenten.as_deref().map(file::read).transpose()?.map(|text| codes(&text));
        let options = Options {
            jaar: self.year,
            tolerance: self.tolerance,
            grid: None,
            sliver: self.sliver,
            min_part: 0.0,
            level: LevelName::Wijk.into(),
            keys: self.features.keys(),
            rows: self.features.rows()?,
            crs: self.features.crs.map(Into::into),
            object: self.features.object.clone(),
            codes: None,
            naamsvermelding: self.attribution.join("; "),
            bare: false,
            measure: false,
        };
        let (country, report) = pipeline::map(boundaries, None, &options)
            .map_err(|problems| problems.iter().map(|problem| self.line(problem)).collect::<Vec<_>>())?;
        let there: BTreeSet<&str> = country.gemeenten.iter().map(|wijk| wijk.provincie.as_str()).collect();
        let missing: Vec<String> = asked
            .iter()
            .flatten()
            .filter(|code| !there.contains(code.as_str()))
            .map(|code| format!("{}: expected wijken of {code}, found none", self.boundaries[0].display()))
            .collect();
        if !missing.is_empty() {
            return Err(missing);
        }
        std::fs::create_dir_all(&self.out)
            .map_err(|error| vec![format!("{}: {error}", self.out.display())])?;
        let wanted = |code: &&str| asked.as_ref().is_none_or(|asked| asked.contains(*code));
        let (mut documents, mut bytes) = (0, 0);
        for code in there.iter().copied().filter(wanted) {
            bytes += self.write_part(&country, code)?;
            documents += 1;
        }
        Ok(format!(
            "{}: {documents} gemeenten, {} bytes on average; {} wijken, grid {} m, at most {} m from the source",
            self.out.display(),
            bytes / documents.max(1),
            report.features,
            report.grid,
            report.deviation.max
        ))
    }

    /// Writes the wijken of a gemeente; how many bytes.
    fn write_part(&self, country: &Topology, gemeente: &str) -> Result<usize, Vec<String>> {
        let part = TopoJson::from(&country.part(|wijk| wijk.provincie == gemeente));
        let text = serde_json::to_string(&Named::new(&part, LevelName::Wijk.names(), false))
            .map_err(|error| vec![error.to_string()])?;
        let text = text + "\n";
        write(&self.out.join(format!("{gemeente}.topo.json")), &text)?;
        Ok(text.len())
    }

    fn line(&self, problem: &Problem) -> String {
        let path = match problem.document {
            Document::Boundaries => self.boundaries.get(problem.page),
            Document::Water => None,
        };
        problem.line(path.map_or("boundaries".as_ref(), PathBuf::as_path))
    }
}

/// Every code of a gemeente that stands in a text.
fn codes(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    words.filter(|word| geodata::pipeline::Level::Gemeente.is_code(word)).map(str::to_owned).collect()
}
