//! Is this set of rings a coverage? Asked of the source and again of the result, by looking at the rings
//! alone: nothing here knows how they were made.
//!
//! Rings cover without fault when no two edges cross, no edge has two owners on one side, and around every
//! vertex and every loose component the ground has the same owner from whichever edge one looks.

use super::arrangement::by_angle;
use super::buckets::{Buckets, high, low};
use super::coverage::{Network, Owner, Point, Ring, doubled_area};
use super::geometry::{crosses, orientation};
use super::junctions::edges;
use super::vertices::Vertices;
use rustc_hash::{FxHashMap, FxHashSet};

/// One fault, with the rings (by position) that commit it.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Fewer than three points, or no area.
    Degenerate {
        ring: usize,
        at: Point,
    },
    /// A ring passes a vertex twice.
    Pinch {
        ring: usize,
        at: Point,
    },
    /// A ring runs the wrong way round: outer rings counter-clockwise, holes clockwise.
    Turned {
        ring: usize,
        at: Point,
    },
    Crossing {
        rings: [usize; 2],
        at: Point,
    },
    Overlap {
        rings: [usize; 2],
        at: Point,
    },
}

/// All faults, in order of ring where a ring alone is at fault, then by kind.
pub fn faults(rings: &[Ring]) -> Vec<Fault> {
    let mut faults = alone(rings);
    let mut used: Used = FxHashMap::default();
    for (ring, edge) in all_edges(rings) {
        if let Some(&first) = used.get(&edge) {
            faults.push(Fault::Overlap { rings: [first, ring], at: edge.0 });
        } else {
            used.insert(edge, ring);
        }
    }
    let plane = Edges::new(&used);
    faults.extend(plane.crossings(&used));
    if faults.is_empty() {
        let owner = |edge| used.get(&edge).map(|&ring| rings[ring].owner);
        faults.extend(around_vertices(&used, &owner));
        faults.extend(around_components(&plane, &used, &owner));
    }
    faults
}

/// How many pieces of ground inside the map belong to nobody: foreign enclaves, and gaps.
pub fn open_faces(rings: &[Ring]) -> usize {
    let used: Used = all_edges(rings).map(|(ring, edge)| (edge, ring)).collect();
    let mut open: FxHashSet<(Point, Point)> =
        used.keys().map(|&(a, b)| (b, a)).filter(|edge| !used.contains_key(edge)).collect();
    let around = by_vertex(&used);
    let mut starts: Vec<_> = open.iter().copied().collect();
    starts.sort_unstable();
    let mut faces = 0;
    for start in starts {
        if !open.remove(&start) {
            continue;
        }
        let (mut from, mut at) = start;
        let mut walk = vec![from];
        loop {
            walk.push(at);
            // With the open ground to the left, go on along the edge next clockwise from where we came.
            let fan = &around[&at];
            let came = fan.iter().position(|&other| other == from).unwrap_or_default();
            let next = fan[(came + fan.len() - 1) % fan.len()];
            if !open.remove(&(at, next)) {
                break;
            }
            (from, at) = (at, next);
        }
        walk.pop();
        faces += usize::from(doubled_area(&walk) > 0);
    }
    faces
}

/// The same of a network, arc by arc.
pub fn open_grounds(network: &Network) -> usize {
    let mut vertices = Vertices::with_room(2 * network.arcs.len());
    // A half is an arc walked one way, the even one forwards; its twin is `half ^ 1`.
    let along = |half: usize, from_start: usize| {
        let arc = &network.arcs[half / 2];
        if half.is_multiple_of(2) { arc[from_start] } else { arc[arc.len() - 1 - from_start] }
    };
    let halves = 2 * network.arcs.len();
    let starts: Vec<u32> = (0..halves).map(|half| vertices.number(along(half, 0))).collect();
    let mut fan: Vec<usize> = (0..halves).collect();
    fan.sort_unstable_by(|&one, &two| {
        let at = along(one, 0);
        starts[one].cmp(&starts[two]).then_with(|| by_angle(at, along(one, 1), along(two, 1)))
    });
    let mut next = vec![0; halves];
    for around in fan.chunk_by(|&one, &two| starts[one] == starts[two]) {
        for (place, &half) in around.iter().enumerate() {
            next[half ^ 1] = around[(place + around.len() - 1) % around.len()];
        }
    }
    let mut is_open = vec![true; halves];
    for &walk in network.rings.iter().flat_map(|ring| &ring.arcs) {
        is_open[2 * walk.max(!walk) as usize + usize::from(walk < 0)] = false;
    }
    let origin = network.arcs.first().map_or([0, 0], |arc| arc[0]).map(i64::from);
    let doubled = |half: usize| -> i64 {
        let at = |p: Point| [i64::from(p[0]) - origin[0], i64::from(p[1]) - origin[1]];
        let edges = network.arcs[half / 2].windows(2).map(|edge| (at(edge[0]), at(edge[1])));
        let forwards: i64 = edges.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum();
        if half.is_multiple_of(2) { forwards } else { -forwards }
    };
    let mut grounds = 0;
    for start in 0..halves {
        let (mut half, mut area) = (start, 0);
        while std::mem::replace(&mut is_open[half], false) {
            area += doubled(half);
            half = next[half];
        }
        grounds += usize::from(area > 0);
    }
    grounds
}

