//! The edges as they are bent so far, and where those that are new cross others.

use super::Edge;
use crate::pipeline::buckets::{high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{crosses, orientation};
use crate::pipeline::index;
use std::ops::Range;

/// Straight pieces, in layers: one for each round of bending.
pub struct Pieces {
    pieces: Vec<Edge>,
    /// Per edge its pieces.
    of_edge: Vec<Range<u32>>,
    is_gone: Vec<bool>,
    layers: Vec<(usize, index::Segments)>,
}

impl Pieces {
    pub fn new(edges: usize) -> Self {
        Self {
            pieces: Vec::with_capacity(edges),
            of_edge: vec![0..0; edges],
            is_gone: vec![],
            layers: vec![],
        }
    }

    /// The pieces of an edge from end to end over its bends, in the place of those it had.
    pub fn replace(&mut self, edge: u32, (a, b): Edge, bend: &[Point]) {
        for gone in self.of_edge[edge as usize].clone() {
            self.is_gone[gone as usize] = true;
        }
        let begin = self.pieces.len() as u32;
        let mut from = a;
        for &to in bend.iter().chain([&b]) {
            self.pieces.push((from.min(to), from.max(to)));
            from = to;
        }
        self.is_gone.resize(self.pieces.len(), false);
        self.of_edge[edge as usize] = begin..self.pieces.len() as u32;
    }

    /// Where pieces made since the last time cross each other or older ones, in whole metres.
    pub fn crossings(&mut self) -> Vec<Point> {
        let fresh = self.layers.last().map_or(0, |(begin, layer)| begin + layer.len());
        self.layers.push((fresh, index::Segments::new(&self.pieces[fresh..])));
        let mut found = Vec::new();
        for (name, &(a, b)) in self.pieces.iter().enumerate().skip(fresh) {
            let (low, high) = (low(a, b), high(a, b));
            for (begin, layer) in &self.layers {
                for other in layer.near(low, high).map(|other| begin + other as usize) {
                    let (c, d) = self.pieces[other];
                    let apart = d[0] < low[0]
                        || c[0] > high[0]
                        || c[1].max(d[1]) < low[1]
                        || c[1].min(d[1]) > high[1];
                    if !apart && other < name && !self.is_gone[other] && crosses(a, b, c, d) {
                        found.push(crossing(a, b, c, d));
                    }
                }
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
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
    fn a_crossing_rounds_halves_up() {
        assert_eq!(crossing([0, 0], [4, 0], [1, -1], [2, 1]), [2, 0]);
        assert_eq!(crossing([4, 0], [0, 0], [1, -1], [2, 1]), [2, 0]);
        assert_eq!(crossing([0, 0], [3, 3], [0, 3], [3, 0]), [2, 2]);
    }
}
