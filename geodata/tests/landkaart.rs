//! The landkaart that is committed under `examples/exports/landkaart`: what every reader of it may rely on.

use geodata::pipeline::coverage::{Owner, doubled_area};
use geodata::pipeline::{self, Asked, Level, Options, Rows, report, verify};
use geodata::topology::{Region, TopoJson, Topology, neighbours};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn committed() -> Topology {
    let path = root().join("examples/exports/landkaart/gemeenten-2021.topo.json");
    let text = fs::read_to_string(path).expect("the committed map");
    let wire: TopoJson = serde_json::from_str(&text).expect("TopoJSON");
    Topology::try_from(wire).expect("a sound topology")
}

fn find<'a>(map: &'a Topology, code: &str) -> &'a Region {
    map.gemeenten.iter().find(|region| region.code == code).expect("the gemeente")
}

#[test]
fn the_map_of_2021_has_352_gemeenten_in_order_of_code() {
    let map = committed();
    assert_eq!((map.jaar, map.gemeenten.len()), (2021, 352));
    assert!(map.gemeenten.windows(2).all(|pair| pair[0].code < pair[1].code));
    assert!(map.gemeenten.iter().all(|region| region.naam.len() > 1 && region.provincie.starts_with("PV")));
    assert_eq!(map.gemeenten.iter().map(|region| &region.provincie).collect::<BTreeSet<_>>().len(), 12);
}

#[test]
fn nothing_crosses_overlaps_or_is_lost() {
    let map = committed();
    let rings = report::unroll(&map);
    assert_eq!(verify::faults(&rings), []);
    let land = rings.iter().filter(|ring| ring.owner != Owner::Water);
    let (mut polygons, mut holes) = (BTreeSet::new(), 0);
    for ring in land {
        holes += usize::from(!polygons.insert(ring.polygon));
    }
    assert_eq!((polygons.len(), holes), (427, 15));
}

#[test]
fn the_area_is_that_of_the_source_within_a_thousandth() {
    let doubled: i64 = report::unroll(&committed())
        .iter()
        .filter(|ring| ring.owner != Owner::Water)
        .map(|ring| doubled_area(&ring.points))
        .sum();
    let km2 = doubled as f64 / 2e6;
    assert!((km2 / 35_088.3 - 1.0).abs() < 0.001, "{km2} km2");
}

#[test]
fn baarle_nassau_keeps_its_holes() {
    let holes: usize = find(&committed(), "GM0744").polygons.iter().map(|polygon| polygon.len() - 1).sum();
    assert_eq!(holes, 12);
}

#[test]
fn every_arc_has_one_user_a_side_and_the_mesh_draws_inner_borders_once() {
    let map = committed();
    let mut sides: BTreeMap<i32, Vec<Option<&str>>> = BTreeMap::new();
    let land = map.gemeenten.iter().map(|region| (Some(region.provincie.as_str()), &region.polygons));
    let mut walked = BTreeSet::new();
    for (provincie, polygons) in land.chain([(None, &map.water)]) {
        for &walk in polygons.iter().flatten().flatten() {
            assert!(walked.insert(walk), "arc {walk} has two users on one side");
            sides.entry(walk.max(!walk)).or_default().push(provincie);
        }
    }
    assert_eq!(sides.len(), map.arcs.len());
    let drawn = |lines: &[Vec<i32>]| {
        let mut arcs: Vec<i32> = lines.iter().flatten().map(|&walk| walk.max(!walk)).collect();
        arcs.sort_unstable();
        arcs
    };
    let between = |same: bool| -> Vec<i32> {
        let is = |users: &[Option<&str>]| matches!(users, [Some(a), Some(b)] if (a == b) == same);
        sides.iter().filter(|(_, users)| is(users)).map(|(&arc, _)| arc).collect()
    };
    assert_eq!(drawn(&map.gemeentegrenzen), between(true));
    assert_eq!(drawn(&map.provinciegrenzen), between(false));
}

#[test]
fn labels_lie_in_their_gemeente() {
    let map = committed();
    for region in &map.gemeenten {
        let [x, y] = region.label;
        let mut inside = false;
        for ring in region.polygons.iter().flatten() {
            let points: Vec<[i32; 2]> = map.positions(ring).map(|p| map.transform.metres(p)).collect();
            for (a, b) in points.iter().zip(points.iter().cycle().skip(1)) {
                if (a[1] > y) != (b[1] > y) {
                    let along = f64::from(y - a[1]) / f64::from(b[1] - a[1]);
                    inside ^= f64::from(x) < f64::from(a[0]) + along * f64::from(b[0] - a[0]);
                }
            }
        }
        assert!(inside, "{} {}", region.code, region.naam);
    }
}

#[test]
fn arrow_keys_reach_every_gemeente_from_every_other() {
    let leads = neighbours(&committed());
    for start in 0..leads.len() {
        let mut reached = BTreeSet::from([start]);
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            let next = leads[at].iter().flatten().map(|&to| usize::from(to));
            stack.extend(next.filter(|&to| reached.insert(to)).collect::<Vec<_>>());
        }
        assert_eq!(reached.len(), leads.len(), "from {start}");
    }
}

#[test]
fn an_arrow_and_its_opposite_mostly_return() {
    let leads = neighbours(&committed());
    let pressed = || {
        leads
            .iter()
            .enumerate()
            .flat_map(|(from, to)| to.iter().enumerate().filter_map(move |(d, to)| Some((from, d, (*to)?))))
    };
    let all = pressed().count();
    let back =
        pressed().filter(|&(from, d, to)| leads[usize::from(to)][(d + 2) % 4] == Some(from as u16)).count();
    assert!(back * 100 >= all * 75, "{back} of {all}");
}

/// The whole way from the published boundaries. Needs the folder of sources beside the repository.
#[test]
fn the_committed_map_is_what_the_sources_give() {
    let sources = root().join("../shared/bronnen");
    if !sources.is_dir() {
        println!("skipped: ../shared is absent");
        return;
    }
    let read = |path: &str| fs::read_to_string(sources.join(path)).expect("a source");
    let codes: BTreeMap<String, Vec<String>> =
        serde_json::from_str(&read("herindelingen/gemeentecodes_per_jaar.json")).expect("codes by year");
    let committed = committed();
    let options = Options {
        jaar: 2021,
        tolerance: 360.0,
        grid: Some(committed.transform.scale[0]),
        sliver: 1.5,
        min_part: 0.0,
        level: Level::Gemeente,
        keys: Asked::default(),
        rows: Rows::default(),
        crs: None,
        object: None,
        codes: Some(codes["2021"].iter().cloned().collect()),
        naamsvermelding: committed.naamsvermelding.clone(),
        bare: false,
        measure: false,
    };
    let land = read("grenzen/gemeente-2021-land-rd.geojson");
    let water = read("context/water-2021-rd.geojson");
    let (map, report) = pipeline::map(&[land], Some(&water), &options).expect("a map");
    assert!(report.is_sound(), "{report:#?}");
    assert!(map == committed, "the committed map differs: run `geodata map` again");
}
