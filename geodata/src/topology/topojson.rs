//! A [`Topology`] as an ordinary TopoJSON document, and back.
//!
//! Specification: <https://github.com/topojson/topojson-specification> (2013). Beyond it stand `crs` (as in
//! GeoJSON 2008), `jaar` and `naamsvermelding`. Arcs are quantised and delta-encoded; `transform` turns them
//! into whole RD metres.

mod browser;
mod named;
mod nested;
mod read;
mod write;

pub use named::{Named, Names};
pub use nested::Nested;

use super::Arc;
use serde::{Deserialize, Serialize};

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
/// Why a TopoJSON document is no [`Topology`]: where, what was expected, what was found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{path}: expected {expected}, found {found}")]
pub struct TopoJsonError {
    pub path: String,
    pub expected: &'static str,
    pub found: String,
}

const RD_NEW: &str = "urn:ogc:def:crs:EPSG::28992";
