//! First stage: a GeoJSON text to features in RD New metres, or the reasons why not.
//!
//! The reference system is what the `crs` member says (GeoJSON 2008; RFC 7946 dropped the member, Dutch
//! sources kept it). Without one it is recognised by range, when every feature agrees. A file that says one
//! thing and holds another is refused.

use super::problem::{Document, Place, Problem, Reason};
use super::rd;
use geojson::{FeatureCollection, GeoJson, GeometryValue, JsonObject, JsonValue, Position};

/// A feature with its rings as they stand in the source: closed, in RD New metres.
#[derive(Debug, Clone)]
pub struct Feature {
    /// From 1, in file order.
    pub number: usize,
    pub properties: JsonObject,
    /// Polygons of rings; empty when the feature has another geometry, which `geometry` then names.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
    /// What was found in the place of a polygon.
    pub geometry: Option<String>,
}

/// Reads a FeatureCollection. What cannot be understood as a whole is an `Err` at once.
pub fn read(document: Document, text: &str) -> Result<Vec<Feature>, Vec<Problem>> {
    let refuse = |reason| vec![Problem::file(document, reason)];
    if text.trim().is_empty() {
        return Err(refuse(Reason::Empty));
    }
    let collection = match text.parse::<GeoJson>() {
        Ok(GeoJson::FeatureCollection(collection)) => collection,
        Ok(GeoJson::Feature(_)) => return Err(refuse(Reason::NotFeatures("a single feature".to_owned()))),
        Ok(GeoJson::Geometry(_)) => return Err(refuse(Reason::NotFeatures("a bare geometry".to_owned()))),
        Err(error) => return Err(vec![unreadable(document, text, &error)]),
    };
    if collection.features.is_empty() {
        return Err(refuse(Reason::NoFeatures));
    }
    let said = said_system(&collection).map_err(refuse)?;
    let mut features: Vec<Feature> = collection
        .features
        .into_iter()
        .enumerate()
        .map(|(index, feature)| rings(index + 1, feature))
        .collect();
    if agree(document, said, &features)? == System::Wgs84 {
        for point in features.iter_mut().flat_map(|f| &mut f.polygons).flatten().flatten() {
            *point = rd::from_wgs84(*point);
        }
    }
    Ok(features)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Rd,
    Wgs84,
}

