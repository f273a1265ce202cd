//! The document read without derived deserializers, for the wasm build; see [`crate::json`].

use super::{
    Collection, Crs, CrsName, Gemeente, Geometry, Nested, Objects, Properties, TopoJson, WireTransform,
};
use crate::json::{self, Json, Misfit, Reader};
use crate::topology::{Arc, Position};

impl TopoJson {
    /// The members that a map is drawn from; the box, which nothing is drawn from, stays empty.
    ///
    /// # Errors
    /// The first member that is missing or of another kind.
    pub fn read(document: &impl Json) -> Result<Self, Misfit> {
        json::read(document, |map| {
            let objects = map.under("objects", |objects| Objects {
                gemeenten: regions(objects, "gemeenten", "provincie"),
                water: objects.under("water", geometry),
                gemeentegrenzen: objects.under("gemeentegrenzen", geometry),
                provinciegrenzen: objects.under("provinciegrenzen", geometry),
            });
            whole(map, objects)
        })
    }

    /// The same of a map of the wijken of a gemeente: they stand where gemeenten do, and there is no water.
    ///
    /// # Errors
    /// The first member that is missing or of another kind.
    pub fn read_wijken(document: &impl Json) -> Result<Self, Misfit> {
        let nothing = || Geometry { kind: "MultiLineString".to_owned(), arcs: Nested::List(Vec::new()) };
        json::read(document, |map| {
            let objects = map.under("objects", |objects| Objects {
                gemeenten: regions(objects, "wijken", "gemeente"),
                water: Geometry { kind: "MultiPolygon".to_owned(), ..nothing() },
                gemeentegrenzen: nothing(),
                provinciegrenzen: nothing(),
            });
            whole(map, objects)
        })
    }
}

fn whole(map: &Reader<impl Json>, objects: Objects) -> TopoJson {
    let name = |crs: &Reader<_>| crs.under("properties", |properties| properties.text("name"));
    TopoJson {
        kind: map.text("type"),
        crs: Crs { kind: String::new(), properties: CrsName { name: map.under("crs", name) } },
        bbox: [0; 4],
        transform: map.under("transform", |transform| WireTransform {
            scale: pair(transform, "scale"),
            translate: pair(transform, "translate"),
        }),
        jaar: map.count("jaar"),
        naamsvermelding: map.text("naamsvermelding"),
        objects,
        arcs: map.list("arcs", arc),
    }
}

/// Areas, and what they lie in.
fn regions(objects: &Reader<impl Json>, name: &str, parent: &str) -> Collection {
    let region = |item: &Reader<_>| {
        let Geometry { kind, arcs } = geometry(item);
        let properties = item.under("properties", |properties| Properties {
            naam: properties.text("naam"),
            provincie: properties.text(parent),
            label: pair(properties, "label"),
        });
        Gemeente { kind, id: item.text("id"), properties, arcs }
    };
    let geometries = objects.under(name, |areas| areas.list("geometries", region));
    Collection { kind: String::new(), geometries }
}

fn geometry(item: &Reader<impl Json>) -> Geometry {
    let arcs = nested(&item.get("arcs"));
    let nothing = Nested::List(Vec::new());
    Geometry { kind: item.text("type"), arcs: item.need("arcs", "indices of arcs", arcs, nothing) }
}

fn nested<J: Json>(value: &J) -> Option<Nested> {
    match value.number() {
        Some(index) => Some(Nested::Index(index as i32)),
        None => Some(Nested::List(value.items()?.iter().map(nested).collect::<Option<_>>()?)),
    }
}

fn arc<J: Json>(item: &Reader<J>) -> Arc {
    let Some(positions) = item.value().items() else {
        item.misfit("", "a list of positions");
        return Arc::new();
    };
    let positions: Option<Arc> = positions.iter().map(position).collect();
    item.need("", "two numbers", positions, Arc::new())
}

fn pair(item: &Reader<impl Json>, key: &str) -> Position {
    item.need(key, "two numbers", position(&item.get(key)), [0; 2])
}

fn position<J: Json>(value: &J) -> Option<Position> {
    let numbers = value.items()?;
    match numbers.iter().map(Json::number).collect::<Vec<_>>()[..] {
        [Some(x), Some(y)] => Some([x as i32, y as i32]),
        _ => None,
    }
}

#[cfg(all(test, feature = "pipeline"))]
mod tests {
    use super::*;
    use crate::topology::Topology;

    const MAP: &str = include_str!("../../../../examples/exports/landkaart/gemeenten-2021.topo.json");

    #[test]
    fn both_readers_see_the_same_map() {
        let derived: TopoJson = serde_json::from_str(MAP).unwrap();
        let value: serde_json::Value = serde_json::from_str(MAP).unwrap();
        let read = TopoJson::read(&value).unwrap();
        assert_eq!(Topology::try_from(read).unwrap(), Topology::try_from(derived).unwrap());
    }

    #[test]
    fn wijken_stand_where_gemeenten_do() {
        let wijken = include_str!("../../../../examples/exports/landkaart/wijken/GM0014.topo.json");
        let value: serde_json::Value = serde_json::from_str(wijken).unwrap();
        let map = Topology::try_from(TopoJson::read_wijken(&value).unwrap()).unwrap();
        assert!(map.gemeenten.len() > 5 && map.water.is_empty());
        assert!(
            map.gemeenten.iter().all(|wijk| wijk.code.starts_with("WK0014") && wijk.provincie == "GM0014")
        );
    }

    #[test]
    fn what_is_no_map_is_refused_with_the_member() {
        let value: serde_json::Value = serde_json::json!({"type": "Topology"});
        assert_eq!(TopoJson::read(&value).unwrap_err().path, "objects.gemeenten.geometries");
        let mut value: serde_json::Value = serde_json::from_str(MAP).unwrap();
        value["arcs"][3][1] = serde_json::json!([1]);
        assert_eq!(TopoJson::read(&value).unwrap_err().to_string(), "arcs[3]: expected two numbers");
    }
}
