//! What closing slivers has spent of the tolerance: only of the arcs that it moved borders to.

use crate::pipeline::coverage::{Network, Point};
use crate::pipeline::heal::Sliver;
use rustc_hash::FxHashMap;

/// Per arc how far a border was moved to it, metres.
pub fn spent(network: &Network, slivers: &[Sliver]) -> Vec<f64> {
    if slivers.is_empty() {
        return vec![0.0; network.arcs.len()];
    }
    let mut moved_to: FxHashMap<[Point; 2], f64> = FxHashMap::default();
    for sliver in slivers {
        for &[a, b] in &sliver.stays {
            let moved = moved_to.entry([a.min(b), a.max(b)]).or_default();
            *moved = moved.max(sliver.width);
        }
    }
    let of_edge = |edge: &[Point]| moved_to.get(&[edge[0].min(edge[1]), edge[0].max(edge[1])]).copied();
    network.arcs.iter().map(|arc| arc.windows(2).filter_map(of_edge).fold(0.0, f64::max)).collect()
}
