//! What a page was when a person last looked at it, kept in `tests/goldens`.
//!
//! A test compares and never writes. `GKA_BLESS=1` writes what is found over what was kept; look at every file that
//! changes before it is committed. Where `CI` is set nothing is ever blessed.

mod picture;

pub use picture::picture;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::path::PathBuf;

/// The file of a golden, which is in the repository.
fn kept(name: &str) -> PathBuf {
    crate::root().join("tests/goldens").join(name)
}

/// Where a test leaves what it found instead.
fn found(name: &str) -> PathBuf {
    crate::target().join("goldens").join(name)
}

/// Whether what is found replaces what was kept.
fn blesses() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if !set("GKA_BLESS") {
        return false;
    }
    assert!(!set("CI"), "GKA_BLESS: a person looks before a golden changes, so not where CI is set");
    true
}

fn write(file: &PathBuf, content: &[u8]) {
    std::fs::create_dir_all(file.parent().expect("a golden is in a folder")).expect("a folder for goldens");
    std::fs::write(file, content).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

/// Whether a text is what it was; what is wrong otherwise.
pub fn text(name: &str, now: &str) -> Result<(), String> {
    let file = kept(name);
    if blesses() {
        write(&file, now.as_bytes());
        return Ok(());
    }
    let before = std::fs::read_to_string(&file).unwrap_or_default();
    if before == now {
        return Ok(());
    }
    write(&found(name), now.as_bytes());
    let mut lines = before.lines().zip(now.lines()).enumerate();
    let shorter = before.lines().count().min(now.lines().count());
    let first = lines.find(|(_, (before, now))| before != now).map_or(shorter, |(line, _)| line);
    let line = |text: &str| text.lines().nth(first).unwrap_or("(the end)").to_owned();
    Err(format!(
        "{}:{}: expected {:?}, found {:?}; all of it is in {}",
        file.display(),
        first + 1,
        line(&before),
        line(now),
        found(name).display()
    ))
}

/// How many pages a PDF (in base64) has. Chromium writes the object of a page uncompressed.
pub fn pages(pdf: &str) -> usize {
    let bytes = BASE64_STANDARD.decode(pdf).expect("a file comes in base64");
    let text = String::from_utf8_lossy(&bytes);
    text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
}
