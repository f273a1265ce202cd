//! What `geodata map` is asked for: a level, names of a table, rows merged or left out, no islets, a bare map.

mod squares;

use serde_json::json;
use squares::{codes, collection, directory, gemeente, made, refused, save, square};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

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
