//! The maps of other years and of wijken that are committed under `examples/exports/landkaart`.

mod scratch;

use geodata::contract::Index;
use geodata::contract::jaargangen::Jaargangen;
use geodata::import;
use geodata::pipeline::{report, verify};
use geodata::topology::{TopoJson, Topology};
use scratch::Scratch;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn landkaart() -> PathBuf {
    root().join("examples/exports/landkaart")
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a file")).expect("JSON")
}

fn map(year: u16) -> Topology {
    let wire = read(&landkaart().join(format!("gemeenten-{year}.topo.json")));
    let wire: TopoJson = serde_json::from_value(wire).expect("TopoJSON");
    Topology::try_from(wire).expect("a sound map")
}

const YEARS: [(u16, usize); 4] = [(2020, 355), (2021, 352), (2022, 345), (2023, 342)];

#[test]
fn every_year_has_its_gemeenten_and_no_fault() {
    for (year, count) in YEARS {
        let map = map(year);
        assert_eq!((map.jaar, map.gemeenten.len()), (year, count));
        assert_eq!(verify::faults(&report::unroll(&map)), [], "{year}");
        let provinces: BTreeSet<_> = map.gemeenten.iter().map(|region| &region.provincie).collect();
        assert_eq!(provinces.len(), 12, "{year}");
        assert!(map.gemeenten.iter().all(|region| region.naam.len() > 1), "{year}");
        let report = read(&landkaart().join(format!("gemeenten-{year}.report.json")));
        for fault in ["invalidPolygons", "gaps", "overlaps", "crossings", "partsDropped"] {
            assert_eq!(report[fault], 0, "{year}: {fault}");
        }
    }
}

#[test]
fn a_gemeente_keeps_its_name_and_province_from_year_to_year() {
    let mut known: BTreeMap<String, (String, String)> = BTreeMap::new();
    for (year, _) in YEARS {
        for region in map(year).gemeenten {
            let said = (region.naam, region.provincie);
            let before = known.entry(region.code.clone()).or_insert_with(|| said.clone());
            assert_eq!(*before, said, "{} in {year}", region.code);
        }
    }
}

#[test]
fn the_index_lists_every_year() {
    let exports = root().join("examples/exports");
    let index: Index = serde_json::from_value(read(&exports.join("index.json"))).expect("an index");
    let document = index.documenten.jaargangen.expect("the years are listed");
    let list: Jaargangen = serde_json::from_value(read(&exports.join(document.pad))).expect("a list");
    let found: Vec<_> = list.jaargangen.iter().map(|year| (year.jaar, usize::from(year.gemeenten))).collect();
    assert_eq!(found, YEARS);
}

#[test]
fn a_map_that_was_changed_afterwards_is_told() {
    let scratch = Scratch::new("vintages-changed");
    let tables = root().join("examples/bronnen");
    import::export(&tables, &landkaart().join("gemeenten-2021.topo.json"), &scratch.dir).expect("a release");
    let check = || {
        let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
            .args(["check", "."])
            .current_dir(&scratch.dir)
            .output()
            .expect("the command runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert_eq!(check(), "");
    scratch.replace("landkaart/gemeenten-2023.topo.json", "\"jaar\":2023", "\"jaar\":2024");
    let told = check();
    let fields: Vec<&str> = told.lines().filter_map(|line| line.split(": ").nth(1)).collect();
    assert_eq!(fields, ["jaargangen[3].jaar", "jaargangen[3].landkaart.sha256"], "{told}");
}

/// The map of a wijk document under the names of gemeenten, which the reader knows.
fn wijken(path: &Path) -> Topology {
    let mut value = read(path);
    let objects = value["objects"].as_object_mut().expect("objects");
    let wijken = objects.remove("wijken").expect("wijken");
    let none = serde_json::json!({"type": "MultiLineString", "arcs": []});
    objects.insert("gemeenten".to_owned(), wijken);
    objects.insert("gemeentegrenzen".to_owned(), none.clone());
    objects.insert("provinciegrenzen".to_owned(), none);
    objects.insert("water".to_owned(), serde_json::json!({"type": "MultiPolygon", "arcs": []}));
    for area in value["objects"]["gemeenten"]["geometries"].as_array_mut().expect("areas") {
        area["properties"]["provincie"] = area["properties"]["gemeente"].clone();
    }
    let wire: TopoJson = serde_json::from_value(value).expect("TopoJSON");
    Topology::try_from(wire).expect("a sound map")
}

#[test]
fn a_gemeente_has_its_own_wijken_in_a_document_of_its_own() {
    let folder = landkaart().join("wijken");
    let paths: Vec<PathBuf> =
        fs::read_dir(&folder).expect("the wijken").map(|entry| entry.expect("an entry").path()).collect();
    assert_eq!(paths.len(), 59);
    for path in &paths {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let map = wijken(path);
        assert!(!map.gemeenten.is_empty(), "{name}");
        assert!(map.gemeenten.iter().all(|wijk| name.starts_with(&wijk.provincie)), "{name}");
        assert_eq!(verify::faults(&report::unroll(&map)), [], "{name}");
    }
}

/// Amsterdam and Diemen, Rotterdam and Schiedam: what they share is the same line in both documents.
#[test]
fn documents_of_neighbours_have_the_same_border() {
    let edges = |code: &str| -> BTreeSet<[[i32; 2]; 2]> {
        let map = wijken(&landkaart().join(format!("wijken/{code}.topo.json")));
        let rings = report::unroll(&map);
        let around = rings.iter().flat_map(|ring| {
            let next = ring.points.iter().cycle().skip(1);
            ring.points.iter().zip(next).map(|(&a, &b)| [a.min(b), a.max(b)]).collect::<Vec<_>>()
        });
        around.collect()
    };
    let present = |code: &str| landkaart().join(format!("wijken/{code}.topo.json")).is_file();
    let pairs: Vec<_> =
        [("GM0599", "GM0606"), ("GM0363", "GM0384"), ("GM0518", "GM0637"), ("GM0344", "GM0356")]
            .into_iter()
            .filter(|(one, other)| present(one) && present(other))
            .collect();
    assert!(!pairs.is_empty());
    for (one, other) in pairs {
        let shared = edges(one).intersection(&edges(other)).count();
        assert!(shared > 0, "{one} and {other} share {shared} edges");
    }
}
