//! What is said of all areas of a period together: counts, extremes, the distance that counts as a difference,
//! and medians. Only exactly known values count.

use super::{Provincies, klassen};
use crate::contract::{
    Afwezig, Cijfer, GebiedCijfers, GebiedCode, Getal, Maat, Meetperiode, Niveau, Ontbrekend, Status,
    Uiterste, Vergelijkingscijfer, Waarde,
};
use crate::import::tabellen::indicatoren::Rij;
use std::collections::BTreeMap;

/// Fewer areas have no middle worth the name.
const LEAST_FOR_A_MEDIAN: usize = 5;
/// More areas with the same lowest value are counted and not named; nor is a school, ever.
const MOST_NAMED: usize = 5;

/// A period of a series: what holds for all its areas, in whichever document they stand.
pub fn meetperiode(periode: &str, rijen: &[&Rij], decimalen: u8) -> Meetperiode {
    let of_period: Vec<&&Rij> = rijen.iter().filter(|rij| *rij.periode == *periode).collect();
    let known: Vec<&Waarde> =
        of_period.iter().map(|rij| &rij.waarde).filter(|waarde| waarde.cijfer.is_ok()).collect();
    let everywhere =
        |status: &Status| !known.is_empty() && known.iter().all(|waarde| waarde.status.contains(status));
    let status = Status::ALL.map(|(_, status)| status).into_iter().filter(everywhere).collect();
    let values = sorted(known.iter().filter_map(|waarde| waarde.bekend()));
    let enough = values.len() >= klassen::LEAST;
    let spread = quantile(&values, 0.75) - quantile(&values, 0.25);
    Meetperiode {
        periode: periode.to_owned(),
        status,
        gelijk_binnen: enough.then(|| Getal::from(significant(spread / 10.0))),
        klassen: klassen::bounds(&values, decimalen).into_iter().map(Getal::from).collect(),
        aantallen: Vec::new(),
        laagste: None,
        hoogste: None,
        bereiken: 0,
        zonder: Vec::new(),
    }
}

/// The period with what is counted over the areas of one document; `at` is its place among the periods.
pub fn counted(periode: &Meetperiode, at: usize, gebieden: &[GebiedCijfers]) -> Meetperiode {
    let waarden = || gebieden.iter().filter_map(|gebied| Some((&gebied.code, gebied.waarden.get(at)?)));
    let values = sorted(waarden().filter_map(|(_, waarde)| waarde.bekend()));
    let bounds: Vec<f64> = periode.klassen.iter().map(|bound| bound.value()).collect();
    let mut zonder: BTreeMap<Afwezig, u32> = BTreeMap::new();
    let mut bereiken = 0;
    for (_, waarde) in waarden() {
        match waarde.cijfer {
            Ok(Cijfer::Precies(_)) => {}
            Ok(Cijfer::Tussen(..)) => bereiken += 1,
            Err(reden) => *zonder.entry(reden).or_default() += 1,
        }
    }
    let uiterste = |value: Option<&f64>| {
        let value = *value?;
        let codes: Vec<GebiedCode> =
            waarden().filter(|(_, own)| own.bekend() == Some(value)).map(|(code, _)| code.clone()).collect();
        let gebieden = codes.len() as u32;
        let named = codes.len() <= MOST_NAMED
            && codes.iter().all(|code| Niveau::of(code.as_str()) != Some(Niveau::School));
        let codes = if named { codes } else { Vec::new() };
        Some(Uiterste { waarde: Getal::from(value), gebieden, codes })
    };
    Meetperiode {
        aantallen: if bounds.is_empty() { Vec::new() } else { klassen::counts(&values, &bounds) },
        laagste: uiterste(values.first()),
        hoogste: uiterste(values.last()),
        bereiken,
        zonder: zonder.into_iter().map(|(reden, gebieden)| Ontbrekend { reden, gebieden }).collect(),
        ..periode.clone()
    }
}

/// The middle gemeente of the land and of each province.
pub fn medians(rijen: &[&Rij], perioden: &[String], provincies: &Provincies) -> Vec<Vergelijkingscijfer> {
    let mut groups: BTreeMap<GebiedCode, BTreeMap<&str, Vec<f64>>> = BTreeMap::new();
    for rij in rijen {
        let Some(value) = rij.waarde.bekend() else { continue };
        let gemeente = Niveau::gemeente(rij.plek.code.as_str());
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
pub fn quantile(sorted: &[f64], part: f64) -> f64 {
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
