//! The reference implementation of TopoJSON on our documents: `topojson-client` sees the rings that we mean, and
//! `topojson-server` finds the borders that we find. It cuts no T-junctions, so it is given our rings after
//! vertices were inserted there.
//!
//! Needs Node and the npm packages of `tests/package.json`, which `tests/run` installs.

use geodata::pipeline::coverage::{Coverage, Network, Owner};
use geodata::pipeline::extract::{Codes, extract};
use geodata::pipeline::{Document, Keys, Level, check, cut, dedup, junctions, read};
use geodata::topology::{TopoJson, Topology};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// What a script prints; nothing where the packages are not installed.
fn script(name: &str, arguments: &[&str]) -> Option<Value> {
    let packages = root().join("tests/node_modules");
    if !packages.join("topojson-client").is_dir() || !packages.join("topojson-server").is_dir() {
        println!("skipped: tests/node_modules is absent; tests/run installs it");
        return None;
    }
    let output = Command::new("node")
        .arg(root().join("geodata/tests/reference").join(name))
        .arg(root().join("tests/package.json"))
        .args(arguments)
        .output()
        .expect("node runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

#[test]
fn topojson_client_gives_the_same_rings_to_the_metre() {
    let path = root().join("examples/exports/landkaart/gemeenten-2021.topo.json");
    let Some(areas) = script("rings.mjs", &[path.to_str().expect("a path"), "gemeenten"]) else { return };
    let wire: TopoJson =
        serde_json::from_str(&fs::read_to_string(&path).expect("the map")).expect("TopoJSON");
    let map = Topology::try_from(wire).expect("a sound map");
    let areas = areas.as_array().expect("a list");
    assert_eq!(areas.len(), map.gemeenten.len());
    for (area, region) in areas.iter().zip(&map.gemeenten) {
        assert_eq!(area[0], region.code.as_str());
        let closed = |ring: &Vec<i32>| {
            let mut points: Vec<_> = map.positions(ring).map(|at| map.transform.metres(at)).collect();
            points.extend(points.first().copied());
            points
        };
        let rings: Vec<_> = region.polygons.iter().flatten().map(closed).collect();
        assert_eq!(area[1], json!(rings), "{}", region.code);
    }
}

/// A coverage as GeoJSON in whole metres: a MultiPolygon for each area.
fn geojson(coverage: &Coverage) -> Value {
    let area = |(index, place): (u32, &geodata::pipeline::coverage::Place)| {
        let own: Vec<_> = coverage.rings.iter().filter(|ring| ring.owner == Owner::Gemeente(index)).collect();
        let closed = |points: &[[i32; 2]]| [points, &points[..1]].concat();
        let polygons: Vec<Vec<_>> = own
            .chunk_by(|a, b| a.polygon == b.polygon)
            .map(|rings| rings.iter().map(|ring| closed(&ring.points)).collect())
            .collect();
        json!({
            "type": "Feature", "id": place.code, "properties": {},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        })
    };
    let features: Vec<Value> = (0..).zip(&coverage.places).map(area).collect();
    json!({"type": "FeatureCollection", "features": features})
}

/// Arcs, and how many of them run between two areas.
fn ours(coverage: Coverage) -> (usize, usize) {
    let network: Network = dedup::dedup(cut::cut(coverage));
    let mut users = vec![0; network.arcs.len()];
    for &walk in network.rings.iter().flat_map(|ring| &ring.arcs) {
        users[walk.max(!walk) as usize] += 1;
    }
    (users.len(), users.iter().filter(|&&count| count > 1).count())
}

fn agree(name: &str, features: &[read::Feature], level: Level) {
    let codes = Codes { jaar: 2022, level, expected: None };
    let (extracted, problems) = extract(features, &[], &Keys::default(), &codes);
    let (joined, _) = junctions::junctions(extracted);
    let (coverage, _) = check::check(joined, 2.0, problems, |_| vec![]).expect("a sound coverage");
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reference-{name}.geojson"));
    fs::write(&path, geojson(&coverage).to_string()).expect("a file");
    let Some(theirs) = script("arcs.mjs", &[path.to_str().expect("a path")]) else { return };
    let (arcs, shared) = ours(coverage);
    assert_eq!(theirs, json!({"arcs": arcs, "shared": shared}), "{name}");
}

/// A square between kilometres, with whatever vertices the neighbours lack.
fn square(code: &str, [west, south, east, north]: [i32; 4]) -> read::Feature {
    let corners = [[west, south], [east, south], [east, north], [west, north], [west, south]];
    let ring = corners.map(|corner| corner.map(|km| f64::from(km) * 1000.0)).to_vec();
    let properties = json!({"statcode": code}).as_object().cloned().unwrap_or_default();
    read::Feature { number: 1, properties, polygons: vec![vec![ring]], geometry: None }
}

/// One large square beside four small ones, one of which stands free but for a corner: T-junctions, a junction of
/// four, and an island.
#[test]
fn topojson_server_finds_the_same_arcs_where_borders_meet_in_tees() {
    let features = [
        square("A", [100, 400, 104, 404]),
        square("B", [104, 400, 106, 402]),
        square("C", [104, 402, 106, 404]),
        square("D", [106, 402, 108, 404]),
        square("E", [120, 400, 122, 402]),
    ];
    let numbered: Vec<_> =
        features.into_iter().zip(1..).map(|(feature, number)| read::Feature { number, ..feature }).collect();
    agree("tees", &numbered, Level::Any);
}

/// Needs the folder of sources beside the repository.
#[test]
fn topojson_server_finds_the_same_arcs_in_the_gemeenten_and_wijken_of_2022() {
    let sources = root().join("../shared/bronnen/grenzen");
    if !sources.is_dir() {
        println!("skipped: ../shared is absent");
        return;
    }
    for (file, level) in
        [("gemeente-2022-cbs-rd.geojson", Level::Gemeente), ("wijk-2022-cbs-rd.geojson", Level::Wijk)]
    {
        let text = fs::read_to_string(sources.join(file)).expect("a source");
        let features = read::read(Document::Boundaries, &text, None).expect("features");
        agree(file, &features, level);
    }
}
