//! Names that never change: every document once more, its hash in its name, and an index of them.
//!
//! A page that names `vast/RELEASE.json` shows that release for ever, and every file below `vast/` may be
//! cached for ever. What an earlier release left there stays. A document that refers to others refers there
//! to their pinned copies, so that its own hash is another than that of the document it is made of.

use crate::contract::{DocumentRef, Documenten, Index};
use crate::import::document::Document;
use crate::import::references::{may_refer, refer};
use serde_json::Value;
use std::collections::BTreeMap;

/// Every document that the index leads to, pinned, then the pinned index. The slices are not pinned: the whole
/// documents hold all that they do.
pub fn pinned(documents: &[Document], index: &Index) -> Vec<Document> {
    let by_pad = documents.iter().map(|document| (document.pad.as_str(), document)).collect();
    let mut pins = Pins { by_pad, known: BTreeMap::new(), pinned: Vec::new() };
    let mut documenten = Documenten { delen: None, ..index.documenten.clone() };
    documenten.each_mut(|reference| *reference = pins.pin(reference.clone()));
    let index = Index { documenten, ..index.clone() };
    let mut pinned = pins.pinned;
    pinned.push(Document::index(&format!("vast/{}.json", index.release), &index));
    pinned
}

struct Pins<'d> {
    by_pad: BTreeMap<&'d str, &'d Document>,
    /// By the path of the document, how its copy is referred to.
    known: BTreeMap<String, DocumentRef>,
    pinned: Vec<Document>,
}

impl Pins<'_> {
    /// Pins a document after all that it refers to. One that is not at hand is referred to as it was.
    fn pin(&mut self, reference: DocumentRef) -> DocumentRef {
        if let Some(known) = self.known.get(&reference.pad) {
            return known.clone();
        }
        let Some(document) = self.by_pad.get(reference.pad.as_str()).copied() else { return reference };
        let mut copy = document.clone();
        if may_refer(&document.bytes)
            && let Ok(mut content) = serde_json::from_slice::<Value>(&document.bytes)
        {
            refer(&mut content, &mut |inner| self.pin(inner));
            copy = Document::new(&document.pad, &content);
        }
        let name = name(&copy.reference());
        copy.pad = format!("vast/{name}");
        let pinned = DocumentRef { pad: name, ..copy.reference() };
        self.known.insert(reference.pad, pinned.clone());
        self.pinned.push(copy);
        pinned
    }
}

/// The name of a document by its content: `themas.af59c73e7966.json`.
pub fn name(reference: &DocumentRef) -> String {
    let file = reference.pad.rsplit('/').next().unwrap_or_default();
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, "json"));
    format!("{stem}.{}.{extension}", reference.sha256.get(..12).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_stands_before_the_extension() {
        let reference =
            |pad: &str| DocumentRef { pad: pad.to_owned(), bytes: 1, sha256: "0123456789abcdef".repeat(4) };
        assert_eq!(name(&reference("themas.json")), "themas.0123456789ab.json");
        assert_eq!(name(&reference("landkaart/a-2021.topo.json")), "a-2021.topo.0123456789ab.json");
        assert_eq!(name(&reference("catalogus.jsonld")), "catalogus.0123456789ab.jsonld");
    }
}
