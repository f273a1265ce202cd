//! Broken releases, and what `geodata check` says of them.

mod scratch;

use geodata::contract::Index;
use geodata::import::document::{Document, release, sha256};
use geodata::import::export;
use scratch::{Scratch, small};
use std::fs;
use std::process::Command;

const INDEX: &str = "index.json";
const GEMEENTEN: &str = "gemeenten.json";
const THEMAS: &str = "themas.json";
const INTERVENTIES: &str = "interventies.json";
const BRONNEN: &str = "bronnen.json";
const GEBIEDEN: &str = "landkaart/gebieden-2021.json";

/// The small release after some text became other text.
fn broken(name: &str, changes: &[(&str, &str, &str)]) -> Scratch {
    let exports = Scratch::new(&format!("check-{name}"));
    export(&small("tabellen"), &small("kaart.topo.json"), &exports.dir).expect("a release");
    for (file, from, to) in changes {
        exports.replace(file, from, to);
    }
    exports
}

/// Makes sizes and hashes right again.
fn seal(exports: &Scratch) {
    let path = exports.dir.join(INDEX);
    let mut index: Index = serde_json::from_slice(&fs::read(&path).expect("the index")).expect("an index");
    let documenten = &mut index.documenten;
    for document in [
        &mut documenten.gemeenten,
        &mut documenten.themas,
        &mut documenten.interventies,
        &mut documenten.bronnen,
        &mut documenten.gebieden,
        &mut documenten.landkaart,
    ] {
        let bytes = fs::read(exports.dir.join(&document.pad)).expect("a document");
        (document.bytes, document.sha256) = (bytes.len() as u64, sha256(&bytes));
    }
    index.release = release(&index.documenten);
    fs::write(path, Document::index(&index).bytes).expect("the index");
}

/// Exit code, standard output and standard error of `geodata check .` in the release.
fn transcript(exports: &Scratch) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .args(["check", "."])
        .current_dir(&exports.dir)
        .output()
        .expect("the command runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_sound_release_is_well() {
    let exports = broken("well", &[]);
    assert_eq!(transcript(&exports), (Some(0), String::new(), ".: all is well\n".to_owned()));
}

#[test]
fn a_release_that_contradicts_itself_is_told_all_of_it_in_file_order() {
    let exports = broken(
        "contradictory",
        &[
            (INTERVENTIES, "\"id\":\"taal\"", "\"id\":\"lezen\""),
            (GEMEENTEN, "\"slug\":\"den-aadam\"", "\"slug\":\"cewoude\""),
            (BRONNEN, "https://example.org", "ftp://example.org"),
        ],
    );
    seal(&exports);
    let expected = "\
PENDING
";
    assert_eq!(transcript(&exports), (Some(1), expected.to_owned(), ".: 7 problems\n".to_owned()));
}

#[test]
fn a_document_that_was_changed_afterwards_is_told_by_size_and_hash() {
    let exports = broken("changed", &[(THEMAS, "\"Language\"", "\"Tongue\"")]);
    let (code, lines, _) = transcript(&exports);
    assert_eq!(code, Some(1));
    let reasons: Vec<&str> = lines.lines().filter_map(|line| line.split(": expected ").next()).collect();
    assert_eq!(
        reasons,
        ["index.json:20:16: documenten.themas.bytes", "index.json:21:17: documenten.themas.sha256"]
    );
}

