//! The published form beside the documents: catalogue, data package and tables, by what their standards
//! ask for.

mod scratch;

use scratch::{Scratch, root, small};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;

fn json(path: &str) -> Value {
    let bytes = fs::read(root().join("examples/exports").join(path)).expect("a file");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// How many values a property has.
fn count(thing: &Value, property: &str) -> usize {
    match &thing[property] {
        Value::Null => 0,
        Value::Array(values) => values.len(),
        _ => 1,
    }
}

/// DCAT-AP-NL 3.0, the shapes of Geonovum (`shapes/300/dcat-ap-nl-SHACL.ttl`) and the cardinalities that
/// DCAT-AP 3.0 adds: the least and the most of each property.
#[test]
fn the_catalogue_has_what_dcat_ap_nl_asks_for() {
    const MANY: usize = usize::MAX;
    let rules = [
        ("dcat:Catalog", "dct:title", 1, MANY),
        ("dcat:Catalog", "dct:description", 1, MANY),
        ("dcat:Catalog", "dct:publisher", 1, 1),
        ("dcat:Catalog", "dcat:contactPoint", 1, 1),
        ("dcat:Catalog", "dcat:dataset", 1, MANY),
        ("dcat:Dataset", "dct:title", 1, MANY),
        ("dcat:Dataset", "dct:description", 1, MANY),
        ("dcat:Dataset", "dct:accessRights", 1, 1),
        ("dcat:Dataset", "dcat:contactPoint", 1, 1),
        ("dcat:Dataset", "dct:creator", 1, MANY),
        ("dcat:Dataset", "dct:identifier", 1, 1),
        ("dcat:Dataset", "dct:publisher", 1, 1),
        ("dcat:Dataset", "dcat:theme", 1, MANY),
        ("dcat:Dataset", "dcat:version", 0, 1),
        ("dcat:Distribution", "dcat:accessURL", 1, 1),
        ("dcat:Distribution", "dcat:downloadURL", 0, 1),
        ("dcat:Distribution", "dct:license", 1, 1),
        ("dcat:Distribution", "dct:format", 1, 1),
        ("dcat:Distribution", "dcat:mediaType", 1, 1),
        ("foaf:Agent", "foaf:name", 1, MANY),
    ];
    let catalogue = json("catalogus.jsonld");
    let mut things: Vec<&Value> = items(&catalogue["@graph"]).iter().collect();
    things.extend(items(&catalogue["@graph"]).iter().flat_map(|thing| items(&thing["dcat:distribution"])));
    for (kind, property, least, most) in rules {
        let of_kind: Vec<&&Value> = things.iter().filter(|thing| thing["@type"] == kind).collect();
        assert!(!of_kind.is_empty(), "{kind}");
        for thing in of_kind {
            let found = count(thing, property);
            assert!((least..=most).contains(&found), "{} has {found} {property}", thing["@id"]);
        }
    }
    for thing in items(&catalogue["@graph"]).iter().flat_map(|thing| items(&thing["dcat:distribution"])) {
        let url = thing["dcat:downloadURL"]["@id"].as_str().expect("an address");
        let path = url.rsplit_once("/exports/").expect("below the exports").1;
        assert!(root().join("examples/exports").join(path).is_file(), "{path}");
    }
}

#[test]
fn every_table_has_its_metadata_and_is_in_the_package() {
    let package = json("datapackage.json");
    let dir = root().join("examples/exports/csv");
    let csv = |name: &str| name.ends_with(".csv").then(|| format!("csv/{name}"));
    let entries = fs::read_dir(&dir).expect("the tables").map(|entry| entry.expect("an entry").file_name());
    let found: BTreeSet<String> = entries.filter_map(|name| csv(&name.to_string_lossy())).collect();
    let named: BTreeSet<String> = items(&package["resources"])
        .iter()
        .map(|one| one["path"].as_str().expect("a path").to_owned())
        .collect();
    assert_eq!(found, named);
    for path in named {
        let metadata = json(&format!("{path}-metadata.json"));
        let mut reader =
            csv::Reader::from_path(root().join("examples/exports").join(&path)).expect("a table");
        let header: Vec<String> = reader.headers().expect("a header").iter().map(str::to_owned).collect();
        let columns: Vec<String> = items(&metadata["tableSchema"]["columns"])
            .iter()
            .map(|column| column["name"].as_str().expect("a name").to_owned())
            .collect();
        assert_eq!(header, columns, "{path}");
        assert_eq!(format!("csv/{}", metadata["url"].as_str().expect("a file")), path);
        for row in reader.records() {
            assert_eq!(row.expect("a row").len(), header.len(), "{path}");
        }
    }
}

#[test]
fn a_changed_table_or_pinned_copy_is_told() {
    let exports = Scratch::new("published");
    geodata::import::export(&small("tabellen"), &small("kaart.topo.json"), &exports.dir).expect("a release");
    exports.replace("csv/themas.csv", "Taal", "Tael");
    let pinned = fs::read_dir(exports.dir.join("vast")).expect("pinned copies");
    let pinned = pinned
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.to_string_lossy().contains("themas"));
    fs::write(pinned.expect("a pinned copy"), "{}").expect("a file");
    let findings = geodata::import::check(&exports.dir);
    let files: Vec<String> =
        findings.contradictions.iter().map(|problem| problem.place.file.clone()).collect();
    assert_eq!(files.len(), 2, "{}", findings.contradictions);
    assert_eq!(files[0], "csv/themas.csv");
    assert!(files[1].starts_with("vast/themas."), "{}", files[1]);
}

#[test]
fn a_release_can_be_published_anywhere() {
    let exports = Scratch::new("elsewhere");
    let base = Some("https://data.example/gka");
    geodata::import::export_at(&small("tabellen"), &small("kaart.topo.json"), &exports.dir, base)
        .expect("a release");
    let read = |path: &str| fs::read_to_string(exports.dir.join(path)).expect("a file");
    for path in ["schema/1.0.0/themas.schema.json", "catalogus.jsonld", "datapackage.json"] {
        assert!(read(path).contains("https://data.example/gka/"), "{path}");
        assert!(!read(path).contains("/exports/"), "{path}");
    }
    let findings = geodata::import::check(&exports.dir);
    assert!(findings.is_well(), "{findings}");
}