type Used = FxHashMap<(Point, Point), usize>;

fn all_edges(rings: &[Ring]) -> impl Iterator<Item = (usize, (Point, Point))> + '_ {
    rings.iter().enumerate().flat_map(|(index, ring)| edges(&ring.points).map(move |edge| (index, edge)))
}

fn alone(rings: &[Ring]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut last_polygon = None;
    for (ring, Ring { points, polygon, .. }) in rings.iter().enumerate() {
        let outer = last_polygon.replace(*polygon) != Some(*polygon);
        let at = points.first().copied().unwrap_or_default();
        let area = doubled_area(points);
        if points.len() < 3 || area == 0 {
            faults.push(Fault::Degenerate { ring, at });
            continue;
        }
        if (area > 0) != outer {
            faults.push(Fault::Turned { ring, at });
        }
        let mut sorted = points.clone();
        sorted.sort_unstable();
        faults.extend(
            sorted
                .windows(2)
                .filter(|pair| pair[0] == pair[1])
                .map(|pair| Fault::Pinch { ring, at: pair[0] }),
        );
    }
    faults
}

/// The edges without direction, findable by place.
struct Edges {
    segments: Vec<(Point, Point)>,
    buckets: Buckets,
}

impl Edges {
    fn new(used: &Used) -> Self {
        let mut segments: Vec<_> = used.keys().map(|&(a, b)| (a.min(b), a.max(b))).collect();
        segments.sort_unstable();
        segments.dedup();
        let mut buckets = Buckets::over(segments.iter().flat_map(|&(a, b)| [a, b]), 11);
        for (name, &(a, b)) in segments.iter().enumerate() {
            buckets.insert_segment(a, b, name as u32);
        }
        Self { segments, buckets }
    }

    /// Edges that cross, lie upon each other, or end inside one another.
    fn crossings(&self, used: &Used) -> Vec<Fault> {
        let ring = |(a, b): (Point, Point)| {
            used.get(&(a, b)).or_else(|| used.get(&(b, a))).copied().unwrap_or_default()
        };
        let mut found = FxHashSet::default();
        for (name, &(a, b)) in self.segments.iter().enumerate() {
            for other in self.buckets.near(low(a, b), high(a, b)).filter(|&other| (other as usize) < name) {
                let (c, d) = self.segments[other as usize];
                if crosses(a, b, c, d)
                    || [c, d].iter().any(|&p| inside(a, b, p))
                    || [a, b].iter().any(|&p| inside(c, d, p))
                {
                    found.insert((name, other as usize));
                }
            }
        }
        let mut found: Vec<_> = found.into_iter().collect();
        found.sort_unstable();
        found
            .into_iter()
            .map(|(one, two)| Fault::Crossing {
                rings: [ring(self.segments[two]), ring(self.segments[one])],
                at: self.segments[one].0,
            })
            .collect()
    }
}

fn inside(a: Point, b: Point, p: Point) -> bool {
    p != a && p != b && orientation(a, b, p) == 0 && super::geometry::between(a, b, p)
}

/// Neighbours of each vertex, counter-clockwise.
fn by_vertex(used: &Used) -> FxHashMap<Point, Vec<Point>> {
    let mut around: FxHashMap<Point, Vec<Point>> = FxHashMap::default();
    for &(a, b) in used.keys() {
        for (from, to) in [(a, b), (b, a)] {
            around.entry(from).or_default().push(to);
        }
    }
    for (&at, others) in &mut around {
        others.sort_unstable_by(|&a, &b| by_angle(at, a, b));
        others.dedup();
    }
    around
}

fn ring_at(used: &Used, a: Point, b: Point) -> usize {
    used.get(&(a, b)).or_else(|| used.get(&(b, a))).copied().unwrap_or_default()
}

fn around_vertices(used: &Used, owner: &impl Fn((Point, Point)) -> Option<Owner>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (&at, fan) in &by_vertex(used) {
        for (index, &one) in fan.iter().enumerate() {
            let two = fan[(index + 1) % fan.len()];
            if owner((at, one)) != owner((two, at)) {
                faults.push(Fault::Overlap { rings: [ring_at(used, at, one), ring_at(used, two, at)], at });
            }
        }
    }
    faults.sort_unstable_by_key(|fault| match fault {
        Fault::Overlap { at, .. } => *at,
        _ => [0, 0],
    });
    faults
}

