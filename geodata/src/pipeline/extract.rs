//! Second stage: features to named places and integer rings that run the right way round.
//!
//! Coordinates are rounded to whole metres, the grid on which all that follows is exact. The rounding moves
//! a point by at most 0.71 m and is part of every deviation that is reported.

use super::coverage::{Coverage, Owner, Place, Point, Ring, doubled_area};
use super::problem::{Document, Problem, Reason};
use super::read::Feature;
use super::{Keys, Level, provinces};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What the codes of a file are held against.
pub struct Codes<'a> {
    pub jaar: u16,
    pub level: Level,
    /// The codes that must all be there, and no other; without them any of the form will do.
    pub expected: Option<&'a BTreeSet<String>>,
}

/// Joins both sources into one coverage, places in order of code, with everything that is wrong so far.
/// A feature without a usable code keeps its shape, so that later stages can judge that too.
pub fn extract(
    boundaries: &[Feature],
    water: &[Feature],
    keys: &Keys,
    codes: &Codes,
) -> (Coverage, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut places: Vec<(Place, &Feature)> =
        boundaries.iter().map(|feature| (place(feature, keys, codes, &mut problems), feature)).collect();
    held_against(&places, codes, &mut problems);
    places.sort_by(|a, b| a.0.code.cmp(&b.0.code));

    let mut rings = Vec::new();
    let mut polygons = 0;
    for ((place, feature), index) in places.iter().zip(0_u32..) {
        let code = Some(place.code.as_str()).filter(|code| !code.is_empty());
        let owner = Owner::Gemeente(index);
        add_rings(feature, Document::Boundaries, owner, code, &mut polygons, &mut rings, &mut problems);
    }
    for feature in water {
        add_rings(feature, Document::Water, Owner::Water, None, &mut polygons, &mut rings, &mut problems);
    }
    (Coverage { places: places.into_iter().map(|(place, _)| place).collect(), rings }, problems)
}

/// Codes that stand twice, and expected ones that stand nowhere.
fn held_against(places: &[(Place, &Feature)], codes: &Codes, problems: &mut Vec<Problem>) {
    let mut first_with = BTreeMap::new();
    for (place, feature) in places.iter().filter(|(place, _)| !place.code.is_empty()) {
        let first = *first_with.entry(place.code.as_str()).or_insert(feature.number);
        if first != feature.number {
            let reason = Reason::DuplicateCode { code: place.code.clone(), first, input: None };
            problems.push(Problem::feature(Document::Boundaries, feature.number, Some(&place.code), reason));
        }
    }
    for code in codes.expected.into_iter().flatten().filter(|code| !first_with.contains_key(code.as_str())) {
        let reason = Reason::MissingCode { jaar: codes.jaar, code: code.clone() };
        problems.push(Problem::file(Document::Boundaries, reason));
    }
}

fn place(feature: &Feature, keys: &Keys, codes: &Codes, problems: &mut Vec<Problem>) -> Place {
    let number = feature.number;
    let mut report = |code: Option<&str>, reason| {
        problems.push(Problem::feature(Document::Boundaries, number, code, reason))
    };
    let code = text(&feature.properties, &keys.code);
    let said = code.as_ref().ok().copied();
    match &code {
        Err(found) => {
            report(None, Reason::NoCode { key: keys.code.clone(), level: codes.level, found: found.clone() })
        }
        Ok(code) if !codes.level.is_code(code) => {
            report(said, Reason::CodeForm { level: codes.level, found: (*code).to_owned() })
        }
        Ok(code) if codes.expected.is_some_and(|expected| !expected.contains(*code)) => {
            report(said, Reason::UnknownCode { jaar: codes.jaar, code: (*code).to_owned() });
        }
        Ok(_) => {}
    }
    let mut naam = text(&feature.properties, &keys.naam);
    if codes.level == Level::Any {
        naam = naam.or(code.clone());
    } else if let Err(found) = &naam {
        report(said, Reason::NoName { key: keys.naam.clone(), found: found.clone() });
    }
    let around = match codes.level {
        Level::Gemeente => text(&feature.properties, &keys.provincie)
            .and_then(|name| provinces::code(name).ok_or_else(|| format!("`{name}`")))
            .map(str::to_owned)
            .unwrap_or_else(|found| {
                report(said, Reason::Province { key: keys.provincie.clone(), found });
                String::new()
            }),
        level => said.and_then(|code| level.around(code)).unwrap_or_default(),
    };
    Place {
        number,
        code: code.unwrap_or_default().to_owned(),
        naam: naam.unwrap_or_default().to_owned(),
        provincie: around,
    }
}

