//! Inputs that fuzzing found worth keeping, each replayed by what its fuzz target does with it.
//!
//! `geodata/fuzz/README.md` says how they are found.

#[path = "corpus/mod.rs"]
mod corpus;

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
