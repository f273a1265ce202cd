//! Is this set of rings a coverage? Asked of the source and again of the result, by looking at the rings
//! alone: nothing here knows how they were made.
//!
//! Rings cover without fault when no two edges cross, no edge has two owners on one side, and around every
//! vertex and every loose component the ground has the same owner from whichever edge one looks. Ground that
//! nobody owns is no fault by itself: [`open`] counts it.

use super::arrangement::{Arrangement, Half};
use super::coverage::{Owner, Point, Ring, doubled_area};
use super::faces::outside::Rows;
use super::geometry::{between, opposite, orientation};
use super::pairs::{Segment, pairs};
use super::vertices::Repeats;

mod open;

pub use open::{open_faces, open_grounds};

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
    judge(rings).0
}

/// The same, and how many pieces of ground inside the map belong to nobody.
pub fn judge(rings: &[Ring]) -> (Vec<Fault>, usize) {
    let drawing = Arrangement::new(rings);
    let mut faults = alone(rings);
    faults.extend(twice(&drawing));
    faults.extend(crossings(&drawing));
    if faults.is_empty() {
        faults.extend(around_vertices(&drawing, rings));
        faults.extend(around_components(&drawing, rings));
    }
    (faults, open::of(&drawing))
}

fn alone(rings: &[Ring]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut repeats = Repeats::default();
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
        faults.extend(repeats.first(points).map(|at| Fault::Pinch { ring, at }));
    }
    faults
}

/// Sides of edges that several rings run along.
fn twice(drawing: &Arrangement) -> Vec<Fault> {
    let mut found = Vec::new();
    for half in drawing.halves() {
        if let [first, others @ ..] = drawing.runs(half) {
            found.extend(others.iter().map(|&ring| (ring, *first, drawing.from(half))));
        }
    }
    found.sort_unstable();
    found
        .into_iter()
        .map(|(ring, first, at)| Fault::Overlap { rings: [first as usize, ring as usize], at })
        .collect()
}

/// Edges that cross, lie upon each other, or end inside one another.
fn crossings(drawing: &Arrangement) -> Vec<Fault> {
    let edge = |name: u32| (drawing.from(2 * name), drawing.from(2 * name + 1));
    let edges = drawing.halves().end / 2;
    let segments: Vec<Segment> = (0..edges).map(edge).collect();
    let mut found = Vec::new();
    pairs(&segments, &(0..edges).collect::<Vec<_>>(), 0, 0, |one, two| {
        let ((a, b), (c, d)) = (segments[one as usize], segments[two as usize]);
        let (of_c, of_d) = (orientation(a, b, c), orientation(a, b, d));
        if of_c.signum() * of_d.signum() > 0 {
            return;
        }
        let (of_a, of_b) = (orientation(c, d, a), orientation(c, d, b));
        let is_inside =
            |side: i64, (a, b): Segment, p: Point| side == 0 && p != a && p != b && between(a, b, p);
        if (opposite(of_c, of_d) && opposite(of_a, of_b))
            || is_inside(of_c, (a, b), c)
            || is_inside(of_d, (a, b), d)
            || is_inside(of_a, (c, d), a)
            || is_inside(of_b, (c, d), b)
        {
            found.push((one, two));
        }
    });
    found.sort_unstable();
    found
        .into_iter()
        .map(|(one, two)| Fault::Crossing {
            rings: [ring_at(drawing, 2 * two), ring_at(drawing, 2 * one)],
            at: segments[one as usize].0.min(segments[one as usize].1),
        })
        .collect()
}

/// A ring along either side of an edge.
fn ring_at(drawing: &Arrangement, half: Half) -> usize {
    let runs = [half, half ^ 1].map(|half| drawing.runs(half).first().copied());
    runs[0].or(runs[1]).unwrap_or_default() as usize
}

/// Who says that the ground to the left of a half is theirs.
fn owner(drawing: &Arrangement, rings: &[Ring], half: Half) -> Option<Owner> {
    drawing.runs(half).first().map(|&ring| rings[ring as usize].owner)
}

/// Between two edges next to each other around a vertex both must say the same.
fn around_vertices(drawing: &Arrangement, rings: &[Ring]) -> Vec<Fault> {
    let mut found = Vec::new();
    for half in drawing.halves() {
        let next = drawing.next(half);
        if owner(drawing, rings, half) != owner(drawing, rings, next) {
            found.push((drawing.from(next), [ring_at(drawing, next), ring_at(drawing, half)]));
        }
    }
    found.sort_unstable();
    found.into_iter().map(|(at, rings)| Fault::Overlap { rings, at }).collect()
}

/// A component's surroundings must be what its outside edges say: an island in water lies in a hole.
fn around_components(drawing: &Arrangement, rings: &[Ring]) -> Vec<Fault> {
    let mut first_half: Vec<Half> = vec![0; drawing.vertex_count()];
    drawing.halves().for_each(|half| first_half[drawing.vertex(half) as usize] = half);
    let starts = westernmost(drawing, &first_half);
    // The first has nothing to the west.
    let rows = if starts.len() > 1 { Rows::new(drawing) } else { Rows::default() };
    let mut faults = Vec::new();
    for (at, vertex) in starts {
        let first = first_half[vertex as usize];
        let around =
            std::iter::successors(Some(drawing.next(first ^ 1)), |&half| Some(drawing.next(half ^ 1)));
        let to = |half: Half| drawing.from(half ^ 1);
        let steepest = around
            .take_while(|&half| half != first)
            .fold(first, |a, b| if orientation(at, to(a), to(b)) > 0 { b } else { a });
        let facing = rows.first_west(drawing, at);
        if owner(drawing, rings, steepest) != facing.and_then(|half| owner(drawing, rings, half)) {
            let other = facing.map_or(0, |half| ring_at(drawing, half));
            faults.push(Fault::Overlap { rings: [other, ring_at(drawing, steepest)], at });
        }
    }
    faults
}

/// Of every component its westernmost vertex, from the west.
fn westernmost(drawing: &Arrangement, first_half: &[Half]) -> Vec<(Point, u32)> {
    let mut is_seen = vec![false; drawing.vertex_count()];
    let mut found = Vec::new();
    let mut stack = Vec::new();
    for &start in first_half {
        let mut least = (drawing.from(start), drawing.vertex(start));
        if std::mem::replace(&mut is_seen[least.1 as usize], true) {
            continue;
        }
        stack.push(start);
        while let Some(first) = stack.pop() {
            least = least.min((drawing.from(first), drawing.vertex(first)));
            let mut half = first;
            loop {
                let other = drawing.vertex(half ^ 1) as usize;
                if !std::mem::replace(&mut is_seen[other], true) {
                    stack.push(first_half[other]);
                }
                half = drawing.next(half ^ 1);
                if half == first {
                    break;
                }
            }
        }
        found.push(least);
    }
    found.sort_unstable();
    found
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
