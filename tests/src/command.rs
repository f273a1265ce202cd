//! A command that ended: what it said and how.

use super::binary;
use std::process::Command;

#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `gka` to its end.
pub fn gka(arguments: &[&str]) -> Ended {
    run(Command::new(binary("gka")).args(arguments))
}

/// Runs `geodata` to its end.
pub fn geodata(arguments: &[&str]) -> Ended {
    run(Command::new(binary("geodata")).args(arguments))
}

pub fn run(command: &mut Command) -> Ended {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?} does not start: {error}"));
    Ended {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("a command speaks UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("a command speaks UTF-8"),
    }
}
