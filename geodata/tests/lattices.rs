//! Properties of the pipeline on random divisions of a lattice: gemeenten in any number of parts, enclaves in
//! enclaves, islands, sea inside the land, and regions that touch in a point.

use geodata::pipeline::coverage::{Coverage, Network, Owner, Place, Point, Ring, doubled_area};
use geodata::pipeline::{assemble, check, cut, dedup, junctions, report, simplify, verify};
use geodata::topology::{TopoJson, Topology, Transform};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const CELL: i32 = 1000;

/// A lattice `wide` cells wide: cell by cell who has it, none for sea. Corners and the middles of sides are
/// moved by what `numbers` say.
struct Lattice<'n> {
    wide: i32,
    owners: &'n [Option<u8>],
    numbers: &'n [u8],
}

impl Lattice<'_> {
    fn owner(&self, [x, y]: Point) -> Option<u8> {
        let inside = (0..self.wide).contains(&x) && y >= 0;
        if inside { self.owners.get((y * self.wide + x) as usize).copied().flatten() } else { None }
    }

    /// On a lattice twice as fine: even positions are corners, others middles of sides.
    fn metres(&self, [x, y]: Point) -> Point {
        let number = |key: i32| i32::from(self.numbers[key as usize % self.numbers.len()]) % 301 - 150;
        let key = x * 37 + y * 101;
        [120_000 + x * CELL / 2 + number(key), 480_000 + y * CELL / 2 + number(key + 7)]
    }

    fn coverage(&self) -> Coverage {
        let mut owned: BTreeMap<u8, Vec<Vec<Point>>> = BTreeMap::new();
        for y in 0..self.owners.len() as i32 / self.wide {
            for x in 0..self.wide {
                if let Some(owner) = self.owner([x, y]) {
                    owned.entry(owner).or_default().push(vec![[x, y]]);
                }
            }
        }
        let mut coverage = Coverage { places: vec![], rings: vec![] };
        let mut polygon = 0;
        for (index, (owner, cells)) in owned.into_iter().enumerate() {
            let code = format!("GM{owner:04}");
            let provincie = format!("PV{}", 20 + owner % 3);
            let place = Place { number: index + 1, code, naam: "Ergens".to_owned(), provincie };
            coverage.places.push(place);
            for part in parts(cells.concat()) {
                for points in self.rings(&part) {
                    let owner = Owner::Gemeente(index as u32);
                    coverage.rings.push(Ring { owner, number: index + 1, polygon, points });
                }
                polygon += 1;
            }
        }
        coverage
    }

    /// The outer ring of cells that hang together, and its holes.
    fn rings(&self, part: &BTreeSet<Point>) -> Vec<Vec<Point>> {
        // Sides with the part on their left, by where they start.
        let mut sides: BTreeMap<Point, Vec<Point>> = BTreeMap::new();
        for &[x, y] in part {
            let corners = [[x, y], [x + 1, y], [x + 1, y + 1], [x, y + 1]];
            for (side, [dx, dy]) in [[0, -1], [1, 0], [0, 1], [-1, 0]].into_iter().enumerate() {
                if !part.contains(&[x + dx, y + dy]) {
                    sides.entry(corners[side]).or_default().push(corners[(side + 1) % 4]);
                }
            }
        }
        let mut rings = Vec::new();
        while let Some((&start, _)) = sides.iter().find(|(_, ends)| !ends.is_empty()) {
            let (mut at, mut before) = (start, None);
            let mut ring = Vec::new();
            loop {
                let ends = sides.get_mut(&at).expect("every side is followed by one");
                // Where two corners of the part meet, right: so an outer ring and a hole stay two rings.
                let right = |end: &Point| {
                    before.is_none_or(|[bx, by]: Point| {
                        (at[0] - bx) * (end[1] - at[1]) - (at[1] - by) * (end[0] - at[0]) < 0
                    })
                };
                let chosen = if ends.len() > 1 { ends.iter().position(right).unwrap_or(0) } else { 0 };
                let next = ends.swap_remove(chosen);
                ring.extend([[at[0] * 2, at[1] * 2], [at[0] + next[0], at[1] + next[1]]]);
                (before, at) = (Some(at), next);
                if at == start {
                    break;
                }
            }
            rings.push(ring.into_iter().map(|point| self.metres(point)).collect());
        }
        rings.sort_by_key(|ring: &Vec<Point>| -doubled_area(ring));
        rings
    }
}

