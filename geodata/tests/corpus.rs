//! Inputs that fuzzing found worth keeping, each replayed by what its fuzz target does with it.
//!
//! `geodata/fuzz/README.md` says how they are found.

#[path = "corpus/mod.rs"]
mod corpus;

use geodata::pipeline;
use std::fs;
use std::path::Path;

fn replay(target: &str, run: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(target);
    let mut count = 0;
    for entry in fs::read_dir(&folder).expect("a folder of inputs") {
        let path = entry.expect("an input").path();
        println!("{}", path.display());
        run(&fs::read(&path).expect("an input"));
        count += 1;
    }
    assert!(count > 0, "{target} has inputs");
}

#[test]
fn no_geojson_is_too_strange() {
    replay("geojson", corpus::geojson);
}

#[test]
fn no_topojson_is_too_strange() {
    replay("topojson", corpus::topojson);
}

#[test]
fn no_covering_is_too_strange() {
    replay("pipeline", corpus::pipeline);
}

#[test]
fn no_table_is_too_strange() {
    replay("tables", corpus::tables);
}

#[test]
fn no_export_is_too_strange() {
    replay("exports", corpus::exports);
}

#[test]
fn no_source_is_too_strange() {
    replay("foreign", corpus::foreign);
}

/// Two squares, and a line of no width that goes 360 m out of the second and back.
const SPIKE: &str = r#"{"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"statcode":"a"},"geometry":{"type":"Polygon","coordinates":[[
[120000,480000],[120160,480000],[120160,480160],[120000,480160],[120000,480000]]]}},
{"type":"Feature","properties":{"statcode":"b"},"geometry":{"type":"Polygon","coordinates":[[
[120160,480520],[120160,480000],[120320,480000],[120320,480160],[120160,480160],[120160,480520]]]}}]}"#;

#[test]
fn a_spike_of_no_width_is_named() {
    let problems = pipeline::map(&[SPIKE], None, &corpus::options(20.0, 2.0, None)).err().unwrap_or_default();
    let lines: Vec<String> = problems.iter().map(|problem| problem.line("f".as_ref())).collect();
    let spike = "f: feature 2 (b): expected a valid polygon, found the outer ring that has a spike near 120160 480520";
    assert_eq!(lines, [spike]);
}
