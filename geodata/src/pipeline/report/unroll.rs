//! Rings again, in whole metres: of the finished topology, and of the network before it was simplified.

use crate::pipeline::coverage::{ArcRing, Network, Owner, Ring};
use crate::topology::Topology;

/// The rings of a topology in whole metres, land first.
pub fn unroll(topology: &Topology) -> Vec<Ring> {
    let land = topology
        .gemeenten
        .iter()
        .enumerate()
        .map(|(index, region)| (Owner::Gemeente(index as u32), &region.polygons));
    let mut polygon = 0;
    let mut rings = Vec::new();
    for (owner, polygons) in land.chain([(Owner::Water, &topology.water)]) {
        for walks in polygons {
            for walk in walks {
                let points = topology.positions(walk).map(|p| topology.transform.metres(p)).collect();
                rings.push(Ring { owner, number: 0, polygon, points });
            }
            polygon += 1;
        }
    }
    rings
}

/// The rings of the network, walked over its arcs.
pub fn unroll_network(network: &Network) -> Vec<Ring> {
    let ring = |ring: &ArcRing| {
        let mut points = Vec::new();
        for &walk in &ring.arcs {
            let arc = &network.arcs[walk.max(!walk) as usize];
            if walk < 0 {
                points.extend(arc.iter().rev().take(arc.len() - 1));
            } else {
                points.extend(arc.iter().take(arc.len() - 1));
            }
        }
        Ring { owner: ring.owner, number: ring.number, polygon: ring.polygon, points }
    };
    network.rings.iter().map(ring).collect()
}
