//! Where the widgets' source stands: `gka` builds the wasm from it.

use std::path::{Path, PathBuf};

#[derive(Debug, thiserror::Error)]
#[error(
    "the source of the widgets was not found: neither {built}, where gka was built, nor {current} or a folder above it \
     holds widgets/Cargo.toml; run gka in a clone of the project",
    built = .built.display(), current = .current.display()
)]
pub struct Error {
    built: PathBuf,
    current: PathBuf,
}

/// The root folder of the workspace.
#[derive(Debug, Clone)]
pub struct Workspace(PathBuf);

impl Workspace {
    /// The folder `gka` was built from, or else the current one or the nearest above it.
    pub fn find() -> Result<Workspace, Error> {
        let built = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("/"));
        let current = std::env::current_dir().unwrap_or_default();
        std::iter::once(built)
            .chain(current.ancestors())
            .find(|folder| folder.join("widgets/Cargo.toml").is_file())
            .map(|folder| Workspace(folder.to_owned()))
            .ok_or_else(|| Error { built: built.to_owned(), current: current.clone() })
    }

    pub fn root(&self) -> &Path {
        &self.0
    }

    /// The example exports: what a fresh clone shows.
    pub fn exports(&self) -> PathBuf {
        self.0.join("examples/exports")
    }

    /// Where a site goes when nobody says.
    pub fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    pub fn loader(&self) -> PathBuf {
        self.0.join("widgets/src/element/gka.js")
    }

    /// In the order in which their rules count.
    pub fn css(&self) -> [PathBuf; 2] {
        ["gka.css", "lijst.css"].map(|name| self.0.join("widgets/src/view").join(name))
    }
}
