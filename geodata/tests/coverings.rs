//! Properties of the pipeline on random coverings of the plane: wiggling borders, and an islet in most cells.

use geodata::pipeline::coverage::{ArcRing, Coverage, Network, Owner, Place, Point, Ring, doubled_area};
use geodata::pipeline::{assemble, check, cut, dedup, junctions, report, simplify, verify};
use geodata::topology::{TopoJson, Topology};
use proptest::prelude::*;
use std::collections::BTreeSet;

const CELL: i32 = 1000;

/// Cells of a kilometre, corners and borders moved by what `numbers` say, one gemeente each.
fn covering(columns: usize, rows: usize, numbers: &[u8]) -> Coverage {
    let number = |key: usize| i32::from(numbers[key % numbers.len()]);
    let corner = |x: usize, y: usize| -> Point {
        let key = x * 31 + y * 17;
        [
            100_000 + x as i32 * CELL + number(key) % 200 - 100,
            400_000 + y as i32 * CELL + number(key + 1) % 200 - 100,
        ]
    };
    // The same points for both sides: from the smaller corner on, never farther aside than a cone allows.
    let border = |a: Point, b: Point| -> Vec<Point> {
        let (from, to) = (a.min(b), a.max(b));
        let key = (from[0] * 7 + from[1] * 13 + to[0]) as usize;
        let count = number(key) % 12 + 1;
        let mut points: Vec<Point> = (1..count)
            .map(|step| {
                let room = step.min(count - step) * CELL / count / 3;
                let aside = if room > 0 { number(key + step as usize) * 7 % (2 * room) - room } else { 0 };
                let at = |axis: usize| from[axis] + (to[axis] - from[axis]) * step / count;
                let along_x = (to[0] - from[0]).abs() > (to[1] - from[1]).abs();
                if along_x { [at(0), at(1) + aside] } else { [at(0) + aside, at(1)] }
            })
            .collect();
        if a > b {
            points.reverse();
        }
        points
    };
    let mut coverage = Coverage { places: vec![], rings: vec![] };
    let mut add = |rings: Vec<Vec<Point>>| {
        let index = coverage.places.len();
        let code = format!("GM{index:04}");
        let provincie = format!("PV{}", 20 + index % 3);
        coverage.places.push(Place { number: index + 1, code, naam: "Ergens".to_owned(), provincie });
        for points in rings {
            coverage.rings.push(Ring {
                owner: Owner::Gemeente(index as u32),
                number: index + 1,
                polygon: index,
                points,
            });
        }
    };
    for x in 0..columns {
        for y in 0..rows {
            let corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
            let mut outer = Vec::new();
            for side in 0..4 {
                outer.push(corners[side]);
                outer.extend(border(corners[side], corners[(side + 1) % 4]));
            }
            let size = number(x * 5 + y * 3) % 20;
            if size < 3 {
                add(vec![outer]);
                continue;
            }
            // An islet of another gemeente, a few metres wide.
            let [cx, cy] = [100_000 + x as i32 * CELL + CELL / 2, 400_000 + y as i32 * CELL + CELL / 2];
            let islet = vec![[cx, cy], [cx + size, cy], [cx + size / 2, cy + 3]];
            let hole = islet.iter().rev().copied().collect();
            add(vec![outer, hole]);
            add(vec![islet]);
        }
    }
    coverage
}

fn network(coverage: &Coverage) -> Option<Network> {
    let (joined, _) = junctions::junctions(coverage.clone());
    // A wiggle may touch another: no covering then.
    let (sound, slivers) = check::check(joined, 1.5, vec![], |_| vec![]).ok()?;
    slivers.is_empty().then(|| dedup::dedup(cut::cut(sound)))
}

fn map(coverage: &Coverage, tolerance: f64) -> Option<(Network, Topology)> {
    let network = network(coverage)?;
    let simplified =
        simplify::simplify(&network, tolerance, 0.0, None).expect("the metre grid always has room");
    let topology = assemble::assemble(&network, &simplified, 2021, "");
    let topology = assemble::with_labels_and_borders(topology, &network);
    Some((network, topology))
}

fn outlines(coverage: &Coverage) -> Vec<report::Outline<'static>> {
    let closed = |ring: &Ring| {
        let points =
            ring.points.iter().chain(ring.points.first()).map(|point| point.map(f64::from)).collect();
        report::Outline { points }
    };
    coverage.rings.iter().map(closed).collect()
}

