//! Files as text, gzipped or not.

use flate2::read::MultiGzDecoder;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

/// The first bytes of every gzip file (RFC 1952).
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// Every file, or a line for each that cannot be read.
pub fn all(paths: &[PathBuf]) -> Result<Vec<String>, Vec<String>> {
    let (mut texts, mut lines) = (Vec::new(), Vec::new());
    for path in paths {
        match read(path) {
            Ok(text) => texts.push(text),
            Err(told) => lines.extend(told),
        }
    }
    if lines.is_empty() { Ok(texts) } else { Err(lines) }
}

pub fn read(path: &Path) -> Result<String, Vec<String>> {
    let failed = |error: std::io::Error| vec![format!("{}: {error}", path.display())];
    let bytes = fs::read(path).map_err(failed)?;
    let bytes = if bytes.starts_with(&GZIP) {
        let mut unpacked = Vec::new();
        MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut unpacked).map_err(failed)?;
        unpacked
    } else {
        bytes
    };
    String::from_utf8(bytes).map_err(|error| {
        vec![format!(
            "{}: expected UTF-8 text, found another byte at {}",
            path.display(),
            error.utf8_error().valid_up_to()
        )]
    })
}
