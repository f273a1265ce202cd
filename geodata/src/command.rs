//! The command line: what is asked, and which subcommand answers.

use clap::{Parser, Subcommand};
use std::process::ExitCode;

mod check;
mod codes;
mod export;
mod import;
mod map;
mod tegels;
mod wijken;
mod write;

/// Boundaries and tables to the static exports of the Gelijke Kansen Alliantie.
#[derive(Debug, Parser)]
#[command(name = "geodata", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Map(map::Map),
    Export(export::Export),
    Check(check::Check),
    Codes(codes::Codes),
    Tegels(tegels::Tegels),
    Import(import::Import),
    Wijken(wijken::Wijken),
}

pub fn run() -> ExitCode {
    match Arguments::parse().command {
        Command::Map(map) => map.run(),
        Command::Export(export) => export.run(),
        Command::Check(check) => check.run(),
        Command::Codes(codes) => codes.run(),
        Command::Tegels(tegels) => tegels.run(),
        Command::Import(import) => import.run(),
        Command::Wijken(wijken) => wijken.run(),
    }
}

/// Says how it went, a line each on standard error: what was made, or everything that is wrong.
fn tell(outcome: Result<Vec<String>, Vec<String>>) -> ExitCode {
    let code = if outcome.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    for line in outcome.unwrap_or_else(|problems| problems) {
        eprintln!("{line}");
    }
    code
}
