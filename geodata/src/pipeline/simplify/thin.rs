//! Remove vertices, the least deviating first: exactly so by [`thin`], roughly so by [`sweep`], which takes a
//! large drawing in a fifth of the time. On postcode areas sweeping leaves 2 % fewer points, on gemeenten as
//! many.

use super::plane::{Node, Plane};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Removes every vertex that can go while the source stays within the plane's bounds of the new edges.
pub fn thin(plane: &mut Plane) {
    let mut queue: BinaryHeap<Reverse<(u64, Node)>> =
        plane.inner_nodes().into_iter().filter_map(|node| weigh(plane, node)).collect();
    // What the map forbids may be allowed once a neighbour has gone.
    let mut forbidden = Vec::new();
    loop {
        let mut removed = false;
        while let Some(Reverse((weight, node))) = queue.pop() {
            if !plane.is_node_left(node) {
                continue;
            }
            match weigh(plane, node) {
                // Its sides have changed since it was weighed.
                Some(Reverse((now, _))) if now > weight => queue.push(Reverse((now, node))),
                Some(_) if plane.can_remove(node) => {
                    plane.remove(node);
                    removed = true;
                }
                Some(_) => forbidden.push(node),
                None => {}
            }
        }
        if !removed || forbidden.is_empty() {
            return;
        }
        queue.extend(forbidden.drain(..).filter_map(|node| weigh(plane, node)));
    }
}

/// The parts of the bound up to which one sweep after another removes.
const PARTS: [f64; 5] = [0.02, 0.1, 0.3, 0.6, 1.0];

/// Removes, arc by arc along the borders, what deviates by less than a part of the bound; then by less than a
/// larger part; at the whole bound until nothing can go.
pub fn sweep(plane: &mut Plane) {
    let arcs = plane.first_nodes();
    for part in PARTS {
        sweep_once(plane, &arcs, part);
    }
    while sweep_once(plane, &arcs, 1.0) > 0 {}
}

/// How many vertices went?
fn sweep_once(plane: &mut Plane, arcs: &[Node], part: f64) -> usize {
    let mut removed = 0;
    for &first in arcs {
        let Some(mut node) = plane.after(first) else { continue };
        while let Some(after) = plane.after(node) {
            let (before, _) = plane.sides(node);
            if plane.deviates_less(before, after, part) && plane.can_remove(node) {
                plane.remove(node);
                removed += 1;
            }
            node = after;
        }
    }
    removed
}

/// Bits of a non-negative float sort as the float does.
fn weigh(plane: &Plane, node: Node) -> Option<Reverse<(u64, Node)>> {
    let (before, after) = plane.sides(node);
    plane.deviation2(before, after).map(|deviation2| Reverse((deviation2.to_bits(), node)))
}
