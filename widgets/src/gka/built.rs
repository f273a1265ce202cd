//! Wasm that was built before of the same sources, kept in the target folder.
//!
//! Cargo names a cdylib of the workspace without its features, so builds with other features in turn overwrite each
//! other and none is ever fresh: each publication would wait for three of them. Here the sources themselves say
//! whether a build is still theirs.

use super::workspace::Workspace;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use widgets::publish::folder;

/// What the wasm is made of, below the root of the workspace. What is not there is left out.
const SOURCES: [&str; 8] = [
    "widgets/src",
    "geodata/src",
    "Cargo.toml",
    "Cargo.lock",
    "widgets/Cargo.toml",
    "geodata/Cargo.toml",
    ".cargo/config.toml",
    "rust-toolchain.toml",
];

/// A place for the wasm with some features, made of the sources as they are.
#[derive(Debug)]
pub struct Built {
    folder: PathBuf,
    features: String,
    key: String,
}

impl Built {
    /// # Errors
    /// When a source cannot be read.
    pub fn new(workspace: &Workspace, features: &str, called: &BTreeSet<String>) -> io::Result<Built> {
        let mut hash = Sha256::new();
        for name in SOURCES {
            enter(&mut hash, &workspace.root().join(name))?;
        }
        for text in called {
            hash.update([text, ","].concat());
        }
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            hash.update(std::env::var(name).unwrap_or_default());
        }
        let rustc = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into())).arg("-vV").output();
        hash.update(rustc.map(|output| output.stdout).unwrap_or_default());
        let key = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let folder = workspace.root().join("target/gka");
        Ok(Built { folder, features: features.to_owned(), key })
    }

    pub fn read(&self) -> Option<Vec<u8>> {
        fs::read(self.file()).ok()
    }

    /// Keeps `wasm` in the place of what older sources gave.
    pub fn keep(&self, wasm: &[u8]) -> Result<(), folder::Error> {
        let own = [&self.features, "-"].concat();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name().to_string_lossy().starts_with(&own) {
                // Who cannot remove it has only less room.
                let _ = fs::remove_file(entry.path());
            }
        }
        folder::replace(&self.file(), wasm)
    }

    fn file(&self) -> PathBuf {
        self.folder.join(format!("{}-{}.wasm", self.features, self.key))
    }
}

/// Adds a file, or all files below a folder in the order of their names.
fn enter(hash: &mut Sha256, path: &Path) -> io::Result<()> {
    if path.is_dir() {
        let mut names = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
        names.sort_by_key(fs::DirEntry::file_name);
        return names.iter().try_for_each(|entry| enter(hash, &entry.path()));
    }
    match fs::read(path) {
        Ok(content) => {
            hash.update(path.to_string_lossy().as_bytes());
            hash.update(Sha256::digest(&content));
            Ok(())
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_built_of_these_sources_is_found_and_of_others_not() {
        let folder = std::env::temp_dir().join(format!("gka-built-{}", std::process::id()));
        let place =
            |key: &str| Built { folder: folder.clone(), features: "csr".to_owned(), key: key.to_owned() };
        place("een").keep(b"wasm").unwrap();
        assert_eq!(place("een").read().as_deref(), Some(&b"wasm"[..]));
        assert_eq!(place("twee").read(), None);
        place("twee").keep(b"ander").unwrap();
        assert_eq!((place("een").read(), place("twee").read().is_some()), (None, true));
        fs::remove_dir_all(folder).unwrap();
    }
}
