//! Different points, each with a number: in order of first meeting, so that vertices that follow each other
//! on a border mostly lie together in memory too.
//!
//! An open-addressing table of numbers only (linear probing, Fibonacci hashing; Knuth, The Art of Computer
//! Programming 3, 6.4): a quarter of the memory of a map from points to numbers.

use super::coverage::Point;

/// The number of no vertex.
pub const NONE: u32 = u32::MAX;

#[derive(Debug, Clone)]
pub struct Vertices {
    points: Vec<Point>,
    slots: Vec<u32>,
    shift: u32,
}

impl Vertices {
    /// Room for so many different points; more make room for themselves.
    pub fn with_room(count: usize) -> Self {
        let size = (count + 8).next_power_of_two();
        let points = Vec::with_capacity(count / 2);
        Self { points, slots: vec![NONE; size], shift: 64 - size.trailing_zeros() }
    }

    fn grow(&mut self) {
        let mut larger = Self::with_room(self.slots.len());
        for &point in &self.points {
            larger.number(point);
        }
        *self = larger;
    }

    /// The number of a point, a new one if it is new.
    pub fn number(&mut self, point: Point) -> u32 {
        match self.look(point) {
            Ok(number) => number,
            Err(slot) => {
                let number = self.points.len() as u32;
                self.slots[slot] = number;
                self.points.push(point);
                if 4 * self.points.len() > 3 * self.slots.len() {
                    self.grow();
                }
                number
            }
        }
    }

    pub fn points(&self) -> &[Point] {
        &self.points
    }

    pub fn into_points(self) -> Vec<Point> {
        self.points
    }

    /// The number, or the slot where it would stand.
    fn look(&self, point: Point) -> Result<u32, usize> {
        let mut slot = (hash(point) >> self.shift) as usize;
        loop {
            match self.slots[slot] {
                NONE => return Err(slot),
                number if self.points[number as usize] == point => return Ok(number),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }
}

/// Finds points that stand twice in a list; its table serves one list after another.
#[derive(Debug, Clone, Default)]
pub struct Repeats {
    /// The list that filled a slot, and the place of the point in it.
    slots: Vec<(u32, u32)>,
    list: u32,
}

impl Repeats {
    pub fn any(&mut self, points: &[Point]) -> bool {
        self.first(points).is_some()
    }

    /// The first point that stands in the list before it already.
    pub fn first(&mut self, points: &[Point]) -> Option<Point> {
        let size = (2 * points.len() + 2).next_power_of_two();
        if self.slots.len() < size {
            self.slots = vec![(0, 0); size];
            self.list = 0;
        }
        self.list += 1;
        let shift = 64 - size.trailing_zeros();
        points.iter().zip(0..).find_map(|(&point, place)| {
            let mut slot = (hash(point) >> shift) as usize;
            loop {
                match self.slots[slot] {
                    (list, other) if list == self.list => {
                        if points[other as usize] == point {
                            return Some(point);
                        }
                        slot = (slot + 1) & (size - 1);
                    }
                    _ => {
                        self.slots[slot] = (self.list, place);
                        return None;
                    }
                }
            }
        })
    }
}

fn hash([x, y]: Point) -> u64 {
    (u64::from(x as u32) << 32 | u64::from(y as u32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_keeps_its_number() {
        let mut vertices = Vertices::with_room(3);
        let points: Vec<Point> = (0..300).map(|i| [i * 7 % 100, -i % 10]).collect();
        let first: Vec<u32> = points.iter().map(|&point| vertices.number(point)).collect();
        let again: Vec<u32> = points.iter().map(|&point| vertices.number(point)).collect();
        assert_eq!(first, again);
        let named = vertices.into_points();
        assert!(points.iter().zip(first).all(|(&point, number)| named[number as usize] == point));
    }

    #[test]
    fn what_stands_twice_is_found_whatever_stood_in_lists_before() {
        let mut repeats = Repeats::default();
        assert_eq!(repeats.first(&[[0, 0], [1, 0], [0, 1]]), None);
        assert_eq!(repeats.first(&[[0, 0], [2, 0], [0, 2]]), None);
        assert_eq!(repeats.first(&[[0, 0], [1, 0], [3, 0], [1, 0], [0, 0]]), Some([1, 0]));
        assert_eq!(repeats.first(&(0..100).map(|i| [i, i % 10]).collect::<Vec<_>>()), None);
    }
}
