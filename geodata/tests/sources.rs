//! Real boundaries of every form: what is made of them, and how much was repaired. Needs the folder of
//! sources beside the repository.

use geodata::pipeline::coverage::{Coverage, Point, doubled_area};
use geodata::pipeline::extract::{Codes, extract};
use geodata::pipeline::heal::Sliver;
use geodata::pipeline::{Document, Keys, Level, check, junctions, rd, read, verify};
use std::collections::{BTreeSet, HashMap};
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

/// What is simplified later, and the slivers closed for it.
fn covering(text: &str, level: Level, keys: &Keys, object: Option<&str>) -> (Coverage, Vec<Sliver>) {
    let features = read::read(Document::Boundaries, text, object).expect("features");
    let (coverage, problems) = extract(&features, &[], keys, &Codes { jaar: 2021, level, expected: None });
    let (joined, _) = junctions::junctions(coverage);
    match check::check(joined, 2.0, problems, |_| vec![]) {
        Ok((sound, slivers)) => {
            assert_eq!(verify::faults(&sound.rings), []);
            (sound, slivers)
        }
        Err(problems) => {
            let lines: Vec<String> = problems.iter().map(|problem| problem.line("f".as_ref())).collect();
            panic!("{}", lines.join("\n"))
        }
    }
}

fn gemeenten(text: &str) -> (Coverage, Vec<Sliver>) {
    covering(text, Level::Gemeente, &Keys::default(), None)
}

fn parts_and_holes(coverage: &Coverage) -> (usize, usize) {
    let parts: BTreeSet<usize> = coverage.rings.iter().map(|ring| ring.polygon).collect();
    (parts.len(), coverage.rings.len() - parts.len())
}

fn square_kilometres(coverage: &Coverage) -> f64 {
    coverage.rings.iter().map(|ring| doubled_area(&ring.points)).sum::<i64>() as f64 / 2e6
}

fn edges(coverage: &Coverage) -> impl Iterator<Item = (Point, Point)> + '_ {
    let around = |points: &[Point]| -> Vec<(Point, Point)> {
        points.iter().copied().zip(points.iter().copied().cycle().skip(1)).collect()
    };
    coverage.rings.iter().flat_map(move |ring| around(&ring.points))
}

/// The farthest that a vertex of one lies from the borders of the other, metres; looked for within 100 m.
fn farthest(one: &Coverage, other: &Coverage) -> f64 {
    let mut cells: HashMap<[i32; 2], Vec<(Point, Point)>> = HashMap::new();
    let cell = |value: i32| value.div_euclid(1000);
    for (a, b) in edges(other) {
        for x in cell(a[0].min(b[0]) - 100)..=cell(a[0].max(b[0]) + 100) {
            for y in cell(a[1].min(b[1]) - 100)..=cell(a[1].max(b[1]) + 100) {
                cells.entry([x, y]).or_default().push((a, b));
            }
        }
    }
    let distance = |p: Point, (a, b): (Point, Point)| {
        let [dx, dy] = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
        let [px, py] = [f64::from(p[0] - a[0]), f64::from(p[1] - a[1])];
        let part = ((px * dx + py * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (px - part * dx).hypot(py - part * dy)
    };
    let nearest = |p: Point| {
        let near = cells.get(&p.map(cell)).into_iter().flatten();
        near.map(|&edge| distance(p, edge)).fold(f64::INFINITY, f64::min)
    };
    one.rings.iter().flat_map(|ring| &ring.points).map(|&p| nearest(p)).fold(0.0, f64::max)
}

/// Neighbours' vertices centimetres apart fall on different metres after conversion: slivers, which are closed.
#[test]
fn gemeenten_of_2021_in_degrees_are_those_in_metres() {
    let Some(rd) = source("grenzen/gemeente-2021-land-rd.geojson") else { return };
    let Some(degrees) = source("grenzen/gemeente-2021-land-wgs84.geojson") else { return };
    let ((rd, none), (degrees, slivers)) = (gemeenten(&rd), gemeenten(&degrees));
    assert_eq!(none, []);
    assert!(!slivers.is_empty() && slivers.iter().all(|sliver| sliver.width < 2.0));
    for coverage in [&rd, &degrees] {
        assert_eq!(coverage.places.len(), 352);
        assert_eq!(parts_and_holes(coverage), (427, 15));
        assert_eq!(verify::open_faces(&coverage.rings), verify::open_faces(&rd.rings));
    }
    let apart = farthest(&rd, &degrees).max(farthest(&degrees, &rd));
    assert!(apart <= 2.5, "{apart} m");
}

#[test]
fn gemeenten_of_2022_are_the_same_either_way() {
    let Some(rd) = source("grenzen/gemeente-2022-cbs-rd.geojson") else { return };
    let Some(degrees) = source("grenzen/gemeente-2022-cbs-wgs84-7dec.geojson") else { return };
    let ((rd, _), (degrees, _)) = (gemeenten(&rd), gemeenten(&degrees));
    assert_eq!(parts_and_holes(&rd), parts_and_holes(&degrees));
    assert!((square_kilometres(&rd) - square_kilometres(&degrees)).abs() < 0.5);
    let apart = farthest(&rd, &degrees).max(farthest(&degrees, &rd));
    assert!(apart <= 2.0, "{apart} m");
}

/// The pair of 2022 vertex by vertex: CBS published it in both systems.
#[test]
fn both_systems_of_2022_agree_within_a_third_of_a_metre() {
    let Some(metres) = source("grenzen/gemeente-2022-cbs-rd.geojson") else { return };
    let Some(degrees) = source("grenzen/gemeente-2022-cbs-wgs84-7dec.geojson") else { return };
    let positions = |text: &str| -> Vec<[f64; 2]> {
        let collection: geojson::FeatureCollection = text.parse().expect("GeoJSON");
        let polygons = collection.features.iter().flat_map(|feature| match &feature.geometry {
            Some(geojson::Geometry {
                value: geojson::GeometryValue::MultiPolygon { coordinates }, ..
            }) => coordinates.clone(),
            other => panic!("expected a MultiPolygon, found {other:?}"),
        });
        polygons.flatten().flatten().map(|position| [position[0], position[1]]).collect()
    };
    let (metres, degrees) = (positions(&metres), positions(&degrees));
    assert_eq!(metres.len(), degrees.len());
    let apart = |(rd, degrees): (&[f64; 2], &[f64; 2])| {
        let [x, y] = rd::from_wgs84(*degrees);
        let [longitude, latitude] = rd::to_wgs84(*rd);
        let back = rd::from_wgs84([longitude, latitude]);
        (x - rd[0]).hypot(y - rd[1]).max((back[0] - rd[0]).hypot(back[1] - rd[1]))
    };
    let farthest = metres.iter().zip(&degrees).map(apart).fold(0.0, f64::max);
    assert!(farthest < 0.32, "{farthest} m");
}

#[test]
fn topojson_in_degrees_is_read() {
    let Some(text) = source("grenzen/gemeente-2020-coronadashboard.topo.json") else { return };
    let keys = Keys { code: "gemcode".to_owned(), naam: "gemnaam".to_owned(), ..Keys::default() };
    let (coverage, _) = covering(&text, Level::Any, &keys, Some("municipalities"));
    assert_eq!(coverage.places.len(), 355);
}
