//! The fewest bytes for the gemeenten of 2022 at a deviation of 250 m, in both forms that a page may load. Needs
//! the folder of sources beside the repository.
//!
//! The deviation is the report's `p95`: 95 % of the points along the source's borders, at least one each 50 m and
//! every vertex, lie nearer than that to the new border. None lies farther than the tolerance. What other tools
//! need for the same content at that deviation, measured by vertices: 26.8 kB as TopoJSON.
#![cfg(feature = "gka")]

use geodata::pipeline::{self, Asked, Level, Options, Report, Rows};
use geodata::topology::topojson::{Named, Names};
use geodata::topology::{TopoJson, Topology};
use std::fs;
use std::path::Path;
use widgets::model::path::{self, Frame};
use widgets::publish::folder::{Effort, brotli};

/// `geodata map gemeente-2022-cbs-rd.geojson --year 2022 --tolerance 345 --grid 172 --bare`: the coarsest grid
/// that keeps the deviation.
fn gemeenten() -> Option<(Topology, Report)> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../shared/bronnen/grenzen/gemeente-2022-cbs-rd.geojson");
    if !file.is_file() {
        println!("skipped: ../shared is absent");
        return None;
    }
    let options = Options {
        jaar: 2022,
        tolerance: 345.0,
        grid: Some(172),
        sliver: 2.0,
        min_part: 0.0,
        level: Level::Gemeente,
        keys: Asked::default(),
        rows: Rows::default(),
        crs: None,
        object: None,
        codes: None,
        naamsvermelding: String::new(),
        bare: false,
        measure: false,
    };
    let text = fs::read_to_string(file).expect("a source");
    Some(pipeline::map(&[text], None, &options).expect("a map"))
}

#[test]
fn arcs_codes_and_names_are_at_most_22_kb_and_paths_13_kb() {
    let Some((map, report)) = gemeenten() else { return };
    assert!(report.deviation.p95 <= 250.0 && report.deviation.max <= 345.0, "{:?}", report.deviation);
    assert_eq!(report.parts_dropped, 0);

    let document = TopoJson::from(&map);
    let bare = serde_json::to_vec(&Named::new(&document, Names::GEMEENTEN, true)).expect("JSON");
    let bare = brotli(&bare, Effort::Best).len();

    let frame = Frame::around(&map, 4);
    let paths = map.gemeenten.iter().map(|region| path::polygons(&map, frame, &region.polygons));
    let paths: String = paths.map(|data| format!("<path d=\"{data}\"/>")).collect();
    let svg = format!("<svg viewBox=\"0 0 {} {}\">{paths}</svg>", frame.width, frame.height);
    let svg = brotli(svg.as_bytes(), Effort::Best).len();

    println!("TopoJSON {bare} bytes, SVG {svg} bytes, {} points, {:?}", report.points_out, report.deviation);
    assert!(bare <= 22_000, "TopoJSON: {bare} bytes");
    assert!(svg <= 13_000, "SVG: {svg} bytes");
}
