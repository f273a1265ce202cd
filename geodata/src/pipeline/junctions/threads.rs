//! Rings that run back along themselves: spikes (`a b a`) enclose nothing, and loops less than a metre wide
//! enclose nothing that the metre grid can show.

use super::edges;
use crate::pipeline::coverage::{Point, doubled_area};
use crate::pipeline::vertices::Repeats;
use rustc_hash::{FxHashMap, FxHashSet};

/// A vertex that a ring has no more, and the one before it that it has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gone {
    pub point: Point,
    pub foot: Point,
}

/// The search for them, ring after ring.
#[derive(Default)]
pub struct Threads {
    repeats: Repeats,
}

impl Threads {
    /// Takes out spikes and threads; where was mended? Of the spikes of a ring, one place. What went is appended to
    /// `went`.
    pub fn remove(&mut self, points: &mut Vec<Point>, went: &mut Vec<Gone>) -> Vec<Point> {
        // Whoever runs back passes a point twice.
        if !self.repeats.any(points) {
            return Vec::new();
        }
        let before = points.clone();
        let mut mended: Vec<Point> = remove_spikes(points).into_iter().collect();
        mended.extend(remove_threads(points));
        if points.len() < before.len() {
            went.extend(gone(&before, points));
        }
        mended
    }
}

/// What went, each with the vertex before it that stayed.
fn gone(before: &[Point], after: &[Point]) -> Vec<Gone> {
    let stays: FxHashSet<Point> = after.iter().copied().collect();
    let Some(start) = before.iter().position(|point| stays.contains(point)) else { return Vec::new() };
    let mut foot = before[start];
    let mut gone = Vec::new();
    for &point in before[start..].iter().chain(&before[..start]) {
        if stays.contains(&point) {
            foot = point;
        } else {
            gone.push(Gone { point, foot });
        }
    }
    gone
}

/// Takes out every `a b a` and every repeated point, around the end of the list too. Where was one?
fn remove_spikes(points: &mut Vec<Point>) -> Option<Point> {
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        if kept.last() == Some(&point) {
            continue;
        }
        if kept.len() >= 2 && kept[kept.len() - 2] == point {
            kept.pop();
            continue;
        }
        kept.push(point);
    }
    // The same around the seam.
    let mut start = 0;
    let mut found = (kept.len() < points.len()).then(|| first_gone(points, &kept));
    loop {
        let end = kept.len();
        if end - start >= 2 && kept[end - 1] == kept[start] {
            kept.pop();
        } else if end - start >= 3 && kept[end - 2] == kept[start] {
            kept.truncate(end - 1);
        } else if end - start >= 3 && kept[end - 1] == kept[start + 1] {
            start += 1;
        } else {
            break;
        }
    }
    if found.is_none() && kept.len() - start < points.len() {
        found = points.first().copied();
    }
    kept.drain(..start);
    *points = kept;
    found
}

/// The first point where the two lists part.
fn first_gone(points: &[Point], kept: &[Point]) -> Point {
    let parted = points.iter().zip(kept).find(|(point, kept)| point != kept);
    parted.map(|(&point, _)| point).or(points.last().copied()).unwrap_or_default()
}

/// Takes out loops thinner than the rounding: where a ring runs back along itself within a metre, as the
/// water of 2021 does between the coast of Oldambt and the state border.
fn remove_threads(points: &mut Vec<Point>) -> Vec<Point> {
    let mut threads = Vec::new();
    let mut at: FxHashMap<Point, usize> = FxHashMap::default();
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for &point in points.iter() {
        if let Some(&start) = at.get(&point) {
            if is_thread(&kept[start..]) {
                threads.push(point);
                for gone in kept.drain(start + 1..) {
                    at.remove(&gone);
                }
            } else {
                kept.push(point);
            }
        } else {
            at.insert(point, kept.len());
            kept.push(point);
        }
    }
    if kept.len() < points.len() {
        remove_spikes(&mut kept);
        *points = kept;
    }
    threads
}

/// Is the loop on average less than a metre wide?
fn is_thread(points: &[Point]) -> bool {
    let round: f64 = edges(points).map(|(a, b)| f64::from(b[0] - a[0]).hypot(f64::from(b[1] - a[1]))).sum();
    (doubled_area(points).abs() as f64) < round
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_spike_encloses_nothing_and_goes() {
        let mut points = vec![[0, 0], [4, 0], [9, 0], [4, 0], [4, 4]];
        remove_spikes(&mut points);
        assert_eq!(points, [[0, 0], [4, 0], [4, 4]]);
        let mut seam = vec![[4, 0], [4, 4], [0, 0], [4, 0], [9, 0]];
        remove_spikes(&mut seam);
        assert_eq!(seam.len(), 3);
    }

    #[test]
    fn what_went_is_told_with_its_foot() {
        let mut points = vec![[0, 0], [4, 0], [9, 0], [30, 0], [9, 0], [4, 0], [4, 4]];
        let mut went = Vec::new();
        Threads::default().remove(&mut points, &mut went);
        assert_eq!(points, [[0, 0], [4, 0], [4, 4]]);
        assert_eq!(went, [[9, 0], [30, 0], [9, 0]].map(|point| Gone { point, foot: [4, 0] }));
    }

    #[test]
    fn a_loop_thinner_than_the_rounding_goes() {
        let mut points = vec![[0, 0], [40, 0], [90, 0], [60, 1], [40, 0], [40, 40]];
        remove_threads(&mut points);
        assert_eq!(points, [[0, 0], [40, 0], [40, 40]]);
    }
}
