//! Third stage: a vertex of one region on an edge of another becomes a vertex of both.
//!
//! After rounding, a vertex lies on an edge when the edge meets the vertex's square of one metre: the hot
//! pixel of snap rounding (Hobby 1999, "Practical segment intersection with finite precision output"). The
//! edge then bends through the vertex, by at most 0.71 m. Routing may leave spikes (`a b a`), which enclose
//! nothing and go, as do loops less than a metre wide.

use super::buckets::{Buckets, high, low};
use super::coverage::{Coverage, Point, doubled_area};
use super::geometry::orientation;
use rustc_hash::{FxHashMap, FxHashSet};

/// Vertices are unique positions: everybody's in a square of about a kilometre is looked at together.
const BITS: u32 = 10;

/// What had to be done to make borders meet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Repairs {
    /// Vertices inserted into edges that they lay on, counted once for an edge.
    pub vertices: usize,
    /// Spikes and loops closed that were less than a metre wide.
    pub threads: usize,
}

/// The coverage with every T-junction given its vertex.
pub fn junctions(coverage: Coverage) -> (Coverage, Repairs) {
    let Coverage { places, mut rings } = coverage;
    let mut repairs = Repairs::default();
    // Bending an edge may bring it onto another vertex: repeat until nothing moves. Each round inserts
    // existing vertices only, so it ends; the bound is for hostile input.
    for _ in 0..16 {
        let on_edge = vertices_on_edges(rings.iter().map(|ring| ring.points.as_slice()));
        if on_edge.is_empty() {
            break;
        }
        repairs.vertices += on_edge.values().map(Vec::len).sum::<usize>();
        for ring in &mut rings {
            ring.points = route(&ring.points, &on_edge);
        }
    }
    for ring in &mut rings {
        repairs.threads += usize::from(remove_spikes(&mut ring.points));
        repairs.threads += remove_threads(&mut ring.points);
    }
    (Coverage { places, rings }, repairs)
}

/// Per edge (smaller end first) the foreign vertices on it, from the smaller end on.
fn vertices_on_edges<'a>(
    rings: impl Iterator<Item = &'a [Point]> + Clone,
) -> FxHashMap<(Point, Point), Vec<Point>> {
    let mut vertices: Vec<Point> = rings.clone().flatten().copied().collect();
    vertices.sort_unstable();
    vertices.dedup();
    let mut buckets = Buckets::over(vertices.iter().copied(), BITS);
    for (name, &vertex) in vertices.iter().enumerate() {
        buckets.insert(vertex, name as u32);
    }
    let mut seen = FxHashSet::default();
    let mut on_edge = FxHashMap::default();
    for ring in rings {
        for (a, b) in edges(ring) {
            let (a, b) = (a.min(b), a.max(b));
            if !seen.insert((a, b)) {
                continue;
            }
            let mut found: Vec<Point> = buckets
                .near(low(a, b), high(a, b))
                .map(|name| vertices[name as usize])
                .filter(|&vertex| on(a, b, vertex))
                .collect();
            if !found.is_empty() {
                found.sort_unstable_by_key(|&vertex| along(a, b, vertex));
                on_edge.insert((a, b), found);
            }
        }
    }
    on_edge
}

/// Does the open edge meet the hot pixel of the vertex?
fn on(a: Point, b: Point, vertex: Point) -> bool {
    let [dx, dy] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    let position = along(a, b, vertex);
    position > 0 && position < dx * dx + dy * dy && 2 * orientation(a, b, vertex).abs() <= dx.abs() + dy.abs()
}

fn along(a: Point, b: Point, vertex: Point) -> i64 {
    let [dx, dy] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    (i64::from(vertex[0]) - i64::from(a[0])) * dx + (i64::from(vertex[1]) - i64::from(a[1])) * dy
}

