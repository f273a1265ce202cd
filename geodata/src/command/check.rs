//! `geodata check`: whether the documents of a release can be read and agree.

use clap::{Args, ValueEnum};
use geodata::import::{self, Problem, problem::Part};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// Check a release: every document readable, every reference, count and hash right.
///
/// Says everything that is wrong, one line a problem on standard output, in file order, as
/// `file:line:column: json.path: expected …, found …`.
///
/// Between documents: every gemeente exists in the year of the release, every thema, agenda, community
/// and source exists, every record has a source, nothing ends before it begins, key figures and other
/// counts equal the lists, sizes and hashes are those of the files, slices and tables are what the
/// documents give.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  geodata check examples/exports
  geodata check --format json examples/exports | jq -r '.problems[].file' | sort | uniq -c

With --format json the answer is one object: `status` (\"well\", \"contradictory\" or \"unreadable\") and
`problems`, a list of `file`, `line`, `column`, `path` and `reason`; line, column and path are absent where
the whole file is meant.

Exit status:
  0  all is well
  1  documents contradict each other or themselves
  2  a document is missing, is not JSON or does not follow the contract; nothing was compared")]
pub struct Check {
    /// Folder with index.json
    dir: PathBuf,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// A line a problem, for people
    Text,
    /// One JSON object, for programs
    Json,
}

const CONTRADICTORY: u8 = 1;
const UNREADABLE: u8 = 2;

impl Check {
    pub fn run(self) -> ExitCode {
        let findings = import::check(&self.dir);
        let problems: Vec<&Problem> =
            findings.unreadable.iter().chain(findings.contradictions.iter()).collect();
        let (status, code) = match (findings.unreadable.len(), findings.contradictions.len()) {
            (0, 0) => ("well", 0),
            (0, _) => ("contradictory", CONTRADICTORY),
            _ => ("unreadable", UNREADABLE),
        };
        match self.format {
            Format::Text => {
                problems.iter().for_each(|problem| println!("{problem}"));
                let counted = counted(problems.len());
                let summary = match code {
                    0 => "all is well".to_owned(),
                    UNREADABLE => format!("{counted}; nothing was compared"),
                    _ => counted,
                };
                eprintln!("{}: {summary}", self.dir.display());
            }
            Format::Json => {
                let problems: Vec<Value> = problems.into_iter().map(described).collect();
                println!("{:#}", json!({ "status": status, "problems": problems }));
            }
        }
        ExitCode::from(code)
    }
}

fn described(problem: &Problem) -> Value {
    let place = &problem.place;
    let mut described = json!({ "file": place.file, "reason": problem.reason });
    if place.line > 0 {
        described["line"] = json!(place.line);
        described["column"] = json!(place.column);
    }
    if let Part::Path(path) = &place.part {
        described["path"] = json!(path);
    }
    described
}

fn counted(count: usize) -> String {
    if count == 1 { "1 problem".to_owned() } else { format!("{count} problems") }
}
