//! Snap rounding: where every edge bends so that edges meet in vertices only.
//!
//! Every vertex, and every crossing of two edges rounded to whole metres, is the centre of a hot pixel of one
//! metre; an edge that meets a hot pixel bends through its centre (Hobby 1999, "Practical segment
//! intersection with finite precision output"; Guibas and Marimont 1998, "Rounding arrangements
//! dynamically"). A bent edge may have come into another pixel: it is bent again, until none is left
//! (iterated snap rounding, Halperin and Packer 2002). No edge moves farther than the pixels it met, 0.71 m a
//! time, and edges that crossed nothing do not move at all.

use crate::pipeline::arrangement::Drawn;
use crate::pipeline::buckets::{high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::orientation;
use crate::pipeline::index;
use pieces::Pieces;
use rustc_hash::FxHashMap;

mod pieces;

/// Rounding may bring edges together that were apart, so that new crossings appear; a handful of rounds ends
/// it, and the bound is for hostile input (what crosses still is refused later).
const ROUNDS: usize = 16;
/// How often an edge may be bent again.
const DEPTH: usize = 16;
/// Farther than this from its straight course no edge bends, metres.
const ASTRAY: i32 = DEPTH as i32 + 2;

/// An edge without direction, the smaller end first.
pub type Edge = (Point, Point);

/// Per edge the vertices that it must pass, from the smaller end on; edges that stay straight are absent.
pub fn bends(drawn: Drawn) -> FxHashMap<Edge, Vec<Point>> {
    let Drawn { mut vertices, ends, .. } = drawn;
    let straight: Vec<Edge> = {
        let points = vertices.points();
        let edge = |&[a, b]: &[u32; 2]| (points[a as usize], points[b as usize]);
        ends.iter().map(edge).map(|(a, b)| (a.min(b), a.max(b))).collect()
    };
    let mut pixels = vec![index::Points::new(vertices.points())];
    let mut bends: FxHashMap<Edge, Vec<Point>> = FxHashMap::default();
    let mut pieces = Pieces::new(straight.len());
    // Who must be bent, for the first time or again.
    let mut waiting: Vec<u32> = (0..straight.len() as u32).collect();
    for _ in 0..ROUNDS {
        for edge in waiting.drain(..) {
            let (a, b) = straight[edge as usize];
            let mut bend = Vec::new();
            pass(&pixels, a, b, DEPTH, &mut bend);
            pieces.replace(edge, (a, b), &bend);
            if !bend.is_empty() {
                bends.insert((a, b), bend);
            }
        }
        let known = vertices.points().len();
        for crossing in pieces.crossings() {
            vertices.number(crossing);
        }
        let fresh = &vertices.points()[known..];
        if fresh.is_empty() {
            break;
        }
        let index = index::Points::new(fresh);
        let concerned = |&edge: &u32| {
            let (a, b) = straight[edge as usize];
            let (low, high) = (low(a, b).map(|value| value - ASTRAY), high(a, b).map(|value| value + ASTRAY));
            index
                .near(low, high)
                .any(|p| low[0] <= p[0] && p[0] <= high[0] && low[1] <= p[1] && p[1] <= high[1])
        };
        waiting.extend((0..straight.len() as u32).filter(concerned));
        pixels.push(index);
    }
    bends
}

/// Appends the pixels that the edge meets, in order, and those its pieces meet once it is bent.
fn pass(pixels: &[index::Points], a: Point, b: Point, depth: usize, bend: &mut Vec<Point>) {
    let (from, to) = (a.min(b), a.max(b));
    let (low, high) = (low(a, b).map(|value| value - 1), high(a, b).map(|value| value + 1));
    let mut met: Vec<Point> = pixels
        .iter()
        .flat_map(|pixels| pixels.near(low, high))
        .filter(|p| low[0] <= p[0] && p[0] <= high[0] && low[1] <= p[1] && p[1] <= high[1])
        .filter(|&p| meets(from, to, p))
        .collect();
    if met.is_empty() {
        return;
    }
    met.sort_unstable_by_key(|&p| (along(from, to, p), p));
    if a > b {
        met.reverse();
    }
    let mut last = a;
    for &next in met.iter().chain([&b]) {
        if depth > 0 {
            pass(pixels, last, next, depth - 1, bend);
        }
        if next != b {
            bend.push(next);
        }
        last = next;
    }
}

/// Does the open edge meet the hot pixel of the vertex?
fn meets(a: Point, b: Point, vertex: Point) -> bool {
    let [dx, dy] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    let position = along(a, b, vertex);
    position > 0 && position < dx * dx + dy * dy && 2 * orientation(a, b, vertex).abs() <= dx.abs() + dy.abs()
}

fn along(a: Point, b: Point, vertex: Point) -> i64 {
    let [dx, dy] = [i64::from(b[0]) - i64::from(a[0]), i64::from(b[1]) - i64::from(a[1])];
    (i64::from(vertex[0]) - i64::from(a[0])) * dx + (i64::from(vertex[1]) - i64::from(a[1])) * dy
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bent(rings: &[&[Point]]) -> FxHashMap<Edge, Vec<Point>> {
        bends(Drawn::new(rings.iter().copied()))
    }

    #[test]
    fn edges_that_cross_bend_through_the_nearest_metre() {
        let rings: [&[Point]; 2] = [&[[0, 0], [10, 3], [0, 9]], &[[5, -4], [6, 5], [9, -4]]];
        let bends = bent(&rings);
        let [one, two] = [&bends[&([0, 0], [10, 3])], &bends[&([5, -4], [6, 5])]];
        assert!(one.contains(&[6, 2]) && two.contains(&[6, 2]), "{one:?} {two:?}");
    }

    #[test]
    fn an_edge_bent_into_a_pixel_bends_again() {
        let rings: [&[Point]; 2] = [&[[0, 0], [100, 0], [50, 40]], &[[50, 0], [25, 1], [75, -30]]];
        let bends = bent(&rings);
        assert_eq!(bends[&([0, 0], [100, 0])], [[27, 0], [50, 0]]);
    }
}
