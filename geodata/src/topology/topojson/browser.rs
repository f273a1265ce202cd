//! The document read without derived deserializers, for the wasm build; see [`crate::json`].

use super::{
    Collection, Crs, CrsName, Gemeente, Geometry, Nested, Objects, Properties, TopoJson, WireTransform,
};
use crate::json::{Json, Misfit, count, list, text};
use crate::topology::{Arc, Position};

impl TopoJson {
    /// The members that a map is drawn from; the box, which nothing is drawn from, stays empty.
    ///
    /// # Errors
    /// The first member that is missing or of another kind.
    pub fn read(document: &impl Json) -> Result<Self, Misfit> {
        let objects = document.get("objects");
        let objects = Objects {
            gemeenten: Collection {
                kind: String::new(),
                geometries: list(&objects.get("gemeenten"), "geometries", |item| region(item, "provincie"))?,
            },
            water: geometry(&objects.get("water"))?,
            gemeentegrenzen: geometry(&objects.get("gemeentegrenzen"))?,
            provinciegrenzen: geometry(&objects.get("provinciegrenzen"))?,
        };
        Self::with(document, objects)
    }

    /// The same of a map of the wijken of a gemeente: they stand where gemeenten do, and there is no water.
    ///
    /// # Errors
    /// The first member that is missing or of another kind.
    pub fn read_wijken(document: &impl Json) -> Result<Self, Misfit> {
        let wijken = document.get("objects").get("wijken");
        let nothing = || Geometry { kind: "MultiLineString".to_owned(), arcs: Nested::List(Vec::new()) };
        let objects = Objects {
            gemeenten: Collection {
                kind: String::new(),
                geometries: list(&wijken, "geometries", |item| region(item, "gemeente"))?,
            },
            water: Geometry { kind: "MultiPolygon".to_owned(), ..nothing() },
            gemeentegrenzen: nothing(),
            provinciegrenzen: nothing(),
        };
        Self::with(document, objects)
    }

    fn with(document: &impl Json, objects: Objects) -> Result<Self, Misfit> {
        let transform = document.get("transform");
        let crs = document.get("crs").get("properties");
        Ok(Self {
            kind: text(document, "type")?,
            crs: Crs { kind: String::new(), properties: CrsName { name: text(&crs, "name")? } },
            bbox: [0; 4],
            transform: WireTransform {
                scale: pair(&transform, "scale")?,
                translate: pair(&transform, "translate")?,
            },
            jaar: count(document, "jaar")?,
            naamsvermelding: text(document, "naamsvermelding")?,
            objects,
            arcs: list(document, "arcs", arc)?,
        })
    }
}

/// An area, and what it lies in.
fn region(value: &impl Json, parent: &str) -> Result<Gemeente, Misfit> {
    let properties = value.get("properties");
    let Geometry { kind, arcs } = geometry(value)?;
    Ok(Gemeente {
        kind,
        id: text(value, "id")?,
        properties: Properties {
            naam: text(&properties, "naam")?,
            provincie: text(&properties, parent)?,
            label: pair(&properties, "label")?,
        },
        arcs,
    })
}

fn geometry(value: &impl Json) -> Result<Geometry, Misfit> {
    Ok(Geometry { kind: text(value, "type")?, arcs: nested(&value.get("arcs"))? })
}

fn nested<J: Json>(value: &J) -> Result<Nested, Misfit> {
    match (value.number(), value.items()) {
        (Some(index), _) => Ok(Nested::Index(index as i32)),
        (None, Some(items)) => Ok(Nested::List(items.iter().map(nested).collect::<Result<_, _>>()?)),
        (None, None) => Err(Misfit::new("arcs", "indices of arcs")),
    }
}

fn arc<J: Json>(value: &J) -> Result<Arc, Misfit> {
    let positions = value.items().ok_or_else(|| Misfit::new("", "a list of positions"))?;
    positions.iter().map(position).collect()
}

fn pair(value: &impl Json, key: &str) -> Result<Position, Misfit> {
    position(&value.get(key)).map_err(|misfit| Misfit::new(key, misfit.expected))
}

fn position<J: Json>(value: &J) -> Result<Position, Misfit> {
    let numbers = value.items().unwrap_or_default();
    match numbers.iter().map(Json::number).collect::<Vec<_>>()[..] {
        [Some(x), Some(y)] => Ok([x as i32, y as i32]),
        _ => Err(Misfit::new("", "two numbers")),
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
        assert_eq!(TopoJson::read(&value).unwrap_err().path, "geometries");
        let mut value: serde_json::Value = serde_json::from_str(MAP).unwrap();
        value["arcs"][3][1] = serde_json::json!([1]);
        assert_eq!(TopoJson::read(&value).unwrap_err().to_string(), "arcs[3]: expected two numbers");
    }
}
