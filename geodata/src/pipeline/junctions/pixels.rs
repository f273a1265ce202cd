//! Snap rounding: where every edge bends so that edges meet in vertices only.
//!
//! Every vertex, and every crossing of two edges rounded to whole metres, is the centre of a hot pixel of one
//! metre; an edge that meets a hot pixel bends through its centre (Hobby 1999, "Practical segment
//! intersection with finite precision output"; Guibas and Marimont 1998, "Rounding arrangements
//! dynamically"). A bent edge may have come into another pixel, or over another edge: its pieces are held
//! against all others again, until nothing is met (iterated snap rounding, Halperin and Packer 2002). No edge
//! moves farther than the pixels it met, 0.71 m a time, and edges that met nothing do not move at all.

use crate::pipeline::buckets::{high, low};
use crate::pipeline::coverage::Point;
use crate::pipeline::geometry::{opposite, orientation};
use crate::pipeline::index::Cells;
use crate::pipeline::pairs::pairs;

/// A handful of rounds ends it; the bound is for hostile input (what crosses still is refused later).
const ROUNDS: usize = 16;

/// An edge, or a piece of one, the way it was given.
pub type Edge = (Point, Point);

/// Edges as they are bent.
pub struct Bent {
    /// The edges, then the pieces of those that bend, those of one together.
    pieces: Vec<Edge>,
    /// Where the pieces of each begin; 0 for what stays straight.
    split: Vec<u32>,
    /// How many vertices came in, counted once for an edge.
    pub inserted: usize,
    /// Cells of the plane, and which a piece with the metre around it lies in; [`MANY`] where it is not one.
    cells: Cells,
    cell: Vec<u32>,
}

/// A piece that lies in several cells.
const MANY: u32 = u32::MAX;

/// Bends edges that all differ, whichever way they run.
pub fn bent(edges: Vec<Edge>) -> Bent {
    let cells = Cells::over(edges.iter().flat_map(|&(a, b)| [a, b]), edges.len());
    let split = vec![0; edges.len()];
    let cell = edges.iter().map(|&edge| only_cell(&cells, edge)).collect();
    let mut bent = Bent { split, pieces: edges, inserted: 0, cells, cell };
    let mut fresh = 0;
    for _ in 0..ROUNDS {
        let met = bent.met(fresh);
        if met.is_empty() {
            break;
        }
        fresh = bent.pieces.len() as u32;
        for of_piece in met.chunk_by(|one, two| one.piece == two.piece) {
            bent.bend(of_piece);
        }
    }
    bent
}

/// A hot pixel that a piece meets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Met {
    piece: u32,
    /// How far along the piece, from its smaller end.
    along: i64,
    pixel: Point,
}

impl Bent {
    pub fn is_straight(&self) -> bool {
        self.inserted == 0
    }

    /// Appends the vertices that came into an edge, from its first end on.
    pub fn inner(&self, edge: u32, into: &mut Vec<Point>) {
        let begin = self.split[edge as usize];
        if begin == 0 {
            return;
        }
        let (_, end) = self.pieces[edge as usize];
        for piece in begin.. {
            self.inner(piece, into);
            let (_, to) = self.pieces[piece as usize];
            // No piece but the last ends there: what an edge meets lies within its ends.
            if to == end {
                return;
            }
            into.push(to);
        }
    }

    /// What pieces from `fresh` on meet, and what meets them, in order of piece and along it.
    fn met(&self, fresh: u32) -> Vec<Met> {
        let (mut met, mut crossed) = (Vec::new(), Vec::new());
        pairs(&self.pieces, &self.near(fresh), fresh, 1, |one, two| {
            let ((a, b), (c, d)) = (self.pieces[one as usize], self.pieces[two as usize]);
            let (of_c, of_d) = (orientation(a, b, c), orientation(a, b, d));
            let (wide, other_wide) = (reach(a, b), reach(c, d));
            // Both ends on one side, and neither near.
            if of_c.signum() == of_d.signum() && 2 * of_c.abs().min(of_d.abs()) > wide.max(other_wide) {
                return;
            }
            let (of_a, of_b) = (orientation(c, d, a), orientation(c, d, b));
            for (pixel, side) in [(c, of_c), (d, of_d)] {
                if 2 * side.abs() <= wide && pixel != a && pixel != b {
                    met.extend(self.meets(one, pixel));
                }
            }
            for (pixel, side) in [(a, of_a), (b, of_b)] {
                if 2 * side.abs() <= other_wide && pixel != c && pixel != d {
                    met.extend(self.meets(two, pixel));
                }
            }
            if opposite(of_c, of_d) && opposite(of_a, of_b) {
                crossed.push((one, two, crossing(a, b, of_a, of_b)));
            }
        });
        met.sort_unstable();
        // What bends through a vertex may cross no more; if it does, its pieces are held against all again.
        let bends = |piece: u32| met.binary_search_by_key(&piece, |met| met.piece).is_ok();
        crossed.retain(|&(one, two, _)| !bends(one) && !bends(two));
        if !crossed.is_empty() {
            let crossings =
                crossed.iter().flat_map(|&(one, two, at)| [self.meets(one, at), self.meets(two, at)]);
            met.extend(crossings.flatten());
            met.sort_unstable();
        }
        met.dedup();
        met
    }

