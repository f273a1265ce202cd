//! A point well inside a polygon: the pole of inaccessibility, the point farthest from any border.
//!
//! Quadtree search after V. Agafonkin, "A new algorithm for finding a visual center of a polygon" (Mapbox
//! blog, 2016), to a fiftieth of the polygon's size.

use super::coverage::Point;
use super::geometry::distance2;
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// The pole of a polygon of open rings (outer ring first), whole metres.
pub fn label(rings: &[Vec<Point>]) -> Point {
    let outer = rings.first().map(Vec::as_slice).unwrap_or_default();
    let Some(&first) = outer.first() else { return [0, 0] };
    let (low, high) = outer.iter().fold((first, first), |(low, high), p| {
        ([low[0].min(p[0]), low[1].min(p[1])], [high[0].max(p[0]), high[1].max(p[1])])
    });
    let size = (high[0] - low[0]).min(high[1] - low[1]).max(1);
    let precision = f64::from(size) / 50.0;
    let half = (f64::from(size) / 2.0).max(1.0);
    let mut queue = BinaryHeap::new();
    let mut y = f64::from(low[1]) + half;
    while y < f64::from(high[1]) + half {
        let mut x = f64::from(low[0]) + half;
        while x < f64::from(high[0]) + half {
            queue.push(Cell::new([x, y], half, rings));
            x += 2.0 * half;
        }
        y += 2.0 * half;
    }
    let mut best = Cell::new(centroid(outer), 0.0, rings);
    while let Some(cell) = queue.pop() {
        if cell.distance > best.distance {
            best = cell;
        }
        if cell.reach() - best.distance <= precision || cell.half < 0.5 {
            continue;
        }
        let half = cell.half / 2.0;
        for [dx, dy] in [[-half, -half], [half, -half], [-half, half], [half, half]] {
            queue.push(Cell::new([cell.centre[0] + dx, cell.centre[1] + dy], half, rings));
        }
    }
    best.centre.map(|value| value.round() as i32)
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    centre: [f64; 2],
    half: f64,
    /// To the nearest border; negative outside.
    distance: f64,
}

impl Cell {
    fn new(centre: [f64; 2], half: f64, rings: &[Vec<Point>]) -> Self {
        Self { centre, half, distance: distance(centre.map(|value| value.round() as i32), rings) }
    }

    /// No point of the cell is farther from a border than this.
    fn reach(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        self.reach().total_cmp(&other.reach())
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

fn distance(p: Point, rings: &[Vec<Point>]) -> f64 {
    let mut inside = false;
    let mut nearest2 = f64::INFINITY;
    for ring in rings {
        for (a, b) in super::junctions::edges(ring) {
            if (a[1] > p[1]) != (b[1] > p[1]) {
                let along = f64::from(p[1] - a[1]) / f64::from(b[1] - a[1]);
                inside ^= f64::from(p[0]) < f64::from(a[0]) + along * f64::from(b[0] - a[0]);
            }
            nearest2 = nearest2.min(distance2(a, b, p));
        }
    }
    if inside { nearest2.sqrt() } else { -nearest2.sqrt() }
}

fn centroid(points: &[Point]) -> [f64; 2] {
    let count = points.len() as f64;
    let sum = points
        .iter()
        .fold([0.0, 0.0], |sum: [f64; 2], p| [sum[0] + f64::from(p[0]), sum[1] + f64::from(p[1])]);
    sum.map(|value| value / count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_of_a_horseshoe_lies_in_its_arch() {
        let horseshoe = vec![[0, 0], [10, 0], [10, 60], [50, 60], [50, 0], [60, 0], [60, 100], [0, 100]];
        let [x, y] = label(&[horseshoe]);
        assert!((10..=50).contains(&x) && (70..=90).contains(&y), "{x} {y}");
    }

    #[test]
    fn the_label_avoids_a_hole() {
        let outer = vec![[0, 0], [100, 0], [100, 100], [0, 100]];
        let hole = vec![[30, 30], [30, 70], [70, 70], [70, 30]];
        let at = label(&[outer, hole]);
        assert!(at[0] < 30 || at[0] > 70 || at[1] < 30 || at[1] > 70);
    }
}
