//! What `geodata map` reads: pages, packed files, levels, other people's names for things, and the real files of
//! the folder of sources beside the repository.

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A directory of its own for each test.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("inputs").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a directory");
    path
}

fn sources() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen");
    if !path.is_dir() {
        println!("skipped: ../shared is absent");
        return None;
    }
    Some(path)
}

fn geodata(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .current_dir(directory)
        .args(["map", "--year", "2022", "--out", "out.topo.json", "--report", "report.json"])
        .args(arguments)
        .output()
        .expect("the command runs")
}

/// The map and the report.
fn made(directory: &Path, arguments: &[&str]) -> (Value, Value) {
    let output = geodata(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| {
        let text = fs::read_to_string(directory.join(name)).expect("a file");
        serde_json::from_str(&text).expect("JSON")
    };
    (read("out.topo.json"), read("report.json"))
}

/// What a refusal says; nothing may have been written.
fn refused(directory: &Path, arguments: &[&str]) -> Vec<String> {
    let output = geodata(directory, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!directory.join("out.topo.json").exists());
    String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect()
}

/// A square of 4 km, its south-west corner at kilometres.
fn square(properties: Value, [x, y]: [i32; 2]) -> Value {
    let (west, south) = (x * 1000, y * 1000);
    let ring = json!([
        [west, south],
        [west + 4000, south],
        [west + 4000, south + 4000],
        [west, south + 4000],
        [west, south]
    ]);
    json!({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}})
}

fn gemeente(code: &str, x: i32) -> Value {
    square(json!({"statcode": code, "statnaam": "Ergens", "provincie": "Utrecht"}), [x, 450])
}

fn collection(features: Vec<Value>, more: Value) -> Value {
    let mut collection = json!({"type": "FeatureCollection", "features": features});
    let members = more.as_object().expect("an object").clone();
    collection.as_object_mut().expect("an object").extend(members);
    collection
}

fn save(directory: &Path, name: &str, document: &Value) {
    fs::write(directory.join(name), document.to_string()).expect("a file");
}

fn codes(map: &Value, object: &str) -> Vec<String> {
    let areas = map["objects"][object]["geometries"].as_array().expect("a list of areas");
    areas.iter().map(|area| area["id"].as_str().expect("a code").to_owned()).collect()
}

fn link(rel: &str, href: &str) -> Value {
    json!({"rel": rel, "href": href})
}

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
fn every_level_has_its_codes_and_its_own_words_in_the_map() {
    let directory = directory("levels");
    for (level, codes_in, object, around) in [
        ("wijk", ["WK000100", "WK000200"], "wijken", Some(("gemeente", "GM0001"))),
        ("buurt", ["BU00010000", "BU00010001"], "buurten", Some(("gemeente", "GM0001"))),
        ("provincie", ["PV20", "PV21"], "provincies", None),
        ("any", ["1011", "1012"], "gebieden", None),
    ] {
        let feature = |code: &str, x| square(json!({"statcode": code, "statnaam": "Ergens"}), [x, 450]);
        let features = vec![feature(codes_in[0], 100), feature(codes_in[1], 104)];
        save(&directory, "in.json", &collection(features, json!({})));
        let (map, _) = made(&directory, &["in.json", "--level", level]);
        assert_eq!(codes(&map, object), codes_in, "{level}");
        let properties = &map["objects"][object]["geometries"][0]["properties"];
        if let Some((name, value)) = around {
            assert_eq!(properties[name], value, "{level}");
        }
        fs::remove_file(directory.join("out.topo.json")).expect("a file");
        if level != "any" {
            let found = refused(&directory, &["in.json", "--level", "gemeente"]);
            assert!(found[0].contains("expected a code such as GM0363"), "{found:?}");
        }
    }
}

#[test]
fn names_and_provinces_come_from_a_table_where_the_source_has_none() {
    let directory = directory("table");
    save(&directory, "in.json", &collection(vec![square(json!({"code": "GM0014"}), [230, 580])], json!({})));
    let found = refused(&directory, &["in.json"]);
    assert!(found[0].contains("expected property `statnaam` with a name"), "{found:?}");
    let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/bronnen/gemeentecodes.csv");
    let (map, _) = made(&directory, &["in.json", "--names", table.to_str().expect("a path")]);
    let properties = &map["objects"]["gemeenten"]["geometries"][0]["properties"];
    assert_eq!((&properties["naam"], &properties["provincie"]), (&json!("Groningen"), &json!("PV20")));
    fs::write(directory.join("names.csv"), "code,name\nGM0014,Groningen\n").expect("a file");
    fs::remove_file(directory.join("out.topo.json")).expect("a file");
    let found = refused(&directory, &["in.json", "--names", "names.csv"]);
    assert!(found[0].starts_with("names.csv:2: expected a row of code, naam and provincie"), "{found:?}");
}

