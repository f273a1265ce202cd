//! The tables and the pinned copies: exactly what the documents give.

use crate::contract::{DocumentRef, Index};
use crate::import::document::Document;
use crate::import::export::{csvw, published, schema, vast};
use crate::import::problem::{Place, Problems};
use crate::import::read::{self, File};
use std::path::Path;

pub fn check(dir: &Path, file: &File<Index>, problems: &mut Problems) {
    let index = &file.content;
    let mut documents = Vec::new();
    for (name, reference) in index.documenten.named() {
        // That it can be read is known by now.
        if let Ok(bytes) = read::bytes(dir, &reference.pad) {
            documents.push((name, Document { pad: reference.pad.clone(), bytes }));
        }
    }
    if index.documenten.datapakket.is_some() {
        // The address is in the schemas' ids alone, not in the tables.
        let described = documents.iter().filter(|(name, _)| !published::DESCRIBING.contains(name));
        let named: Vec<(&str, &Document)> = described.map(|(name, document)| (*name, document)).collect();
        for tabel in published::tables(&schema::all(""), &named) {
            same(dir, &csvw::csv(&tabel), problems);
        }
    }
    if dir.join(format!("vast/{}.json", index.release)).is_file() {
        let documents: Vec<Document> = documents.into_iter().map(|(_, document)| document).collect();
        for document in vast::pinned(&documents, index) {
            same(dir, &document, problems);
        }
    }
}

/// The file holds what the documents give.
fn same(dir: &Path, expected: &Document, problems: &mut Problems) {
    match read::bytes(dir, &expected.pad) {
        Ok(bytes) if bytes == expected.bytes => {}
        Ok(bytes) => {
            let found = Document { pad: expected.pad.clone(), bytes };
            let (DocumentRef { sha256: expected_hash, .. }, found) =
                (expected.reference(), found.reference());
            let expected_text = format!("what the documents give, with hash {expected_hash}");
            problems.expected(&Place::file(&expected.pad), expected_text, found.sha256);
        }
        Err(problem) => problems.push(problem),
    }
}
