//! How far borders moved: from the source's to the new ones, which is promised, and back, which is not.
//!
//! The measure: a point at least each 50 m along a border, vertices included, and its distance to the nearest
//! point of the border it is held against. `max` and `p95` are over those points, so a long border counts for
//! more than a short one. All in RD New metres.

use super::rounded;
use crate::pipeline::coverage::{Network, Point};
use crate::pipeline::geometry::Segment;
use crate::pipeline::index;
use crate::topology::Topology;
use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Deviation {
    pub max: f64,
    pub p95: f64,
    /// Where a border as it was read lies farthest, whole metres.
    #[serde(skip)]
    pub at: Point,
}

/// A ring as the source drew it, before any rounding: closed, RD New metres.
pub struct Outline {
    pub points: Vec<[f64; 2]>,
}

/// Every source border, a point at least each 50 m: per arc to the arc that replaces it, and from the
/// outlines as they were read to the nearest new border. The second sees what rounding and repair did; it
/// does not ask whose border, since a spike thinner than a metre has become a neighbour's.
pub fn there(outlines: &[Outline], network: &Network, topology: &Topology, tolerance: f64) -> Deviation {
    let mut per_arc = Vec::new();
    let mut edges: Vec<(Point, Point)> = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        let line = segments(&new);
        per_arc.extend(densified(source).map(|p| to_line(p, &line)));
        edges.extend(new.windows(2).map(|edge| (edge[0], edge[1])));
    }
    let per_arc = deviation(per_arc);
    let (as_read, at) = outlines_to(outlines, &edges, tolerance);
    Deviation { max: per_arc.max.max(as_read), at, ..per_arc }
}

/// The farthest of the outlines from the edges, metres, and where.
fn outlines_to(outlines: &[Outline], edges: &[(Point, Point)], tolerance: f64) -> (f64, Point) {
    // Nothing is left of the source: it lies as far as can be.
    if edges.is_empty() {
        return (f64::INFINITY, Point::default());
    }
    let index = index::Segments::new(edges);
    let segments: Vec<Segment> = edges.iter().map(|&(a, b)| Segment::new(a, b)).collect();
    let reach = tolerance.ceil() as i32 + 2;
    let distance2 = |name: u32, p: [f64; 2]| segments[name as usize].distance2(p);
    let nearest = |p: [f64; 2]| {
        let around = p.map(|value| value as i32);
        let near = index.near(around.map(|value| value - reach), around.map(|value| value + reach));
        let best = |names: &mut dyn Iterator<Item = u32>| {
            names.map(|name| (distance2(name, p), name)).min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let near = best(&mut { near }).filter(|(distance2, _)| distance2.sqrt() <= f64::from(reach));
        // Farther than promised: then how far, whatever it costs.
        near.or_else(|| best(&mut (0..edges.len() as u32))).unwrap_or((f64::INFINITY, 0))
    };
    let mut farthest2: f64 = 0.0;
    let mut at = [0, 0];
    // Only the farthest is asked: a point near the edge that the one before was near cannot be it.
    let mut hint = None;
    let mut visit = |p: [f64; 2]| {
        if hint.is_some_and(|name| distance2(name, p) <= farthest2) {
            return;
        }
        let (found2, name) = nearest(p);
        if found2 > farthest2 {
            farthest2 = found2;
            at = p.map(|value| value.round() as i32);
        }
        hint = Some(name);
    };
    for edge in outlines.iter().flat_map(|outline| outline.points.windows(2)) {
        let [dx, dy] = [edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]];
        let steps = (dx.hypot(dy) / 50.0).ceil().max(1.0);
        for step in 0..steps as u32 {
            let part = f64::from(step) / steps;
            visit([edge[0][0] + dx * part, edge[0][1] + dy * part]);
        }
    }
    let farthest = farthest2.sqrt();
    (rounded(farthest, 10.0), at)
}

/// Per arc: every new border, a point at least each 50 m, to the source's.
pub fn back(network: &Network, topology: &Topology) -> Deviation {
    let mut distances = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        let line = segments(source);
        distances.extend(densified(&new).map(|p| to_line(p, &line)));
    }
    deviation(distances)
}

fn densified(line: &[Point]) -> impl Iterator<Item = Point> + '_ {
    line.windows(2).flat_map(|edge| {
        let [a, b] = [edge[0], edge[1]];
        let steps = (b[0] - a[0]).abs().max((b[1] - a[1]).abs()) / 50 + 1;
        // An edge across the whole country times its steps is more than 32 bits hold.
        let at = move |axis: usize, step: i32| {
            let along = i64::from(b[axis] - a[axis]) * i64::from(step) / i64::from(steps);
            a[axis] + along as i32
        };
        (0..=steps).map(move |step| [at(0, step), at(1, step)])
    })
}

fn to_line(p: Point, line: &[Segment]) -> f64 {
    let p = p.map(f64::from);
    line.iter().map(|edge| edge.distance2(p)).fold(f64::INFINITY, f64::min).sqrt()
}

fn segments(line: &[Point]) -> Vec<Segment> {
    line.windows(2).map(|edge| Segment::new(edge[0], edge[1])).collect()
}

fn deviation(mut distances: Vec<f64>) -> Deviation {
    let max = distances.iter().copied().fold(0.0, f64::max);
    let at = (distances.len().max(1) - 1) as f64 * 0.95;
    let p95 = if distances.is_empty() {
        0.0
    } else {
        *distances.select_nth_unstable_by(at as usize, f64::total_cmp).1
    };
    Deviation { max: rounded(max, 10.0), p95: rounded(p95, 10.0), at: [0, 0] }
}
