//! A large coverage whose neighbours were drawn apart: the 4,068 postcode areas of the folder of sources, which
//! stands beside the repository. Where there is none this says so.
//!
//! Of each border there are two drawings, up to 61 m apart, and one area has no polygon.

use geodata::pipeline::{self, Asked, Level, Options, Problem, Report, Rows};
use geodata::topology::Topology;
use std::fmt::Write as _;
use std::fs;
use std::io::Write;
use std::path::Path;

fn postcodes() -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen/prestatie/pc4-rd.geojson");
    match fs::read_to_string(&path) {
        Ok(text) => Some(text),
        Err(error) => {
            // Not `eprintln`, which a passing test keeps to itself.
            let _ = writeln!(std::io::stderr(), "SKIPPED: {}: {error}", path.display());
            None
        }
    }
}

fn map(text: &str, skip: &[&str], sliver: f64) -> Result<(Topology, Report), Vec<Problem>> {
    let options = Options {
        jaar: 2021,
        tolerance: 250.0,
        grid: None,
        sliver,
        min_part: 0.0,
        level: Level::Any,
        keys: Asked { code: Some("code".to_owned()), ..Asked::default() },
        rows: Rows { skip: skip.iter().map(|&rule| rule.to_owned()).collect(), ..Rows::default() },
        crs: None,
        object: None,
        codes: None,
        naamsvermelding: String::new(),
        bare: false,
        measure: false,
    };
    pipeline::map(&[text], None, &options)
}

#[test]
fn borders_drawn_apart_become_one_map_with_every_repair_told() {
    let Some(text) = postcodes() else { return };
    let (topology, report) = map(&text, &["5028"], 62.0).expect("a map");
    assert!(report.is_sound());
    assert_eq!(topology.gemeenten.len(), 4067);
    assert!(topology.gemeenten.iter().all(|region| !region.polygons.is_empty()));
    // No part went; closing strips cut some in two.
    assert_eq!(report.parts_in, 5035);
    assert!(report.parts_out >= report.parts_in, "{} parts", report.parts_out);
    assert_eq!(report.slivers.len(), report.slivers_closed);
    assert!(report.slivers.iter().all(|sliver| sliver.width < 62.0));
    assert!(report.deviation.max <= 250.0, "{:?}", report.deviation);
}

#[test]
fn without_options_the_refusal_says_which_to_give() {
    let Some(text) = postcodes() else { return };
    let problems = map(&text, &[], 2.0).expect_err("borders are drawn apart");
    let lines: Vec<String> = problems.iter().map(|problem| problem.line("pc4".as_ref())).collect();
    let says = |what: &str| lines.iter().any(|line| line.contains(what));
    assert!(says("a sliver width of 62 m closes them"), "{}", lines[0]);
    assert!(says("(5028): expected a polygon, found one without rings: skip 5028 leaves the row out"));
}

/// Regions of a kilometre with borders of 20 vertices a side that wave.
fn generated(columns: usize, rows: usize) -> String {
    let mut text = String::from(r#"{"type":"FeatureCollection","features":["#);
    let wave = |along: f64| 30.0 * (along * 0.011).sin() * (along * std::f64::consts::PI / 1000.0).sin();
    for region in 0..columns * rows {
        let [x0, y0] = [(region % columns) as f64 * 1000.0, (region / columns) as f64 * 1000.0];
        let corners = [[0.0, 0.0], [1000.0, 0.0], [1000.0, 1000.0], [0.0, 1000.0], [0.0, 0.0]];
        let mut ring = Vec::new();
        for side in corners.windows(2) {
            for step in 0..20 {
                let part = f64::from(step) / 20.0;
                let [x, y] = [0, 1].map(|axis| side[0][axis] + (side[1][axis] - side[0][axis]) * part);
                let is_level = side[0][1] == side[1][1];
                let [dx, dy] = if is_level { [0.0, wave(x0 + x)] } else { [wave(y0 + y), 0.0] };
                ring.push([20_000.0 + x0 + x + dx, 310_000.0 + y0 + y + dy]);
            }
        }
        ring.push(ring[0]);
        let comma = if region > 0 { "," } else { "" };
        let geometry = format!(r#"{{"type":"Polygon","coordinates":[{ring:?}]}}"#);
        let properties = format!(r#"{{"code":"{region}"}}"#);
        let _ =
            write!(text, r#"{comma}{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#);
    }
    text + "]}"
}

/// Processor time of this thread, seconds; where the system does not tell, nothing is measured.
fn processor_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/stat").ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}

#[test]
fn the_time_grows_with_the_number_of_vertices() {
    let seconds = |columns: usize| {
        let text = generated(columns, 60);
        let before = processor_seconds();
        map(&text, &[], 2.0).expect("a map");
        processor_seconds().zip(before).map_or(0.0, |(after, before)| after - before)
    };
    // 192,000 vertices, both sides of a border counted, and four times as many: both large.
    let (once, four_times) = (seconds(40), seconds(160));
    println!("{once:.2} s, then {four_times:.2} s");
    assert!(four_times <= 8.0 * once.max(0.1), "{once:.2} s, then {four_times:.2} s");
}
