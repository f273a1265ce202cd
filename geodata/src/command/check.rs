//! `geodata check`: whether the documents of a release can be read and agree.

use clap::Args;
use geodata::import;
use std::path::PathBuf;
use std::process::ExitCode;

/// Check a release: every document readable, every reference, count and hash right.
///
/// Says everything that is wrong, one line a problem on standard output, in file order, as
/// `file:line:column: json.path: expected …, found …`.
///
/// Between documents: every gemeente stands on the map and in its order, every thema and source exists,
/// every record has a source, counts equal the lists, sizes and hashes are those of the files.
#[derive(Debug, Args)]
#[command(after_help = "Example:
  geodata check examples/exports

Exit status:
  0  all is well
  1  documents contradict each other or themselves
  2  a document is missing, is not JSON or does not follow the contract; nothing was compared")]
pub struct Check {
    /// Folder with index.json
    dir: PathBuf,
}

const CONTRADICTORY: u8 = 1;
const UNREADABLE: u8 = 2;

impl Check {
    pub fn run(self) -> ExitCode {
        let findings = import::check(&self.dir);
        for problem in findings.unreadable.iter().chain(findings.contradictions.iter()) {
            println!("{problem}");
        }
        match (findings.unreadable.len(), findings.contradictions.len()) {
            (0, 0) => {
                eprintln!("{}: all is well", self.dir.display());
                ExitCode::SUCCESS
            }
            (0, count) => {
                eprintln!("{}: {}", self.dir.display(), counted(count));
                ExitCode::from(CONTRADICTORY)
            }
            (count, _) => {
                eprintln!("{}: {}; nothing was compared", self.dir.display(), counted(count));
                ExitCode::from(UNREADABLE)
            }
        }
    }
}

fn counted(count: usize) -> String {
    if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") }
}