fn made(tolerance: f64) -> report::Made {
    report::Made { jaar: 2021, tolerance, ..report::Made::default() }
}

/// The covering as two hands would draw it: vertices of outer rings a metre aside, or left out.
fn drawn_apart(coverage: &Coverage, numbers: &[u8]) -> Coverage {
    let mut coverage = coverage.clone();
    let mut last = None;
    let mut key = 0;
    for ring in &mut coverage.rings {
        if last.replace(ring.polygon) == Some(ring.polygon) || ring.points.len() < 4 {
            continue;
        }
        for point in &mut ring.points {
            key += 1;
            match numbers[key * 7 % numbers.len()] % 5 {
                0 => point[0] += 1,
                1 => point[1] -= 1,
                _ => {}
            }
        }
    }
    coverage
}

fn area(rings: &[Ring]) -> i64 {
    rings.iter().map(|ring| doubled_area(&ring.points)).sum()
}

fn walks(rings: &[ArcRing]) -> Vec<i32> {
    rings.iter().flat_map(|ring| ring.arcs.iter().copied()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn the_map_keeps_its_promise_at_any_tolerance(
        columns in 1_usize..4, rows in 1_usize..4,
        numbers in proptest::collection::vec(any::<u8>(), 40..60),
        tolerance in 1.0_f64..700.0,
    ) {
        let coverage = covering(columns, rows, &numbers);
        let mapped = map(&coverage, tolerance);
        prop_assume!(mapped.is_some());
        let (network, topology) = mapped.expect("just seen");
        let rings = report::unroll(&topology);
        prop_assert_eq!(verify::faults(&rings), vec![]);
        let measured = report::report(&outlines(&coverage), &coverage, &network, &topology, made(tolerance));
        prop_assert!(measured.is_sound(), "{:#?}", measured);
        // What is written can be read, rings closed and all.
        let read = Topology::try_from(TopoJson::from(&topology)).expect("our own TopoJSON");
        prop_assert_eq!(read, topology);
    }

    #[test]
    fn every_border_lies_in_at_most_two_regions_and_once_in_the_mesh(
        columns in 1_usize..4, rows in 1_usize..4,
        numbers in proptest::collection::vec(any::<u8>(), 40..60),
    ) {
        let coverage = covering(columns, rows, &numbers);
        let made = map(&coverage, 50.0);
        prop_assume!(made.is_some());
        let (network, topology) = made.expect("just seen");
        let walked = walks(&network.rings);
        let different: BTreeSet<i32> = walked.iter().copied().collect();
        prop_assert_eq!(different.len(), walked.len());
        let mut mesh: Vec<i32> = topology.gemeentegrenzen.iter().chain(&topology.provinciegrenzen)
            .flatten().map(|&walk| walk.max(!walk)).collect();
        mesh.sort_unstable();
        let shared: Vec<i32> = (0..network.arcs.len() as i32)
            .filter(|arc| different.contains(arc) && different.contains(&!arc)).collect();
        prop_assert_eq!(mesh, shared);
    }

    #[test]
    fn borders_drawn_a_metre_apart_become_one(
        columns in 1_usize..4, rows in 1_usize..4,
        numbers in proptest::collection::vec(any::<u8>(), 40..60),
    ) {
        let coverage = covering(columns, rows, &numbers);
        prop_assume!(network(&coverage).is_some());
        let (joined, _) = junctions::junctions(drawn_apart(&coverage, &numbers));
        let (sound, slivers) = check::check(joined, 3.0, vec![], |_| vec![]).expect("slivers only");
        prop_assert_eq!(verify::faults(&sound.rings), vec![]);
        prop_assert_eq!(verify::open_faces(&sound.rings), 0);
        // No ground comes or goes but along the edge, and what was closed is told.
        let moved = (area(&sound.rings) - area(&coverage.rings)).abs() as f64 / 2.0;
        let around: f64 = coverage.rings.iter().flat_map(|ring| {
            let ends = ring.points.iter().zip(ring.points.iter().cycle().skip(1));
            ends.map(|(a, b)| f64::from(b[0] - a[0]).hypot(f64::from(b[1] - a[1])))
        }).sum();
        prop_assert!(moved <= around, "{} m2 along {} m", moved, around);
        prop_assert!(slivers.iter().all(|sliver| sliver.width < 3.0));
    }
}
