//! `geodata export`: the editors' tables and a map to the documents of a release.

use clap::Args;
use geodata::contract::bronnen::is_web_address;
use geodata::import;
use std::path::PathBuf;
use std::process::ExitCode;

/// Make a release: the editors' tables and a landkaart to the static JSON documents.
///
/// Writes a JSON document for each table, slices of them per thema and gemeente (delen/), a JSON Schema for
/// each (schema/), every list as CSV with CSVW metadata (csv/), a Data Package, a DCAT-AP-NL catalogue, all
/// documents once more under names that never change (vast/) and, last, index.json. Counts, order,
/// addresses and hashes are computed; the same tables and map always give the same bytes.
/// Maps of other years beside it (gemeenten-YEAR.topo.json), tegelkaarten (tegels-YEAR.json) and maps of wijken
/// (wijken/GM0363.topo.json) are listed in landkaart/jaargangen.json.
///
/// Nothing is published that `geodata check` would refuse: what contradicts itself only between tables is said
/// as `check` says it, by document.
///
/// Everything that is wrong with the tables is said at once, one line a problem on standard error, as
/// `file:line:column (column name): expected …, found …`; a column is counted from the left (3 is C in a
/// spreadsheet). Then nothing is written.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  geodata export examples/bronnen \\
      --map examples/exports/landkaart/gemeenten-2021.topo.json --out examples/exports

Exit status:
  0  the release is written
  1  tables or map are refused, or a file cannot be written")]
pub struct Export {
    /// Folder with uitgave.toml and the tables (CSV, UTF-8, commas)
    tables: PathBuf,
    /// TopoJSON that `geodata map` made; copied to OUT/landkaart/ unless it is inside OUT
    #[arg(long, value_name = "FILE")]
    map: PathBuf,
    /// Folder to write the documents to
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Where OUT will be on the web, for the ids of schemas and the catalogue; by default `adres` in
    /// uitgave.toml, and where that is absent https://uw-widgets.example/exports/
    #[arg(long, value_name = "URL", value_parser = address)]
    base_url: Option<String>,
}

fn address(text: &str) -> Result<String, String> {
    if is_web_address(text) {
        return Ok(text.to_owned());
    }
    Err("expected an address that begins with https:// or http://".to_owned())
}

impl Export {
    pub fn run(self) -> ExitCode {
        match import::export_at(&self.tables, &self.map, &self.out, self.base_url.as_deref()) {
            Ok(written) => {
                println!(
                    "{}: release {}, {} gemeenten, {} themas, {} interventies, {} bronnen, {} gebieden",
                    self.out.display(),
                    written.release,
                    written.gemeenten,
                    written.themas,
                    written.interventies,
                    written.bronnen,
                    written.gebieden
                );
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        }
    }
}
