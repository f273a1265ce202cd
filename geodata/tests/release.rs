//! The release that is committed: made of the committed tables, true to its sources.

mod scratch;

use geodata::contract::{Exports, GemeenteCode, Verwijzing};
use geodata::import::{self, document::Document, read_exports};
use scratch::{Scratch, files, root};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::PathBuf;

fn map() -> PathBuf {
    root().join("examples/exports/landkaart/gemeenten-2021.topo.json")
}

fn committed() -> Exports {
    read_exports(&root().join("examples/exports")).expect("the committed release")
}

/// A file with facts to hold the release against, where there is one; says so where there is none.
fn shared(path: &str) -> Option<serde_json::Value> {
    let path = root().join("../shared/bronnen").join(path);
    match fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).expect("JSON")),
        Err(error) => {
            // Not `eprintln`, which a passing test keeps to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
            None
        }
    }
}

#[test]
fn the_committed_release_is_what_the_tables_give() {
    let scratch = Scratch::new("committed");
    import::export(&root().join("examples/bronnen"), &map(), &scratch.dir).expect("a release");
    let committed = root().join("examples/exports");
    for (name, bytes) in files(&scratch.dir) {
        let expected = fs::read(committed.join(&name)).expect("a committed document");
        assert!(bytes == expected, "{name} differs: run `geodata export` and commit what it writes");
    }
}

#[test]
fn two_runs_give_the_same_bytes_and_leave_nothing_else() {
    let (one, other) = (Scratch::new("run-one"), Scratch::new("run-other"));
    for scratch in [&one, &other] {
        import::export(&root().join("examples/bronnen"), &map(), &scratch.dir).expect("a release");
    }
    assert!(files(&one.dir) == files(&other.dir));
    let names: Vec<String> = files(&one.dir).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "bronnen.json",
        "gemeenten.json",
        "index.json",
        "interventies.json",
        "landkaart/gebieden-2021.json",
        "landkaart/gemeenten-2020.topo.json",
        "landkaart/gemeenten-2021.topo.json",
        "landkaart/gemeenten-2022.topo.json",
        "landkaart/gemeenten-2023.topo.json",
        "landkaart/jaargangen.json",
        "themas.json",
    ];
    assert_eq!(names, expected);
}

#[test]
fn every_document_round_trips_to_the_byte() {
    let exports = committed();
    let documenten = &exports.index.documenten;
    let documents = [
        Document::new(&documenten.gemeenten.pad, &exports.gemeenten),
        Document::new(&documenten.themas.pad, &exports.themas),
        Document::new(&documenten.interventies.pad, &exports.interventies),
        Document::new(&documenten.bronnen.pad, &exports.bronnen),
        Document::new(&documenten.gebieden.pad, &exports.gebieden),
        Document::index(&exports.index),
    ];
    for document in documents {
        let path = root().join("examples/exports").join(&document.pad);
        assert!(fs::read(path).expect("a document") == document.bytes, "{}", document.pad);
    }
}

#[test]
fn every_record_has_a_source_that_resolves() {
    let exports = committed();
    let known: BTreeSet<&str> = exports.bronnen.bronnen.iter().map(|bron| bron.id.as_str()).collect();
    let gemeenten = exports.gemeenten.gemeenten.iter().map(|record| (&record.naam, &record.bronnen));
    let themas = exports.themas.themas.iter().map(|record| (&record.label.nl, &record.bronnen));
    let interventies = exports.interventies.interventies.iter().map(|record| (&record.id, &record.bronnen));
    let records: Vec<(&String, &Vec<Verwijzing>)> = gemeenten.chain(themas).chain(interventies).collect();
    assert_eq!(records.len(), 50 + 11 + 85);
    for (name, bronnen) in records {
        assert!(!bronnen.is_empty(), "{name}");
        assert!(bronnen.iter().all(|verwijzing| known.contains(verwijzing.bron.as_str())), "{name}");
    }
}

