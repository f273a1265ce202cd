//! Real boundaries of every form: what is made of them, and how much was repaired. Needs the folder of
//! sources beside the repository.

use geodata::pipeline::{self, Keys, Level, Options, Report, Rows};
use std::fs;
use std::path::Path;

fn source(path: &str) -> Option<String> {
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen");
    if !sources.is_dir() {
        println!("skipped: ../shared is absent");
        return None;
    }
    Some(fs::read_to_string(sources.join(path)).expect("a source"))
}

fn made(text: &str, change: impl FnOnce(&mut Options)) -> Report {
    let mut options = Options {
        jaar: 2021,
        tolerance: 1.5,
        grid: Some(1),
        sliver: 1.5,
        level: Level::Gemeente,
        keys: Keys::default(),
        rows: Rows::default(),
        object: None,
        codes: None,
        naamsvermelding: String::new(),
    };
    change(&mut options);
    match pipeline::map(text, None, &options) {
        Ok((_, report)) => report,
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| problem.line("f".as_ref())).collect();
            panic!("{}", lines.join("\n"))
        }
    }
}

/// Neighbours' vertices centimetres apart fall on different metres after conversion: slivers, which are closed.
#[test]
fn gemeenten_of_2021_in_degrees_are_those_in_metres() {
    let Some(rd) = source("grenzen/gemeente-2021-land-rd.geojson") else { return };
    let Some(degrees) = source("grenzen/gemeente-2021-land-wgs84.geojson") else { return };
    let (rd, degrees) = (made(&rd, |_| {}), made(&degrees, |_| {}));
    for report in [&rd, &degrees] {
        assert!(report.is_sound());
        assert_eq!((report.features, report.parts_out, report.holes_out), (352, 427, 15));
    }
    assert!(degrees.slivers_closed > 0 && degrees.slivers.iter().all(|sliver| sliver.width < 1.5));
    assert!((rd.area_after - degrees.area_after).abs() < 0.2, "{} {}", rd.area_after, degrees.area_after);
}

#[test]
fn gemeenten_of_2022_are_the_same_either_way() {
    let Some(rd) = source("grenzen/gemeente-2022-cbs-rd.geojson") else { return };
    let Some(degrees) = source("grenzen/gemeente-2022-cbs-wgs84-7dec.geojson") else { return };
    let (rd, degrees) = (made(&rd, |_| {}), made(&degrees, |_| {}));
    assert_eq!((rd.features, rd.parts_out, rd.holes_out), (345, degrees.parts_out, degrees.holes_out));
    assert!((rd.area_after - degrees.area_after).abs() < 0.5, "{} {}", rd.area_after, degrees.area_after);
}

#[test]
fn topojson_in_degrees_is_read() {
    let Some(text) = source("grenzen/gemeente-2020-coronadashboard.topo.json") else { return };
    let report = made(&text, |options| {
        options.level = Level::Any;
        options.keys.code = "gemcode".to_owned();
        options.keys.naam = "gemnaam".to_owned();
        options.object = Some("municipalities".to_owned());
        options.tolerance = 20.0;
    });
    assert_eq!(report.features, 355);
    assert_eq!(report.overlaps + report.gaps + report.crossings + report.invalid_polygons, 0);
}