fn unreadable(document: Document, text: &str, error: &geojson::Error) -> Problem {
    let strip = |message: String| match message.rsplit_once(" at line ") {
        Some((what, _)) => what.to_owned(),
        None => message,
    };
    // The crate wraps the parser's message in several ways; the parser itself says where.
    match serde_json::from_str::<serde::de::IgnoredAny>(text) {
        Err(json) => Problem {
            document,
            place: Place::Position { line: json.line(), column: json.column() },
            reason: Reason::NotJson(strip(json.to_string())),
        },
        Ok(_) => {
            #[derive(serde::Deserialize)]
            struct Kind {
                r#type: String,
            }
            if let Ok(Kind { r#type }) = serde_json::from_str(text)
                && r#type != "FeatureCollection"
            {
                return Problem::file(document, Reason::NotFeatures(format!("type `{type}`", type = r#type)));
            }
            let message = error.to_string();
            let message = message.strip_prefix("Error while deserializing GeoJSON: ").unwrap_or(&message);
            Problem::file(document, Reason::NotFeatures(strip(message.to_owned())))
        }
    }
}

fn said_system(collection: &FeatureCollection) -> Result<Option<System>, Reason> {
    let Some(crs) = collection.foreign_members.as_ref().and_then(|members| members.get("crs")) else {
        return Ok(None);
    };
    if crs.is_null() {
        return Ok(None);
    }
    let name = crs.pointer("/properties/name").and_then(JsonValue::as_str).unwrap_or_default();
    match name.rsplit([':', '/']).next() {
        Some("28992") => Ok(Some(System::Rd)),
        Some("4326" | "CRS84" | "4258") => Ok(Some(System::Wgs84)),
        _ => Err(Reason::Crs(if name.is_empty() { crs.to_string() } else { name.to_owned() })),
    }
}

fn rings(number: usize, feature: geojson::Feature) -> Feature {
    let ring = |ring: Vec<Position>| -> Vec<[f64; 2]> {
        // The crate lets a position of one number pass; a missing one fits no range and is refused there.
        let number = |position: &Position, axis| position.as_slice().get(axis).copied().unwrap_or(f64::NAN);
        ring.iter().map(|position| [number(position, 0), number(position, 1)]).collect()
    };
    let polygon = |rings: Vec<Vec<Position>>| rings.into_iter().map(ring).collect::<Vec<_>>();
    let (polygons, geometry) = match feature.geometry.map(|geometry| geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => (vec![polygon(coordinates)], None),
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            (coordinates.into_iter().map(polygon).collect(), None)
        }
        Some(other) => (Vec::new(), Some(other.type_name().to_owned())),
        None => (Vec::new(), Some("no geometry".to_owned())),
    };
    Feature { number, properties: feature.properties.unwrap_or_default(), polygons, geometry }
}

/// The one system that all coordinates fit.
fn agree(document: Document, said: Option<System>, features: &[Feature]) -> Result<System, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut seen: Vec<(usize, System, [f64; 2])> = Vec::new();
    for feature in features {
        let points = || feature.polygons.iter().flatten().flatten().copied();
        let Some(first) = points().next() else { continue };
        let system = recognise(first);
        match (system, points().find(|&point| recognise(point) != system)) {
            (Some(system), None) => seen.push((feature.number, system, first)),
            (Some(_), Some([x, y])) if recognise([x, y]).is_some() => {
                problems.push(Problem::feature(
                    document,
                    feature.number,
                    None,
                    Reason::MixedRange(format!("{} {} and {x} {y}", first[0], first[1])),
                ));
            }
            (None, _) => problems.push(Problem::feature(
                document,
                feature.number,
                None,
                Reason::UnknownRange(pair(first)),
            )),
            (Some(_), Some(other)) => problems.push(Problem::feature(
                document,
                feature.number,
                None,
                Reason::UnknownRange(pair(other)),
            )),
        }
    }
    let expected = said.or(seen.first().map(|&(_, system, _)| system)).unwrap_or(System::Rd);
    let wrong: Vec<_> = seen.iter().filter(|&&(_, system, _)| system != expected).collect();
    let reason = |point: [f64; 2]| match (said, expected) {
        (Some(System::Rd), _) => Reason::DegreesForMetres(pair(point)),
        (Some(System::Wgs84), _) => Reason::MetresForDegrees(pair(point)),
        (None, System::Rd) => Reason::MixedRange(format!("degrees after metres: {}", pair(point))),
        (None, System::Wgs84) => Reason::MixedRange(format!("metres after degrees: {}", pair(point))),
    };
    if !wrong.is_empty() && wrong.len() == seen.len() {
        // The whole file is meant otherwise: said once.
        problems.push(Problem::file(document, reason(wrong[0].2)));
    } else {
        problems.extend(
            wrong.iter().map(|&&(number, _, point)| Problem::feature(document, number, None, reason(point))),
        );
    }
    if problems.is_empty() { Ok(expected) } else { Err(problems) }
}

/// Generous boxes around the Netherlands and its sea; they do not meet.
fn recognise([x, y]: [f64; 2]) -> Option<System> {
    if (-10_000.0..=310_000.0).contains(&x) && (280_000.0..=650_000.0).contains(&y) {
        Some(System::Rd)
    } else if (2.0..=8.0).contains(&x) && (50.0..=56.0).contains(&y) {
        Some(System::Wgs84)
    } else {
        None
    }
}

fn pair([x, y]: [f64; 2]) -> String {
    format!("{x} {y}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn collection(crs: &str, positions: &[&str]) -> String {
        let features: Vec<String> = positions
            .iter()
            .map(|ring| format!(r#"{{"type":"Feature","properties":{{}},"geometry":{{"type":"Polygon","coordinates":[[{ring}]]}}}}"#))
            .collect();
        format!(r#"{{"type":"FeatureCollection",{crs}"features":[{}]}}"#, features.join(","))
    }

    fn refused(text: &str) -> String {
        let problems = read(Document::Boundaries, text).expect_err("a refusal");
        problems.iter().map(|problem| problem.line("f".as_ref())).collect::<Vec<_>>().join("\n")
    }

    const RD: &str = "[155000,463000],[156000,463000],[155000,464000],[155000,463000]";
    const DEGREES: &str = "[5.38,52.15],[5.39,52.15],[5.38,52.16],[5.38,52.15]";
    const SAYS_RD: &str = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;

    #[test]
    fn metres_and_degrees_are_recognised_by_range() {
        assert!(read(Document::Boundaries, &collection("", &[RD])).is_ok());
        let features = read(Document::Boundaries, &collection("", &[DEGREES])).expect("degrees");
        let [x, y] = features[0].polygons[0][0][0];
        assert!((x - 154_507.0).abs() < 5.0 && (y - 462_424.0).abs() < 5.0, "{x} {y}");
    }

    #[test]
    fn degrees_under_a_crs_of_metres_are_refused_once() {
        let found = refused(&collection(SAYS_RD, &[DEGREES, DEGREES]));
        assert_eq!(found, "f: expected metres, as crs says EPSG:28992, found degrees: 5.38 52.15");
    }

    #[test]
    fn a_mixed_file_names_the_feature() {
        let found = refused(&collection("", &[RD, DEGREES]));
        assert_eq!(
            found,
            "f: feature 2: expected one reference system in the whole file, found degrees after metres: 5.38 52.15"
        );
    }

    #[test]
    fn another_crs_is_refused() {
        let crs = r#""crs":{"type":"name","properties":{"name":"EPSG:3857"}},"#;
        assert!(refused(&collection(crs, &[RD])).ends_with("found `EPSG:3857`"));
    }

    #[test]
    fn a_truncated_file_says_where() {
        let text = collection("", &[RD]);
        assert_eq!(refused(&text[..60]), "f:1:60: expected JSON, found EOF while parsing a string");
    }

    #[test]
    fn a_position_of_one_number_fits_nothing() {
        assert!(refused(&collection("", &["[155000],[1],[2],[155000]"])).contains("found 155000 NaN"));
    }
}
