//! The site that `gka serve` makes of the exports, on a port of its own.

use super::running::Running;
use super::scratch::Scratch;
use super::{binary, root};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

/// Long enough to build the wasm from nothing.
const BUILD: Duration = Duration::from_secs(15 * 60);

static SHARED: Mutex<Weak<Site>> = Mutex::new(Weak::new());

pub struct Site {
    address: String,
    _server: Running,
    folder: Scratch,
}

impl Site {
    /// The site of the example exports: the same for all tests that run at this moment.
    pub fn shared() -> Arc<Site> {
        let mut shared = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let site = Arc::new(Site::start(&[]));
            *shared = Arc::downgrade(&site);
            site
        })
    }

    /// A site of its own, with more arguments for `gka serve`.
    pub fn start(arguments: &[&str]) -> Site {
        let folder = Scratch::new();
        let mut command = Command::new(binary("gka"));
        command
            .current_dir(root())
            .arg("serve")
            .args(["--port", "0", "--out"])
            .arg(folder.path())
            .args(arguments);
        let server = Running::start("gka", &mut command);
        let address = server.line(BUILD, |line| line.starts_with("http://").then(|| line.to_owned()));
        Site { address, _server: server, folder }
    }

    /// The address of a path without its first slash.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The folder it serves.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The path of a file of the bundle, by its extension: `dist/gka-<hash>.wasm`.
    pub fn hashed(&self, extension: &str) -> String {
        let names = std::fs::read_dir(self.folder().join("dist")).expect("the bundle is there");
        let names = names.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut fitting = names.filter(|name| name.starts_with("gka-") && name.ends_with(extension));
        format!("dist/{}", fitting.next().expect("every kind of file is in the bundle"))
    }
}
