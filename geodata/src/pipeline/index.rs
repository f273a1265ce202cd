//! Who is near, of things that do not move: a uniform grid in two flat rows, made once and then only asked.
//!
//! [`Buckets`](super::buckets::Buckets) is the sibling whose contents change.

use super::arrangement::accumulate;
use super::buckets::{high, low};
use super::coverage::Point;
use std::ops::Range;

/// The cells of a uniform grid over the plane; what lies outside belongs to the nearest cell.
#[derive(Debug, Clone)]
pub struct Cells {
    bits: u32,
    origin: Point,
    columns: usize,
    rows: usize,
}

impl Cells {
    /// About as many cells as there are things, and none smaller than 16 m.
    pub fn over(points: impl Iterator<Item = Point>, count: usize) -> Self {
        let extent = extent(points);
        let fits = |&bits: &u32| Self::within(extent, bits).count() <= 2 * count + 16;
        Self::within(extent, (4..32).find(fits).unwrap_or(31))
    }

    /// Cells of `1 << bits` metres.
    pub fn with(points: impl Iterator<Item = Point>, bits: u32) -> Self {
        Self::within(extent(points), bits)
    }

    fn within((low, high): (Point, Point), bits: u32) -> Self {
        let span = |axis: usize| (i64::from(high[axis]) - i64::from(low[axis])).max(0) as usize;
        Self { bits, origin: low, columns: (span(0) >> bits) + 1, rows: (span(1) >> bits) + 1 }
    }

    pub fn count(&self) -> usize {
        self.columns.saturating_mul(self.rows)
    }

    /// The cell of a point.
    pub fn name(&self, point: Point) -> usize {
        let [x, y] = self.at(point);
        y * self.columns + x
    }

    fn at(&self, [x, y]: Point) -> [usize; 2] {
        let along = |value: i32, axis: usize, count: usize| {
            ((i64::from(value) - i64::from(self.origin[axis])) >> self.bits).clamp(0, count as i64 - 1)
                as usize
        };
        [along(x, 0, self.columns), along(y, 1, self.rows)]
    }

    /// The cells that the box meets.
    pub fn of(&self, low: Point, high: Point) -> impl Iterator<Item = usize> + use<> {
        self.spans(low, high).flatten()
    }

    /// The same row by row: cells beside each other have names that follow each other.
    pub fn spans(&self, low: Point, high: Point) -> impl Iterator<Item = Range<usize>> + use<> {
        let ([x0, y0], [x1, y1]) = (self.at(low), self.at(high));
        let columns = self.columns;
        (y0..y1 + 1).map(move |y| y * columns + x0..y * columns + x1 + 1)
    }

    /// Things with their boxes to the row of things cell by cell, each in every cell that it meets, and where each
    /// cell begins.
    pub fn sorted<T: Copy + Default>(
        &self,
        things: impl Iterator<Item = (Point, Point, T)> + Clone,
    ) -> (Vec<u32>, Vec<T>) {
        let mut begins = vec![0_u32; self.count() + 1];
        for (low, high, _) in things.clone() {
            self.spans(low, high).for_each(|span| span.for_each(|cell| begins[cell + 1] += 1));
        }
        accumulate(&mut begins);
        let mut fill = begins.clone();
        let mut sorted = vec![T::default(); begins.last().copied().unwrap_or_default() as usize];
        for (low, high, thing) in things {
            for cell in self.spans(low, high).flatten() {
                sorted[fill[cell] as usize] = thing;
                fill[cell] += 1;
            }
        }
        (begins, sorted)
    }
}

fn extent(points: impl Iterator<Item = Point>) -> (Point, Point) {
    points.fold(([i32::MAX; 2], [i32::MIN; 2]), |(from, to), p| (low(from, p), high(to, p)))
}

/// Segments, findable by box; each is known by its place in the list it was made of.
#[derive(Debug, Clone)]
pub struct Segments {
    cells: Cells,
    begins: Vec<u32>,
    names: Vec<u32>,
}

impl Segments {
    pub fn new(segments: &[(Point, Point)]) -> Self {
        let ends = segments.iter().flat_map(|&(a, b)| [a, b]);
        Self::within(Cells::over(ends, segments.len() / 2), segments)
    }

    /// By given cells.
    pub fn within(cells: Cells, segments: &[(Point, Point)]) -> Self {
        let boxes = segments.iter().zip(0_u32..).map(|(&(a, b), name)| (low(a, b), high(a, b), name));
        let (begins, names) = cells.sorted(boxes);
        Self { cells, begins, names }
    }

    /// Every segment whose box may meet this one; a name may come more than once.
    pub fn near(&self, low: Point, high: Point) -> impl Iterator<Item = u32> + '_ {
        self.cells.spans(low, high).flat_map(|cells| {
            self.names[self.begins[cells.start] as usize..self.begins[cells.end] as usize].iter().copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_segment_is_found_from_its_middle() {
        let segments = [([0, 0], [5000, 5000]), ([9000, 0], [9001, 0])];
        let index = Segments::new(&segments);
        assert!(index.near([2500, 2500], [2501, 2501]).any(|name| name == 0));
    }

    #[test]
    fn nothing_is_near_where_there_is_nothing() {
        assert_eq!(Segments::new(&[]).near([0, 0], [9, 9]).count(), 0);
    }
}
