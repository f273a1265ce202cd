//! The tables and the pinned copies: exactly what the documents give.

use crate::contract::{DocumentRef, Index};
use crate::import::document::Document;
use crate::import::export::{Named, published, schema, vast};
use crate::import::problem::{Place, Problems};
use crate::import::read::{File, Folder};

/// `reachable` are all documents that the index leads to.
pub fn check(dir: &Folder, file: &File<Index>, reachable: &[Named], problems: &mut Problems) {
    let index = &file.content;
    if index.documenten.datapakket.is_some() {
        // The address is in the schemas' ids alone, not in the tables.
        let slices = |(name, _): &&Named| !name.starts_with("deel-") && *name != "delen";
        let whole: Vec<Named> = reachable.iter().filter(slices).cloned().collect();
        for tabel in published::tables(&schema::all(""), &whole) {
            same(dir, &tabel.csv, problems);
        }
    }
    if dir.has(&format!("vast/{}.json", index.release)) {
        let documents: Vec<Document> = reachable.iter().map(|(_, document)| document.clone()).collect();
        for document in vast::pinned(&documents, index) {
            same(dir, &document, problems);
        }
    }
}

/// The file holds what the documents give.
fn same(dir: &Folder, expected: &Document, problems: &mut Problems) {
    match dir.bytes(&expected.pad) {
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
