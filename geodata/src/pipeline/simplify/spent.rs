//! What repairs have spent of the tolerance: closing slivers, of the arcs that it moved borders to; taking out spikes
//! and threads, of the arcs that they stood on.

use crate::pipeline::coverage::{Network, Point};
use crate::pipeline::heal::Sliver;
use rustc_hash::FxHashMap;

/// The most of the tolerance that a spike takes.
const MOST: f64 = 0.9;

/// Per arc how far a border was moved to it, metres. `reaches`: vertices from which something was taken out, and how
/// far it reached; a spike that reached nearly as far as the tolerance leaves the border on which it stood a little
/// room, and whether its tip is near enough is measured.
pub fn spent(network: &Network, slivers: &[Sliver], reaches: &[(Point, f64)], tolerance: f64) -> Vec<f64> {
    if slivers.is_empty() && reaches.is_empty() {
        return vec![0.0; network.arcs.len()];
    }
    let mut reached: FxHashMap<u64, f64> = FxHashMap::default();
    for &(from, reach) in reaches {
        let farthest = reached.entry(packed(from)).or_default();
        *farthest = farthest.max(reach.min(MOST * tolerance));
    }
    let mut moved_to: FxHashMap<(u64, u64), f64> = FxHashMap::default();
    moved_to.reserve(slivers.iter().map(|sliver| sliver.stays.len()).sum());
    let either_way = |a: Point, b: Point| (packed(a.min(b)), packed(a.max(b)));
    for sliver in slivers {
        for &[a, b] in &sliver.stays {
            let moved = moved_to.entry(either_way(a, b)).or_default();
            *moved = moved.max(sliver.width);
        }
    }
    let of_edge = |edge: &[Point]| moved_to.get(&either_way(edge[0], edge[1])).copied();
    let of_arc = |arc: &Vec<Point>| {
        let moved = arc.windows(2).filter_map(of_edge).fold(0.0, f64::max);
        let reach = arc.iter().filter_map(|&point| reached.get(&packed(point)).copied()).fold(0.0, f64::max);
        // A spike may have stood on a border that was itself moved.
        moved + reach
    };
    network.arcs.iter().map(of_arc).collect()
}

/// A point as one number, which is hashed in one step.
fn packed([x, y]: Point) -> u64 {
    u64::from(x as u32) << 32 | u64::from(y as u32)
}
