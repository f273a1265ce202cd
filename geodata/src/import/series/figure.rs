//! The figure of an area, of the rows that lie in it.

use super::Provinces;
use crate::contract::{Afwezig, Cijfer, GebiedCode, Niveau, Status, Waarde};
use crate::import::disclosure::{
    self, Cell, Relation, State, may_be_published, mean_may_be_published, protect,
};
use crate::import::mapping::{Measure, SeriesMapping};
use std::collections::BTreeMap;

/// What one row brings: the figure, or counts above and below a line.
#[derive(Debug, Clone)]
pub struct Part {
    pub above: Vec<Waarde>,
    pub below: Vec<Waarde>,
    pub status: Vec<Status>,
}

type Key = (GebiedCode, String);

/// Counts and weighed figures of an area together.
#[derive(Debug, Clone, Default)]
struct Sum {
    above: (f64, f64),
    below: (f64, f64),
    /// Rows that bring nothing, because a figure of theirs is missing.
    missing: usize,
    rows: usize,
    reason: Option<Afwezig>,
    /// What all rows with a figure say of it.
    status: Option<Vec<Status>>,
}

pub fn combined(
    mapping: &SeriesMapping,
    parts: BTreeMap<Key, Vec<Part>>,
    provinces: &Provinces,
) -> BTreeMap<Key, Waarde> {
    if mapping.maat == Measure::Gegeven {
        return parts.into_iter().filter_map(|(key, parts)| Some((key, given(parts.first()?)))).collect();
    }
    let mut sums: BTreeMap<Key, Sum> = BTreeMap::new();
    let mut relations: Vec<(Key, Vec<Key>)> = Vec::new();
    for (key, parts) in &parts {
        sums.insert(key.clone(), parts.iter().fold(Sum::default(), |sum, part| sum.with(mapping, part)));
    }
    let gemeenten: Vec<Key> = sums.keys().cloned().collect();
    for (code, periode) in &gemeenten {
        let Some(province) = provinces.get(code) else { continue };
        let land = GebiedCode::new("NL01");
        for (above, below) in [(province, code), (&land, province)] {
            let key = (above.clone(), periode.clone());
            let part = (below.clone(), periode.clone());
            match relations.iter_mut().find(|(total, _)| *total == key) {
                Some((_, parts)) if parts.contains(&part) => {}
                Some((_, parts)) => parts.push(part),
                None => relations.push((key, vec![part])),
            }
        }
    }
    for niveau in [Niveau::Provincie, Niveau::Land] {
        for (total, parts) in relations.iter().filter(|(key, _)| Niveau::of(key.0.as_str()) == Some(niveau)) {
            let sum = parts.iter().filter_map(|part| sums.get(part)).fold(Sum::default(), Sum::and);
            sums.insert(total.clone(), sum);
        }
    }
    let hidden = hidden(mapping, &sums, &relations);
    let status = |sum: &Sum| {
        let mut status = sum.status.clone().unwrap_or_default();
        status.push(Status::Berekend);
        if sum.missing > 0 {
            status.push(Status::Onvolledig);
        }
        status.dedup();
        status
    };
    let value = |(key, sum): (Key, Sum)| {
        let cijfer = if hidden.contains(&key) { Err(Afwezig::Onderdrukt) } else { sum.figure(mapping) };
        let status = if cijfer.is_ok() { status(&sum) } else { vec![] };
        (key, Waarde { cijfer, status })
    };
    sums.into_iter().map(value).collect()
}

fn given(part: &Part) -> Waarde {
    let waarde = part.above.first().cloned().unwrap_or(Waarde::afwezig(Afwezig::Onbekend));
    if waarde.cijfer.is_err() {
        return waarde;
    }
    let mut status = waarde.status;
    status.extend(&part.status);
    status.sort();
    status.dedup();
    Waarde { cijfer: waarde.cijfer, status }
}

