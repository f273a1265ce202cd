//! What `geodata map` reads: pages, packed files, other people's names for things, and the real files of the folder of
//! sources beside the repository.

mod squares;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use squares::{codes, collection, directory, gemeente, link, made, refused, save, sources, square};
use std::fs;
use std::io::Write;
use std::path::Path;

#[test]
fn a_packed_file_gives_the_same_bytes() {
    let directory = directory("packed");
    let text = collection(vec![gemeente("GM0001", 100), gemeente("GM0002", 104)], json!({})).to_string();
    fs::write(directory.join("plain.json"), &text).expect("a file");
    let mut packed = GzEncoder::new(Vec::new(), Compression::default());
    packed.write_all(text.as_bytes()).expect("memory");
    fs::write(directory.join("packed.json.gz"), packed.finish().expect("memory")).expect("a file");
    assert_eq!(made(&directory, &["plain.json"]), made(&directory, &["packed.json.gz"]));
    let whole = fs::read(directory.join("packed.json.gz")).expect("a file");
    fs::write(directory.join("cut.json.gz"), &whole[..whole.len() / 2]).expect("a file");
    fs::remove_file(directory.join("out.topo.json")).expect("a file");
    assert!(refused(&directory, &["cut.json.gz"])[0].starts_with("cut.json.gz: "));
}

#[test]
fn pages_in_any_order_are_one_collection() {
    let directory = directory("pages");
    let links = json!([link("self", "items?f=json"), link("next", "items?cursor=b&f=json")]);
    save(&directory, "1.json", &collection(vec![gemeente("GM0002", 104)], json!({"links": links})));
    let links = json!([link("self", "items?f=json&cursor=b"), link("prev", "items?f=json")]);
    save(&directory, "2.json", &collection(vec![gemeente("GM0001", 100)], json!({"links": links})));
    let (map, _) = made(&directory, &["2.json", "1.json"]);
    assert_eq!(codes(&map, "gemeenten"), ["GM0001", "GM0002"]);
    fs::remove_file(directory.join("out.topo.json")).expect("a file");
    assert_eq!(
        refused(&directory, &["1.json"]),
        [
            "1.json: expected the next page among the files, as links[rel=next] says, found none for items?cursor=b&f=json"
        ]
    );
}

#[test]
fn a_problem_names_the_file_and_the_number_in_it() {
    let directory = directory("located");
    save(
        &directory,
        "a.json",
        &collection(vec![gemeente("GM0001", 100), gemeente("GM0002", 104)], json!({})),
    );
    save(
        &directory,
        "b.json",
        &collection(vec![gemeente("GM0003", 108), gemeente("GM0001", 112)], json!({})),
    );
    fs::write(directory.join("c.json"), "{").expect("a file");
    assert_eq!(
        refused(&directory, &["a.json", "b.json"]),
        ["b.json: feature 2 (GM0001): expected each code once, found `GM0001` also at feature 1 of file 1"]
    );
    let found = refused(&directory, &["a.json", "c.json", "d.json"]);
    assert!(found[0].starts_with("d.json: No such file"), "{found:?}");
    let found = refused(&directory, &["a.json", "c.json"]);
    assert!(found[0].starts_with("c.json:1:1: expected JSON"), "{found:?}");
}

#[test]
fn fewer_features_than_the_service_matched_are_refused() {
    let directory = directory("matched");
    save(&directory, "in.json", &collection(vec![gemeente("GM0001", 100)], json!({"numberMatched": 345})));
    assert_eq!(
        refused(&directory, &["in.json"]),
        ["in.json: expected all 345 features, as numberMatched says, found 1"]
    );
}

#[test]
fn the_code_is_found_under_the_names_that_publishers_use() {
    let directory = directory("names");
    for (name, code) in [
        ("statcode", "GM0001"),
        ("jrstatcode", "2022GM0001"),
        ("gemeentecode", "GM0001"),
        ("gm_code", "GM0001"),
        ("identificatie", "GM0001"),
    ] {
        let properties = json!({name: code, "naam": "Ergens", "ligtInProvincieNaam": "Utrecht"});
        save(&directory, "in.json", &collection(vec![square(properties, [100, 450])], json!({})));
        let (map, _) = made(&directory, &["in.json"]);
        assert_eq!(codes(&map, "gemeenten"), ["GM0001"], "{name}");
    }
}

#[test]
fn features_of_another_year_are_refused() {
    let directory = directory("another_year");
    let properties = json!({"jrstatcode": "2021GM0001", "statnaam": "Ergens", "provincie": "Utrecht"});
    save(&directory, "in.json", &collection(vec![square(properties, [100, 450])], json!({})));
    assert_eq!(
        refused(&directory, &["in.json"]),
        ["in.json: feature 1: expected features of 2022, found 2021 in `jrstatcode` (1 feature)"]
    );
}

