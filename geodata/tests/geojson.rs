//! Our reader of GeoJSON against the reference crate: on any collection both see the same features, the same
//! properties and the same coordinates.

use geodata::pipeline::{Document, read};
use geojson::{FeatureCollection, Geometry, GeometryValue, Position};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

type Ring = Vec<[f64; 2]>;

/// What both readers are asked for: properties, and polygons of rings, or the name of another geometry.
#[derive(Debug, PartialEq)]
struct Seen {
    properties: Map<String, Value>,
    polygons: Vec<Vec<Ring>>,
    other: Option<String>,
}

impl Seen {
    /// The same, but for the last of a number's digits: both readers may take the one beside the nearest.
    fn is(&self, other: &Self) -> bool {
        let shape = |seen: &Self| -> Vec<Vec<usize>> {
            seen.polygons.iter().map(|rings| rings.iter().map(Vec::len).collect()).collect()
        };
        let numbers = |seen: &Self| -> Vec<f64> {
            seen.polygons.iter().flatten().flatten().flatten().copied().collect()
        };
        let near = |(a, b): (&f64, &f64)| (a - b).abs() < 1e-9;
        (&self.properties, &self.other) == (&other.properties, &other.other)
            && shape(self) == shape(other)
            && numbers(self).iter().zip(&numbers(other)).all(near)
    }
}

fn by_us(text: &str) -> Vec<Seen> {
    let features = read::read(Document::Boundaries, text, None).expect("features");
    let seen = |feature: read::Feature| Seen {
        properties: feature.properties,
        polygons: feature.polygons,
        other: feature.geometry,
    };
    features.into_iter().map(seen).collect()
}

fn by_the_reference(text: &str) -> Vec<Seen> {
    let collection: FeatureCollection = text.parse().expect("GeoJSON");
    let plane = |ring: &Vec<Position>| -> Ring { ring.iter().map(|at| [at[0], at[1]]).collect() };
    let polygon = |rings: &Vec<Vec<Position>>| -> Vec<Ring> { rings.iter().map(plane).collect() };
    let seen = |feature: &geojson::Feature| {
        let (polygons, other) = match &feature.geometry {
            Some(Geometry { value: GeometryValue::Polygon { coordinates }, .. }) => {
                (vec![polygon(coordinates)], None)
            }
            Some(Geometry { value: GeometryValue::MultiPolygon { coordinates }, .. }) => {
                (coordinates.iter().map(polygon).collect(), None)
            }
            Some(Geometry { value, .. }) => (vec![], Some(value.type_name().to_owned())),
            None => (vec![], Some("no geometry".to_owned())),
        };
        Seen { properties: feature.properties.clone().unwrap_or_default(), polygons, other }
    };
    collection.features.iter().map(seen).collect()
}

/// A number as makers of GeoJSON write it.
fn number(value: f64, form: u8) -> String {
    match form % 4 {
        0 => format!("{value}"),
        1 => format!("{value:.1}"),
        2 => format!("{value:e}"),
        _ => format!("{value:.7}"),
    }
}

prop_compose! {
    fn position()(x in 0.0..280_000.0, y in 300_000.0..620_000.0, form: u8, height in proptest::option::of(0..200))
        -> String {
        let height = height.map_or(String::new(), |height| format!(",{height}"));
        format!("[{}, {}{height}]", number(x, form), number(y, form))
    }
}

fn list(
    items: impl Strategy<Value = String>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = String> {
    prop::collection::vec(items, count).prop_map(|items| format!("[{}]", items.join(",")))
}

fn rings() -> impl Strategy<Value = String> {
    list(list(position(), 4..8), 1..4)
}

/// A geometry, its type before or behind its coordinates.
fn geometry() -> impl Strategy<Value = String> {
    let written = |kind: &'static str, coordinates: String, type_first: bool| {
        let (kind, coordinates) = (format!(r#""type":"{kind}""#), format!(r#""coordinates":{coordinates}"#));
        if type_first { format!("{{{kind},{coordinates}}}") } else { format!("{{ {coordinates} , {kind} }}") }
    };
    prop_oneof![
        4 => (rings(), any::<bool>()).prop_map(move |(it, first)| written("Polygon", it, first)),
        4 => (list(rings(), 1..3), any::<bool>()).prop_map(move |(it, first)| written("MultiPolygon", it, first)),
        1 => (position(), any::<bool>()).prop_map(move |(it, first)| written("Point", it, first)),
        1 => (list(position(), 2..5), any::<bool>()).prop_map(move |(it, first)| written("LineString", it, first)),
        1 => Just("null".to_owned()),
    ]
}

fn feature() -> impl Strategy<Value = String> {
    let name = proptest::option::of(r#"[a-zA-Zâäûïéë' ]{0,12}"#);
    (geometry(), any::<Option<u32>>(), name, any::<bool>()).prop_map(|(geometry, code, name, box_too)| {
        let properties = json!({"code": code, "naam": name, "lijst": [1, {"a": null}]});
        let extra = if box_too { r#""bbox":[0,0,1,1],"id":"een","# } else { "" };
        format!(r#"{{{extra}"geometry":{geometry},"properties":{properties},"type":"Feature"}}"#)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn both_readers_see_the_same(features in prop::collection::vec(feature(), 1..8)) {
        let crs = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#;
        let text = format!(
            "{{\"type\":\"FeatureCollection\",{crs},\n\"features\":[{}],\"timeStamp\":\"2022\"}}\n",
            features.join(",\n")
        );
        let (us, reference) = (by_us(&text), by_the_reference(&text));
        prop_assert!(us.len() == reference.len() && us.iter().zip(&reference).all(|(a, b)| a.is(b)), "{us:?}\n{reference:?}");
    }
}
