//! Damaged tables and documents: whatever stands in them, the answer is a list of problems.

mod scratch;

use geodata::import::{self, check};
use proptest::prelude::*;
use scratch::{Scratch, small};
use std::fs;

const TABLES: [&str; 8] = [
    "bronnen.csv",
    "gebieden.csv",
    "gebiedsnamen.csv",
    "gemeenten.csv",
    "interventies.csv",
    "provincies.csv",
    "themas.csv",
    "uitgave.toml",
];

const DOCUMENTS: [&str; 7] = [
    "bronnen.json",
    "gemeenten.json",
    "index.json",
    "interventies.json",
    "landkaart/gebieden-2021.json",
    "landkaart/kaart.topo.json",
    "themas.json",
];

/// Puts `bytes` in the place of as many others, or cuts the file off there.
fn damage(file: &std::path::Path, at: prop::sample::Index, bytes: &[u8], cut: bool) {
    let mut content = fs::read(file).expect("a file");
    let at = at.index(content.len());
    if cut {
        content.truncate(at);
    } else {
        let end = content.len().min(at + bytes.len());
        content.splice(at..end, bytes.iter().copied());
    }
    fs::write(file, content).expect("the file");
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec![
            "\"",
            ";",
            ",",
            "[",
            "]}",
            "{",
            "(",
            "\n",
            "99999999999999999999",
            "é",
            "null"
        ])
        .prop_map(|text| text.as_bytes().to_vec()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_tables_never_end_in_a_panic(
        file in prop::sample::select(&TABLES[..]), at: prop::sample::Index, bytes in bytes(), cut: bool,
    ) {
        let scratch = Scratch::copy_of("damaged-tables", &small("tabellen"));
        damage(&scratch.dir.join(file), at, &bytes, cut);
        if let Err(error) = import::export(&scratch.dir, &small("kaart.topo.json"), &scratch.dir.join("out")) {
            for line in error.to_string().lines() {
                prop_assert!(line.contains(": "), "{line}");
            }
        }
    }

    #[test]
    fn damaged_documents_never_end_in_a_panic(
        file in prop::sample::select(&DOCUMENTS[..]), at: prop::sample::Index, bytes in bytes(), cut: bool,
    ) {
        let scratch = Scratch::new("damaged-documents");
        import::export(&small("tabellen"), &small("kaart.topo.json"), &scratch.dir).expect("a release");
        damage(&scratch.dir.join(file), at, &bytes, cut);
        let findings = check(&scratch.dir);
        for problem in findings.unreadable.iter().chain(findings.contradictions.iter()) {
            prop_assert!(problem.to_string().contains("expected"), "{problem}");
        }
    }
}