#[test]
fn a_stated_system_is_held_against_the_file() {
    let directory = directory("crs");
    save(&directory, "in.json", &collection(vec![gemeente("GM0001", 100)], json!({})));
    made(&directory, &["in.json", "--crs", "rd"]);
    fs::remove_file(directory.join("out.topo.json")).expect("a file");
    assert_eq!(
        refused(&directory, &["in.json", "--crs", "wgs84"]),
        ["in.json: expected degrees, as crs says WGS84, found metres: 100000 450000"]
    );
    let crs = json!({"crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}});
    save(&directory, "in.json", &collection(vec![gemeente("GM0001", 100)], crs));
    assert_eq!(
        refused(&directory, &["in.json", "--crs", "wgs84"]),
        ["in.json: expected crs WGS84, as stated, found `urn:ogc:def:crs:EPSG::28992`"]
    );
}

/// What PDOK sends: each fixture is refused for what it lacks, and read once that is repaired.
#[test]
fn pages_of_pdok_are_refused_while_incomplete_and_read_when_whole() {
    let Some(sources) = sources() else { return };
    let directory = directory("pdok");
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/bronnen/gemeentecodes.csv");
    let table = ["--names", table.to_str().expect("a path")];
    let read = |name: &str| -> Value {
        let text = fs::read_to_string(sources.join("vormen").join(name)).expect("a fixture");
        serde_json::from_str(&text).expect("JSON")
    };
    let mut wfs = read("pdok_wfs_gemeente_gegeneraliseerd_2022.REAL_PROPERTIES_CUT_GEOMETRY.geojson");
    let there = wfs["features"].as_array().map_or(0, Vec::len);
    save(&directory, "wfs.json", &wfs);
    assert_eq!(
        refused(&directory, &[&["wfs.json"][..], &table[..]].concat()),
        [format!("wfs.json: expected all 345 features, as numberMatched says, found {there}")]
    );
    // Its coordinates were thinned by hand: Eemsdelta overlaps Groningen, as the refusal would say.
    let features = wfs["features"].as_array_mut().expect("features");
    features.retain(|feature| feature["properties"]["statcode"] != "GM1979");
    wfs["numberMatched"] = json!(there - 1);
    save(&directory, "wfs.json", &wfs);
    let (map, _) = made(&directory, &[&["wfs.json"][..], &table[..]].concat());
    assert!(codes(&map, "gemeenten").contains(&"GM0518".to_owned()));
    fs::remove_file(directory.join("out.topo.json")).expect("a file");

    let mut ogc = read("pdok_ogc_items.SHAPE.json");
    save(&directory, "ogc.json", &ogc);
    let of_2025 = [&["ogc.json", "--tolerance", "100"][..], &table[..]].concat();
    assert!(refused(&directory, &of_2025)[0].contains("links[rel=next]"));
    ogc["links"] = json!([]);
    save(&directory, "ogc.json", &ogc);
    assert_eq!(
        refused(&directory, &of_2025),
        ["ogc.json: feature 1: expected features of 2022, found 2025 in `jaarcode` (1 feature)"]
    );
}

/// Every boundary file: how it is read, and what comes of it.
#[test]
fn every_real_file_is_read_or_refused_for_its_own_reason() {
    let Some(sources) = sources() else { return };
    let directory = directory("real");
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/bronnen/gemeentecodes.csv");
    let table = table.to_str().expect("a path");
    let read: [(&str, &[&str], usize); 9] = [
        (
            "grenzen/gemeente-2020-coronadashboard.topo.json",
            &["--object", "municipalities", "--names", table],
            355,
        ),
        ("grenzen/gemeente-2021-land-rd.geojson", &[], 352),
        ("grenzen/gemeente-2021-land-wgs84.geojson", &[], 352),
        ("grenzen/gemeente-2022-cbs-rd.geojson", &[], 345),
        ("grenzen/gemeente-2022-cbs-wgs84-7dec.geojson", &["--crs", "wgs84"], 345),
        (
            "grenzen/gemeente-2023-coronadashboard.topo.json",
            &["--object", "gm_features", "--names", table, "--sliver", "120"],
            342,
        ),
        ("grenzen/wijk-2022-cbs-rd.geojson", &["--level", "wijk", "--tolerance", "60"], 3340),
        ("grenzen/wijk-2022-59gemeenten-wgs84.geojson", &["--level", "wijk", "--tolerance", "60"], 1027),
        ("context/provincie-2022-cbs-rd.geojson", &["--level", "provincie"], 12),
    ];
    for (file, options, count) in read {
        let path = sources.join(file);
        let (map, report) = made(&directory, &[&[path.to_str().expect("a path")][..], options].concat());
        assert_eq!(report["features"], count, "{file}");
        for fault in ["invalidPolygons", "gaps", "overlaps", "crossings", "partsDropped"] {
            assert_eq!(report[fault], 0, "{file}: {fault}");
        }
        assert!(map["arcs"].as_array().is_some_and(|arcs| !arcs.is_empty()));
        fs::remove_file(directory.join("out.topo.json")).expect("a file");
    }
    let refusals: [(&str, &[&str], &str); 4] = [
        (
            "grenzen/gemeente-2023-coronadashboard.topo.json",
            &["--object", "gm_features", "--names", table],
            "expected a valid polygon, found the outer ring that crosses itself",
        ),
        (
            "grenzen/gemeente-2023-coronadashboard.topo.json",
            &[],
            "a TopoJSON of several objects, none chosen",
        ),
        ("vuil/gemeente-2015-degenerate-rings.topo.json", &[], "expected rings that enclose ground"),
        (
            "vuil/gemeente-2024plus-rd-slt-dirty.geojson",
            &["--code", "c", "--name", "n", "--code-prefix", "GM", "--skip", "Buitenland", "--names", table],
            "expected a valid polygon",
        ),
    ];
    for (file, options, reason) in refusals {
        let path = sources.join(file);
        let found = refused(&directory, &[&[path.to_str().expect("a path")][..], options].concat());
        assert!(found.iter().any(|line| line.contains(reason)), "{file}: {found:#?}");
    }
}
