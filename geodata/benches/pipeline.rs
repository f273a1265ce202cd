//! What each stage of `geodata map` costs, and all of them together: `cargo bench -p geodata`.
//!
//! On a covering that is made here, at three sizes, so that one sees whether time grows with the number of
//! vertices; and on real boundaries where the folder of sources stands beside the repository.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use geodata::pipeline::coverage::Coverage;
use geodata::pipeline::extract::{Codes, extract};
use geodata::pipeline::{
    self, Asked, Document, Keys, Level, Options, Rows, check, cut, dedup, junctions, read, simplify,
};
use std::fmt::Write;
use std::fs;
use std::hint::black_box;
use std::path::Path;

const TOLERANCE: f64 = 250.0;
/// Metres between the corners of neighbouring regions.
const CELL: f64 = 2_000.0;
/// Vertices along one side.
const SIDE: usize = 20;

/// Square regions with wavy borders, side by side, as GeoJSON.
fn covering(columns: usize, rows: usize) -> String {
    let wave = |along: f64, phase: f64| 60.0 * (along * 0.013 + phase).sin() + 25.0 * (along * 0.047).cos();
    // A point of the line between two corners of the lattice, the same from either side.
    let point = |x: f64, y: f64, is_level: bool| {
        let [east, north] = if is_level { [0.0, wave(x, y)] } else { [wave(y, x), 0.0] };
        // Nothing waves at a corner, where four regions meet.
        let fade = |value: f64| ((value / CELL).fract() * std::f64::consts::PI).sin();
        let part = if is_level { fade(x) } else { fade(y) };
        [20_000.0 + x + east * part, 310_000.0 + y + north * part]
    };
    let mut text = String::from(r#"{"type":"FeatureCollection","features":["#);
    for column in 0..columns {
        for row in 0..rows {
            let corner =
                |east: usize, north: usize| [(column + east) as f64 * CELL, (row + north) as f64 * CELL];
            let corners = [corner(0, 0), corner(1, 0), corner(1, 1), corner(0, 1), corner(0, 0)];
            let mut ring: Vec<[f64; 2]> = Vec::with_capacity(4 * SIDE + 1);
            for (nth, ends) in corners.windows(2).enumerate() {
                for step in 0..SIDE {
                    let part = step as f64 / SIDE as f64;
                    let at = |axis: usize| ends[0][axis] + (ends[1][axis] - ends[0][axis]) * part;
                    ring.push(point(at(0), at(1), nth % 2 == 0));
                }
            }
            ring.push(ring[0]);
            let comma = if column + row > 0 { "," } else { "" };
            let _ = write!(
                text,
                r#"{comma}{{"type":"Feature","properties":{{"statcode":"R{column}-{row}"}},"geometry":{{"type":"Polygon","coordinates":[{ring:?}]}}}}"#
            );
        }
    }
    text + "]}"
}

fn options(code: &str, skip: &[&str], sliver: f64) -> Options {
    Options {
        jaar: 2021,
        tolerance: TOLERANCE,
        grid: None,
        sliver,
        min_part: 0.0,
        level: Level::Any,
        keys: Asked { code: Some(code.to_owned()), ..Asked::default() },
        rows: Rows { skip: skip.iter().map(|&rule| rule.to_owned()).collect(), ..Rows::default() },
        crs: None,
        object: None,
        codes: None,
        naamsvermelding: String::new(),
        bare: false,
        measure: false,
    }
}

fn extracted(text: &str) -> Coverage {
    let features = read::read(Document::Boundaries, text, None).expect("features");
    let codes = Codes { jaar: 2021, level: Level::Any, expected: None };
    extract(&features, &[], &Keys::default(), &codes).0
}

fn stages(criterion: &mut Criterion) {
    let text = covering(40, 40);
    let coverage = extracted(&text);
    let vertices: usize = coverage.rings.iter().map(|ring| ring.points.len()).sum();
    let joined = junctions::junctions(coverage.clone()).0;
    let (sound, _) = check::check(joined.clone(), 2.0, vec![], |_| vec![]).expect("a sound covering");
    let network = dedup::dedup(cut::cut(sound.clone()));
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(10).throughput(Throughput::Elements(vertices as u64));
    group.bench_function("read", |bencher| {
        bencher.iter(|| read::read(Document::Boundaries, black_box(&text), None).expect("features"));
    });
    group.bench_function("junctions", |bencher| {
        bencher.iter_batched(|| coverage.clone(), junctions::junctions, BatchSize::LargeInput);
    });
    group.bench_function("check", |bencher| {
        let check = |joined| check::check(joined, 2.0, vec![], |_| vec![]).expect("a sound covering");
        bencher.iter_batched(|| joined.clone(), check, BatchSize::LargeInput);
    });
    group.bench_function("cut and dedup", |bencher| {
        bencher.iter_batched(|| sound.clone(), |sound| dedup::dedup(cut::cut(sound)), BatchSize::LargeInput);
    });
    group.bench_function("simplify", |bencher| {
        bencher.iter(|| simplify::simplify(black_box(&network), TOLERANCE, 0.0, None).expect("room"));
    });
    group.finish();
}

fn whole(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    for columns in [20, 40, 80] {
        let text = covering(columns, 40);
        let vertices = columns * 40 * 4 * SIDE;
        group.throughput(Throughput::Elements(vertices as u64));
        group.bench_with_input(BenchmarkId::new("generated", vertices), &text, |bencher, text| {
            bencher.iter(|| pipeline::map(&[text], None, &options("statcode", &[], 2.0)).expect("a map"));
        });
    }
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen");
    let real = [
        ("gemeenten 2021", "grenzen/gemeente-2021-land-rd.geojson", options("statcode", &[], 2.0)),
        ("postcodes", "prestatie/pc4-rd.geojson", options("code", &["5028"], 62.0)),
    ];
    for (name, path, options) in real {
        let Ok(text) = fs::read_to_string(sources.join(path)) else {
            println!("skipped: {path} is absent");
            continue;
        };
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(name, |bencher| {
            // A map that is refused has cost its time too.
            bencher.iter(|| pipeline::map(&[&text], None, &options).is_ok());
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole);
criterion_main!(benches);
