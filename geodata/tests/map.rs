//! `geodata map` as its user sees it: the lines on standard error, the exit status, the files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A directory of its own for each test.
fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("map").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a directory");
    path
}

fn map(directory: &Path, boundaries: &str, more: &[&str]) -> Output {
    fs::write(directory.join("in.geojson"), boundaries).expect("the source");
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .current_dir(directory)
        .args(["map", "in.geojson", "--year", "2021", "--out", "out.topo.json"])
        .args(more)
        .output()
        .expect("the command runs")
}

/// What a refusal says; nothing may have been written.
fn refused(name: &str, boundaries: &str, more: &[&str]) -> String {
    let directory = directory(name);
    fs::write(directory.join("codes.txt"), "GM0001\nGM0002\n").expect("codes");
    let output = map(&directory, boundaries, more);
    assert_eq!(output.status.code(), Some(1));
    let mut files: Vec<_> = fs::read_dir(&directory)
        .expect("a directory")
        .map(|entry| entry.expect("an entry").file_name())
        .collect();
    files.sort();
    assert_eq!(files, ["codes.txt", "in.geojson"]);
    String::from_utf8(output.stderr).expect("text")
}

/// A square of 4 km, its west side at `x` kilometres.
fn square(code: &str, x: i32) -> String {
    let (west, east) = (x * 1000, x * 1000 + 4000);
    let ring = format!("[{west},450000],[{east},450000],[{east},454000],[{west},454000],[{west},450000]");
    feature(&format!(r#""statcode":"{code}","#), &ring)
}

fn feature(code: &str, ring: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{{code}"statnaam":"Ergens","provincie":"Utrecht"}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#
    )
}

fn collection(features: &[String]) -> String {
    let crs = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#;
    format!(r#"{{"type":"FeatureCollection",{crs},"features":[{}]}}"#, features.join(","))
}

#[test]
fn two_squares_make_a_map_and_a_report() {
    let directory = directory("two_squares");
    let source = collection(&[square("GM0002", 104), square("GM0001", 100)]);
    let output = map(&directory, &source, &["--report", "report.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| fs::read_to_string(directory.join(name)).expect("a file");
    let topology: serde_json::Value = serde_json::from_str(&read("out.topo.json")).expect("JSON");
    assert_eq!(topology["objects"]["gemeenten"]["geometries"][0]["id"], "GM0001");
    assert_eq!(topology["objects"]["gemeentegrenzen"]["arcs"].as_array().map(Vec::len), Some(1));
    let report: serde_json::Value = serde_json::from_str(&read("report.json")).expect("JSON");
    assert_eq!(report["features"], 2);
    assert_eq!(report["invalidPolygons"], 0);
}

#[test]
fn the_same_source_gives_the_same_bytes() {
    let source = collection(&[square("GM0001", 100), square("GM0002", 104)]);
    let bytes = |name: &str| {
        let directory = directory(name);
        assert!(map(&directory, &source, &[]).status.success());
        fs::read(directory.join("out.topo.json")).expect("a map")
    };
    assert_eq!(bytes("once"), bytes("again"));
}

#[test]
fn an_empty_file() {
    assert_eq!(
        refused("empty", "", &[]),
        "in.geojson: expected a GeoJSON FeatureCollection or a TopoJSON, found an empty file\n"
    );
}

#[test]
fn a_missing_file() {
    let output = Command::new(env!("CARGO_BIN_EXE_geodata"))
        .current_dir(directory("missing"))
        .args(["map", "nowhere.geojson", "--year", "2021", "--out", "out.topo.json"])
        .output()
        .expect("the command runs");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("nowhere.geojson: No such file"));
}

#[test]
fn not_json() {
    assert_eq!(refused("not_json", "<html>", &[]), "in.geojson:1:1: expected JSON, found expected value\n");
}

#[test]
fn truncated() {
    let whole = collection(&[square("GM0001", 100)]);
    let found = refused("truncated", &whole[..whole.len() - 20], &[]);
    assert!(found.starts_with("in.geojson:1:") && found.contains("expected JSON, found EOF"), "{found}");
}

#[test]
fn another_kind_of_json() {
    assert_eq!(
        refused("feature", r#"{"type":"Feature","geometry":null}"#, &[]),
        "in.geojson: expected a GeoJSON FeatureCollection or a TopoJSON, found type `Feature`\n"
    );
    assert_eq!(
        refused("topojson", r#"{"type":"Topology","arcs":[]}"#, &[]),
        "in.geojson: expected a GeoJSON FeatureCollection or a TopoJSON, found a TopoJSON without polygons\n"
    );
}

#[test]
fn degrees_where_metres_are_expected() {
    let degrees = feature(r#""statcode":"GM0001","#, "[5.3,52.1],[5.4,52.1],[5.3,52.2],[5.3,52.1]");
    assert_eq!(
        refused("degrees", &collection(&[degrees]), &[]),
        "in.geojson: expected metres, as crs says EPSG:28992, found degrees: 5.3 52.1\n"
    );
}

#[test]
fn codes_that_lack_stand_twice_or_are_unknown_are_all_told() {
    let ring = "[120000,450000],[124000,450000],[124000,454000],[120000,450000]";
    let features = [
        feature("", ring),
        square("GM0001", 100),
        square("GM0001", 104),
        square("GM0003", 108),
        square("14", 130),
    ];
    let found = refused("codes", &collection(&features), &["--codes", "codes.txt"]);
    assert_eq!(
        found.lines().collect::<Vec<_>>(),
        [
            "in.geojson: expected a feature with code `GM0002`, one of the codes of 2021, found none",
            "in.geojson: feature 1: expected property `statcode` with a code such as GM0363, found only `provincie`, `statnaam`",
            "in.geojson: feature 3 (GM0001): expected each code once, found `GM0001` also at feature 2",
            "in.geojson: feature 4 (GM0003): expected a code of 2021, found `GM0003`",
            "in.geojson: feature 5 (14): expected a code such as GM0363, found `14`",
        ]
    );
}

#[test]
fn an_overlap_is_told_once_with_its_size_and_place() {
    let found = refused("overlap", &collection(&[square("GM0001", 100), square("GM0002", 102)]), &[]);
    assert_eq!(
        found,
        "in.geojson: feature 2 (GM0002): expected regions that do not overlap, found 8000000 m2 shared with GM0001 near 102000 450000\n"
    );
}

#[test]
fn a_polygon_that_is_none_is_told_with_reason_and_place() {
    let bow_tie = "[110000,450000],[114000,454000],[114000,450000],[110000,455000],[110000,450000]";
    let spike =
        "[120000,450000],[124000,450000],[128000,450000],[124000,450000],[124000,454000],[120000,450000]";
    let features = [feature(r#""statcode":"GM0001","#, bow_tie), feature(r#""statcode":"GM0002","#, spike)];
    assert_eq!(
        refused("invalid", &collection(&features), &[]).lines().collect::<Vec<_>>(),
        [
            "in.geojson: feature 1 (GM0001): expected a valid polygon, found the outer ring that crosses itself near 110000 450000",
            "in.geojson: feature 2 (GM0002): expected a valid polygon, found the outer ring that has a spike near 128000 450000",
        ]
    );
}

#[test]
fn a_border_drawn_twice_a_metre_apart_is_one_border_and_the_report_says_so() {
    let directory = directory("sliver");
    let left =
        "[100000,450000],[104000,450000],[104001,452000],[104000,454000],[100000,454000],[100000,450000]";
    let right = "[104000,450000],[108000,450000],[108000,454000],[104000,454000],[104000,450000]";
    let source =
        collection(&[feature(r#""statcode":"GM0001","#, left), feature(r#""statcode":"GM0002","#, right)]);
    let output = map(&directory, &source, &["--report", "report.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report = fs::read_to_string(directory.join("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(
        report["slivers"],
        serde_json::json!([{
            "kind": "overlap", "from": ["GM0001", "GM0002"], "to": "GM0002", "at": [104000, 450000],
            "width": 1.0, "squareMetres": 2000.0,
        }])
    );
}

#[test]
fn a_strip_too_wide_says_which_width_would_close_it() {
    let left =
        "[100000,450000],[104000,450000],[104030,452000],[104000,454000],[100000,454000],[100000,450000]";
    let right = "[104000,450000],[108000,450000],[108000,454000],[104000,454000],[104000,450000]";
    let features = [feature(r#""statcode":"GM0001","#, left), feature(r#""statcode":"GM0002","#, right)];
    let source = collection(&features);
    let found = refused("strip", &source, &[]);
    assert_eq!(
        found.lines().next(),
        Some(
            "in.geojson: expected strips narrower than 2 m where regions overlap, found 1 of 1 wider, up to 30.0 m: a sliver width of 31 m closes them"
        )
    );
    let directory = directory("strip_closed");
    let output = map(&directory, &source, &["--sliver", "31"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_feature_without_rings_says_how_to_do_without() {
    let empty = r#"{"type":"Feature","properties":{"statcode":"GM0002","statnaam":"Ergens","provincie":"Utrecht"},"geometry":{"type":"MultiPolygon","coordinates":[]}}"#;
    let source = collection(&[square("GM0001", 100), empty.to_owned()]);
    assert_eq!(
        refused("no_rings", &source, &[]),
        "in.geojson: feature 2 (GM0002): expected a polygon, found one without rings: skip GM0002 leaves the row out\n"
    );
}

#[test]
fn a_vertex_inserted_is_told_with_feature_and_place() {
    let directory = directory("t_junction");
    let middle = feature(
        r#""statcode":"GM0002","#,
        "[104000,450000],[108000,450000],[108000,454000],[104000,454000],[104000,452000],[104000,450000]",
    );
    let output = map(&directory, &collection(&[square("GM0001", 100), middle]), &["--report", "report.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report = fs::read_to_string(directory.join("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["tJunctions"], serde_json::json!({"GM0001": ["104000 452000"]}));
}

#[test]
fn rows_are_left_out_and_codes_completed_on_request_only() {
    let features = [square("0001", 100), square("0998", 104)];
    let source = collection(&features);
    assert_eq!(refused("bare_codes", &source, &[]).lines().count(), 2);
    let directory = directory("rows");
    let output =
        map(&directory, &source, &["--code-prefix", "GM", "--skip", "0998", "--report", "report.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let report = fs::read_to_string(directory.join("report.json")).expect("a report");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(report["leftOut"], serde_json::json!(["0998 Ergens"]));
    assert_eq!(report["prefixed"], 1);
    assert_eq!(
        refused("skips_nothing", &source, &["--skip", "Buitenland"]),
        "in.geojson: expected a row with code, name or property `Buitenland` to leave out, found none\n"
    );
}

#[test]
fn any_coverage_has_codes_of_any_form() {
    let directory = directory("any");
    let source = collection(&[square("1011", 100), square("1012", 104)]);
    let output = map(&directory, &source, &["--level", "any", "--code-key", "statcode", "--name", "none"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(directory.join("out.topo.json")).expect("a map");
    let map: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(map["objects"]["gebieden"]["geometries"][1]["properties"]["naam"], "1012");
}

#[test]
fn a_grid_coarser_than_the_tolerance() {
    let found =
        refused("grid", &collection(&[square("GM0001", 100)]), &["--tolerance", "50", "--grid", "100"]);
    assert!(found.contains("found 100 m with tolerance 50 m"), "{found}");
}

#[test]
fn really_dirty_files_are_refused_line_by_line() {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen/vuil");
    if !sources.is_dir() {
        println!("skipped: ../shared is absent");
        return;
    }
    let read = |name: &str| fs::read_to_string(sources.join(name)).expect("a source");
    let dirty = read("gemeente-2024plus-rd-slt-dirty.geojson");
    let options = ["--code-key", "c", "--name", "n", "--level", "any", "--skip", "Buitenland"];
    let found = refused("dirty", &dirty, &options);
    // One line a feature at fault, in file order, each with a reason and a place.
    let numbers: Vec<usize> = found
        .lines()
        .filter(|line| !line.contains(": expected strips narrower than "))
        .map(|line| {
            let number = line.strip_prefix("in.geojson: feature ").and_then(|rest| rest.split(' ').next());
            assert!(line.contains(" near "), "{line}");
            number.and_then(|number| number.parse().ok()).expect("a feature")
        })
        .collect();
    assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{found}");
    assert_eq!(found.lines().filter(|line| line.contains("expected a valid polygon")).count(), 41);
    // What every row lacks is said once.
    let found = refused("dirty_as_is", &dirty, &["--code-key", "c", "--name", "n"]);
    assert!(found.starts_with("in.geojson: in all 343 features: expected "), "{found}");
    let degenerate = read("gemeente-2015-degenerate-rings.topo.json");
    let found = refused("degenerate", &degenerate, &[]);
    let (of_the_file, of_features): (Vec<&str>, Vec<&str>) =
        found.lines().partition(|line| line.contains(": expected strips narrower than "));
    assert_eq!(of_the_file.len(), 1, "{found}");
    assert!(of_features.iter().all(|line| line.starts_with("in.geojson: feature ")), "{found}");
}
