//! TopoJSON as others write it: the geometries of one object, with their arcs joined to rings.
//!
//! Specification: <https://github.com/topojson/topojson-specification> (2013). Quantised arcs are
//! delta-encoded and turned by `transform`; without one, positions stand as they are.

use super::Feature;
use super::coordinates::{Coordinates, Position};
use crate::pipeline::problem::Reason;
use crate::topology::topojson::Nested;
use serde::Deserialize;
use serde_json::{Map, Value};

#[derive(Deserialize)]
pub struct Transform {
    scale: Position,
    translate: Position,
}

#[derive(Deserialize)]
struct Geometry {
    r#type: Option<String>,
    properties: Option<Map<String, Value>>,
    arcs: Option<Nested>,
}

pub fn features(
    transform: Option<Transform>,
    arcs: Option<Coordinates>,
    objects: Map<String, Value>,
    name: Option<&str>,
) -> Result<Vec<Feature>, Reason> {
    let arcs = match arcs {
        Some(Coordinates::Lines(arcs)) => positions(transform, arcs),
        Some(Coordinates::Empty) | None => Vec::new(),
        Some(_) => return Err(Reason::NotFeatures("arcs that are no lists of positions".to_owned())),
    };
    let geometries = choose(objects, name)?;
    let read = |(geometry, number): (Value, usize)| match serde_json::from_value::<Geometry>(geometry) {
        Ok(geometry) => feature(number, geometry, &arcs),
        Err(error) => Feature {
            number,
            properties: Map::new(),
            polygons: Vec::new(),
            geometry: Some(error.to_string()),
        },
    };
    Ok(geometries.into_iter().zip(1..).map(read).collect())
}

fn positions(transform: Option<Transform>, mut arcs: Vec<Vec<Position>>) -> Vec<Vec<Position>> {
    if let Some(Transform { scale, translate }) = transform {
        for arc in &mut arcs {
            let mut sum = [0.0, 0.0];
            for position in arc {
                sum = [sum[0] + position[0], sum[1] + position[1]];
                *position = [sum[0] * scale[0] + translate[0], sum[1] * scale[1] + translate[1]];
            }
        }
    }
    arcs
}

/// The geometries of the named object, or of the only collection with polygons.
fn choose(mut objects: Map<String, Value>, name: Option<&str>) -> Result<Vec<Value>, Reason> {
    let all = || objects.keys().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let is_polygon = |geometry: &Value| matches!(geometry["type"].as_str(), Some("Polygon" | "MultiPolygon"));
    let has_polygons = |object: &Value| {
        object["geometries"].as_array().is_some_and(|geometries| geometries.iter().any(is_polygon))
    };
    let name = match name {
        Some(name) if objects.contains_key(name) => name.to_owned(),
        Some(name) => {
            return Err(Reason::NotFeatures(format!("no object `{name}`, only {}", all())));
        }
        None => {
            let mut with = objects.iter().filter(|(_, object)| has_polygons(object)).map(|(name, _)| name);
            match (with.next(), with.next()) {
                (Some(only), None) => only.clone(),
                (None, _) => return Err(Reason::NotFeatures("a TopoJSON without polygons".to_owned())),
                (Some(_), Some(_)) => {
                    return Err(Reason::NotFeatures(format!(
                        "a TopoJSON of several objects, none chosen: {}",
                        all()
                    )));
                }
            }
        }
    };
    match objects.remove(&name).as_mut().map(|object| object["geometries"].take()) {
        Some(Value::Array(geometries)) => Ok(geometries),
        _ => Err(Reason::NotFeatures(format!("object `{name}`, which is no collection"))),
    }
}

fn feature(number: usize, geometry: Geometry, arcs: &[Vec<Position>]) -> Feature {
    let polygons = match (geometry.r#type.as_deref(), geometry.arcs) {
        (Some("Polygon"), Some(rings)) => polygon(rings, arcs).map(|polygon| vec![polygon]),
        (Some("MultiPolygon"), Some(Nested::List(polygons))) => {
            polygons.into_iter().map(|rings| polygon(rings, arcs)).collect()
        }
        (Some(other), _) => Err(other.to_owned()),
        (None, _) => Err("no geometry".to_owned()),
    };
    let (polygons, geometry_found) = match polygons {
        Ok(polygons) => (polygons, None),
        Err(found) => (Vec::new(), Some(found)),
    };
    Feature {
        number,
        properties: geometry.properties.unwrap_or_default(),
        polygons,
        geometry: geometry_found,
    }
}

fn polygon(rings: Nested, arcs: &[Vec<Position>]) -> Result<Vec<Vec<Position>>, String> {
    let Nested::List(rings) = rings else { return Err("an arc in the place of rings".to_owned()) };
    rings.into_iter().map(|ring| join(ring, arcs)).collect()
}

fn join(ring: Nested, arcs: &[Vec<Position>]) -> Result<Vec<Position>, String> {
    let Nested::List(walks) = ring else { return Err("an arc in the place of a ring".to_owned()) };
    let mut points: Vec<Position> = Vec::new();
    for walk in walks {
        let Nested::Index(walk) = walk else { return Err("a list in the place of an arc".to_owned()) };
        let arc =
            arcs.get(walk.max(!walk) as usize).ok_or_else(|| format!("arc {walk}, which there is not"))?;
        // The first of each arc is the last of the one before.
        let skip = usize::from(!points.is_empty());
        if walk < 0 {
            points.extend(arc.iter().rev().skip(skip));
        } else {
            points.extend(arc.iter().skip(skip));
        }
    }
    Ok(points)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use crate::pipeline::problem::Document;

    const TWO: &str = r#"{"type":"Topology","transform":{"scale":[10,10],"translate":[100000,400000]},
        "arcs":[[[4,0],[0,4]],[[4,4],[-4,0],[0,-4],[4,0]],[[4,4],[4,0],[0,-4],[-4,0]]],
        "objects":{"labels":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,1]}]},
        "land":{"type":"GeometryCollection","geometries":[
            {"type":"Polygon","properties":{"code":"A"},"arcs":[[0,1]]},
            {"type":"MultiPolygon","properties":{"code":"B"},"arcs":[[[-1,2]]]}]}}}"#;

    #[test]
    fn arcs_are_joined_and_walked_backwards() {
        let features = read(Document::Boundaries, TWO, None).expect("two features");
        assert_eq!(
            features[0].polygons[0][0],
            [
                [100_040.0, 400_000.0],
                [100_040.0, 400_040.0],
                [100_000.0, 400_040.0],
                [100_000.0, 400_000.0],
                [100_040.0, 400_000.0]
            ]
        );
        assert_eq!(features[1].polygons[0][0][..2], [[100_040.0, 400_040.0], [100_040.0, 400_000.0]]);
    }

    #[test]
    fn a_missing_arc_is_told_to_its_feature() {
        let features =
            read(Document::Boundaries, &TWO.replace("[[0,1]]", "[[0,7]]"), None).expect("features");
        assert_eq!(features[0].geometry.as_deref(), Some("arc 7, which there is not"));
    }

    #[test]
    fn an_object_that_is_not_there_is_refused_with_those_that_are() {
        let problems = read(Document::Boundaries, TWO, Some("sea")).expect_err("no such object");
        assert!(
            problems[0].to_string().ends_with("no object `sea`, only `labels`, `land`"),
            "{}",
            problems[0]
        );
    }
}
