//! Text to a file that a reader never sees half.

use std::fs;
use std::path::{Path, PathBuf};

/// Writes beside the target and renames, so that a reader sees the old file or the new one.
pub fn write(path: &Path, text: &str) -> Result<(), Vec<String>> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.tmp", std::process::id()));
    let beside = PathBuf::from(beside);
    fs::write(&beside, text).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
        // Best effort: the target itself is untouched.
        let _ = fs::remove_file(&beside);
        vec![format!("{}: {error}", path.display())]
    })
}
