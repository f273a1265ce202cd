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
        let size = (count + count / 2 + 8).next_power_of_two();
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
        let key = u64::from(point[0] as u32) << 32 | u64::from(point[1] as u32);
        let mut slot = (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize;
        loop {
            match self.slots[slot] {
                NONE => return Err(slot),
                number if self.points[number as usize] == point => return Ok(number),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }
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
}
