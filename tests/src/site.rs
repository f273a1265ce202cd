//! The site that `gka serve` makes of the exports, on a port of its own.

use super::command::gka;
use super::detour::Detour;
use super::engine::Engine;
use super::running::Running;
use super::scratch::Scratch;
use super::{binary, root, target};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::time::Duration;

/// Long enough to build the wasm from nothing.
const BUILD: Duration = Duration::from_secs(15 * 60);

pub struct Site {
    address: String,
    /// Between it and an engine that cannot watch a page by itself.
    watched: Option<Detour>,
    /// Where the example pages are.
    examples: String,
    _server: Running,
    folder: PathBuf,
    _scratch: Option<Scratch>,
}

impl Site {
    /// The site of the example exports: the same for all tests of a file. It stays in the target folder, so that
    /// the next file need not compress it again.
    pub fn shared() -> &'static Site {
        static SHARED: OnceLock<Site> = OnceLock::new();
        SHARED.get_or_init(|| Site::in_folder(target().join("tests/site"), None, 0, &[]))
    }

    /// A site of its own, with more arguments for `gka serve`.
    pub fn start(arguments: &[&str]) -> Site {
        let scratch = Scratch::new();
        Site::in_folder(scratch.path().to_owned(), Some(scratch), 0, arguments)
    }

    /// The same at a port that is free, so that it knows its own address.
    pub fn at_port(port: u16, arguments: &[&str]) -> Site {
        let scratch = Scratch::new();
        Site::in_folder(scratch.path().to_owned(), Some(scratch), port, arguments)
    }

    fn in_folder(folder: PathBuf, scratch: Option<Scratch>, port: u16, arguments: &[&str]) -> Site {
        let mut command = Command::new(binary("gka"));
        command.current_dir(root()).args(["serve", "--examples-port", "0", "--port", &port.to_string()]);
        command.arg("--out").arg(&folder).args(arguments);
        let server = Running::start("gka", &mut command);
        let address = server.line(BUILD, |line| line.starts_with("http://").then(|| line.to_owned()));
        let examples =
            server.line(BUILD, |line| line.strip_prefix("examples of other sites: ").map(str::to_owned));
        let watched = (Engine::chosen() != Engine::Chromium).then(|| Detour::around(address.clone()));
        Site { address, watched, examples, _server: server, folder, _scratch: scratch }
    }

    /// The address of a path without its first slash, for a browser.
    pub fn url(&self, path: &str) -> String {
        match &self.watched {
            Some(detour) => detour.url(path),
            None => self.own_url(path),
        }
    }

    /// The address at the server itself.
    pub fn own_url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The address of an example page, on an origin of its own.
    pub fn example(&self, path: &str) -> String {
        format!("{}{path}", self.examples)
    }

    /// The folder it serves.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The path of a file of the bundle, by its extension: `dist/gka-<hash>.wasm`.
    pub fn hashed(&self, extension: &str) -> String {
        let other = ["gka-meer-", "gka-lijst-"];
        self.bundled(|name| !other.iter().any(|other| name.starts_with(other)) && name.ends_with(extension))
    }

    /// The path of a file of the whole, that what a page needs at once grows to: `dist/gka-meer-<hash>.wasm`.
    pub fn whole(&self, extension: &str) -> String {
        self.bundled(|name| name.starts_with("gka-meer-") && name.ends_with(extension))
    }

    /// The path of a file of the lists: `dist/gka-lijst-<hash>.wasm`.
    pub fn lists(&self, extension: &str) -> String {
        self.bundled(|name| name.starts_with("gka-lijst-") && name.ends_with(extension))
    }

    fn bundled(&self, fits: impl Fn(&str) -> bool) -> String {
        let names = std::fs::read_dir(self.folder().join("dist")).expect("the bundle is there");
        let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut fitting = names.filter(|name| name.starts_with("gka-") && fits(name));
        format!("dist/{}", fitting.next().expect("every kind of file is in the bundle"))
    }
}

/// The site of the example exports as a folder of files, for a host that has it at this address.
pub fn publish(base_url: &str) -> Scratch {
    let folder = Scratch::new();
    let out = folder.path().to_str().expect("a plain path");
    let exports = root().join("examples/exports");
    let exports = exports.to_str().expect("a plain path");
    let published = gka(&["publish", exports, "--out", out, "--base-url", base_url]);
    assert_eq!(published.code, Some(0), "{}", published.stderr);
    folder
}
