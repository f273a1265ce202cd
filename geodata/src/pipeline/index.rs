//! Who is near, of things that do not move: a uniform grid in two flat rows, made once and then only asked.
//!
//! [`Buckets`](super::buckets::Buckets) is the sibling whose contents change.

use super::buckets::{high, low};
use super::coverage::Point;

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
    pub fn of(&self, low: Point, high: Point) -> impl Iterator<Item = usize> + Clone + use<> {
        let ([x0, y0], [x1, y1]) = (self.at(low), self.at(high));
        let columns = self.columns;
        (y0..=y1).flat_map(move |y| (x0..=x1).map(move |x| y * columns + x))
    }

    /// `(cell, thing)` for every cell of every thing, as the row of things with where each cell begins.
    pub fn sorted<T: Copy + Default>(
        &self,
        pairs: impl Iterator<Item = (usize, T)> + Clone,
    ) -> (Vec<u32>, Vec<T>) {
        let mut begins = vec![0_u32; self.count() + 1];
        let mut total = 0;
        for (cell, _) in pairs.clone() {
            begins[cell + 1] += 1;
            total += 1;
        }
        for cell in 0..self.count() {
            begins[cell + 1] += begins[cell];
        }
        let mut fill = begins.clone();
        let mut things = vec![T::default(); total];
        for (cell, thing) in pairs {
            things[fill[cell] as usize] = thing;
            fill[cell] += 1;
        }
        (begins, things)
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
        let cells = Cells::over(ends, segments.len() / 2);
        let (begins, names) = cells.sorted(
            segments
                .iter()
                .zip(0_u32..)
                .flat_map(|(&(a, b), name)| cells.of(low(a, b), high(a, b)).map(move |cell| (cell, name))),
        );
        Self { cells, begins, names }
    }

    /// Every segment whose box may meet this one; a name may come more than once.
    pub fn near(&self, low: Point, high: Point) -> impl Iterator<Item = u32> + '_ {
        self.cells.of(low, high).flat_map(|cell| {
            self.names[self.begins[cell] as usize..self.begins[cell + 1] as usize].iter().copied()
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
