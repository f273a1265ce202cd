//! What became of the source: measured on the result, against the rings as they were read.
//!
//! Nothing is taken from the simplifier's word. Rings are unrolled from the finished topology; validity is
//! judged by `geo` (OGC simple features) and by [`verify`](super::verify); deviation is measured both ways.

mod deviation;
mod extent;
mod invalid;
mod line;
mod names;
mod places;
mod slivers;
mod unroll;

pub use deviation::{Deviation, Outline};
pub use extent::AreaChange;
pub use places::Places;
pub use slivers::Slivers;
pub use unroll::unroll;

use super::coverage::{Coverage, Network};
use super::heal::Sliver;
use super::islands::LeftOut;
use super::junctions::Repairs;
use super::rows::Chosen;
use super::verify::{Fault, judge, open_grounds};
use super::vertices::Vertices;
use crate::topology::Topology;
use names::Names;
use serde::Serialize;

/// Distances in metres, areas in square kilometres.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    pub jaar: u16,
    /// Gemeenten in the map.
    pub features: usize,
    pub tolerance: f64,
    /// Cell width.
    pub grid: i32,
    /// Different vertices of the source, and of the map.
    pub points_in: usize,
    pub points_out: usize,
    /// Shared borders, each counted once.
    pub arcs: usize,
    /// Polygons and holes of the gemeenten, in and out.
    pub parts_in: usize,
    /// Parts of one gemeente that became one because the strip between them was closed.
    pub parts_joined: usize,
    pub parts_out: usize,
    pub parts_dropped: usize,
    /// Islands smaller than asked for; they are none of the parts above.
    pub islands_left_out: Vec<LeftOut>,
    pub holes_in: usize,
    pub holes_out: usize,
    /// Vertices inserted where one region's vertex lay on another's edge.
    pub t_junctions_repaired: usize,
    /// Where, per feature that got a vertex.
    pub t_junctions: Places,
    /// Strips less than a metre wide that a ring enclosed running back along itself.
    pub threads_closed: usize,
    pub threads: Places,
    /// Rows left out and codes completed, as asked.
    #[serde(flatten)]
    pub chosen: Chosen,
    /// Strips that overlapped or lay open, closed.
    pub slivers_closed: usize,
    pub slivers: Slivers,
    /// From the source's borders to the new ones: the promise.
    pub deviation: Deviation,
    /// From the new borders to the source's: not promised, measured on request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deviation_back: Option<Deviation>,
    pub invalid_polygons: usize,
    /// Ground inside the map that lost its owner.
    pub gaps: usize,
    pub overlaps: usize,
    pub crossings: usize,
    pub area_before: f64,
    pub area_after: f64,
    /// The largest change of one gemeente, as a part of its area.
    pub largest_area_change: AreaChange,
}

/// What the stages before did, for the report to tell.
#[derive(Debug, Clone, Default)]
pub struct Made {
    pub jaar: u16,
    pub tolerance: f64,
    /// Measure what is not promised too?
    pub measure: bool,
    pub chosen: Chosen,
    pub repairs: Repairs,
    pub slivers: Vec<Sliver>,
    pub islands: Vec<LeftOut>,
}

impl Report {
    /// Is the map what it promises to be?
    pub fn is_sound(&self) -> bool {
        self.invalid_polygons + self.gaps + self.overlaps + self.crossings + self.parts_dropped == 0
            && self.holes_in == self.holes_out
            && self.deviation.max <= self.tolerance.max(super::simplify::ROUNDING)
    }
}

pub fn report(
    outlines: &[Outline],
    source: &Coverage,
    network: &Network,
    topology: &Topology,
    made: Made,
) -> Report {
    let Made { jaar, tolerance, measure, chosen, repairs, slivers, islands } = made;
    let names = Names::of_owners(source);
    let rings = unroll(topology);
    let (found, open) = judge(&rings);
    let count = |of: fn(&Fault) -> bool| found.iter().filter(|fault| of(fault)).count();
    let (parts_read, _) = extent::parts(source.rings.iter().map(|ring| (ring.owner, ring.polygon)));
    let (parts_in, holes_in) = extent::parts(network.rings.iter().map(|ring| (ring.owner, ring.polygon)));
    let (parts_out, holes_out) = extent::parts(rings.iter().map(|ring| (ring.owner, ring.polygon)));
    Report {
        jaar,
        features: topology.gemeenten.len(),
        tolerance,
        grid: topology.transform.scale[0],
        points_in: repairs.different,
        points_out: different(topology),
        arcs: topology.arcs.len(),
        parts_in: parts_read - islands.len(),
        parts_joined: parts_read.saturating_sub(parts_in + islands.len()),
        parts_out,
        parts_dropped: parts_in.saturating_sub(parts_out),
        islands_left_out: islands,
        holes_in,
        holes_out,
        t_junctions_repaired: repairs.vertices,
        t_junctions: Places::new(&names, repairs.inserted),
        threads_closed: repairs.threads.len(),
        threads: Places::new(&names, repairs.threads),
        chosen,
        slivers_closed: slivers.len(),
        slivers: Slivers::new(&names, slivers),
        deviation: deviation::there(outlines, network, topology, tolerance),
        deviation_back: measure.then(|| deviation::back(network, topology)),
        invalid_polygons: invalid::invalid(&rings, found.is_empty()),
        gaps: open.saturating_sub(open_grounds(network)),
        overlaps: count(|fault| matches!(fault, Fault::Overlap { .. })),
        crossings: count(|fault| matches!(fault, Fault::Crossing { .. })),
        area_before: extent::area(&source.rings),
        area_after: extent::area(&rings),
        largest_area_change: extent::largest_change(source, topology, &rings),
    }
}

/// Different positions of the arcs, which share none but their ends.
fn different(topology: &Topology) -> usize {
    let mut ends = Vertices::with_room(topology.arcs.len());
    for arc in &topology.arcs {
        ends.number(arc[0]);
        ends.number(arc[arc.len() - 1]);
    }
    ends.into_points().len() + topology.arcs.iter().map(|arc| arc.len() - 2).sum::<usize>()
}

fn rounded(value: f64, parts: f64) -> f64 {
    (value * parts).round() / parts
}
