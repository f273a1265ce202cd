//! A [`Topology`] to the document.

use super::{
    Collection, Crs, CrsName, Gemeente, Geometry, Nested, Objects, Properties, RD_NEW, TopoJson,
    WireTransform,
};
use crate::topology::{Arc, ArcIndex, Polygon, Position, Region, Ring, Topology, Transform};

impl From<&Topology> for TopoJson {
    fn from(topology: &Topology) -> Self {
        let everything = topology.arcs.iter().flatten().copied();
        Self {
            kind: "Topology".to_owned(),
            crs: Crs { kind: "name".to_owned(), properties: CrsName { name: RD_NEW.to_owned() } },
            bbox: bbox(topology.transform, everything),
            transform: WireTransform {
                scale: topology.transform.scale,
                translate: topology.transform.translate,
            },
            jaar: topology.jaar,
            naamsvermelding: topology.naamsvermelding.clone(),
            objects: Objects {
                gemeenten: Collection {
                    kind: "GeometryCollection".to_owned(),
                    geometries: topology.gemeenten.iter().map(gemeente).collect(),
                },
                water: Geometry { kind: "MultiPolygon".to_owned(), arcs: polygons(&topology.water) },
                gemeentegrenzen: lines(&topology.gemeentegrenzen),
                provinciegrenzen: lines(&topology.provinciegrenzen),
            },
            arcs: topology.arcs.iter().map(|arc| deltas(arc)).collect(),
        }
    }
}
fn gemeente(region: &Region) -> Gemeente {
    let (kind, arcs) = match region.polygons.as_slice() {
        [single] => ("Polygon", rings(single)),
        several => ("MultiPolygon", polygons(several)),
    };
    Gemeente {
        kind: kind.to_owned(),
        id: region.code.clone(),
        properties: Properties {
            naam: region.naam.clone(),
            provincie: region.provincie.clone(),
            label: region.label,
        },
        arcs,
    }
}

fn lines(lines: &[Vec<ArcIndex>]) -> Geometry {
    Geometry { kind: "MultiLineString".to_owned(), arcs: rings(lines) }
}

fn polygons(polygons: &[Polygon]) -> Nested {
    Nested::List(polygons.iter().map(|polygon| rings(polygon)).collect())
}

fn rings(rings: &[Ring]) -> Nested {
    let indices = |ring: &Ring| Nested::List(ring.iter().copied().map(Nested::Index).collect());
    Nested::List(rings.iter().map(indices).collect())
}

fn bbox(transform: Transform, positions: impl Iterator<Item = Position>) -> [i32; 4] {
    let mut bounds = [i32::MAX, i32::MAX, i32::MIN, i32::MIN];
    for position in positions {
        let [x, y] = transform.metres(position);
        bounds = [bounds[0].min(x), bounds[1].min(y), bounds[2].max(x), bounds[3].max(y)];
    }
    bounds
}

fn deltas(arc: &[Position]) -> Arc {
    let mut last = [0, 0];
    arc.iter()
        .map(|&[x, y]| {
            let delta = [x - last[0], y - last[1]];
            last = [x, y];
            delta
        })
        .collect()
}
