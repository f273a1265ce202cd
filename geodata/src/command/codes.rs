//! `geodata codes`: a table in the gemeentecodes of one year to those of a later year.

use super::write::write;
use clap::Args;
use geodata::contract::{GemeenteCode, Herindelingen};
use geodata::import::codes::{Asked, Foreign, Mapped, map};
use geodata::import::herindelingen;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Bring a table from the gemeentecodes of one year to those of a later year.
///
/// Reads a CSV as CBS, DUO or a gemeente publishes it (any separator, UTF-8 or Windows-1252, codes as GM0637,
/// 0637 or 637) and writes a CSV in UTF-8 with commas. Every row gets three columns: gemeente_YEAR,
/// gemeente_YEAR_naam and niet_vergelijkbaar_YEAR.
///
/// With --sum there is one row a gemeente of the later year, with those counts added up; other columns are
/// left out, as an average or a share cannot be added. Columns beside the sums: rijen (rows added), uit (codes
/// of the earlier year), niet_vergelijkbaar, ontbreekt.
///
/// Nothing is weighed. A gemeente that was divided over several has no successor, and a gemeente that got a
/// part of one has no sum: the reason stands in niet_vergelijkbaar. A mark such as <5 in a count leaves that
/// sum empty and stands in ontbreekt. Years are those of 1 January; names and corrected borders change
/// nothing.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  geodata codes --from 2018 --to 2021 eindscores.csv --sum LEERJAAR_8 --out eindscores-2021.csv
  geodata codes --from 2020 --to 2023 scholen.csv --code GEMEENTENUMMER > scholen-2023.csv

Exit status: 0 when the table is written; 1 when it is refused: a code that is no gemeente of the earlier year,
a count that is none. Each is a line on standard error, and nothing is written.")]
pub struct Codes {
    /// CSV with a column of gemeentecodes
    file: PathBuf,
    /// Year of the codes in the table (1 January)
    #[arg(long, value_name = "YEAR")]
    from: u16,
    /// Year of the codes to write (1 January)
    #[arg(long, value_name = "YEAR")]
    to: u16,
    /// Column with the code; by default the first with a usual name, such as GEMEENTENUMMER or gm_code
    #[arg(long, value_name = "COLUMN")]
    code: Option<String>,
    /// Column with counts to add up; repeat for several
    #[arg(long, value_name = "COLUMN")]
    sum: Vec<String>,
    /// Leave out the rows with this code, such as 9999; repeat for several
    #[arg(long, value_name = "CODE")]
    skip: Vec<String>,
    /// Where to write the table; by default standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Folder with gemeentecodes.csv and herindelingen.csv; by default the tables built in
    #[arg(long, value_name = "DIR")]
    tables: Option<PathBuf>,
}

impl Codes {
    pub fn run(self) -> ExitCode {
        super::tell(self.make())
    }

    fn make(&self) -> Result<Vec<String>, Vec<String>> {
        let herindelingen =
            self.tables.as_deref().map_or_else(herindelingen::built_in, herindelingen::read).map_err(one)?;
        let name = self.file.display().to_string();
        let bytes = std::fs::read(&self.file).map_err(|error| vec![format!("{name}: {error}")])?;
        let table = Foreign::parse(&name, &bytes).map_err(one)?;
        let asked = Asked {
            from: self.from,
            to: self.to,
            code: self.code.clone(),
            sum: self.sum.clone(),
            skip: self.skip.clone(),
        };
        let mapped = map(&table, &herindelingen, &asked).map_err(one)?;
        let text = csv(&mapped).map_err(one)?;
        match &self.out {
            Some(path) => write(path, &text)?,
            None => print(&text)?,
        }
        Ok(self.summary(&name, &mapped, &herindelingen))
    }

    fn summary(&self, name: &str, mapped: &Mapped, herindelingen: &Herindelingen) -> Vec<String> {
        let split: Vec<(&GemeenteCode, usize)> = mapped
            .codes
            .iter()
            .filter(|(_, (_, opvolging))| opvolging.whole().is_none())
            .map(|(code, (rows, _))| (code, *rows))
            .collect();
        let moved = mapped
            .codes
            .iter()
            .filter(|(code, (_, opvolging))| opvolging.whole().is_some_and(|whole| whole != *code));
        let mut lines = vec![format!(
            "{name}: {} codes of {}, {} went into another by {}, {} not comparable, 0 unknown; {} rows left out",
            mapped.codes.len(),
            self.from,
            moved.count(),
            self.to,
            split.len(),
            mapped.left_out
        )];
        for (code, rows) in split {
            let naam = herindelingen.gemeente(code).map_or("", |gemeente| &gemeente.naam);
            let rows = if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows") };
            let kept = if self.sum.is_empty() { "have no code" } else { "are in no sum" };
            lines.push(format!("{code} {naam} was divided; its {rows} {kept} of {}", self.to));
        }
        lines
    }
}

/// To standard output; who reads only the beginning is no fault.
fn print(text: &str) -> Result<(), Vec<String>> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(one(error)),
        _ => Ok(()),
    }
}

fn csv(mapped: &Mapped) -> Result<String, String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(&mapped.header).chain(&mapped.rows) {
        writer.write_record(row).map_err(|error| error.to_string())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}

fn one(problem: impl ToString) -> Vec<String> {
    vec![problem.to_string()]
}