    /// The pieces that stand, of those before `fresh` only the ones in reach of those after.
    fn near(&self, fresh: u32) -> Vec<u32> {
        let stands = |&piece: &u32| self.split[piece as usize] == 0;
        let all = 0..self.pieces.len() as u32;
        if fresh == 0 {
            return all.collect();
        }
        let mut is_fresh = vec![false; self.cells.count()];
        for &piece in &self.pieces[fresh as usize..] {
            let (low, high) = grown(piece);
            self.cells.of(low, high).for_each(|cell| is_fresh[cell] = true);
        }
        let is_near = |&piece: &u32| match self.cell[piece as usize] {
            MANY => {
                let (low, high) = grown(self.pieces[piece as usize]);
                self.cells.of(low, high).any(|cell| is_fresh[cell])
            }
            cell => is_fresh[cell as usize],
        };
        all.filter(stands).filter(is_near).collect()
    }

    /// Does the piece meet the pixel between its ends?
    fn meets(&self, piece: u32, pixel: Point) -> Option<Met> {
        let (a, b) = self.pieces[piece as usize];
        let (from, to) = (a.min(b), a.max(b));
        let [dx, dy] = [i64::from(to[0]) - i64::from(from[0]), i64::from(to[1]) - i64::from(from[1])];
        let along =
            (i64::from(pixel[0]) - i64::from(from[0])) * dx + (i64::from(pixel[1]) - i64::from(from[1])) * dy;
        let is_between = along > 0 && along < dx * dx + dy * dy;
        let is_met = is_between && 2 * orientation(from, to, pixel).abs() <= reach(from, to);
        is_met.then_some(Met { piece, along, pixel })
    }

    /// Puts pieces in the place of one, through what it met.
    fn bend(&mut self, met: &[Met]) {
        let piece = met[0].piece as usize;
        let (a, b) = self.pieces[piece];
        self.split[piece] = self.pieces.len() as u32;
        self.inserted += met.len();
        let mut from = a;
        let mut to = |pixel: Point| self.pieces.push((std::mem::replace(&mut from, pixel), pixel));
        if a < b {
            met.iter().for_each(|met| to(met.pixel));
        } else {
            met.iter().rev().for_each(|met| to(met.pixel));
        }
        to(b);
        self.split.resize(self.pieces.len(), 0);
        let cells = &self.cells;
        self.cell.extend(self.pieces[self.cell.len()..].iter().map(|&piece| only_cell(cells, piece)));
    }
}

/// The box of an edge with a metre around it.
fn grown((a, b): Edge) -> (Point, Point) {
    (low(a, b).map(|value| value - 1), high(a, b).map(|value| value + 1))
}

fn only_cell(cells: &Cells, edge: Edge) -> u32 {
    let (low, high) = grown(edge);
    let cell = cells.name(low);
    if cell == cells.name(high) { cell as u32 } else { MANY }
}

/// A pixel is met when twice the triangle with its centre is no more than this.
fn reach(a: Point, b: Point) -> i64 {
    (i64::from(b[0]) - i64::from(a[0])).abs() + (i64::from(b[1]) - i64::from(a[1])).abs()
}

/// Where `a b` crosses a segment, given the sides of it that `a` and `b` lie on, rounded to whole metres, halves
/// up.
fn crossing(a: Point, b: Point, one: i64, two: i64) -> Point {
    let [one, two] = [one, two].map(i128::from);
    // From `a`, the part `one / (one - two)` of the way to `b`.
    let at = |axis: usize| {
        let (numerator, denominator) = (one * (i128::from(b[axis]) - i128::from(a[axis])), one - two);
        let (numerator, denominator) =
            if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
        a[axis] + (2 * numerator + denominator).div_euclid(2 * denominator) as i32
    };
    [at(0), at(1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inner(edges: &[Edge], edge: u32) -> Vec<Point> {
        let mut inner = Vec::new();
        bent(edges.to_vec()).inner(edge, &mut inner);
        inner
    }

    #[test]
    fn edges_that_cross_bend_through_the_nearest_metre() {
        let edges = [([0, 0], [10, 3]), ([5, -4], [6, 5])];
        assert_eq!([inner(&edges, 0), inner(&edges, 1)], [[[6, 2]], [[6, 2]]]);
    }

    #[test]
    fn an_edge_bent_into_a_pixel_bends_again() {
        let edges = [([0, 0], [100, 0]), ([50, 0], [25, 1]), ([27, 0], [75, -30])];
        assert_eq!(inner(&edges, 0), [[27, 0], [50, 0]]);
    }

    #[test]
    fn the_way_an_edge_is_given_does_not_matter() {
        let edges = [([0, 0], [100, 7]), ([50, 0], [25, 30]), ([75, -30], [26, 30])];
        let turned = edges.map(|(a, b)| (b, a));
        let mut back = inner(&turned, 0);
        back.reverse();
        assert_eq!(inner(&edges, 0), back);
    }
}
