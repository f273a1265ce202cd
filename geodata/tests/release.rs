//! The release that is committed: made of the committed tables, true to its sources.

mod scratch;

use geodata::contract::{DocumentRef, Exports, GemeenteCode, Index, Zoek};
use geodata::import::document::{Document, sha256};
use geodata::import::references::references;
use geodata::import::{self, read_exports};
use scratch::{Scratch, files, root};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

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
    let named = reachable(&one.dir);
    let beside = ["csv/", "schema/", "vast/"];
    let strangers: Vec<String> = files(&one.dir)
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !named.contains(name) && name != "index.json")
        .filter(|name| !beside.iter().any(|folder| name.starts_with(folder)))
        .collect();
    assert_eq!(strangers, Vec::<String>::new());
}

#[test]
fn a_name_with_a_hash_holds_what_it_says_and_a_pinned_index_leads_to_all_of_it() {
    let vast = root().join("examples/exports/vast");
    let index = committed().index;
    let pinned = read_exports_at(&vast, &format!("{}.json", index.release));
    assert_eq!(pinned.release, index.release);
    let names = |index: &Index| index.documenten.named().map(|(name, _)| name).collect::<Vec<_>>();
    let whole: Vec<_> = names(&index).into_iter().filter(|name| *name != "delen").collect();
    assert_eq!(names(&pinned), whole);
    let mut ahead: Vec<DocumentRef> = pinned.documenten.each().cloned().collect();
    let mut seen = BTreeSet::new();
    while let Some(reference) = ahead.pop() {
        if !seen.insert(reference.pad.clone()) {
            continue;
        }
        let bytes = fs::read(vast.join(&reference.pad)).expect("a pinned document");
        assert_eq!(sha256(&bytes), reference.sha256, "{}", reference.pad);
        assert!(reference.pad.contains(&reference.sha256[..12]), "{}", reference.pad);
        if let Ok(value) = serde_json::from_slice(&bytes) {
            ahead.extend(references(&value, &Value::Null).into_iter().map(|found| found.document));
        }
    }
    // Figures, tiles, maps of other years and of wijken among them.
    assert!(seen.len() > 110, "{}", seen.len());
}

fn read_exports_at(dir: &Path, index: &str) -> Index {
    serde_json::from_slice(&fs::read(dir.join(index)).expect("an index")).expect("an index")
}

#[test]
fn the_committed_release_is_well() {
    let findings = import::check(&root().join("examples/exports"));
    assert_eq!((findings.unreadable.to_string(), findings.contradictions.to_string()), Default::default());
}

#[test]
fn a_slice_is_small() {
    let dir = root().join("examples/exports/delen");
    let slices = files(&dir);
    assert_eq!(slices.len(), 63 + 11, "one part each");
    for (name, bytes) in slices {
        // Uncompressed; brotli makes a fifth to a tenth of it.
        assert!(bytes.len() < 60_000, "{name}: {} bytes", bytes.len());
    }
}

#[test]
fn every_document_round_trips_to_the_byte() {
    let exports = committed();
    let documenten = &exports.index.documenten;
    let mut documents = vec![
        Document::new(&documenten.gemeenten.pad, &exports.gemeenten),
        Document::new(&documenten.themas.pad, &exports.themas),
        Document::new(&documenten.interventies.pad, &exports.interventies),
        Document::new(&documenten.bronnen.pad, &exports.bronnen),
        Document::new(&documenten.gebieden.pad, &exports.gebieden),
        Document::index("index.json", &exports.index),
    ];
    macro_rules! registered {
        ($($name:ident)*) => {
            $(let reference = documenten.$name.as_ref().expect("a document of this version");
            documents.push(Document::new(&reference.pad, exports.$name.as_ref().expect("it was read")));)*
        };
    }
    registered!(deelnemers agendas kerncijfers standen items stukken communities experimenten rollen tijdlijn npo
        links videos begrippen correcties);
    for document in documents {
        let path = root().join("examples/exports").join(&document.pad);
        assert!(fs::read(path).expect("a document") == document.bytes, "{}", document.pad);
    }
}

/// The path of every document that the index of a release leads to.
fn reachable(dir: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut ahead = vec!["index.json".to_owned()];
    while let Some(pad) = ahead.pop() {
        let bytes = fs::read(dir.join(&pad)).expect("a document");
        for reference in references(&serde_json::from_slice(&bytes).expect("JSON"), &Value::Null) {
            if found.insert(reference.document.pad.clone()) {
                ahead.push(reference.document.pad);
            }
        }
    }
    found
}

/// Every document that the index leads to and that follows the contract: what another standard describes (a
/// map, the Data Package, the catalogue) has no version of it.
fn documents() -> Vec<(String, Value)> {
    let dir = root().join("examples/exports");
    let read = |pad: String| {
        let value: Value =
            serde_json::from_slice(&fs::read(dir.join(&pad)).expect("a document")).expect("JSON");
        (pad, value)
    };
    let all = reachable(&dir).into_iter().map(read);
    all.filter(|(_, document)| document.get("schemaVersie").is_some()).collect()
}