/// The shares that must be hidden, for their own sake or that of others. Where some counts are ranges the
/// ends of a total's range would give away an exact part: then a total with a hidden part is hidden too.
fn hidden(mapping: &SeriesMapping, sums: &BTreeMap<Key, Sum>, relations: &[(Key, Vec<Key>)]) -> Vec<Key> {
    if mapping.maat != Measure::Procent {
        return vec![];
    }
    let keys: Vec<&Key> = sums.keys().collect();
    let exact = sums.values().all(|sum| sum.above.0 == sum.above.1 && sum.below.0 == sum.below.1);
    if !exact {
        let too_few = |sum: &Sum| may_be_published(cijfer(sum.above), cijfer(sum.below)).is_err();
        let few = sums.iter().filter(|(_, sum)| too_few(sum)).map(|(key, _)| key.clone());
        let mut hidden: Vec<Key> = few.collect();
        for niveau in [Niveau::Provincie, Niveau::Land] {
            let of_level = relations.iter().filter(|(key, _)| Niveau::of(key.0.as_str()) == Some(niveau));
            for (total, parts) in of_level {
                if parts.iter().any(|part| hidden.contains(part)) {
                    hidden.push(total.clone());
                }
            }
        }
        return hidden;
    }
    let state = |sum: &Sum| match sum.reason {
        Some(_) if sum.rows == sum.missing => State::Hidden,
        _ => disclosure::primary(sum.above.0 as u64, sum.below.0 as u64),
    };
    let cells: Vec<Cell> =
        sums.values().map(|sum| Cell { count: sum.above.0 as u64, state: state(sum) }).collect();
    let position = |key: &Key| keys.binary_search(&key).ok();
    let relations: Vec<Relation> = relations
        .iter()
        .filter_map(|(total, parts)| {
            let parts = parts.iter().map(position).collect::<Option<_>>()?;
            Some(Relation { total: position(total)?, parts })
        })
        .collect();
    let found = protect(&cells, &relations);
    let hidden = keys.iter().zip(found).filter(|(_, cell)| cell.state != State::Shown);
    hidden.map(|(key, _)| (*key).clone()).collect()
}

impl Sum {
    fn with(mut self, mapping: &SeriesMapping, part: &Part) -> Self {
        let nobody = part.below.iter().all(|waarde| waarde.bekend() == Some(0.0));
        if mapping.maat == Measure::Gemiddelde && nobody {
            // A mean over nobody is empty, and nothing is missing.
            return self;
        }
        self.rows += 1;
        let absent = part.above.iter().chain(&part.below).find_map(|waarde| waarde.cijfer.err());
        if let Some(reason) = absent {
            self.missing += 1;
            self.reason = Some(reason);
            return self;
        }
        let mut above = added(&part.above);
        let below = added(&part.below);
        if mapping.maat == Measure::Gemiddelde {
            above = (above.0 * below.0, above.1 * below.1);
        }
        self.above = (self.above.0 + above.0, self.above.1 + above.1);
        self.below = (self.below.0 + below.0, self.below.1 + below.1);
        self.status = Some(shared(self.status, &part.status));
        self
    }

    fn and(self, other: &Self) -> Self {
        Self {
            above: (self.above.0 + other.above.0, self.above.1 + other.above.1),
            below: (self.below.0 + other.below.0, self.below.1 + other.below.1),
            missing: self.missing + other.missing,
            rows: self.rows + other.rows,
            reason: self.reason.or(other.reason),
            status: match &other.status {
                Some(status) => Some(shared(self.status, status)),
                None => self.status,
            },
        }
    }

    fn figure(&self, mapping: &SeriesMapping) -> Result<Cijfer, Afwezig> {
        if self.rows == self.missing {
            return Err(self.reason.unwrap_or(Afwezig::NietGemeten));
        }
        let (above, below) = (cijfer(self.above), cijfer(self.below));
        let factor = match mapping.maat {
            Measure::Gegeven | Measure::Som => return Ok(above),
            // Nobody took part: then there is nothing to hide either.
            _ if self.below == (0.0, 0.0) => return Err(Afwezig::NietGemeten),
            Measure::Gemiddelde | Measure::Verhouding => {
                mean_may_be_published(below)?;
                1.0
            }
            Measure::Procent => {
                may_be_published(above, below)?;
                100.0
            }
        };
        let scale = 10_f64.powi(mapping.decimalen.unwrap_or(4).min(12) as i32);
        let rounded = |figure: f64| (figure * scale).round() / scale;
        // The widest there can be: the least of the most, the most of the least.
        let (least, most) = (factor * self.above.0 / self.below.1, factor * self.above.1 / self.below.0);
        Ok(match cijfer((rounded(least), rounded(most))) {
            Cijfer::Tussen(least, most) if mapping.maat == Measure::Procent => {
                Cijfer::Tussen(least, most.min(100.0))
            }
            other => other,
        })
    }
}

/// What is said of both; of the one alone where there was none yet.
fn shared(known: Option<Vec<Status>>, status: &[Status]) -> Vec<Status> {
    known.map_or_else(
        || status.to_vec(),
        |known| known.into_iter().filter(|one| status.contains(one)).collect(),
    )
}

fn added(waarden: &[Waarde]) -> (f64, f64) {
    waarden.iter().fold((0.0, 0.0), |(least, most), waarde| match waarde.cijfer {
        Ok(Cijfer::Precies(figure)) => (least + figure, most + figure),
        Ok(Cijfer::Tussen(from, to)) => (least + from, most + to),
        Err(_) => (least, most),
    })
}

fn cijfer((least, most): (f64, f64)) -> Cijfer {
    if least == most { Cijfer::Precies(least) } else { Cijfer::Tussen(least, most) }
}
