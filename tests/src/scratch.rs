//! A folder that goes with its test.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

static NUMBER: AtomicU32 = AtomicU32::new(0);

pub struct Scratch(PathBuf);

impl Scratch {
    /// A fresh, empty folder.
    pub fn new() -> Scratch {
        let folder = root().join(NUMBER.fetch_add(1, Ordering::Relaxed).to_string());
        std::fs::create_dir_all(&folder).expect("the temporary folder takes a new one");
        Scratch(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file, with the folders above it.
    pub fn file(&self, name: &str, content: &str) -> PathBuf {
        let file = self.0.join(name);
        std::fs::create_dir_all(file.parent().expect("a file in a folder")).expect("a new folder in ours");
        std::fs::write(&file, content).expect("a new file in our own folder");
        file
    }
}

/// The folder of all scratch folders of this process.
pub fn root() -> PathBuf {
    std::env::temp_dir().join(format!("gka-test-{}", std::process::id()))
}

impl Default for Scratch {
    fn default() -> Scratch {
        Scratch::new()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
        // Succeeds for the last one.
        let _ = std::fs::remove_dir(root());
    }
}
