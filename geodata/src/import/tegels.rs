//! Maps of some years to tegelkaarten of all years.
//!
//! A year without a map is the nearest earlier map with its gemeenten joined as `herindelingen.csv` says. A
//! province that a map does not name stands in `gemeentecodes.csv`.

use super::areas::topology;
use super::document::Document;
use super::problem::{Place, Problem, Problems};
use super::read::{parse, utf8};
use crate::contract::tegels::{Tegel, Tegelkaart};
use crate::contract::{GemeenteCode, Herindelingen, SCHEMA_VERSIE};
use crate::topology::tegels::hex::Cell;
use crate::topology::tegels::{NoLayout, Vintage, layout};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use thiserror::Error;

const LICENTIE: &str = "CC0-1.0";

/// Tegelkaarten of a number of years, and how well they keep neighbours together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tegelkaarten {
    pub kaarten: Vec<Tegelkaart>,
    /// Of each year: pairs of neighbours that touch, and all pairs.
    pub kept: Vec<(usize, usize)>,
}

/// Why there are no tegelkaarten.
#[derive(Debug, Error)]
pub enum TegelsError {
    #[error(transparent)]
    Map(#[from] Problem),
    #[error("{0}")]
    Provinces(Problems),
    #[error("expected a map of {0} or of an earlier year, found none")]
    NoMap(u16),
    #[error(transparent)]
    Layout(#[from] NoLayout),
}

/// Lays out `years`, all of those of the maps when none are given. `maps` and `keep` are files by name;
/// gemeenten in `keep` have the cells that were published.
///
/// # Errors
/// A file that cannot be read, a gemeente without a province, a year before the first map.
pub fn tegels(
    maps: Vec<(String, Vec<u8>)>,
    years: Option<RangeInclusive<u16>>,
    keep: Vec<(String, Vec<u8>)>,
    herindelingen: &Herindelingen,
) -> Result<Tegelkaarten, TegelsError> {
    let mut of_maps: BTreeMap<u16, Vintage> = BTreeMap::new();
    for (file, bytes) in maps {
        let vintage = vintage(&file, bytes, herindelingen)?;
        of_maps.insert(vintage.jaar, vintage);
    }
    let vintages = match years {
        Some(years) => {
            years.map(|jaar| of_year(jaar, &of_maps, herindelingen)).collect::<Result<Vec<_>, _>>()?
        }
        None => of_maps.into_values().collect(),
    };
    let mut cells: BTreeMap<String, Cell> = BTreeMap::new();
    for (file, bytes) in keep {
        let kaart: Tegelkaart = parse(&file, &utf8(&file, bytes)?)?;
        cells.extend(kaart.tegels.into_iter().map(|tegel| (tegel.code.to_string(), [tegel.x, tegel.y])));
    }
    let tegels = layout(&vintages, &went_into(&vintages, herindelingen), &cells)?;
    let kept = vintages.iter().map(|vintage| tegels.kept(vintage)).collect();
    let kaart = |vintage: &Vintage| Tegelkaart {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        jaar: vintage.jaar,
        licentie: LICENTIE.to_owned(),
        tegels: vintage
            .places
            .iter()
            .filter_map(|place| {
                let [x, y] = *tegels.cells.get(&place.code)?;
                Some(Tegel { code: GemeenteCode::new(&place.code), x, y })
            })
            .collect(),
    };
    Ok(Tegelkaarten { kaarten: vintages.iter().map(kaart).collect(), kept })
}

/// The document of a year; [`export`](super::export()) makes a table of it too.
pub fn document(kaart: &Tegelkaart) -> Document {
    Document::new(&format!("tegels-{}.json", kaart.jaar), kaart)
}

fn vintage(file: &str, bytes: Vec<u8>, herindelingen: &Herindelingen) -> Result<Vintage, TegelsError> {
    let mut vintage = Vintage::from(&topology(file, bytes)?);
    let mut problems = Problems::default();
    for place in vintage.places.iter_mut().filter(|place| place.provincie.is_empty()) {
        let known = herindelingen.gemeente(&GemeenteCode::new(&place.code));
        match known.and_then(|gemeente| gemeente.provincie.as_ref()) {
            Some(provincie) => place.provincie = provincie.to_string(),
            None => {
                let expected = format!("a province of {}, on the map or in gemeentecodes.csv", place.code);
                problems.expected(&Place::file(file), expected, "none");
            }
        }
    }
    if problems.is_empty() { Ok(vintage) } else { Err(TegelsError::Provinces(problems)) }
}

fn of_year(
    jaar: u16,
    maps: &BTreeMap<u16, Vintage>,
    herindelingen: &Herindelingen,
) -> Result<Vintage, TegelsError> {
    let (&of, map) = maps.range(..=jaar).next_back().ok_or(TegelsError::NoMap(jaar))?;
    if of == jaar {
        return Ok(map.clone());
    }
    Ok(map.later(jaar, |code| whole(code, of, jaar, herindelingen)))
}

/// What a gemeente is as a whole in a later year.
fn whole(code: &str, from: u16, to: u16, herindelingen: &Herindelingen) -> Option<String> {
    let opvolging = herindelingen.follow(&GemeenteCode::new(code), from, to).ok()?;
    opvolging.whole().map(ToString::to_string)
}

/// Of the codes that end between the years, into which whole they went.
fn went_into(vintages: &[Vintage], herindelingen: &Herindelingen) -> BTreeMap<String, String> {
    let mut went = BTreeMap::new();
    for pair in vintages.windows(2) {
        for place in &pair[0].places {
            if let Some(whole) = whole(&place.code, pair[0].jaar, pair[1].jaar, herindelingen)
                && whole != place.code
            {
                went.insert(place.code.clone(), whole);
            }
        }
    }
    went
}
