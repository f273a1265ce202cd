//! A folder of its own for a test, gone when the test ends; and the small release that tests break.

#![allow(dead_code, reason = "each test file uses a part")]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

pub struct Scratch {
    pub dir: PathBuf,
}

impl Scratch {
    pub fn new(name: &str) -> Self {
        let dir = std::env::temp_dir().join(format!("geodata-{}-{name}", std::process::id()));
        // Left by a run that was cut off.
        let _ = fs::remove_dir_all(&dir);
        fs::create_dir_all(&dir).expect("a scratch folder");
        Self { dir }
    }

    /// A copy of a folder of the repository.
    pub fn copy_of(name: &str, folder: &Path) -> Self {
        let scratch = Self::new(name);
        copy(folder, &scratch.dir);
        scratch
    }

    /// Replaces the first `from` in a file, which must be there.
    pub fn replace(&self, file: &str, from: &str, to: &str) {
        let path = self.dir.join(file);
        let text = fs::read_to_string(&path).expect("a text file");
        assert!(text.contains(from), "{file} has {from:?}");
        fs::write(&path, text.replacen(from, to, 1)).expect("the file can be written");
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// Three gemeenten in a row, two of them participants; every optional field used once.
pub fn small(part: &str) -> PathBuf {
    root().join("geodata/tests/klein").join(part)
}

/// Every file below a folder, by its path in it.
pub fn files(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(dir).expect("below it").to_string_lossy().into_owned();
                found.push((name, fs::read(&path).expect("a file")));
            }
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).expect("a copy");
        }
    }
}

/// A source file of our own making.
pub fn own(file: &str) -> Vec<u8> {
    fs::read(root().join("geodata/tests/vormen").join(file)).expect("a file of our own")
}

/// The real source files, where there are any; without them the test is skipped aloud.
pub fn shared() -> Option<PathBuf> {
    let dir = root().join("../shared/bronnen");
    if !dir.is_dir() {
        // Not `eprintln`, which a passing test keeps to itself.
        let _ = writeln!(std::io::stderr(), "SKIPPED: {} is absent", dir.display());
        return None;
    }
    Some(dir)
}
