//! What is said of all areas of a period together: classes, the distance that counts as a difference, and
//! medians. Only exactly known values count.

use super::Provincies;
use crate::contract::{Afwezig, GebiedCode, Maat, Meetperiode, Niveau, Status, Vergelijkingscijfer, Waarde};
use crate::import::tabellen::indicatoren::Rij;
use std::collections::BTreeMap;

/// Fewer areas have no middle worth the name.
const LEAST_FOR_A_MEDIAN: usize = 5;
const LEAST_FOR_CLASSES: usize = 25;

pub fn meetperiode(periode: &str, rijen: &[&Rij]) -> Meetperiode {
    let of_period: Vec<&&Rij> = rijen.iter().filter(|rij| rij.periode == periode).collect();
    let known: Vec<&Waarde> =
        of_period.iter().map(|rij| &rij.waarde).filter(|waarde| waarde.cijfer.is_ok()).collect();
    let everywhere =
        |status: &Status| !known.is_empty() && known.iter().all(|waarde| waarde.status.contains(status));
    let status = Status::ALL.map(|(_, status)| status).into_iter().filter(everywhere).collect();
    let values = sorted(known.iter().filter_map(|waarde| waarde.bekend()));
    let enough = values.len() >= LEAST_FOR_CLASSES;
    let spread = quantile(&values, 0.75) - quantile(&values, 0.25);
    let mut klassen: Vec<f64> = Vec::new();
    if enough {
        klassen.extend([0.2, 0.4, 0.6, 0.8].map(|part| significant(quantile(&values, part))));
        klassen.dedup();
    }
    Meetperiode {
        periode: periode.to_owned(),
        status,
        gelijk_binnen: enough.then(|| significant(spread / 10.0)),
        klassen,
    }
}

/// The middle gemeente of the land and of each province.
pub fn medians(rijen: &[&Rij], perioden: &[String], provincies: &Provincies) -> Vec<Vergelijkingscijfer> {
    let mut groups: BTreeMap<GebiedCode, BTreeMap<&str, Vec<f64>>> = BTreeMap::new();
    for rij in rijen {
        let Some(value) = rij.waarde.bekend() else { continue };
        let gemeente = Niveau::gemeente(rij.code.as_str());
        let province = gemeente.and_then(|gemeente| provincies.get(&gemeente));
        let province = province.map(|province| GebiedCode::new(province.as_str()));
        for group in [Some(GebiedCode::new("NL01")), province].into_iter().flatten() {
            groups.entry(group).or_default().entry(&rij.periode).or_default().push(value);
        }
    }
    let median = |values: Option<&Vec<f64>>| match values {
        Some(values) if values.len() >= LEAST_FOR_A_MEDIAN => {
            let middle = significant(quantile(&sorted(values.iter().copied()), 0.5));
            Waarde { status: vec![Status::Berekend], ..Waarde::precies(middle) }
        }
        Some(_) | None => Waarde::afwezig(Afwezig::NietVanToepassing),
    };
    let of = |(code, values): (GebiedCode, BTreeMap<&str, Vec<f64>>)| Vergelijkingscijfer {
        code,
        maat: Maat::Mediaan,
        waarden: perioden.iter().map(|periode| median(values.get(periode.as_str()))).collect(),
    };
    groups.into_iter().map(of).collect()
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// Between the two values around the place, in proportion: type 7 of Hyndman & Fan, *The American
/// Statistician* 50 (1996), the one of spreadsheets. 0 where there are no values.
fn quantile(sorted: &[f64], part: f64) -> f64 {
    let place = part * sorted.len().saturating_sub(1) as f64;
    let (below, rest) = (place.floor() as usize, place.fract());
    match (sorted.get(below), sorted.get(below + 1)) {
        (Some(below), Some(above)) => below + rest * (above - below),
        (Some(last), None) => *last,
        (None, _) => 0.0,
    }
}

/// Four significant digits: more would claim what a computed bound does not have.
fn significant(value: f64) -> f64 {
    format!("{value:.3e}").parse().unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_those_of_a_spreadsheet() {
        let values = [1.0, 2.0, 3.0, 4.0];
        let found = [0.0, 0.25, 0.5, 0.75, 1.0].map(|part| quantile(&values, part));
        assert_eq!(found, [1.0, 1.75, 2.5, 3.25, 4.0]);
        assert_eq!(quantile(&[], 0.5), 0.0);
    }

    #[test]
    fn computed_bounds_have_four_digits() {
        assert_eq!([significant(31.62500001), significant(17263.0), significant(0.0)], [31.63, 17260.0, 0.0]);
    }
}
