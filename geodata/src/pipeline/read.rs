//! First stage: a GeoJSON or TopoJSON text to features in RD New metres, or the reasons why not.
//!
//! The text is read straight into rings: no tree of values stands between, so memory stays proportional to
//! the vertices. See [`geojson`], [`topojson`], for several files [`pages`] and, for metres or degrees,
//! [`system`].

use super::problem::{Document, Place, Problem, Reason};
use super::rd;
use serde::Deserialize;
use serde_json::{Map, Value};

mod coordinates;
mod geojson;
mod pages;
mod system;
mod topojson;

pub use pages::Pages;
pub use system::System;

/// A feature with its rings as they stand in the source: closed, in RD New metres.
#[derive(Debug, Clone)]
pub struct Feature {
    /// From 1, in file order.
    pub number: usize,
    pub properties: Map<String, Value>,
    /// Polygons of rings; empty when the feature has another geometry, which `geometry` then names.
    pub polygons: Vec<Vec<Vec<[f64; 2]>>>,
    /// What was found in the place of a polygon.
    pub geometry: Option<String>,
}

/// Either kind of document, as far as both are alike.
#[derive(Deserialize)]
struct Wire {
    r#type: Option<String>,
    crs: Option<Value>,
    features: Option<Vec<geojson::Feature>>,
    transform: Option<topojson::Transform>,
    arcs: Option<coordinates::Coordinates>,
    objects: Option<Map<String, Value>>,
    links: Option<Value>,
    #[serde(rename = "numberMatched")]
    matched: Option<Value>,
}

/// Reads the pages of one collection, in the order given. `stated`: the system that the caller knows them to
/// be in; a file that says or holds another is refused.
pub fn pages(
    document: Document,
    texts: impl IntoIterator<Item: AsRef<str>>,
    object: Option<&str>,
    stated: Option<System>,
) -> Result<(Vec<Feature>, Pages), Vec<Problem>> {
    let (mut features, mut pages) = (Vec::new(), Pages::default());
    let (mut paging, mut problems) = (Vec::new(), Vec::new());
    for (page, text) in texts.into_iter().enumerate() {
        match read_page(document, text.as_ref(), object, stated) {
            Ok((read, says)) => {
                pages.add(&mut features, read);
                paging.push(says);
            }
            Err(told) => problems.extend(told.into_iter().map(|problem| Problem { page, ..problem })),
        }
    }
    if problems.is_empty() {
        problems = pages::complete(document, &paging);
    }
    if problems.is_empty() { Ok((features, pages)) } else { Err(problems) }
}

/// Reads a FeatureCollection, or an object of a TopoJSON: the named one, or the only one with polygons. What
/// cannot be understood as a whole is an `Err` at once.
pub fn read(document: Document, text: &str, object: Option<&str>) -> Result<Vec<Feature>, Vec<Problem>> {
    pages(document, &[text], object, None).map(|(features, _)| features)
}

fn read_page(
    document: Document,
    text: &str,
    object: Option<&str>,
    stated: Option<System>,
) -> Result<(Vec<Feature>, pages::Paging), Vec<Problem>> {
    let refuse = |reason| vec![Problem::file(document, reason)];
    if text.trim().is_empty() {
        return Err(refuse(Reason::Empty));
    }
    let wire: Wire = serde_json::from_str(text).map_err(|error| vec![unreadable(document, &error)])?;
    let said = system::said(wire.crs.as_ref(), stated).map_err(refuse)?;
    let mut features = match wire.r#type.as_deref() {
        Some("FeatureCollection") => geojson::features(wire.features),
        Some("Topology") => {
            topojson::features(wire.transform, wire.arcs, wire.objects.unwrap_or_default(), object)
        }
        Some(other) => Err(Reason::NotFeatures(format!("type `{other}`"))),
        None => Err(Reason::NotFeatures("no `type`".to_owned())),
    }
    .map_err(refuse)?;
    if features.is_empty() {
        return Err(refuse(Reason::NoFeatures));
    }
    if system::agree(document, said, &features)? == System::Wgs84 {
        for point in features.iter_mut().flat_map(|f| &mut f.polygons).flatten().flatten() {
            *point = rd::from_wgs84(*point);
        }
    }
    let paging = pages::Paging::new(wire.links.as_ref(), wire.matched.as_ref(), features.len());
    Ok((features, paging))
}

fn unreadable(document: Document, error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what).to_owned();
    let reason = if error.is_data() { Reason::NotFeatures(what) } else { Reason::NotJson(what) };
    Problem {
        document,
        page: 0,
        place: Place::Position { line: error.line(), column: error.column() },
        reason,
    }
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
        let problems = read(Document::Boundaries, text, None).expect_err("a refusal");
        problems.iter().map(|problem| problem.line("f".as_ref())).collect::<Vec<_>>().join("\n")
    }

    const RD: &str = "[155000,463000],[156000,463000],[155000,464000],[155000,463000]";
    const DEGREES: &str = "[5.38,52.15],[5.39,52.15],[5.38,52.16],[5.38,52.15]";
    const SAYS_RD: &str = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"#;

    #[test]
    fn metres_and_degrees_are_recognised_by_range() {
        assert!(read(Document::Boundaries, &collection("", &[RD]), None).is_ok());
        let features = read(Document::Boundaries, &collection("", &[DEGREES]), None).expect("degrees");
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