/// The trimmed text of a property, or what stands there instead.
fn text<'a>(properties: &'a Map<String, Value>, key: &str) -> Result<&'a str, String> {
    match properties.get(key) {
        Some(Value::String(value)) if !value.trim().is_empty() => Ok(value.trim()),
        Some(other) => Err(format!("`{other}`")),
        None if properties.is_empty() => Err("no properties".to_owned()),
        None => {
            let mut keys: Vec<String> = properties.keys().map(|key| format!("`{key}`")).collect();
            keys.sort_unstable();
            Err(format!("only {}", keys.join(", ")))
        }
    }
}

fn add_rings(
    feature: &Feature,
    document: Document,
    owner: Owner,
    code: Option<&str>,
    polygons: &mut usize,
    rings: &mut Vec<Ring>,
    problems: &mut Vec<Problem>,
) {
    let mut report = |reason| problems.push(Problem::feature(document, feature.number, code, reason));
    if let Some(found) = &feature.geometry {
        return report(Reason::Geometry(found.clone()));
    }
    if feature.polygons.iter().all(Vec::is_empty) {
        return report(Reason::NoRings { skip: code.map(str::to_owned) });
    }
    let mut without_area: Vec<Point> = Vec::new();
    for polygon in feature.polygons.iter().filter(|polygon| !polygon.is_empty()) {
        for (nth, ring) in polygon.iter().enumerate() {
            if ring.first() != ring.last() {
                report(Reason::Geometry("a ring that is not closed".to_owned()));
                continue;
            }
            let mut points: Vec<Point> = ring.iter().map(|&point| whole_metres(point)).collect();
            points.dedup();
            points.pop();
            let area = doubled_area(&points);
            if points.len() < 3 || area == 0 {
                without_area.push(ring.first().copied().map_or([0, 0], whole_metres));
                continue;
            }
            if (area > 0) != (nth == 0) {
                points.reverse();
            }
            rings.push(Ring { owner, number: feature.number, polygon: *polygons, points });
        }
        *polygons += 1;
    }
    if let Some([x, y]) = without_area.first() {
        let count = without_area.len();
        report(Reason::DegenerateRing(format!("{count} without area on whole metres, near {x} {y}")));
    }
}

/// The nearest, halves away from zero, as `f64::round` does by a call.
fn whole_metres(point: [f64; 2]) -> Point {
    point.map(|value| {
        // The reader has seen that both lie in the box of RD New, so that nothing is lost here.
        let whole = value as i32;
        let rest = value - f64::from(whole);
        whole + i32::from(rest >= 0.5) - i32::from(rest <= -0.5)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn feature(number: usize, code: &str, ring: &[[f64; 2]]) -> Feature {
        let properties = json!({"statcode": code, "statnaam": "Ergens", "provincie": "Utrecht"});
        Feature {
            number,
            properties: properties.as_object().cloned().unwrap_or_default(),
            polygons: vec![vec![ring.to_vec()]],
            geometry: None,
        }
    }

    fn extracted(features: &[Feature]) -> (Coverage, Vec<Problem>) {
        extract(
            features,
            &[],
            &Keys::default(),
            &Codes { jaar: 2021, level: Level::Gemeente, expected: None },
        )
    }

    const CLOCKWISE: [[f64; 2]; 5] = [[0.0, 0.0], [0.0, 4.4], [4.4, 4.4], [4.4, 0.0], [0.0, 0.0]];

    #[test]
    fn outer_rings_run_counter_clockwise_in_whole_metres() {
        let (coverage, problems) = extracted(&[feature(1, "GM0001", &CLOCKWISE)]);
        assert_eq!(problems, []);
        assert_eq!(coverage.rings[0].points, [[4, 0], [4, 4], [0, 4], [0, 0]]);
    }

    #[test]
    fn places_stand_in_order_of_code() {
        let (coverage, _) = extracted(&[feature(1, "GM0009", &CLOCKWISE), feature(2, "GM0001", &CLOCKWISE)]);
        assert_eq!(coverage.places[0].code, "GM0001");
        assert_eq!(coverage.rings[0].number, 2);
    }

    #[test]
    fn all_problems_come_at_once() {
        let flat = [[0.0, 0.0], [4.0, 0.0], [8.0, 0.0], [0.0, 0.0]];
        let (_, problems) = extracted(&[feature(1, "0014", &CLOCKWISE), feature(2, "GM0001", &flat)]);
        assert!(matches!(problems[0].reason, Reason::CodeForm { .. }));
        assert!(matches!(problems[1].reason, Reason::DegenerateRing(_)));
    }
}