fn route(points: &[Point], on_edge: &FxHashMap<(Point, Point), Vec<Point>>) -> Vec<Point> {
    let mut routed = Vec::with_capacity(points.len());
    for (a, b) in edges(points) {
        routed.push(a);
        if let Some(found) = on_edge.get(&(a.min(b), a.max(b))) {
            if a < b {
                routed.extend(found);
            } else {
                routed.extend(found.iter().rev());
            }
        }
    }
    routed
}

/// Takes out every `a b a` and every repeated point, around the end of the list too. Was there any?
fn remove_spikes(points: &mut Vec<Point>) -> bool {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        if kept.last() == Some(&point) {
            continue;
        }
        if kept.len() >= 2 && kept[kept.len() - 2] == point {
            kept.pop();
            continue;
        }
        kept.push(point);
    }
    // The same around the seam.
    let mut start = 0;
    loop {
        let end = kept.len();
        if end - start >= 2 && kept[end - 1] == kept[start] {
            kept.pop();
        } else if end - start >= 3 && kept[end - 2] == kept[start] {
            kept.truncate(end - 1);
        } else if end - start >= 3 && kept[end - 1] == kept[start + 1] {
            start += 1;
        } else {
            break;
        }
    }
    kept.drain(..start);
    let found = kept.len() < points.len();
    *points = kept;
    found
}

/// Takes out loops thinner than the rounding: where a ring runs back along itself within a metre, as the
/// water of 2021 does between the coast of Oldambt and the state border.
fn remove_threads(points: &mut Vec<Point>) -> usize {
    let mut threads = 0;
    let mut at: FxHashMap<Point, usize> = FxHashMap::default();
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        if let Some(&start) = at.get(&point) {
            if is_thread(&kept[start..]) {
                threads += 1;
                for gone in kept.drain(start + 1..) {
                    at.remove(&gone);
                }
            } else {
                kept.push(point);
            }
        } else {
            at.insert(point, kept.len());
            kept.push(point);
        }
    }
    if kept.len() < points.len() {
        remove_spikes(&mut kept);
        *points = kept;
    }
    threads
}

/// Is the loop on average less than a metre wide?
fn is_thread(points: &[Point]) -> bool {
    let round: f64 = edges(points).map(|(a, b)| f64::from(b[0] - a[0]).hypot(f64::from(b[1] - a[1]))).sum();
    (doubled_area(points).abs() as f64) < round
}

pub(super) fn edges(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().copied().cycle().skip(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::{Owner, Ring};

    fn ring(owner: u32, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon: owner as usize, points: points.to_vec() }
    }

    #[test]
    fn a_vertex_on_a_foreign_edge_becomes_a_vertex_of_both() {
        let left = ring(0, &[[0, 0], [4, 0], [4, 8], [0, 8]]);
        let right = ring(1, &[[4, 0], [8, 0], [8, 8], [4, 8], [4, 3]]);
        let (coverage, repairs) = junctions(Coverage { places: vec![], rings: vec![left, right] });
        assert_eq!(repairs, Repairs { vertices: 1, threads: 0 });
        assert_eq!(coverage.rings[0].points, [[0, 0], [4, 0], [4, 3], [4, 8], [0, 8]]);
    }

    #[test]
    fn a_spike_encloses_nothing_and_goes() {
        let mut points = vec![[0, 0], [4, 0], [9, 0], [4, 0], [4, 4]];
        remove_spikes(&mut points);
        assert_eq!(points, [[0, 0], [4, 0], [4, 4]]);
        let mut seam = vec![[4, 0], [4, 4], [0, 0], [4, 0], [9, 0]];
        remove_spikes(&mut seam);
        assert_eq!(seam.len(), 3);
    }

    #[test]
    fn a_loop_thinner_than_the_rounding_goes() {
        let mut points = vec![[0, 0], [40, 0], [90, 0], [60, 1], [40, 0], [40, 40]];
        remove_threads(&mut points);
        assert_eq!(points, [[0, 0], [40, 0], [40, 40]]);
    }
}