#[test]
fn rows_of_one_code_are_merged_on_request_and_lose_the_border_between() {
    let directory = directory("merge");
    let features = vec![gemeente("GM0001", 100), gemeente("GM0002", 108), gemeente("GM0001", 104)];
    save(&directory, "in.json", &collection(features, json!({})));
    assert_eq!(
        refused(&directory, &["in.json"]),
        ["in.json: feature 3 (GM0001): expected each code once, found `GM0001` also at feature 1"]
    );
    let (map, report) = made(&directory, &["in.json", "--merge"]);
    let areas = &map["objects"]["gemeenten"]["geometries"];
    assert_eq!((&areas[0]["type"], areas.as_array().map(Vec::len)), (&json!("Polygon"), Some(2)));
    assert_eq!(report["merged"], json!([{"code": "GM0001", "features": [1, 3]}]));
    assert_eq!(report["partsOut"], 2);
    assert!((report["areaAfter"].as_f64().expect("an area") - 48.0).abs() < 1.0);
}

#[test]
fn water_is_left_out_by_an_explicit_rule() {
    let directory = directory("sentinels");
    let with = |code: &str, water: &str, x| {
        let properties = json!({"gemeentecode": code, "gemeentenaam": "Ergens", "provincie": "Utrecht",
            "water": water, "aantalInwoners": -99999999});
        square(properties, [x, 450])
    };
    let features = vec![with("GM0001", "NEE", 100), with("GM0001", "JA", 104), with("GM0002", "NEE", 108)];
    save(&directory, "in.json", &collection(features, json!({})));
    assert!(refused(&directory, &["in.json"])[0].contains("expected each code once"));
    let (map, report) = made(&directory, &["in.json", "--skip", "water=JA"]);
    assert_eq!(codes(&map, "gemeenten"), ["GM0001", "GM0002"]);
    assert_eq!(report["leftOut"], json!(["GM0001 Ergens"]));
    fs::remove_file(directory.join("out.topo.json")).expect("a file");
    let features = vec![gemeente("GM0001", 100), gemeente("-99999999", 104)];
    save(&directory, "in.json", &collection(features, json!({})));
    assert!(refused(&directory, &["in.json"])[0].contains("found `-99999999`"));
    made(&directory, &["in.json", "--skip", "-99999999"]);
}

#[test]
fn islets_go_on_request_and_are_counted() {
    let directory = directory("islets");
    let mut with_islet = gemeente("GM0001", 100);
    let ring = |[x, y]: [i32; 2], side: i32| {
        json!([[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]])
    };
    with_islet["geometry"] = json!({
        "type": "MultiPolygon",
        "coordinates": [ring([100_000, 450_000], 4000), ring([90_000, 450_000], 100)]
    });
    save(&directory, "in.json", &collection(vec![with_islet, gemeente("GM0002", 104)], json!({})));
    let options = ["in.json", "--tolerance", "20"];
    let (_, report) = made(&directory, &options);
    assert_eq!((&report["partsOut"], &report["islandsLeftOut"]), (&json!(3), &json!([])));
    let (_, report) = made(&directory, &[&options[..], &["--min-part", "20000"]].concat());
    assert_eq!(report["partsOut"], 2);
    assert_eq!(
        report["islandsLeftOut"],
        json!([{"code": "GM0001", "at": [90_000, 450_000], "squareMetres": 10_000.0}])
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

#[test]
fn a_bare_map_has_arcs_codes_and_names_only() {
    let directory = directory("bare");
    save(
        &directory,
        "in.json",
        &collection(vec![gemeente("GM0001", 100), gemeente("GM0002", 104)], json!({})),
    );
    let (map, _) = made(&directory, &["in.json", "--bare"]);
    let members: BTreeSet<&str> = map.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(members, BTreeSet::from(["arcs", "crs", "objects", "transform", "type"]));
    assert_eq!(map["objects"]["gemeenten"]["geometries"][0]["properties"], json!({"naam": "Ergens"}));
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