/// Cells of one owner that share sides, together.
fn parts(cells: Vec<Point>) -> Vec<BTreeSet<Point>> {
    let mut waiting: BTreeSet<Point> = cells.into_iter().collect();
    let mut parts = Vec::new();
    while let Some(first) = waiting.pop_first() {
        let (mut part, mut reached) = (BTreeSet::new(), vec![first]);
        while let Some([x, y]) = reached.pop() {
            part.insert([x, y]);
            for beside in [[x + 1, y], [x - 1, y], [x, y + 1], [x, y - 1]] {
                if waiting.remove(&beside) {
                    reached.push(beside);
                }
            }
        }
        parts.push(part);
    }
    parts
}

fn network(coverage: &Coverage) -> Option<Network> {
    let (joined, _) = junctions::junctions(coverage.clone());
    let (sound, slivers) = check::check(joined, 1.5, vec![], |_| vec![]).ok()?;
    slivers.is_empty().then(|| dedup::dedup(cut::cut(sound)))
}

fn outlines(coverage: &Coverage) -> Vec<report::Outline<'static>> {
    let closed = |ring: &Ring| {
        let points = ring.points.iter().chain(ring.points.first());
        report::Outline { points: points.map(|point| point.map(f64::from)).collect() }
    };
    coverage.rings.iter().map(closed).collect()
}

/// The rings of a network with these arcs, in metres.
fn rings(network: &Network, arcs: &[Vec<Point>]) -> Vec<Ring> {
    let topology = Topology {
        jaar: 2021,
        naamsvermelding: String::new(),
        transform: Transform { scale: [1, 1], translate: [0, 0] },
        arcs: arcs.to_vec(),
        gemeenten: vec![],
        water: vec![],
        gemeentegrenzen: vec![],
        provinciegrenzen: vec![],
    };
    let ring = |ring: &geodata::pipeline::coverage::ArcRing| Ring {
        owner: ring.owner,
        number: ring.number,
        polygon: ring.polygon,
        points: topology.positions(&ring.arcs).collect(),
    };
    network.rings.iter().map(ring).collect()
}

/// The farthest that a vertex of the old arcs lies from its new arc.
fn farthest(old: &[Vec<Point>], new: &[Vec<Point>]) -> f64 {
    let distance = |p: Point, a: Point, b: Point| {
        let [dx, dy] = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
        let [px, py] = [f64::from(p[0] - a[0]), f64::from(p[1] - a[1])];
        let part = ((px * dx + py * dy) / (dx * dx + dy * dy)).clamp(0.0, 1.0);
        (px - part * dx).hypot(py - part * dy)
    };
    let nearest = |p: Point, line: &[Point]| {
        line.windows(2).map(|edge| distance(p, edge[0], edge[1])).fold(f64::INFINITY, f64::min)
    };
    old.iter().zip(new).flat_map(|(old, new)| old.iter().map(|&p| nearest(p, new))).fold(0.0, f64::max)
}

