//! How far borders moved: from the source's to the new ones, which is promised, and back, which is not.
//!
//! The measure: a point at least each 50 m along a border, vertices included, and its distance to the nearest
//! point of the border it is held against. `max` and `p95` are over those points, so a long border counts for
//! more than a short one. All in RD New metres.

use super::line::Line;
use super::rounded;
use crate::pipeline::coverage::{Network, Point};
use crate::pipeline::geometry::Segment;
use crate::pipeline::index;
use crate::topology::Topology;
use serde::Serialize;
use std::borrow::Cow;

/// Metres between the points that are measured.
const STEP: f64 = 50.0;

#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Deviation {
    pub max: f64,
    pub p95: f64,
    /// Where a border as it was read lies farthest, whole metres.
    #[serde(skip)]
    pub at: Point,
}

/// A ring as the source drew it, before any rounding: closed, RD New metres.
pub struct Outline<'a> {
    pub points: Cow<'a, [[f64; 2]]>,
}

/// Every source border, a point at least each 50 m: per arc to the arc that replaces it, and from the
/// outlines as they were read to the nearest new border. The second sees what rounding and repair did; it
/// does not ask whose border, since a spike thinner than a metre has become a neighbour's.
pub fn there(outlines: &[Outline], network: &Network, topology: &Topology, tolerance: f64) -> Deviation {
    let mut per_arc = Vec::new();
    let mut edges: Vec<(Point, Point)> = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        let mut line = Line::new(&new);
        densify(source, |p| per_arc.push(line.distance2(p) as f32));
        edges.extend(new.windows(2).map(|edge| (edge[0], edge[1])));
    }
    let per_arc = deviation(per_arc);
    // As a rule they lie about as far as the arcs do: what is nearer need not be looked at closely.
    let (as_read, at) = [0.9 * per_arc.max, 0.0]
        .into_iter()
        .find_map(|least| outlines_to(outlines, &edges, tolerance, least))
        .unwrap_or_default();
    Deviation { max: per_arc.max.max(as_read), at, ..per_arc }
}

/// The farthest of the outlines from the edges, metres, and where; nothing when it is no farther than `least`.
fn outlines_to(
    outlines: &[Outline],
    edges: &[(Point, Point)],
    tolerance: f64,
    least: f64,
) -> Option<(f64, Point)> {
    // Nothing is left of the source: it lies as far as can be.
    if edges.is_empty() {
        return Some((f64::INFINITY, Point::default()));
    }
    let index = index::Segments::new(edges);
    let segments: Vec<Segment> = edges.iter().map(|&(a, b)| Segment::new(a, b)).collect();
    let reach = tolerance.ceil() as i32 + 2;
    let near = |p: [f64; 2], reach: i32| {
        let around = p.map(|value| value as i32);
        index.near(around.map(|value| value - reach), around.map(|value| value + reach))
    };
    let nearest = |p: [f64; 2]| {
        let best = |names: &mut dyn Iterator<Item = u32>| {
            names.map(|name| (segments[name as usize].distance2(p), name)).min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let found = best(&mut near(p, reach)).filter(|(distance2, _)| distance2.sqrt() <= f64::from(reach));
        // Farther than promised: then how far, whatever it costs.
        found.or_else(|| best(&mut (0..edges.len() as u32))).unwrap_or((f64::INFINITY, 0))
    };
    let mut farthest2 = least * least;
    let mut at = None;
    // Only the farthest is asked: a point near to any edge, such as the one that the point before was near to or
    // the next of its arc, cannot be it.
    let mut hint = 0_u32;
    let mut visit = |p: [f64; 2]| {
        let is_near =
            |&name: &u32| segments.get(name as usize).is_some_and(|edge| edge.is_within(p, farthest2));
        if let Some(name) = [hint, hint.wrapping_add(1), hint.wrapping_sub(1)].into_iter().find(is_near) {
            hint = name;
        } else if let Some(name) = near(p, 0).find(is_near) {
            hint = name;
        } else {
            let (found2, name) = nearest(p);
            if found2 > farthest2 {
                farthest2 = found2;
                at = Some(p.map(|value| value.round() as i32));
            }
            hint = name;
        }
    };
    for edge in outlines.iter().flat_map(|outline| outline.points.windows(2)) {
        along(edge[0], edge[1], &mut visit);
    }
    at.map(|at| (rounded(farthest2.sqrt(), 10.0), at))
}

/// Per arc: every new border, a point at least each 50 m, to the source's.
pub fn back(network: &Network, topology: &Topology) -> Deviation {
    let mut distances = Vec::new();
    for (source, arc) in network.arcs.iter().zip(&topology.arcs) {
        let new: Vec<Point> = arc.iter().map(|&p| topology.transform.metres(p)).collect();
        let mut line = Line::new(source);
        densify(&new, |p| distances.push(line.distance2(p) as f32));
    }
    deviation(distances)
}

/// Visits every vertex, and as many points between as leave no more than 50 m.
fn densify(line: &[Point], mut visit: impl FnMut([f64; 2])) {
    for edge in line.windows(2) {
        along(edge[0].map(f64::from), edge[1].map(f64::from), &mut visit);
    }
    if let Some(last) = line.last() {
        visit(last.map(f64::from));
    }
}

/// Visits `a` and points between it and `b`.
fn along(a: [f64; 2], b: [f64; 2], visit: &mut impl FnMut([f64; 2])) {
    visit(a);
    let [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    let length2 = dx * dx + dy * dy;
    if length2 > STEP * STEP {
        let steps = (length2.sqrt() / STEP).ceil();
        for step in 1..steps as u32 {
            let part = f64::from(step) / steps;
            visit([a[0] + dx * part, a[1] + dy * part]);
        }
    }
}

/// Of squared distances.
fn deviation(mut distances2: Vec<f32>) -> Deviation {
    let max = distances2.iter().copied().fold(0.0, f32::max);
    let at = (distances2.len().max(1) - 1) as f64 * 0.95;
    let p95 = if distances2.is_empty() {
        0.0
    } else {
        *distances2.select_nth_unstable_by(at as usize, f32::total_cmp).1
    };
    let metres = |distance2: f32| rounded(f64::from(distance2).sqrt(), 10.0);
    Deviation { max: metres(max), p95: metres(p95), at: [0, 0] }
}
