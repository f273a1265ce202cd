//! Snap rounding: where every edge bends so that edges meet in vertices only.
//!
//! Every vertex, and every crossing of two edges rounded to whole metres, is the centre of a hot pixel of one
//! metre; an edge that meets a hot pixel bends through its centre (Hobby 1999, "Practical segment
//! intersection with finite precision output"; Guibas and Marimont 1998, "Rounding arrangements
//! dynamically"). A bent edge may have come into another pixel: it is bent again, until none is left
//! (iterated snap rounding, Halperin and Packer 2002). No edge moves farther than the pixels it met, 0.71 m a
//! time, and edges that crossed nothing do not move at all.

use super::edges;
use crate::pipeline::buckets::{high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{crosses, orientation};
use crate::pipeline::index;
use rustc_hash::FxHashMap;

/// Rounding may bring edges together that were apart, so that new crossings appear; a handful of rounds ends
/// it, and the bound is for hostile input (what crosses still is refused later).
const ROUNDS: usize = 16;
/// How often an edge may be bent again.
const DEPTH: usize = 16;

/// An edge without direction, the smaller end first.
pub type Edge = (Point, Point);

/// Per edge the vertices that it must pass, from the smaller end on; edges that stay straight are absent.
pub fn bends<'a>(rings: impl Iterator<Item = &'a [Point]> + Clone) -> FxHashMap<Edge, Vec<Point>> {
    let mut vertices: Vec<Point> = rings.clone().flatten().copied().collect();
    sort_once(&mut vertices);
    let mut straight: Vec<Edge> = rings.flat_map(edges).map(|(a, b)| (a.min(b), a.max(b))).collect();
    straight.retain(|(a, b)| a != b);
    sort_once(&mut straight);
    for round in 1.. {
        let pixels = index::Points::new(&vertices);
        let mut bends = FxHashMap::default();
        let mut pieces = Vec::with_capacity(straight.len());
        for &(a, b) in &straight {
            let mut bend = Vec::new();
            pass(&pixels, a, b, DEPTH, &mut bend);
            if bend.is_empty() {
                pieces.push((a, b));
                continue;
            }
            let mut from = a;
            for to in bend.iter().copied().chain([b]) {
                pieces.push((from.min(to), from.max(to)));
                from = to;
            }
            bends.insert((a, b), bend);
        }
        let crossings = if round < ROUNDS { crossings(pieces) } else { Vec::new() };
        let known = vertices.len();
        vertices.extend(crossings);
        sort_once(&mut vertices);
        if vertices.len() == known {
            return bends;
        }
    }
    FxHashMap::default()
}

fn sort_once<T: Ord>(list: &mut Vec<T>) {
    list.sort_unstable();
    list.dedup();
}

/// Appends the pixels that the edge meets, in order, and those its pieces meet once it is bent.
fn pass(pixels: &index::Points, a: Point, b: Point, depth: usize, bend: &mut Vec<Point>) {
    let (from, to) = (a.min(b), a.max(b));
    let (low, high) = (low(a, b).map(|value| value - 1), high(a, b).map(|value| value + 1));
    let mut met: Vec<Point> = pixels
        .near(low, high)
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

/// Where pieces cross, in whole metres.
fn crossings(mut pieces: Vec<Edge>) -> Vec<Point> {
    sort_once(&mut pieces);
    let near = index::Segments::new(&pieces);
    let mut found = Vec::new();
    for (name, &(a, b)) in pieces.iter().enumerate() {
        let (low, high) = (low(a, b), high(a, b));
        for other in near.near(low, high).map(|other| other as usize).filter(|&other| other < name) {
            let (c, d) = pieces[other];
            // Sorted by x: `c` is never east of `a`.
            let apart = d[0] < a[0] || c[1].max(d[1]) < low[1] || c[1].min(d[1]) > high[1];
            if !apart && crosses(a, b, c, d) {
                found.push(crossing(a, b, c, d));
            }
        }
    }
    found
}

/// The crossing of two segments that do cross, rounded to whole metres, halves up.
fn crossing(a: Point, b: Point, c: Point, d: Point) -> Point {
    let [one, two] = [orientation(c, d, a), orientation(c, d, b)].map(i128::from);
    // From `a`, the part `one / (one - two)` of the way to `b`.
    let at = |axis: usize| {
        let (numerator, denominator) = (one * i128::from(b[axis] - a[axis]), one - two);
        let (numerator, denominator) =
            if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
        a[axis] + (2 * numerator + denominator).div_euclid(2 * denominator) as i32
    };
    [at(0), at(1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_that_cross_bend_through_the_nearest_metre() {
        let rings: [&[Point]; 2] = [&[[0, 0], [10, 3], [0, 9]], &[[5, -4], [6, 5], [9, -4]]];
        let bends = bends(rings.into_iter());
        let [one, two] = [&bends[&([0, 0], [10, 3])], &bends[&([5, -4], [6, 5])]];
        assert!(one.contains(&[6, 2]) && two.contains(&[6, 2]), "{one:?} {two:?}");
    }

    #[test]
    fn a_crossing_rounds_halves_up() {
        assert_eq!(crossing([0, 0], [4, 0], [1, -1], [2, 1]), [2, 0]);
        assert_eq!(crossing([4, 0], [0, 0], [1, -1], [2, 1]), [2, 0]);
        assert_eq!(crossing([0, 0], [3, 3], [0, 3], [3, 0]), [2, 2]);
    }

    #[test]
    fn an_edge_bent_into_a_pixel_bends_again() {
        let rings: [&[Point]; 2] = [&[[0, 0], [100, 0], [50, 40]], &[[50, 0], [25, 1], [75, -30]]];
        let bends = bends(rings.into_iter());
        assert_eq!(bends[&([0, 0], [100, 0])], [[27, 0], [50, 0]]);
    }
}
