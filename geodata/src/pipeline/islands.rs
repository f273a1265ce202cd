//! Islands too small to be seen, left out on request, and counted.
//!
//! Only a part that borders on no other area can go: elsewhere a hole would open. The largest part of an area
//! always stays, so that none vanishes. Where water lies around an island, its hole goes too.

use super::coverage::{Coverage, Owner, Point, Ring, doubled_area};
use super::junctions::edges;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;
use std::collections::BTreeMap;

/// An island that was left out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    pub code: String,
    /// A vertex of it, RD New, whole metres.
    pub at: Point,
    pub square_metres: f64,
    #[serde(skip)]
    vertices: FxHashSet<Point>,
}

impl LeftOut {
    /// Is the ring, before rounding, one of this island's?
    pub fn holds(&self, ring: &[[f64; 2]]) -> bool {
        let is_vertex = |point: &[f64; 2]| self.vertices.contains(&point.map(|value| value.round() as i32));
        ring.iter().all(is_vertex)
    }
}

/// The coverage without islands of less than `least` square metres.
pub fn leave_out(coverage: Coverage, least: f64) -> (Coverage, Vec<LeftOut>) {
    let small = small(&coverage, least);
    if small.is_empty() {
        return (coverage, Vec::new());
    }
    let mut island_at: FxHashMap<(Point, Point), usize> = FxHashMap::default();
    for ring in coverage.rings.iter().filter(|ring| small.contains_key(&ring.polygon)) {
        island_at.extend(edges(&ring.points).map(|edge| (either_way(edge), ring.polygon)));
    }
    let mut bordered: FxHashSet<usize> = FxHashSet::default();
    let mut holes: Vec<(usize, usize)> = Vec::new();
    for (index, ring) in coverage.rings.iter().enumerate() {
        let along: Vec<Option<usize>> =
            edges(&ring.points).map(|edge| island_at.get(&either_way(edge)).copied()).collect();
        let others = || along.iter().flatten().copied().filter(|&polygon| polygon != ring.polygon);
        let around_one = along.iter().all(|&island| island.is_some() && island == along[0]);
        match (ring.owner, others().next()) {
            (Owner::Water, Some(island)) if around_one => {
                if doubled_area(&ring.points) < 0 {
                    holes.push((index, island));
                }
            }
            _ => bordered.extend(others()),
        }
    }
    let goes = |polygon: &usize| small.contains_key(polygon) && !bordered.contains(polygon);
    let gone: FxHashSet<usize> =
        holes.iter().filter(|(_, island)| goes(island)).map(|&(index, _)| index).collect();
    let left_out = small.iter().filter(|(polygon, _)| goes(polygon)).map(|(&polygon, &doubled)| {
        let rings = || coverage.rings.iter().filter(move |ring| ring.polygon == polygon);
        LeftOut {
            code: rings().next().map_or(String::new(), |ring| coverage.name(ring.owner)),
            at: rings().flat_map(|ring| ring.points.iter().copied()).min().unwrap_or_default(),
            square_metres: doubled as f64 / 2.0,
            vertices: rings().flat_map(|ring| ring.points.iter().copied()).collect(),
        }
    });
    let left_out = left_out.collect();
    let Coverage { places, rings } = coverage;
    let stays = |(index, ring): &(usize, Ring)| !gone.contains(index) && !goes(&ring.polygon);
    let rings = rings.into_iter().enumerate().filter(stays).map(|(_, ring)| ring).collect();
    (Coverage { places, rings }, left_out)
}

/// Parts of less than `least` square metres that are not the largest of their area, and twice their area.
fn small(coverage: &Coverage, least: f64) -> BTreeMap<usize, i64> {
    let mut parts: BTreeMap<usize, (Owner, i64)> = BTreeMap::new();
    for ring in coverage.rings.iter().filter(|ring| ring.owner != Owner::Water) {
        parts.entry(ring.polygon).or_insert((ring.owner, 0)).1 += doubled_area(&ring.points);
    }
    let mut largest: BTreeMap<Owner, (i64, usize)> = BTreeMap::new();
    for (&polygon, &(owner, doubled)) in &parts {
        let best = largest.entry(owner).or_insert((doubled, polygon));
        if doubled > best.0 {
            *best = (doubled, polygon);
        }
    }
    let is_small = |&(&polygon, &(owner, doubled)): &(&usize, &(Owner, i64))| {
        (doubled as f64) < 2.0 * least && largest.get(&owner).is_none_or(|&(_, best)| best != polygon)
    };
    parts.iter().filter(is_small).map(|(&polygon, &(_, doubled))| (polygon, doubled)).collect()
}

fn either_way((a, b): (Point, Point)) -> (Point, Point) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::Place;

    fn square(owner: Owner, polygon: usize, [x, y]: Point, side: i32) -> Ring {
        let points = vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
        Ring { owner, number: 1, polygon, points }
    }

    fn without_islands(mut rings: Vec<Ring>, least: f64) -> (Vec<usize>, usize) {
        let place = |code: &str| Place {
            number: 1,
            code: code.to_owned(),
            naam: String::new(),
            provincie: String::new(),
        };
        for ring in &mut rings {
            ring.number = ring.polygon;
        }
        let coverage = Coverage { places: vec![place("GM0001"), place("GM0002")], rings };
        let (coverage, left_out) = leave_out(coverage, least);
        (coverage.rings.iter().map(|ring| ring.polygon).collect(), left_out.len())
    }

    const ONE: Owner = Owner::Gemeente(0);
    const TWO: Owner = Owner::Gemeente(1);

    #[test]
    fn an_islet_goes_and_the_largest_part_of_an_area_stays_however_small() {
        let rings =
            || vec![square(ONE, 0, [0, 0], 50), square(ONE, 1, [90, 0], 5), square(TWO, 2, [90, 90], 4)];
        assert_eq!(without_islands(rings(), 0.0), (vec![0, 1, 2], 0));
        assert_eq!(without_islands(rings(), 26.0), (vec![0, 2], 1));
    }

    #[test]
    fn a_part_that_borders_on_another_area_stays() {
        let rings = vec![square(ONE, 0, [0, 0], 50), square(ONE, 1, [90, 0], 5), square(TWO, 2, [95, 0], 5)];
        assert_eq!(without_islands(rings, 100.0), (vec![0, 1, 2], 0));
    }

    #[test]
    fn the_hole_in_the_water_goes_with_its_island() {
        let mut hole = square(Owner::Water, 3, [90, 0], 5);
        hole.points.reverse();
        let rings = vec![
            square(ONE, 0, [0, 0], 50),
            square(ONE, 1, [90, 0], 5),
            square(Owner::Water, 3, [80, -10], 40),
            hole,
        ];
        assert_eq!(without_islands(rings, 100.0), (vec![0, 3], 1));
    }
}
