//! The last figure of each indicator for each participant, taken out of the whole documents.

use crate::contract::delen::{Deelcijfer, Deelvergelijking};
use crate::contract::*;
use std::collections::BTreeMap;

/// In the order of the indicators.
pub type PerGemeente = BTreeMap<GemeenteCode, Vec<Deelcijfer>>;

/// `read` gives the document of a series by its path: one at a time is in memory.
pub fn per_gemeente(
    indicatoren: &Indicatoren,
    deelnemers: &Deelnemers,
    mut read: impl FnMut(&str) -> Option<Cijfers>,
) -> PerGemeente {
    let mut found = PerGemeente::new();
    for indicator in &indicatoren.indicatoren {
        let series = indicator.reeksen.iter().filter(|reeks| reeks.niveau == Niveau::Gemeente);
        let best = series.max_by_key(|reeks| (reeks.indeling == deelnemers.jaar, reeks.indeling));
        let document = best.and_then(|reeks| reeks.document.as_ref());
        let Some(cijfers) = document.and_then(|document| read(&document.pad)) else { continue };
        for deelnemer in &deelnemers.deelnemers {
            let figure = last(&indicator.id, &cijfers, deelnemer);
            found.entry(deelnemer.code.clone()).or_default().extend(figure);
        }
    }
    found
}

fn last(indicator: &IndicatorId, cijfers: &Cijfers, deelnemer: &DeelnemerInTijd) -> Option<Deelcijfer> {
    let periode = cijfers.perioden.last()?;
    let mut areas = cijfers.gebieden.iter();
    let area = areas.find(|area| area.code.as_str() == deelnemer.code.as_str())?;
    let wider = ["NL01", deelnemer.provincie.as_str()].into_iter().filter_map(|code| {
        let row = cijfers.vergelijking.iter().find(|row| row.code.as_str() == code)?;
        Some(Deelvergelijking { code: row.code.clone(), maat: row.maat, waarde: row.waarden.last()?.clone() })
    });
    Some(Deelcijfer {
        indicator: indicator.clone(),
        periode: periode.periode.clone(),
        status: periode.status.clone(),
        waarde: area.waarden.last()?.clone(),
        gelijk_binnen: periode.gelijk_binnen,
        laagste: periode.laagste.as_ref().map(|lowest| lowest.waarde),
        hoogste: periode.hoogste.as_ref().map(|highest| highest.waarde),
        vergelijking: wider.collect(),
        bronnen: cijfers.bronnen.clone(),
    })
}