/// A component's surroundings must be what its outside edges say: an island in water lies in a hole.
fn around_components(
    plane: &Edges,
    used: &Used,
    owner: &impl Fn((Point, Point)) -> Option<Owner>,
) -> Vec<Fault> {
    let around = by_vertex(used);
    let mut vertices: Vec<Point> = around.keys().copied().collect();
    vertices.sort_unstable();
    let mut seen = FxHashSet::default();
    let mut faults = Vec::new();
    let west = vertices.first().map_or(0, |p| p[0]);
    for start in vertices {
        if !seen.insert(start) {
            continue;
        }
        // Vertices come from the west: the first of a component is its westernmost.
        let mut stack = vec![start];
        while let Some(at) = stack.pop() {
            stack.extend(around[&at].iter().copied().filter(|&other| seen.insert(other)));
        }
        let steepest =
            around[&start].iter().copied().reduce(|a, b| if orientation(start, a, b) > 0 { b } else { a });
        let Some(steepest) = steepest else { continue };
        let says = owner((start, steepest));
        let facing = first_west(plane, start, west);
        let is = facing.and_then(|(a, b)| if a[1] < b[1] { owner((b, a)) } else { owner((a, b)) });
        if says != is {
            let other = facing.map_or(0, |(a, b)| ring_at(used, a, b));
            faults.push(Fault::Overlap { rings: [other, ring_at(used, start, steepest)], at: start });
        }
    }
    faults
}

/// The first edge straight west of a vertex (just above it, so that no vertex is hit).
fn first_west(plane: &Edges, [x, y]: Point, west: i32) -> Option<(Point, Point)> {
    let height = f64::from(y);
    plane
        .buckets
        .near([west, y], [x, y])
        .map(|name| plane.segments[name as usize])
        .filter(|&(a, b)| (a[1] <= y) != (b[1] <= y))
        .filter_map(|(a, b)| {
            let slope = f64::from(b[0] - a[0]) / f64::from(b[1] - a[1]);
            let at = f64::from(a[0]) + (height - f64::from(a[1])) * slope;
            (at < f64::from(x)).then_some(((at, slope), (a, b)))
        })
        .max_by(|(one, _), (two, _)| one.0.total_cmp(&two.0).then_with(|| one.1.total_cmp(&two.1)))
        .map(|(_, edge)| edge)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(owner: u32, polygon: usize, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon, points: points.to_vec() }
    }

    #[test]
    fn two_neighbours_are_without_fault() {
        let rings =
            [ring(0, 0, &[[0, 0], [4, 0], [4, 4], [0, 4]]), ring(1, 1, &[[4, 0], [8, 0], [8, 4], [4, 4]])];
        assert_eq!(faults(&rings), []);
        assert_eq!(open_faces(&rings), 0);
    }

    #[test]
    fn an_island_must_lie_in_a_hole() {
        let sea = ring(0, 0, &[[0, 0], [9, 0], [9, 9], [0, 9]]);
        let hole = ring(0, 0, &[[2, 2], [2, 5], [5, 5], [5, 2]]);
        let island = ring(1, 1, &[[3, 3], [4, 3], [4, 4]]);
        assert_eq!(faults(&[sea.clone(), hole, island.clone()]), []);
        assert_eq!(faults(&[sea, island]), [Fault::Overlap { rings: [0, 1], at: [3, 3] }]);
    }

    #[test]
    fn crossing_edges_are_found_once() {
        let one = ring(0, 0, &[[0, 0], [8, 0], [8, 3], [0, 3]]);
        let two = ring(1, 1, &[[4, 1], [9, 1], [9, 2], [4, 2]]);
        assert_eq!(faults(&[one, two]).len(), 2);
    }

    #[test]
    fn a_region_inside_another_that_touches_at_a_vertex_overlaps() {
        let one = ring(0, 0, &[[0, 0], [9, 0], [9, 9], [0, 9]]);
        let two = ring(1, 1, &[[0, 0], [5, 1], [5, 5]]);
        assert!(matches!(faults(&[one, two])[..], [Fault::Overlap { .. }, ..]));
    }

    #[test]
    fn ground_between_that_nobody_owns_is_an_open_face() {
        let ring_with_hole =
            [ring(0, 0, &[[0, 0], [9, 0], [9, 9], [0, 9]]), ring(0, 0, &[[2, 2], [2, 5], [5, 5], [5, 2]])];
        assert_eq!(open_faces(&ring_with_hole), 1);
    }
}