#[test]
fn every_rule_has_its_message() {
    let table: &[((&str, &str, &str), &str)] = &[
        (
            (INDEX, "2021-01-22", "2021-01"),
            "index.json:4:16: peildatum: expected a day as 2021-01-22, found \"2021-01\"",
        ),
        ((INDEX, "\"CC-BY-4.0\"", "\"\""), "index.json:8:15: licentie: expected a text, found none"),
        ((GEMEENTEN, "\"jaar\":2021", "\"jaar\":2020"), "X"),
        ((GEMEENTEN, "\"code\":\"GM9001\",\"naam\"", "\"code\":\"GM9009\",\"naam\""), "X"),
        ((GEMEENTEN, "\"PV27\"", "\"PV28\""), "X"),
        ((GEMEENTEN, "\"nummer\":2", "\"nummer\":1"), "X"),
        ((GEMEENTEN, "2019-07-03", "3 juli 2019"), "X"),
        ((GEMEENTEN, "GM8999", "8999"), "X"),
        ((GEMEENTEN, "\"taal\":1", "\"taal\":3"), "X"),
        ((GEMEENTEN, "{\"taal\":1}", "{}"), "X"),
        ((GEMEENTEN, "\"interventies\":1", "\"interventies\":2"), "X"),
        ((GEMEENTEN, "\"bron\":\"lijst\"", "\"bron\":\"krant\""), "X"),
        ((GEMEENTEN, "Cewoude", "'t Abos"), "X"),
        ((THEMAS, "\"gemeenten\":2", "\"gemeenten\":1"), "X"),
        ((THEMAS, "\"interventies\":2", "\"interventies\":1"), "X"),
        ((THEMAS, "\"id\":\"taal\"", "\"id\":\"rekenen\""), "X"),
        ((THEMAS, "[{\"bron\":\"brief\",\"plaats\":\"Kader 3\"}]", "[]"), "X"),
        ((INTERVENTIES, "\"GM9003\"", "\"GM9002\""), "X"),
        ((INTERVENTIES, "\"id\":\"rekenen\"", "\"id\":\"taal\""), "X"),
        ((INTERVENTIES, "[\"onbekend\"]", "[]"), "X"),
        ((INTERVENTIES, "\"2019-05\"", "\"mei 2019\""), "X"),
        ((INTERVENTIES, "\"nl\":\"De bijles\"", "\"nl\":\"De zomerschool\""), "X"),
        ((BRONNEN, "\"id\":\"lijst\"", "\"id\":\"brief\""), "X"),
        ((BRONNEN, "https://example.org", "javascript:alert(1)//"), "X"),
        ((GEBIEDEN, "\"code\":\"GM9002\"", "\"code\":\"GM9004\""), "X"),
        ((GEBIEDEN, "\"buren\":[null", "\"buren\":[7"), "X"),
        ((GEBIEDEN, "\"provincie\":\"PV28\"", "\"provincie\":\"PV29\""), "X"),
    ];
    let mut wrong = String::new();
    for (position, (change, expected)) in table.iter().enumerate() {
        let exports = broken(&format!("rule-{position}"), &[*change]);
        seal(&exports);
        let (code, lines, _) = transcript(&exports);
        if code != Some(1) || !lines.lines().any(|line| line == *expected) {
            wrong += &format!("{change:?} ended with {code:?} and said\n{lines}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_cannot_be_read_ends_it() {
    let table: &[((&str, &str, &str), &str)] = &[
        ((INDEX, "{", "<!doctype html>{"), "index.json:1:1: expected JSON, found `<`"),
        ((INDEX, "\"gemeenten.json\"", "\"../gemeenten.json\""), "X"),
        ((INDEX, "\"gemeenten.json\"", "\"deelnemers.json\""), "X"),
        ((INDEX, "0.1.0", "2.0.0"), "X"),
        ((GEMEENTEN, "0.1.0", "1.0.0"), "X"),
        ((GEMEENTEN, "]}\n", ""), "X"),
        ((GEMEENTEN, "\"nummer\":2", "\"nummer\":\"twee\""), "X"),
        ((GEMEENTEN, "\"nummer\":2", "\"nummer\":70000"), "X"),
        ((GEMEENTEN, "\"slug\":\"den-aadam\",", ""), "X"),
        ((INTERVENTIES, "\"po\"", "\"basis\""), "X"),
        ((THEMAS, "\"brontermen\":[", "\"brontermen\":7,\"x\":["), "X"),
        (("landkaart/kaart.topo.json", "\"GM9002\"", "\"GM9001\""), "X"),
    ];
    let mut wrong = String::new();
    for (position, (change, expected)) in table.iter().enumerate() {
        let exports = broken(&format!("unreadable-{position}"), &[*change]);
        let (code, lines, summary) = transcript(&exports);
        let said = lines.trim_end();
        if (code, said, summary.as_str()) != (Some(2), expected, ".: 1 problem; nothing was compared\n") {
            wrong += &format!("{change:?} ended with {code:?} and said\n{lines}{summary}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_newer_patch_of_the_contract_can_be_read() {
    let exports = broken(
        "newer",
        &[(THEMAS, "0.1.0", "0.1.9"), (THEMAS, "\"brontermen\"", "\"nieuw\":{},\"brontermen\"")],
    );
    seal(&exports);
    assert_eq!(transcript(&exports).0, Some(0));
}

#[test]
fn a_folder_without_an_index_is_no_release() {
    let exports = Scratch::new("check-empty");
    let (code, lines, _) = transcript(&exports);
    assert_eq!(code, Some(2));
    assert!(lines.starts_with("index.json: expected a file, found none"), "{lines}");
}
