//! `geodata import`: what CBS, DUO, PDOK and editors publish to the tables of a release.

use clap::Args;
use geodata::import::fetch;
use geodata::import::take::{From, Taken, take};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// Take figures or records from a source: StatLine, CBS OData, DUO, PDOK, XLSX, ODS or CSV to a table.
///
/// A mapping (TOML) says which file or address, which format and which columns; examples/bronnen/import has
/// one for every source of the release, with notes. A table of figures becomes
/// INDICATOR-NIVEAU-INDELING.csv; an editors' table the file that its mapping names.
///
/// Shares of fewer than five people, or out of fewer than ten, are left out, and whatever they would follow
/// from; `<5` stays a range of 1 to 4. Every damaged row is said, one line a problem on standard error, as
/// `file:line:column (column name): expected …, found …`. Then nothing is written.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  geodata import examples/bronnen/import/*.toml --from ../bronbestanden --out examples/bronnen/indicatoren
  geodata import ses-woa.toml --input https://opendata.cbs.nl/ODataApi/odata/85163NED/TypedDataSet --out DIR

Mapping:
  [bron]
  formaat = \"duo\"          # statline, duo, csv, werkblad, odata3, odata4, ckan, pdok, json
  invoer = [\"advies.csv\"]  # files or addresses; several are the pages of one table
  [[reeks]]
  indicator = \"onderadvies\"
  niveau = \"gemeente\"
  indeling = 2021
  code = \"GEMEENTENUMMER\"
  periode = { vast = \"2018-2019\" }
  maat = \"procent\"         # gegeven, som, gemiddelde, verhouding, procent
  teller = \"TOETSADVIES_HOGER\"
  noemer = [\"TOETSADVIES_HOGER\", \"TOETSADVIES_GELIJK\", \"TOETSADVIES_LAGER\"]

Exit status:
  0  all tables are written
  1  a mapping or a source is refused, or a file cannot be written; the tables of that mapping are not written")]
pub struct Import {
    /// Mappings
    #[arg(required = true)]
    mappings: Vec<PathBuf>,
    /// Folder that the files in a mapping are in; not given, the mapping's own
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
    /// A file or address in the place of those in the mapping; repeat it for pages
    #[arg(long, value_name = "FILE")]
    input: Vec<String>,
    /// Folder to write the tables to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder for copies of what is fetched; an unchanged file is not fetched again
    #[arg(long, value_name = "DIR")]
    cache: Option<PathBuf>,
    /// Seconds to wait for one address, from asking to the last byte
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    timeout: u64,
    /// Largest file to fetch, in megabytes
    #[arg(long, value_name = "MB", default_value_t = 256)]
    most: u64,
}

impl Import {
    pub fn run(self) -> ExitCode {
        if self.mappings.len() > 1 && !self.input.is_empty() {
            eprintln!("--input: expected one mapping, found {}", self.mappings.len());
            return ExitCode::FAILURE;
        }
        let network = fetch::Settings {
            timeout: Duration::from_secs(self.timeout.max(1)),
            most_bytes: self.most.saturating_mul(1 << 20),
            cache: self.cache.clone(),
            ..fetch::Settings::default()
        };
        let mut code = ExitCode::SUCCESS;
        for mapping in &self.mappings {
            let own = mapping.parent().unwrap_or(Path::new("."));
            // What a person types is where they are; what a mapping says is where its files are.
            let dir = if self.input.is_empty() { self.from.as_deref().unwrap_or(own) } else { Path::new("") };
            match take(mapping, &From { dir, inputs: &self.input, network: &network }, &self.out) {
                Ok(taken) => taken.iter().for_each(say),
                Err(error) => {
                    eprintln!("{error}");
                    code = ExitCode::FAILURE;
                }
            }
        }
        code
    }
}

fn say(taken: &Taken) {
    let Taken { file, rows, absent, left_out } = taken;
    let mut line = format!("{file}: {rows} rows, {absent} without a figure");
    if left_out.rows > 0 {
        line += &format!(", {} rows of the source left out", left_out.rows);
    }
    if !left_out.schools.is_empty() {
        let schools = left_out.schools.join(", ");
        line += &format!(", {} schools in no known gemeente ({schools})", left_out.schools.len());
    }
    println!("{line}");
}
