//! A point well inside a polygon: the pole of inaccessibility, the point farthest from any border.
//!
//! Quadtree search after V. Agafonkin, "A new algorithm for finding a visual center of a polygon" (Mapbox
//! blog, 2016), to a fiftieth of the polygon's size.

use super::coverage::Point;
use super::geometry::Segment;
use super::junctions::edges;
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
    let sides: Vec<Side> = rings.iter().flat_map(|ring| edges(ring)).map(|(a, b)| Side::new(a, b)).collect();
    let mut best = Cell { centre: centroid(outer), half: 0.0, distance: 0.0 };
    // The side that was nearest last is mostly near again.
    let mut hint = 0;
    best.distance = distance(best.centre, &sides, f64::NEG_INFINITY, &mut hint).unwrap_or(f64::NEG_INFINITY);
    let mut queue = BinaryHeap::new();
    // What is no better than the best, and cannot hold what is by more than the precision, is not measured to
    // the end.
    let mut cell = |centre: [f64; 2], half: f64, best: &Cell| {
        let needed = best.distance.min(best.distance + precision - half * std::f64::consts::SQRT_2);
        distance(centre, &sides, needed, &mut hint).map(|distance| Cell { centre, half, distance })
    };
    let mut y = f64::from(low[1]) + half;
    while y < f64::from(high[1]) + half {
        let mut x = f64::from(low[0]) + half;
        while x < f64::from(high[0]) + half {
            queue.extend(cell([x, y], half, &best));
            x += 2.0 * half;
        }
        y += 2.0 * half;
    }
    while let Some(cell_at_hand) = queue.pop() {
        if cell_at_hand.distance > best.distance {
            best = cell_at_hand;
        }
        if cell_at_hand.reach() - best.distance <= precision || cell_at_hand.half < 0.5 {
            continue;
        }
        let (half, [x, y]) = (cell_at_hand.half / 2.0, cell_at_hand.centre);
        for [dx, dy] in [[-half, -half], [half, -half], [-half, half], [half, half]] {
            queue.extend(cell([x + dx, y + dy], half, &best));
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

/// An edge of the polygon.
struct Side {
    from: [f64; 2],
    to: [f64; 2],
    segment: Segment,
}

impl Side {
    fn new(a: Point, b: Point) -> Self {
        Self { from: a.map(f64::from), to: b.map(f64::from), segment: Segment::new(a, b) }
    }
}

/// From a point, rounded to whole metres, to the nearest side, negative outside; nothing when that is certainly
/// no more than `needed`.
fn distance(p: [f64; 2], sides: &[Side], needed: f64, hint: &mut usize) -> Option<f64> {
    let p = p.map(f64::round);
    let needed2 = if needed > 0.0 { needed * needed } else { -1.0 };
    if sides[*hint].segment.is_within(p, needed2) {
        return None;
    }
    let mut inside = false;
    let mut nearest2 = f64::INFINITY;
    for (index, Side { from, to, segment }) in sides.iter().enumerate() {
        if (from[1] > p[1]) != (to[1] > p[1]) {
            let along = (p[1] - from[1]) / (to[1] - from[1]);
            inside ^= p[0] < from[0] + along * (to[0] - from[0]);
        }
        let distance2 = segment.distance2(p);
        if distance2 < nearest2 {
            (nearest2, *hint) = (distance2, index);
            if distance2 <= needed2 {
                return None;
            }
        }
    }
    Some(if inside { nearest2.sqrt() } else { -nearest2.sqrt() })
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
