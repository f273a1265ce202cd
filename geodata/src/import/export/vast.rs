//! Names that never change: every document once more, its hash in its name, and an index of them.
//!
//! A page that names `vast/RELEASE.json` shows that release for ever, and every file below `vast/` may be
//! cached for ever. What an earlier release left there stays.

use crate::contract::{DocumentRef, Documenten, Index};
use crate::import::document::Document;

/// The documents of the index, pinned, then the pinned index. The slices are not pinned: the whole
/// documents hold all that they do; nor are the figures and the maps of other years, which an import may correct.
pub fn pinned(documents: &[Document], index: &Index) -> Vec<Document> {
    let mut pinned = Vec::new();
    let mut documenten = Documenten { delen: None, ..index.documenten.clone() };
    documenten.each_mut(|reference| {
        let name = name(reference);
        if let Some(document) = documents.iter().find(|document| document.pad == reference.pad) {
            pinned.push(Document { pad: format!("vast/{name}"), bytes: document.bytes.clone() });
        }
        reference.pad = name;
    });
    let index = Index { documenten, ..index.clone() };
    pinned.push(Document::index(&format!("vast/{}.json", index.release), &index));
    pinned
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