#[test]
fn every_source_is_referred_to() {
    let exports = committed();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let gemeenten = exports.gemeenten.gemeenten.iter().flat_map(|record| &record.bronnen);
    let themas = exports.themas.themas.iter().flat_map(|record| &record.bronnen);
    let interventies = exports.interventies.interventies.iter().flat_map(|record| &record.bronnen);
    for verwijzing in gemeenten.chain(themas).chain(interventies).chain(&exports.gebieden.bronnen) {
        used.insert(&verwijzing.bron);
    }
    let unused: Vec<_> =
        exports.bronnen.bronnen.iter().filter(|bron| !used.contains(bron.id.as_str())).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn eemsdelta_took_part_before_it_was_a_gemeente() {
    let exports = committed();
    let gemeenten = &exports.gemeenten.gemeenten;
    let eemsdelta = gemeenten.iter().find(|gemeente| gemeente.naam == "Eemsdelta").expect("a participant");
    assert!(eemsdelta.toetreding.datum.as_str() < "2021");
    let areas: Vec<_> = eemsdelta
        .gebieden
        .iter()
        .map(|area| (area.code.as_str(), area.van.as_deref(), area.tot.as_deref()))
        .collect();
    let expected = [
        ("GM0003", None, Some("2020-12-31")),
        ("GM0010", None, Some("2020-12-31")),
        ("GM0024", None, Some("2020-12-31")),
        ("GM1979", Some("2021-01-01"), None),
    ];
    assert_eq!(areas, expected);
}

#[test]
fn readers_find_a_gemeente_by_the_names_they_use() {
    let exports = committed();
    let table = [
        ("Den Haag", vec!["GM0518"]),
        ("Den Bosch", vec!["GM0796"]),
        ("Ljouwert", vec!["GM0080"]),
        ("Sudwest-Fryslan", vec!["GM1900"]),
        ("Delfzijl", vec!["GM1979"]),
        // Three splits: a part of each went elsewhere.
        ("Haaren", vec!["GM0757", "GM0824", "GM0855", "GM0865"]),
    ];
    for (name, expected) in table {
        let areas = exports.gebieden.gebieden.iter();
        let found: Vec<_> = areas
            .filter(|area| area.namen.iter().any(|naam| naam == name))
            .map(|area| area.code.as_str())
            .collect();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn the_thirty_of_2019_and_the_twenty_of_2020_are_the_fifty() {
    let exports = committed();
    let joined = |year: &str| {
        let gemeenten = exports.gemeenten.gemeenten.iter();
        gemeenten.filter(|gemeente| gemeente.toetreding.datum.starts_with(year)).count()
    };
    assert_eq!((joined("2019"), joined("2020")), (30, 20));
}

#[test]
fn the_fifty_are_those_of_the_letter() {
    let Some(roles) = shared("brieven-feiten/municipality_roles.json") else { return };
    let mut expected = BTreeSet::new();
    for gemeente in roles["gemeenten"].as_array().expect("a list") {
        for role in gemeente["rollen"].as_array().expect("a list") {
            if role["rol"] == "GKA-agenda 2021" {
                let code = GemeenteCode::new(gemeente["gm_code"].as_str().expect("a code"));
                expected.insert((code, role["nummer"].as_u64().expect("a number")));
            }
        }
    }
    let exports = committed();
    let gemeenten = exports.gemeenten.gemeenten.iter();
    let found: BTreeSet<_> =
        gemeenten.map(|gemeente| (gemeente.code.clone(), u64::from(gemeente.nummer))).collect();
    assert_eq!((found.len(), &found), (50, &expected));
}

#[test]
fn the_codes_of_2021_are_those_of_the_statistics_office() {
    let Some(years) = shared("herindelingen/gemeentecodes_per_jaar.json") else { return };
    let exports = committed();
    let found: Vec<&str> = exports.gebieden.gebieden.iter().map(|area| area.code.as_str()).collect();
    let expected: Vec<&str> =
        years["2021"].as_array().expect("a list").iter().filter_map(|code| code.as_str()).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_order_is_the_one_of_the_known_sort_keys() {
    let Some(known) = shared("gka/municipalities.json") else { return };
    for gemeente in known["gemeenten"].as_array().expect("a list") {
        let name = gemeente["weergavenaam"]["nl"].as_str().expect("a name");
        let key = gemeente["sorteersleutel_weergave"].as_str().expect("a key");
        assert_eq!(geodata::contract::naam::sort_key(name).join(" "), key, "{name}");
    }
}
