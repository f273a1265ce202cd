//! Cargo, and the wasm it builds.
//!
//! The crate type is given here and not in `Cargo.toml`: with an `rlib` beside the `cdylib` cargo leaves out
//! link-time optimisation without a word, and the wasm grows by a fifth. Every build looks whether it was on.

use super::linker;
use super::progress::Step;
use super::workspace::Workspace;
use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;

const TARGET: &str = "wasm32-unknown-unknown";
const ARGUMENTS: [&str; 13] = [
    "rustc",
    "-p",
    "widgets",
    "--lib",
    "--crate-type",
    "cdylib",
    "--no-default-features",
    "--profile",
    "wasm",
    "--target",
    TARGET,
    "--verbose",
    "--message-format=json-render-diagnostics",
];

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(
        "the Rust target {TARGET} is missing and could not be added ({0}); add it with `rustup target add {TARGET}`, \
         or install your system's package of the Rust standard library for it"
    )]
    Target(String),
    #[error("cargo does not start ({0}); install Rust from https://rustup.rs")]
    Cargo(io::Error),
    #[error("the widgets do not compile:\n{0}")]
    Compile(String),
    #[error(
        "cargo built the widgets without link-time optimisation; expected `lto = \"fat\"` in [profile.wasm] of \
         Cargo.toml, and no crate-type in widgets/Cargo.toml"
    )]
    NoLto,
    #[error("cargo built no wasm; expected a library target in widgets/Cargo.toml")]
    NoWasm,
    #[error("{path}: {reason}", path = .path.display())]
    Read { path: PathBuf, reason: io::Error },
}

/// Adds the wasm target to the toolchain when it is missing.
pub fn add_target(workspace: &Workspace) -> Result<(), Error> {
    // Asked of rustc, not of rustup: a toolchain of the system's packages has no rustup.
    let libraries = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into()))
        .args(["--print", "target-libdir", "--target", TARGET])
        .current_dir(workspace.root())
        .output()
        .ok()
        .map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
    if libraries.is_some_and(|folder| folder.is_dir()) {
        return Ok(());
    }
    let added = Command::new("rustup")
        .args(["target", "add", TARGET])
        .current_dir(workspace.root())
        .output()
        .map_err(|error| Error::Target(format!("rustup: {error}")))?;
    if added.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&added.stderr);
    Err(Error::Target(said.lines().next_back().unwrap_or("rustup gave no reason").trim().to_owned()))
}

/// Builds the widgets for the browser with these `features`, small, with what the loader has `called`; the wasm is
/// not yet bound.
pub fn build(
    workspace: &Workspace,
    features: &str,
    called: &BTreeSet<String>,
    step: &Step,
) -> Result<Vec<u8>, Error> {
    let mut linker = OsString::from("linker=");
    linker.push(env::current_exe().map_err(Error::Cargo)?);
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or(OsString::from("cargo")))
        .args(ARGUMENTS)
        .args(["--features", features])
        .args(["--config", &without_folders()])
        .args(["--", "-C"])
        .arg(linker)
        .env(linker::CALLED, Vec::from_iter(called.iter().cloned()).join(","))
        .current_dir(workspace.root())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(Error::Cargo)?;
    let (stdout, stderr) = pipes(&mut cargo);
    let (artifact, log) = thread::scope(|scope| {
        let log = scope.spawn(|| read_log(stderr, step));
        (read_artifact(stdout), log.join().expect("reading cargo's log does not panic"))
    });
    if !cargo.wait().map_err(Error::Cargo)?.success() {
        return Err(Error::Compile(log.said));
    }
    let path = artifact.ok_or(Error::NoWasm)?;
    if log.lto == Some(false) {
        // Gone, or the next run would find it fresh and take it for a good one.
        let _ = std::fs::remove_file(&path);
        return Err(Error::NoLto);
    }
    std::fs::read(&path).map_err(|reason| Error::Read { path, reason })
}

/// Leaves the folder of the crates out of the places that a panic tells: the wasm is the same on every machine, and does
/// not say in whose folder it was made. Places in Rust's own library and in the workspace have none.
fn without_folders() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let crates = home.unwrap_or_default().join("registry/src");
    let remap = format!("--remap-path-prefix={}=", crates.display());
    format!("target.{TARGET}.rustflags=[{}]", serde_json::Value::from(remap))
}

fn pipes(cargo: &mut Child) -> (impl Read + use<>, impl Read + Send + use<>) {
    let taken = "cargo was started with this pipe";
    (cargo.stdout.take().expect(taken), cargo.stderr.take().expect(taken))
}

/// The wasm among cargo's messages, one JSON object a line.
fn read_artifact(stdout: impl Read) -> Option<PathBuf> {
    let mut artifact = None;
    for line in BufReader::new(stdout).lines().map_while(Result::ok) {
        let message: serde_json::Value = serde_json::from_str(&line).unwrap_or_default();
        let files = message["filenames"].as_array().into_iter().flatten();
        if let Some(file) = files.filter_map(|file| file.as_str()).find(|file| file.ends_with(".wasm")) {
            artifact = Some(PathBuf::from(file));
        }
    }
    artifact
}

/// What cargo says while it works.
#[derive(Default)]
struct Log {
    /// Warnings and errors.
    said: String,
    /// Whether the widgets were linked with optimisation; `None` when they were fresh.
    lto: Option<bool>,
}

fn read_log(stderr: impl Read, step: &Step) -> Log {
    let mut log = Log::default();
    for line in BufReader::new(stderr).lines().map_while(Result::ok) {
        log.read(&line);
        if let Some(krate) = line.trim_start().strip_prefix("Compiling ") {
            step.detail(krate.split(" (").next().unwrap_or(krate));
        }
    }
    log
}

impl Log {
    fn read(&mut self, line: &str) {
        let (verb, rest) = line.trim_start().split_once(' ').unwrap_or_default();
        match verb {
            "Running" if rest.contains("--crate-name widgets ") => {
                self.lto = Some(rest.contains(" -C lto"));
            }
            "Running" | "Fresh" | "Compiling" | "Dirty" | "Blocking" | "Finished" | "Downloaded"
            | "Downloading" | "Locking" | "Updating" => {}
            _ => {
                self.said.push_str(line);
                self.said.push('\n');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(lines: &[&str]) -> Log {
        let mut log = Log::default();
        lines.iter().for_each(|line| log.read(line));
        log
    }

    #[test]
    fn lto_is_seen_in_the_line_that_links_the_widgets() {
        let with = "     Running `rustc --crate-name widgets --edition=2024 --crate-type cdylib -C lto -C panic=abort`";
        let without =
            "     Running `rustc --crate-name widgets --edition=2024 --crate-type rlib -C embed-bitcode=no`";
        assert_eq!(read(&[with]).lto, Some(true));
        assert_eq!(read(&[without]).lto, Some(false));
        assert_eq!(read(&["       Fresh widgets v0.1.0 (/gka/widgets)"]).lto, None);
    }

    #[test]
    fn only_what_cargo_complains_about_is_repeated() {
        let log =
            read(&["   Compiling widgets v0.1.0", "error[E0425]: cannot find value `x`", "  --> lib.rs:1:1"]);
        assert_eq!(log.said, "error[E0425]: cannot find value `x`\n  --> lib.rs:1:1\n");
    }
}
