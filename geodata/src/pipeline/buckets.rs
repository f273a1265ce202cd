//! A uniform grid of buckets over the plane: who is near? Good for borders, whose points are spread evenly
//! enough that a tree would only be slower.
//!
//! What a bucket holds is a chain through one row of entries, so that filling and emptying them asks for no memory.

use super::coverage::Point;
use super::index::Cells;

/// The entry of no thing.
const NONE: u32 = u32::MAX;

/// Buckets of `u32` names by square cells.
#[derive(Debug, Clone)]
pub struct Buckets {
    cells: Cells,
    /// Per cell the first of its chain.
    first: Vec<u32>,
    /// A name and the entry after it.
    entries: Vec<(u32, u32)>,
    /// The first of the chain of entries that are free.
    free: u32,
}

impl Buckets {
    /// Empty buckets as wide as suits so many things: from 256 m to 4 km.
    pub fn spread(points: impl Iterator<Item = Point> + Clone, count: usize) -> Self {
        let fits = |bits: &u32| Cells::with(points.clone(), *bits).count() <= 4 * count;
        let cells = Cells::with(points.clone(), (8..12).find(fits).unwrap_or(12));
        Self { first: vec![NONE; cells.count()], cells, entries: Vec::with_capacity(2 * count), free: NONE }
    }

    pub fn insert(&mut self, point: Point, name: u32) {
        self.push(self.cells.name(point), name);
    }

    pub fn remove(&mut self, point: Point, name: u32) {
        self.take(self.cells.name(point), name);
    }

    /// A name in every bucket of the box of a segment.
    pub fn insert_segment(&mut self, a: Point, b: Point, name: u32) {
        for cell in self.cells.of(low(a, b), high(a, b)) {
            self.push(cell, name);
        }
    }

    pub fn remove_segment(&mut self, a: Point, b: Point, name: u32) {
        for cell in self.cells.of(low(a, b), high(a, b)) {
            self.take(cell, name);
        }
    }

    /// The names in every bucket that the box meets; a segment's name may come more than once.
    pub fn near(&self, low: Point, high: Point) -> impl Iterator<Item = u32> + '_ {
        let entry = |at: u32| self.entries.get(at as usize).copied();
        self.cells.of(low, high).flat_map(move |cell| {
            std::iter::successors(entry(self.first[cell]), move |&(_, next)| entry(next))
                .map(|(name, _)| name)
        })
    }

    fn push(&mut self, cell: usize, name: u32) {
        let entry = (name, self.first[cell]);
        if self.free == NONE {
            self.first[cell] = self.entries.len() as u32;
            self.entries.push(entry);
        } else {
            self.first[cell] = self.free;
            self.free = std::mem::replace(&mut self.entries[self.free as usize], entry).1;
        }
    }

    fn take(&mut self, cell: usize, name: u32) {
        let (mut at, mut before) = (self.first[cell], NONE);
        while at != NONE {
            let (other, next) = self.entries[at as usize];
            if other == name {
                match before {
                    NONE => self.first[cell] = next,
                    before => self.entries[before as usize].1 = next,
                }
                self.entries[at as usize] = (NONE, self.free);
                self.free = at;
                return;
            }
            (before, at) = (at, next);
        }
    }
}

pub fn low(a: Point, b: Point) -> Point {
    [a[0].min(b[0]), a[1].min(b[1])]
}

pub fn high(a: Point, b: Point) -> Point {
    [a[0].max(b[0]), a[1].max(b[1])]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_out_is_found_no_more() {
        let points: Vec<Point> = (0..60).map(|i| [i * 370 % 10_000, i * 910 % 7_000]).collect();
        let mut buckets = Buckets::spread(points.iter().copied(), points.len());
        points.iter().zip(0..).for_each(|(&point, name)| buckets.insert(point, name));
        points
            .iter()
            .zip(0..)
            .filter(|(_, name)| name % 3 > 0)
            .for_each(|(&point, name)| buckets.remove(point, name));
        buckets.insert_segment([0, 0], [10_000, 7_000], 60);
        let mut found: Vec<u32> = buckets.near([0, 0], [10_000, 7_000]).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!(found, (0..60).step_by(3).chain([60]).collect::<Vec<_>>());
        assert!(buckets.near([5_000, 3_500], [5_000, 3_500]).any(|name| name == 60));
    }
}
