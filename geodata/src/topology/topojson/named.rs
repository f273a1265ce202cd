//! The document of a map of other areas than gemeenten, and the bare one: the same topology, other members.
//!
//! `objects` is named after what it holds (`wijken`, `wijkgrenzen`), and what the areas lie in after what that
//! is. A bare document has arcs, codes and names, and nothing that follows from them.

use super::{Crs, Gemeente, Geometry, Nested, TopoJson, WireTransform};
use crate::topology::Arc;
use serde::{Serialize, Serializer};

/// What things are called in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Names {
    pub areas: &'static str,
    /// Borders between two areas of one larger area.
    pub borders: &'static str,
    /// Property and borders of the larger area, where there is one.
    pub around: Option<(&'static str, &'static str)>,
}

impl Names {
    pub const GEMEENTEN: Self = Self {
        areas: "gemeenten",
        borders: "gemeentegrenzen",
        around: Some(("provincie", "provinciegrenzen")),
    };
    pub const WIJKEN: Self =
        Self { areas: "wijken", borders: "wijkgrenzen", around: Some(("gemeente", "gemeentegrenzen")) };
    pub const BUURTEN: Self =
        Self { areas: "buurten", borders: "buurtgrenzen", around: Some(("gemeente", "gemeentegrenzen")) };
    pub const PROVINCIES: Self = Self { areas: "provincies", borders: "provinciegrenzen", around: None };
    pub const GEBIEDEN: Self = Self { areas: "gebieden", borders: "grenzen", around: None };
}

/// A document under other names.
#[derive(Debug, Serialize)]
pub struct Named<'a> {
    r#type: &'a str,
    crs: &'a Crs,
    #[serde(skip_serializing_if = "Option::is_none")]
    bbox: Option<[i32; 4]>,
    transform: &'a WireTransform,
    #[serde(skip_serializing_if = "Option::is_none")]
    jaar: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    naamsvermelding: Option<&'a str>,
    objects: Members<Object<'a>>,
    arcs: &'a [Arc],
}

impl<'a> Named<'a> {
    /// `bare`: arcs, codes and names only.
    pub fn new(document: &'a TopoJson, names: Names, bare: bool) -> Self {
        let areas = &document.objects.gemeenten;
        let geometries = areas.geometries.iter().map(|area| Area::new(area, names, bare)).collect();
        let mut objects = vec![(names.areas, Object::Areas { r#type: &areas.kind, geometries })];
        if !bare {
            let around = names.around.map(|(_, borders)| (borders, &document.objects.provinciegrenzen));
            let drawn = [
                Some(("water", &document.objects.water)),
                Some((names.borders, &document.objects.gemeentegrenzen)),
                around,
            ];
            let drawn = drawn.into_iter().flatten().filter(|(_, geometry)| !geometry.arcs.is_empty());
            objects.extend(drawn.map(|(name, geometry)| (name, Object::Drawn(geometry))));
        }
        Self {
            r#type: &document.kind,
            crs: &document.crs,
            bbox: Some(document.bbox).filter(|_| !bare),
            transform: &document.transform,
            jaar: Some(document.jaar).filter(|_| !bare),
            naamsvermelding: Some(document.naamsvermelding.as_str()).filter(|_| !bare),
            objects: Members(objects),
            arcs: &document.arcs,
        }
    }
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Object<'a> {
    Areas { r#type: &'a str, geometries: Vec<Area<'a>> },
    Drawn(&'a Geometry),
}

#[derive(Debug, Serialize)]
struct Area<'a> {
    r#type: &'a str,
    id: &'a str,
    properties: Members<Property<'a>>,
    arcs: &'a Nested,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Property<'a> {
    Text(&'a str),
    Position([i32; 2]),
}

impl<'a> Area<'a> {
    fn new(area: &'a Gemeente, names: Names, bare: bool) -> Self {
        let mut properties = vec![("naam", Property::Text(&area.properties.naam))];
        if !bare {
            let around = names.around.map(|(name, _)| (name, Property::Text(&area.properties.provincie)));
            properties.extend(around);
            properties.push(("label", Property::Position(area.properties.label)));
        }
        Self { r#type: &area.kind, id: &area.id, properties: Members(properties), arcs: &area.arcs }
    }
}

/// Members of an object, in order.
#[derive(Debug)]
struct Members<V>(Vec<(&'static str, V)>);

impl<V: Serialize> Serialize for Members<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

#[cfg(all(test, feature = "pipeline"))]
mod tests {
    use super::*;

    const MAP: &str = include_str!("../../../../examples/exports/landkaart/gemeenten-2021.topo.json");

    #[test]
    fn a_map_of_wijken_says_so_and_a_bare_one_says_only_names() {
        let document: TopoJson = serde_json::from_str(MAP).unwrap();
        let wijken = serde_json::to_value(Named::new(&document, Names::WIJKEN, false)).unwrap();
        assert!(wijken["objects"]["wijken"]["geometries"][0]["properties"]["gemeente"].is_string());
        assert!(
            wijken["objects"]["wijkgrenzen"].is_object() && wijken["objects"]["gemeentegrenzen"].is_object()
        );
        let bare = serde_json::to_value(Named::new(&document, Names::GEMEENTEN, true)).unwrap();
        let properties = &bare["objects"]["gemeenten"]["geometries"][0]["properties"];
        assert_eq!(properties, &serde_json::json!({"naam": "Groningen"}));
        assert_eq!(bare["objects"].as_object().unwrap().len(), 1);
    }
}
