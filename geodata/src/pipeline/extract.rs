//! Second stage: features to named places and integer rings that run the right way round.
//!
//! Coordinates are rounded to whole metres, the grid on which all that follows is exact. The rounding moves
//! a point by at most 0.71 m and is part of every deviation that is reported.

use super::coverage::{Coverage, Owner, Place, Point, Ring, doubled_area};
use super::problem::{Document, Problem, Reason};
use super::read::Feature;
use super::{Keys, provinces};
use geojson::{JsonObject, JsonValue};
use std::collections::{BTreeMap, BTreeSet};

/// What the codes of a file are held against.
pub struct Codes<'a> {
    pub jaar: u16,
    /// The codes that must all be there, and no other; without them any `GM` code will do.
    pub expected: Option<&'a BTreeSet<String>>,
}

/// Joins both sources into one coverage, places in order of code; or lists everything that is wrong.
pub fn extract(
    boundaries: &[Feature],
    water: &[Feature],
    keys: &Keys,
    codes: &Codes,
) -> Result<Coverage, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut places = Vec::new();
    let mut first_with = BTreeMap::new();
    for feature in boundaries {
        let place = place(feature, keys, codes, &mut problems);
        if let Some(place) = place {
            match first_with.get(&place.code) {
                Some(&first) => problems.push(Problem::feature(
                    Document::Boundaries,
                    feature.number,
                    Some(&place.code),
                    Reason::DuplicateCode { code: place.code.clone(), first },
                )),
                None => {
                    first_with.insert(place.code.clone(), feature.number);
                }
            }
            places.push((place, feature));
        }
    }
    for code in codes.expected.into_iter().flatten().filter(|&code| !first_with.contains_key(code)) {
        let reason = Reason::MissingCode { jaar: codes.jaar, code: code.clone() };
        problems.push(Problem::file(Document::Boundaries, reason));
    }
    places.sort_by(|a, b| a.0.code.cmp(&b.0.code));

    let mut rings = Vec::new();
    let mut polygons = 0;
    for (index, (place, feature)) in places.iter().enumerate() {
        let owner = Owner::Gemeente(u32::try_from(index).expect("fewer features than bytes in the file"));
        add_rings(
            feature,
            Document::Boundaries,
            owner,
            Some(&place.code),
            &mut polygons,
            &mut rings,
            &mut problems,
        );
    }
    for feature in water {
        add_rings(feature, Document::Water, Owner::Water, None, &mut polygons, &mut rings, &mut problems);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Coverage { places: places.into_iter().map(|(place, _)| place).collect(), rings })
}

fn place(feature: &Feature, keys: &Keys, codes: &Codes, problems: &mut Vec<Problem>) -> Option<Place> {
    let number = feature.number;
    let mut report = |code: Option<&str>, reason| {
        problems.push(Problem::feature(Document::Boundaries, number, code, reason))
    };
    let code = match text(&feature.properties, &keys.code) {
        Ok(code) => code,
        Err(found) => {
            report(None, Reason::NoCode { key: keys.code.clone(), found });
            return None;
        }
    };
    let well_formed =
        code.len() == 6 && code.starts_with("GM") && code[2..].bytes().all(|b| b.is_ascii_digit());
    if !well_formed {
        report(None, Reason::CodeForm(code.to_owned()));
        return None;
    }
    if codes.expected.is_some_and(|expected| !expected.contains(code)) {
        report(Some(code), Reason::UnknownCode { jaar: codes.jaar, code: code.to_owned() });
    }
    let naam = text(&feature.properties, &keys.naam);
    if let Err(found) = &naam {
        report(Some(code), Reason::NoName { key: keys.naam.clone(), found: found.clone() });
    }
    let provincie = text(&feature.properties, &keys.provincie)
        .and_then(|name| provinces::code(name).ok_or_else(|| format!("`{name}`")));
    if let Err(found) = &provincie {
        report(Some(code), Reason::Province { key: keys.provincie.clone(), found: found.clone() });
    }
    Some(Place {
        number,
        code: code.to_owned(),
        naam: naam.unwrap_or_default().to_owned(),
        provincie: provincie.unwrap_or_default().to_owned(),
    })
}

/// The trimmed text of a property, or what stands there instead.
fn text<'a>(properties: &'a JsonObject, key: &str) -> Result<&'a str, String> {
    match properties.get(key) {
        Some(JsonValue::String(value)) if !value.trim().is_empty() => Ok(value.trim()),
        Some(other) => Err(format!("`{other}`")),
        None if properties.is_empty() => Err("no properties".to_owned()),
        None => Err(format!(
            "only {}",
            properties.keys().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ")
        )),
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
        return report(Reason::Geometry("no rings".to_owned()));
    }
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
                let near = points.first().copied().unwrap_or_default();
                report(Reason::DegenerateRing(format!("a ring without area near {} {}", near[0], near[1])));
                continue;
            }
            if (area > 0) != (nth == 0) {
                points.reverse();
            }
            rings.push(Ring { owner, number: feature.number, polygon: *polygons, points });
        }
        *polygons += 1;
    }
}

fn whole_metres([x, y]: [f64; 2]) -> Point {
    // The reader has seen that both lie in the box of RD New.
    [x.round() as i32, y.round() as i32]
}