/// Whether a record is a reference to another document and no fact.
fn is_reference(record: &Value) -> bool {
    record.get("sha256").is_some()
}

/// Every source that a value refers to, however deep.
fn referred(value: &Value, bronnen: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| referred(item, bronnen)),
        Value::Object(fields) => {
            bronnen.extend(fields.get("bron").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|field| referred(field, bronnen));
        }
        _ => {}
    }
}

#[test]
fn every_figure_name_and_date_stands_on_a_source_that_resolves() {
    let known: BTreeSet<String> = committed().bronnen.bronnen.into_iter().map(|bron| bron.id).collect();
    let mut walked = 0;
    for (name, document) in documents() {
        let Value::Object(fields) = &document else { panic!("{name} is an object") };
        // What is computed of areas or of other documents stands on the sources of its document, and what is
        // our own work, on nobody's, says under which licence.
        let whole = fields.get("bronnen").filter(|_| !name.starts_with("delen/") && name != "bronnen.json");
        let own_work = fields.get("licentie").is_some();
        for (field, value) in fields {
            let records: Vec<&Value> = match value {
                Value::Array(records) => records.iter().collect(),
                Value::Object(_) => vec![value],
                // All that a document says outside its records.
                _ => continue,
            };
            for (position, record) in records.into_iter().enumerate() {
                walked += 1;
                if field == "bronnen" || own_work || is_reference(record) || is_part(record) {
                    continue;
                }
                let own = record.get("bronnen").or(whole).and_then(Value::as_array);
                let own = own.unwrap_or_else(|| panic!("{name}.{field}[{position}] has no source"));
                assert!(!own.is_empty(), "{name}.{field}[{position}] has no source");
                let mut bronnen = BTreeSet::new();
                own.iter().for_each(|one| referred(one, &mut bronnen));
                let unknown: Vec<_> = bronnen.difference(&known).collect();
                assert!(unknown.is_empty(), "{name}.{field}[{position}]: {unknown:?}");
            }
        }
    }
    assert!(walked > 5_000, "{walked} records");
}

/// What a slice says of itself and of who works on it: the sources stand with the records.
fn is_part(record: &Value) -> bool {
    record.get("nummer").is_some() && record.get("aantal").is_some()
        || record.as_object().is_some_and(|fields| fields.keys().eq(["code", "naam", "slug"]))
}

#[test]
fn every_map_says_whose_borders_it_shows() {
    let dir = root().join("examples/exports");
    let list = fs::read(dir.join("landkaart/jaargangen.json")).expect("the maps of all years");
    let list: Value = serde_json::from_slice(&list).expect("JSON");
    let years = list["jaargangen"].as_array().expect("a list");
    assert_eq!(years.len(), 4);
    for year in years {
        let path = dir.join(year["landkaart"]["pad"].as_str().expect("a path"));
        let map: Value = serde_json::from_slice(&fs::read(path).expect("a map")).expect("JSON");
        assert!(
            map["naamsvermelding"].as_str().is_some_and(|line| line.contains("Centraal Bureau")),
            "{year}"
        );
    }
}

#[test]
fn every_source_is_referred_to() {
    let mut used = BTreeSet::new();
    documents().iter().for_each(|(_, document)| referred(document, &mut used));
    let bronnen = committed().bronnen.bronnen;
    let unused: Vec<_> = bronnen.iter().filter(|bron| !used.contains(&bron.id)).collect();
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
    let zoek = fs::read(root().join("examples/exports/landkaart/zoek-2021.json")).expect("the names");
    let zoek: Zoek = serde_json::from_slice(&zoek).expect("names");
    let table = [
        ("Den Haag", vec!["GM0518"]),
        ("Den Bosch", vec!["GM0796"]),
        ("Ljouwert", vec!["GM0080"]),
        ("Sudwest-Fryslan", vec!["GM1900"]),
        ("Delfzijl", vec!["GM1979"]),
        ("Land van Cuijk", vec!["GM0756", "GM0786", "GM0815", "GM1684", "GM1702"]),
        // Three splits: a part of each went elsewhere.
        ("Haaren", vec!["GM0757", "GM0824", "GM0855", "GM0865"]),
        ("Littenseradiel", vec!["GM0080", "GM1900", "GM1949"]),
    ];
    for (name, expected) in table {
        let found = zoek.namen.iter().filter(|naam| naam.naam == name);
        let found: Vec<&str> = found.flat_map(|naam| &naam.gemeenten).map(|code| code.as_str()).collect();
        assert_eq!(found, expected, "{name}");
    }
    let delfzijl = zoek.namen.iter().find(|naam| naam.naam == "Delfzijl").expect("a name");
    assert_eq!(delfzijl.datum.as_deref(), Some("2021-01-01"));
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
