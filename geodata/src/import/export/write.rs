//! Documents to files: all beside their places first, then moved there, the index last. A reader meets
//! the old release or the new one, or an index whose hashes say that something is under way.

use super::ExportError;
use crate::import::document::Document;
use std::path::{Path, PathBuf};

/// Writes the documents in their order; a document that is there already with the same bytes stays.
pub fn all(out: &Path, documents: &[Document]) -> Result<(), ExportError> {
    let mut staged: Vec<(PathBuf, PathBuf)> = Vec::new();
    let result = documents.iter().try_for_each(|document| stage(out, document, &mut staged)).and_then(|()| {
        staged.iter().try_for_each(|(beside, place)| std::fs::rename(beside, place).map_err(failed(place)))
    });
    if result.is_err() {
        for (beside, _) in &staged {
            // Already moved, or gone: then there is nothing to clean up.
            let _ = std::fs::remove_file(beside);
        }
    }
    result
}

fn stage(out: &Path, document: &Document, staged: &mut Vec<(PathBuf, PathBuf)>) -> Result<(), ExportError> {
    let place = out.join(&document.pad);
    if std::fs::read(&place).is_ok_and(|bytes| bytes == document.bytes) {
        return Ok(());
    }
    let dir = place.parent().unwrap_or(out);
    std::fs::create_dir_all(dir).map_err(failed(dir))?;
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let beside = dir.join(format!(".{name}.tmp"));
    staged.push((beside.clone(), place));
    std::fs::write(&beside, &document.bytes).map_err(failed(&beside))
}

fn failed(path: &Path) -> impl FnOnce(std::io::Error) -> ExportError {
    move |source| ExportError::Write { path: path.into(), source }
}
