//! Rings again, in whole metres, of the finished topology.

use crate::pipeline::coverage::{Owner, Ring};
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
