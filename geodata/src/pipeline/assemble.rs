//! Last stage: simplified arcs and the rings over them to the [`Topology`] of a year.

use super::coverage::{Network, Owner, Place, Point, doubled_area};
use super::label::label;
use super::simplify::Simplified;
use crate::topology::{ArcIndex, Polygon, Region, Topology, Transform, mesh};

/// Regions without a label, at the corner of the map, and no borders to draw yet.
pub fn assemble(network: &Network, simplified: &Simplified, jaar: u16, naamsvermelding: &str) -> Topology {
    let grid = simplified.grid;
    let low =
        |axis: usize| simplified.arcs.iter().flatten().map(|point| point[axis]).min().unwrap_or_default();
    let transform = Transform { scale: [grid, grid], translate: [low(0), low(1)] };
    let cells = |point: Point| [0, 1].map(|axis| (point[axis] - transform.translate[axis]) / grid);
    let arcs = simplified.arcs.iter().map(|arc| arc.iter().copied().map(cells).collect()).collect();
    let mut topology = Topology {
        jaar,
        naamsvermelding: naamsvermelding.to_owned(),
        transform,
        arcs,
        gemeenten: network.places.iter().map(region).collect(),
        water: Vec::new(),
        gemeentegrenzen: Vec::new(),
        provinciegrenzen: Vec::new(),
    };
    let mut last = None;
    for ring in &network.rings {
        let polygons = match ring.owner {
            Owner::Gemeente(index) => &mut topology.gemeenten[index as usize].polygons,
            Owner::Water => &mut topology.water,
        };
        if last != Some(ring.polygon) {
            polygons.push(Polygon::new());
            last = Some(ring.polygon);
        }
        if let Some(polygon) = polygons.last_mut() {
            polygon.push(ring.arcs.clone());
        }
    }
    topology
}

/// The same with a label in every region and the borders to draw.
pub fn with_labels_and_borders(mut topology: Topology, network: &Network) -> Topology {
    for index in 0..topology.gemeenten.len() {
        topology.gemeenten[index].label = label_of(&topology, index);
    }
    let (within, between) = borders(network);
    topology.gemeentegrenzen = mesh::chain(&topology.arcs, &within);
    topology.provinciegrenzen = mesh::chain(&topology.arcs, &between);
    topology
}

fn region(place: &Place) -> Region {
    Region {
        code: place.code.clone(),
        naam: place.naam.clone(),
        provincie: place.provincie.clone(),
        label: [0, 0],
        polygons: Vec::new(),
    }
}

fn label_of(topology: &Topology, index: usize) -> Point {
    let metres = |polygon: &Polygon| -> Vec<Vec<Point>> {
        let ring =
            |ring: &Vec<ArcIndex>| topology.positions(ring).map(|p| topology.transform.metres(p)).collect();
        polygon.iter().map(ring).collect()
    };
    let polygons = topology.gemeenten[index].polygons.iter().map(metres);
    let area = |rings: &Vec<Vec<Point>>| rings.iter().map(|ring| doubled_area(ring)).sum::<i64>();
    polygons.max_by_key(area).map_or([0, 0], |largest| label(&largest))
}

/// Arcs between two gemeenten: of one province, and of two.
fn borders(network: &Network) -> (Vec<ArcIndex>, Vec<ArcIndex>) {
    let mut sides: Vec<[Option<Owner>; 2]> = vec![[None; 2]; network.arcs.len()];
    for ring in &network.rings {
        for &walk in &ring.arcs {
            sides[walk.max(!walk) as usize][usize::from(walk < 0)] = Some(ring.owner);
        }
    }
    let (mut within, mut between) = (Vec::new(), Vec::new());
    for (index, side) in sides.iter().enumerate() {
        if let [Some(Owner::Gemeente(left)), Some(Owner::Gemeente(right))] = *side {
            let same = network.places[left as usize].provincie == network.places[right as usize].provincie;
            if same { &mut within } else { &mut between }.push(index as ArcIndex);
        }
    }
    (within, between)
}
