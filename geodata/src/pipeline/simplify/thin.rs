//! Remove vertices, the least deviating first.

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

/// Bits of a non-negative float sort as the float does.
fn weigh(plane: &Plane, node: Node) -> Option<Reverse<(u64, Node)>> {
    let (before, after) = plane.sides(node);
    plane.deviation2(before, after).map(|deviation2| Reverse((deviation2.to_bits(), node)))
}
