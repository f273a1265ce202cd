//! How far borders moved: from the source's to the new ones, which is promised, and back, which is not.
//!
//! The measure: a point at least each 50 m along a border, vertices included, and its distance to the nearest
//! point of the border it is held against. `max` and `p95` are over those points, so a long border counts for
//! more than a short one. All in RD New metres.

use super::line::Line;
use super::rounded;
use crate::pipeline::coverage::{Network, Point};
use crate::pipeline::geometry::distance2_from;
use crate::pipeline::index;
use crate::topology::Topology;
use serde::Serialize;
use std::borrow::Cow;

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
        per_arc.extend(densified(source).map(|p| line.distance2(p.map(f64::from)) as f32));
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
    let distance2 = |name: u32, p: [f64; 2]| {
        let (a, b) = edges[name as usize];
        distance2_from(a, b, p)
    };
    let reach = tolerance.ceil() as i32 + 2;
    let near = |p: [f64; 2], reach: i32| {
        let around = p.map(|value| value as i32);
        index.near(around.map(|value| value - reach), around.map(|value| value + reach))
    };
    let nearest = |p: [f64; 2]| {
        let best = |names: &mut dyn Iterator<Item = u32>| {
            names.map(|name| (distance2(name, p), name)).min_by(|a, b| a.0.total_cmp(&b.0))
        };
        let found = best(&mut near(p, reach)).filter(|(distance2, _)| distance2.sqrt() <= f64::from(reach));
        // Farther than promised: then how far, whatever it costs.
        found.or_else(|| best(&mut (0..edges.len() as u32))).unwrap_or((f64::INFINITY, 0))
    };
    let mut farthest2: f64 = 0.0;
    let mut at = [0, 0];
    // Only the farthest is asked: a point near to any edge, such as the one that the point before was near to or
    // the next of its arc, cannot be it.
    let mut hint = 0_u32;
    let mut visit = |p: [f64; 2]| {
        let is_near = |&name: &u32| (name as usize) < edges.len() && distance2(name, p) <= farthest2;
        if let Some(name) = [hint, hint.wrapping_add(1), hint.wrapping_sub(1)].into_iter().find(is_near) {
            hint = name;
        } else if let Some(name) = near(p, 0).find(is_near) {
            hint = name;
        } else {
            let (found2, name) = nearest(p);
            if found2 > farthest2 {
                farthest2 = found2;
                at = p.map(|value| value.round() as i32);
            }
            hint = name;
        }
    };
    for edge in outlines.iter().flat_map(|outline| outline.points.windows(2)) {
        let [dx, dy] = [edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]];
        if dx * dx + dy * dy <= 2_500.0 {
            visit(edge[0]);
            continue;
        }
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
        let mut line = Line::new(source);
        distances.extend(densified(&new).map(|p| line.distance2(p.map(f64::from)) as f32));
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
