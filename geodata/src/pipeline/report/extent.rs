//! What a map holds: parts, holes and ground.

use super::rounded;
use crate::pipeline::coverage::{Coverage, Owner, Ring, doubled_area};
use crate::topology::Topology;
use serde::Serialize;

/// The gemeente whose area changed most.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AreaChange {
    pub code: String,
    pub part: f64,
}

/// Polygons and holes of the land.
pub fn parts(rings: impl Iterator<Item = (Owner, usize)>) -> (usize, usize) {
    let mut polygons: Vec<usize> =
        rings.filter(|&(owner, _)| is_land(owner)).map(|(_, polygon)| polygon).collect();
    let rings = polygons.len();
    polygons.dedup();
    (polygons.len(), rings - polygons.len())
}

/// Square kilometres of land.
pub fn area(rings: &[Ring]) -> f64 {
    let doubled: i64 =
        rings.iter().filter(|ring| is_land(ring.owner)).map(|ring| doubled_area(&ring.points)).sum();
    rounded(doubled as f64 / 2e6, 1e4)
}

pub fn largest_change(source: &Coverage, topology: &Topology, rings: &[Ring]) -> AreaChange {
    let areas = |rings: &[Ring]| {
        let mut areas = vec![0_i64; topology.gemeenten.len()];
        for ring in rings {
            if let Owner::Gemeente(index) = ring.owner {
                areas[index as usize] += doubled_area(&ring.points);
            }
        }
        areas
    };
    let changes = areas(&source.rings).into_iter().zip(areas(rings)).zip(&topology.gemeenten);
    changes
        .map(|((before, after), region)| AreaChange {
            code: region.code.clone(),
            part: rounded((after - before).abs() as f64 / before.max(1) as f64, 1e5),
        })
        .max_by(|a, b| a.part.total_cmp(&b.part))
        .unwrap_or(AreaChange { code: String::new(), part: 0.0 })
}

fn is_land(owner: Owner) -> bool {
    matches!(owner, Owner::Gemeente(_))
}