fn lattice() -> impl Strategy<Value = (i32, Vec<Option<u8>>, Vec<u8>)> {
    (2_i32..7).prop_flat_map(|wide| {
        let cell = prop_oneof![1 => Just(None), 6 => (0_u8..6).prop_map(Some)];
        let cells = (wide * wide) as usize;
        (Just(wide), prop::collection::vec(cell, cells..=cells), prop::collection::vec(any::<u8>(), 60..61))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn any_division_of_the_plane_is_a_map_that_keeps_its_promise(
        (wide, owners, numbers) in lattice(), tolerance in 1.0_f64..900.0,
    ) {
        let coverage = Lattice { wide, owners: &owners, numbers: &numbers }.coverage();
        prop_assume!(!coverage.rings.is_empty());
        let network = network(&coverage);
        prop_assume!(network.is_some());
        let network = network.expect("just seen");
        let simplified = simplify::simplify(&network, tolerance, 0.0, None).expect("the metre grid has room");
        let topology = assemble::assemble(&network, &simplified, 2021, "");
        let unrolled = report::unroll(&topology);
        prop_assert_eq!(verify::faults(&unrolled), vec![]);
        // No sea came and none went.
        prop_assert_eq!(verify::open_faces(&unrolled), verify::open_faces(&coverage.rings));
        let made = report::Made { jaar: 2021, tolerance, ..report::Made::default() };
        let measured = report::report(&outlines(&coverage), &coverage, &network, &topology, made);
        prop_assert!(measured.is_sound(), "{:#?}", measured);
        let read = Topology::try_from(TopoJson::from(&topology)).expect("our own TopoJSON");
        prop_assert_eq!(read, topology);
    }

    #[test]
    fn every_border_lies_in_at_most_two_regions_and_every_ring_is_closed(
        (wide, owners, numbers) in lattice(),
    ) {
        let coverage = Lattice { wide, owners: &owners, numbers: &numbers }.coverage();
        prop_assume!(!coverage.rings.is_empty());
        let network = network(&coverage);
        prop_assume!(network.is_some());
        let network = network.expect("just seen");
        let mut sides: BTreeMap<i32, usize> = BTreeMap::new();
        for ring in &network.rings {
            let ends = |walk: i32| {
                let arc = &network.arcs[walk.max(!walk) as usize];
                let ends = [arc[0], arc[arc.len() - 1]];
                if walk < 0 { [ends[1], ends[0]] } else { ends }
            };
            for (&walk, &next) in ring.arcs.iter().zip(ring.arcs.iter().cycle().skip(1)) {
                prop_assert_eq!(ends(walk)[1], ends(next)[0]);
                *sides.entry(walk).or_default() += 1;
            }
        }
        prop_assert!(sides.values().all(|&times| times == 1));
        // Nothing is lost on the way from rings to arcs and back.
        let area = |rings: &[Ring]| rings.iter().map(|ring| doubled_area(&ring.points)).sum::<i64>();
        prop_assert_eq!(area(&rings(&network, &network.arcs)), area(&coverage.rings));
    }

    /// A second time is not the first again: it measures from the borders that the first drew. What holds is
    /// that it adds no point and moves none beyond one tolerance more. Nor are a higher tolerance's points a
    /// subset of a lower one's, as each has a grid of its own; but each keeps its own promise.
    #[test]
    fn simplifying_again_adds_no_point_and_stays_within_one_tolerance_more(
        (wide, owners, numbers) in lattice(), tolerance in 2.0_f64..600.0,
    ) {
        let coverage = Lattice { wide, owners: &owners, numbers: &numbers }.coverage();
        prop_assume!(!coverage.rings.is_empty());
        let network = network(&coverage);
        prop_assume!(network.is_some());
        let mut network = network.expect("just seen");
        let source = network.arcs.clone();
        let once = simplify::simplify(&network, tolerance, 0.0, None).expect("the metre grid has room");
        prop_assert!(farthest(&source, &once.arcs) <= tolerance);
        network.arcs = once.arcs.clone();
        let twice = simplify::simplify(&network, tolerance, 0.0, Some(once.grid)).expect("there was room");
        prop_assert!(once.arcs.iter().zip(&twice.arcs).all(|(once, twice)| twice.len() <= once.len()));
        prop_assert!(farthest(&once.arcs, &twice.arcs) <= tolerance);
        prop_assert!(farthest(&source, &twice.arcs) <= 2.0 * tolerance);
        prop_assert_eq!(verify::faults(&rings(&network, &twice.arcs)), vec![]);
    }
}
