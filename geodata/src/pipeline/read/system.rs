//! Metres or degrees? The reference system is what the `crs` member says (GeoJSON 2008; RFC 7946 dropped the
//! member, Dutch sources kept it). Without one it is recognised by range, when every feature agrees. A file
//! that says one thing and holds another is refused.

use super::Feature;
use crate::pipeline::problem::{Document, Problem, Reason};
use serde_json::Value;
use std::fmt;

/// A reference system that sources come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// RD New (EPSG:28992), metres.
    Rd,
    /// WGS84 or ETRS89, degrees, longitude first.
    Wgs84,
}

impl fmt::Display for System {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            System::Rd => "RD New",
            System::Wgs84 => "WGS84",
        })
    }
}

/// What the `crs` member says, or else the caller; nothing when neither does.
pub fn said(crs: Option<&Value>, stated: Option<System>) -> Result<Option<System>, Reason> {
    let Some(crs) = crs.filter(|crs| !crs.is_null()) else { return Ok(stated) };
    let name = crs.pointer("/properties/name").and_then(Value::as_str).unwrap_or_default();
    let said = match name.rsplit([':', '/']).next() {
        Some("28992") => System::Rd,
        Some("4326" | "CRS84" | "4258") => System::Wgs84,
        _ => return Err(Reason::Crs(if name.is_empty() { crs.to_string() } else { name.to_owned() })),
    };
    match stated.filter(|&stated| stated != said) {
        Some(stated) => Err(Reason::OtherCrs { stated, said: name.to_owned() }),
        None => Ok(Some(said)),
    }
}

/// The one system that all coordinates fit.
pub fn agree(document: Document, said: Option<System>, features: &[Feature]) -> Result<System, Vec<Problem>> {
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
