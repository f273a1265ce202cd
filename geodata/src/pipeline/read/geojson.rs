//! GeoJSON (RFC 7946): the features of a FeatureCollection.

use super::coordinates::Coordinates;
use crate::pipeline::problem::Reason;
use serde::Deserialize;
use serde_json::{Map, Value};

/// A feature as it stands in JSON.
#[derive(Deserialize)]
pub struct Feature {
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    r#type: String,
    coordinates: Option<Coordinates>,
}

pub fn features(features: Option<Vec<Feature>>) -> Result<Vec<super::Feature>, Reason> {
    let features = features.ok_or_else(|| Reason::NotFeatures("no `features`".to_owned()))?;
    Ok(features.into_iter().zip(1..).map(|(feature, number)| read(number, feature)).collect())
}

fn read(number: usize, feature: Feature) -> super::Feature {
    let (polygons, geometry) = match feature.geometry {
        None => (Vec::new(), Some("no geometry".to_owned())),
        Some(Geometry { r#type, coordinates }) => match (r#type.as_str(), coordinates) {
            ("Polygon", Some(Coordinates::Lines(rings))) => (vec![rings], None),
            ("MultiPolygon", Some(Coordinates::Polygons(polygons))) => (polygons, None),
            ("Polygon" | "MultiPolygon", Some(Coordinates::Empty)) => (Vec::new(), None),
            ("Polygon" | "MultiPolygon", _) => {
                (Vec::new(), Some(format!("{type} with coordinates of another depth", type = r#type)))
            }
            (other, _) => (Vec::new(), Some(other.to_owned())),
        },
    };
    super::Feature { number, properties: feature.properties.unwrap_or_default(), polygons, geometry }
}
