//! A [`Topology`] as an ordinary TopoJSON document, and back.
//!
//! Specification: <https://github.com/topojson/topojson-specification> (2013). Beyond it stand `crs` (as in
//! GeoJSON 2008), `jaar` and `naamsvermelding`. Arcs are quantised and delta-encoded; `transform` turns them
//! into whole RD metres.

mod browser;

use super::{Arc, ArcIndex, Polygon, Position, Region, Ring, Topology, Transform};
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The document as it stands in JSON.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopoJson {
    #[serde(rename = "type")]
    pub kind: String,
    pub crs: Crs,
    /// West, south, east, north in whole metres.
    pub bbox: [i32; 4],
    pub transform: WireTransform,
    pub jaar: u16,
    pub naamsvermelding: String,
    pub objects: Objects,
    /// Delta-encoded grid positions.
    pub arcs: Vec<Arc>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Crs {
    #[serde(rename = "type")]
    pub kind: String,
    pub properties: CrsName,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CrsName {
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WireTransform {
    pub scale: [i32; 2],
    pub translate: [i32; 2],
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objects {
    pub gemeenten: Collection,
    pub water: Geometry,
    pub gemeentegrenzen: Geometry,
    pub provinciegrenzen: Geometry,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Collection {
    #[serde(rename = "type")]
    pub kind: String,
    pub geometries: Vec<Gemeente>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gemeente {
    #[serde(rename = "type")]
    pub kind: String,
    pub id: String,
    pub bbox: [i32; 4],
    pub properties: Properties,
    pub arcs: Nested,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Properties {
    pub naam: String,
    pub provincie: String,
    /// RD New, whole metres.
    pub label: [i32; 2],
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Geometry {
    #[serde(rename = "type")]
    pub kind: String,
    pub arcs: Nested,
}

/// Arc indices at the depth that the geometry's type asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Nested {
    Index(ArcIndex),
    List(Vec<Nested>),
}

/// Why a TopoJSON document is no [`Topology`]: where, what was expected, what was found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{path}: expected {expected}, found {found}")]
pub struct TopoJsonError {
    pub path: String,
    pub expected: &'static str,
    pub found: String,
}

const RD_NEW: &str = "urn:ogc:def:crs:EPSG::28992";

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
                    geometries: topology.gemeenten.iter().map(|region| gemeente(topology, region)).collect(),
                },
                water: Geometry { kind: "MultiPolygon".to_owned(), arcs: polygons(&topology.water) },
                gemeentegrenzen: lines(&topology.gemeentegrenzen),
                provinciegrenzen: lines(&topology.provinciegrenzen),
            },
            arcs: topology.arcs.iter().map(|arc| deltas(arc)).collect(),
        }
    }
}

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
        let mut arcs = Vec::with_capacity(wire.arcs.len());
        for (index, arc) in wire.arcs.iter().enumerate() {
            arcs.push(positions(index, arc)?);
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
            transform: Transform { scale, translate },
            gemeenten,
            water: read_polygons("objects.water", &objects.water.kind, objects.water.arcs, &arcs)?,
            gemeentegrenzen: read_lines("objects.gemeentegrenzen", objects.gemeentegrenzen, &arcs)?,
            provinciegrenzen: read_lines("objects.provinciegrenzen", objects.provinciegrenzen, &arcs)?,
            arcs,
        })
    }
}

fn gemeente(topology: &Topology, region: &Region) -> Gemeente {
    let points = region.polygons.iter().flatten().flat_map(|ring| topology.positions(ring));
    let (kind, arcs) = match region.polygons.as_slice() {
        [single] => ("Polygon", rings(single)),
        several => ("MultiPolygon", polygons(several)),
    };
    Gemeente {
        kind: kind.to_owned(),
        id: region.code.clone(),
        bbox: bbox(topology.transform, points),
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

fn positions(index: usize, deltas: &[Position]) -> Result<Arc, TopoJsonError> {
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

impl Serialize for Nested {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Nested::Index(index) => serializer.serialize_i32(*index),
            Nested::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for element in list {
                    sequence.serialize_element(element)?;
                }
                sequence.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestedVisitor)
    }
}

struct NestedVisitor;

impl<'de> Visitor<'de> for NestedVisitor {
    type Value = Nested;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an arc index or a list of them")
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Nested, E> {
        i32::try_from(value).map(Nested::Index).map_err(|_| E::custom("arc index beyond 32 bits"))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Nested, E> {
        i32::try_from(value).map(Nested::Index).map_err(|_| E::custom("arc index beyond 32 bits"))
    }

    /// JavaScript has one kind of number.
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Nested, E> {
        let index = value as i32;
        if f64::from(index) == value {
            Ok(Nested::Index(index))
        } else {
            Err(E::custom("arc index is not whole"))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Nested, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = sequence.next_element()? {
            list.push(element);
            if list.len() > 1 << 24 {
                return Err(A::Error::custom("more arcs than a map can have"));
            }
        }
        Ok(Nested::List(list))
    }
}
