//! The document to a [`Topology`], or the first thing in it that is none.

use super::{Geometry, Nested, TopoJson, TopoJsonError, WireTransform};
use crate::topology::{Arc, ArcIndex, Polygon, Position, Region, Topology, Transform};

impl TryFrom<TopoJson> for Topology {
    type Error = TopoJsonError;

    /// Checks that indices are in range and rings are closed; positions may then be looked up freely.
    fn try_from(wire: TopoJson) -> Result<Self, TopoJsonError> {
        expect("type", "`Topology`", wire.kind == "Topology", || format!("`{}`", wire.kind))?;
        let crs = &wire.crs.properties.name;
        expect("crs.properties.name", "EPSG:28992", crs.ends_with(":28992"), || format!("`{crs}`"))?;
        let WireTransform { scale, translate } = wire.transform;
        expect("transform.scale", "whole metres above zero", scale.iter().all(|&metres| metres > 0), || {
            format!("{scale:?}")
        })?;
        let transform = Transform { scale, translate };
        let mut arcs = Vec::with_capacity(wire.arcs.len());
        for (index, arc) in wire.arcs.iter().enumerate() {
            arcs.push(positions(index, arc, &transform)?);
        }
        let objects = wire.objects;
        let mut gemeenten: Vec<Region> = Vec::with_capacity(objects.gemeenten.geometries.len());
        for (index, gemeente) in objects.gemeenten.geometries.into_iter().enumerate() {
            let path = format!("objects.gemeenten.geometries[{index}]");
            let last = gemeenten.last().map(|region| region.code.as_str());
            expect(
                &format!("{path}.id"),
                "codes in order, each once",
                last < Some(gemeente.id.as_str()),
                || format!("`{}`", gemeente.id),
            )?;
            gemeenten.push(Region {
                polygons: read_polygons(&path, &gemeente.kind, gemeente.arcs, &arcs)?,
                code: gemeente.id,
                naam: gemeente.properties.naam,
                provincie: gemeente.properties.provincie,
                label: gemeente.properties.label,
            });
        }
        Ok(Self {
            jaar: wire.jaar,
            naamsvermelding: wire.naamsvermelding,
            transform,
            gemeenten,
            water: read_polygons("objects.water", &objects.water.kind, objects.water.arcs, &arcs)?,
            gemeentegrenzen: read_lines("objects.gemeentegrenzen", objects.gemeentegrenzen, &arcs)?,
            provinciegrenzen: read_lines("objects.provinciegrenzen", objects.provinciegrenzen, &arcs)?,
            arcs,
        })
    }
}

/// Metres from the origin of RD New beyond which there is no place on earth. Within it no sum or difference of metres
/// leaves 32 bits.
const FARTHEST: i64 = 100_000_000;

fn positions(index: usize, deltas: &[Position], transform: &Transform) -> Result<Arc, TopoJsonError> {
    let fault = |found: String| TopoJsonError {
        path: format!("arcs[{index}]"),
        expected: "two or more positions within the grid",
        found,
    };
    if deltas.len() < 2 {
        return Err(fault(format!("{} positions", deltas.len())));
    }
    let mut last: Position = [0, 0];
    let mut arc = Vec::with_capacity(deltas.len());
    for &[dx, dy] in deltas {
        let next = last[0].checked_add(dx).zip(last[1].checked_add(dy));
        let Some((x, y)) = next else { return Err(fault("a sum beyond 32 bits".to_owned())) };
        last = [x, y];
        let metres = [0, 1].map(|axis| {
            i64::from(transform.translate[axis]) + i64::from(transform.scale[axis]) * i64::from(last[axis])
        });
        if metres.iter().chain(&last.map(i64::from)).any(|length| length.abs() > FARTHEST) {
            return Err(fault(format!("{metres:?} metres, which is nowhere on earth")));
        }
        arc.push(last);
    }
    Ok(arc)
}

fn read_polygons(path: &str, kind: &str, arcs: Nested, known: &[Arc]) -> Result<Vec<Polygon>, TopoJsonError> {
    let path = format!("{path}.arcs");
    let polygons = match kind {
        "Polygon" => vec![arcs],
        "MultiPolygon" => list(&path, arcs)?,
        _ => {
            let expected = "`Polygon` or `MultiPolygon`";
            return Err(TopoJsonError { path, expected, found: format!("`{kind}`") });
        }
    };
    let mut read = Vec::with_capacity(polygons.len());
    for polygon in polygons {
        let rings = read_indices(&path, polygon, known)?;
        for ring in &rings {
            closed(&path, ring, known)?;
        }
        read.push(rings);
    }
    Ok(read)
}

fn read_lines(path: &str, geometry: Geometry, known: &[Arc]) -> Result<Vec<Vec<ArcIndex>>, TopoJsonError> {
    expect(path, "`MultiLineString`", geometry.kind == "MultiLineString", || format!("`{}`", geometry.kind))?;
    read_indices(&format!("{path}.arcs"), geometry.arcs, known)
}

fn read_indices(path: &str, lists: Nested, known: &[Arc]) -> Result<Vec<Vec<ArcIndex>>, TopoJsonError> {
    let mut read = Vec::new();
    for indices in list(path, lists)? {
        let mut walk = Vec::new();
        for index in list(path, indices)? {
            match index {
                Nested::Index(index) if (index.max(!index) as usize) < known.len() => walk.push(index),
                Nested::Index(index) => {
                    return Err(TopoJsonError {
                        path: path.to_owned(),
                        expected: "the index of an arc",
                        found: index.to_string(),
                    });
                }
                Nested::List(_) => {
                    return Err(TopoJsonError {
                        path: path.to_owned(),
                        expected: "the index of an arc",
                        found: "a list".to_owned(),
                    });
                }
            }
        }
        read.push(walk);
    }
    Ok(read)
}

fn list(path: &str, nested: Nested) -> Result<Vec<Nested>, TopoJsonError> {
    match nested {
        Nested::List(list) => Ok(list),
        Nested::Index(index) => {
            Err(TopoJsonError { path: path.to_owned(), expected: "a list of arcs", found: index.to_string() })
        }
    }
}

/// Each arc begins where the one before ended, and the last ends where the first began.
fn closed(path: &str, ring: &[ArcIndex], known: &[Arc]) -> Result<(), TopoJsonError> {
    let ends = |walk: ArcIndex| {
        let arc = &known[walk.max(!walk) as usize];
        let (first, last) = (arc[0], arc[arc.len() - 1]);
        if walk < 0 { (last, first) } else { (first, last) }
    };
    let mut points = 0;
    for (place, &walk) in ring.iter().enumerate() {
        let next = ring[(place + 1) % ring.len()];
        expect(path, "a closed ring", ends(walk).1 == ends(next).0, || format!("a gap after arc {walk}"))?;
        points += known[walk.max(!walk) as usize].len() - 1;
    }
    expect(path, "a ring of three or more positions", points >= 3, || points.to_string())
}

fn expect(
    path: &str,
    expected: &'static str,
    holds: bool,
    found: impl Fn() -> String,
) -> Result<(), TopoJsonError> {
    if holds { Ok(()) } else { Err(TopoJsonError { path: path.to_owned(), expected, found: found() }) }
}
