//! A uniform grid of buckets over the plane: who is near? Good for borders, whose points are spread evenly
//! enough that a tree would only be slower.

use super::coverage::Point;

/// Buckets of `u32` names by square cells of `1 << bits` metres.
#[derive(Debug, Clone)]
pub struct Buckets {
    bits: u32,
    origin: Point,
    columns: usize,
    rows: usize,
    cells: Vec<Vec<u32>>,
}

impl Buckets {
    /// Empty buckets as wide as suits so many things: from 256 m to 4 km.
    pub fn spread(points: impl Iterator<Item = Point> + Clone, count: usize) -> Self {
        let [width, height] = Self::extent(points.clone());
        let cells = |bits: &u32| ((width >> bits) + 1).saturating_mul((height >> bits) + 1);
        let bits = (8..12).find(|bits| cells(bits) <= 4 * count).unwrap_or(12);
        Self::over(points, bits)
    }

    fn extent(points: impl Iterator<Item = Point>) -> [usize; 2] {
        let (low, high) =
            points.fold(([i32::MAX; 2], [i32::MIN; 2]), |(from, to), p| (low(from, p), high(to, p)));
        [0, 1].map(|axis| (i64::from(high[axis]) - i64::from(low[axis])).max(0) as usize)
    }

    /// Empty buckets over the box of the points; what lies outside goes to the nearest bucket.
    pub fn over(points: impl Iterator<Item = Point>, bits: u32) -> Self {
        let (low, high) = points.fold(([i32::MAX; 2], [i32::MIN; 2]), |(low, high), [x, y]| {
            ([low[0].min(x), low[1].min(y)], [high[0].max(x), high[1].max(y)])
        });
        let span = |axis: usize| (i64::from(high[axis]) - i64::from(low[axis])).max(0) as usize;
        let (columns, rows) = ((span(0) >> bits) + 1, (span(1) >> bits) + 1);
        Self { bits, origin: low, columns, rows, cells: vec![Vec::new(); columns * rows] }
    }

    fn cell(&self, [x, y]: Point) -> [usize; 2] {
        let along = |value: i32, axis: usize, count: usize| {
            ((i64::from(value) - i64::from(self.origin[axis])) >> self.bits).clamp(0, count as i64 - 1)
                as usize
        };
        [along(x, 0, self.columns), along(y, 1, self.rows)]
    }

    fn cells_of(&self, low: Point, high: Point) -> impl Iterator<Item = usize> + use<> {
        let ([x0, y0], [x1, y1]) = (self.cell(low), self.cell(high));
        let columns = self.columns;
        (y0..=y1).flat_map(move |y| (x0..=x1).map(move |x| y * columns + x))
    }

    pub fn insert(&mut self, point: Point, name: u32) {
        let [x, y] = self.cell(point);
        self.cells[y * self.columns + x].push(name);
    }

    pub fn remove(&mut self, point: Point, name: u32) {
        let [x, y] = self.cell(point);
        forget(&mut self.cells[y * self.columns + x], name);
    }

    /// A name in every bucket of the box of a segment.
    pub fn insert_segment(&mut self, a: Point, b: Point, name: u32) {
        for cell in self.cells_of(low(a, b), high(a, b)) {
            self.cells[cell].push(name);
        }
    }

    pub fn remove_segment(&mut self, a: Point, b: Point, name: u32) {
        for cell in self.cells_of(low(a, b), high(a, b)) {
            forget(&mut self.cells[cell], name);
        }
    }

    /// The names in every bucket that the box meets; a segment's name may come more than once.
    pub fn near(&self, low: Point, high: Point) -> impl Iterator<Item = u32> + '_ {
        self.cells_of(low, high).flat_map(|cell| self.cells[cell].iter().copied())
    }
}

pub fn low(a: Point, b: Point) -> Point {
    [a[0].min(b[0]), a[1].min(b[1])]
}

pub fn high(a: Point, b: Point) -> Point {
    [a[0].max(b[0]), a[1].max(b[1])]
}

fn forget(cell: &mut Vec<u32>, name: u32) {
    if let Some(at) = cell.iter().position(|&other| other == name) {
        cell.swap_remove(at);
    }
}
