//! Which gemeenten are alike; the rule stands with the contract's [`Vergelijkingsgroepen`].

use crate::contract::vergelijkingsgroepen::{
    GROEP, Vergelijkingsgroep, Vergelijkingsgroepen, Vergelijkingskenmerk,
};
use crate::contract::{GebiedCode, GemeenteCode, Getal, Niveau, SCHEMA_VERSIE, Verwijzing};
use crate::import::tabellen::indicatoren::{Kenmerk, Reekstabel, Schaal};
use std::collections::BTreeMap;

/// Groups for the latest indeling that has every trait; none where there is no such indeling.
pub fn groepen(kenmerken: &[Kenmerk], reeksen: &[Reekstabel]) -> Option<Vergelijkingsgroepen> {
    let first = kenmerken.first()?;
    let indelingen = reeksen.iter().filter(|reeks| reeks.indicator == first.indicator);
    let mut indelingen: Vec<u16> = indelingen.map(|reeks| reeks.indeling).collect();
    indelingen.sort_unstable();
    let (indeling, traits) = indelingen.into_iter().rev().find_map(|indeling| {
        let traits = kenmerken.iter().map(|kenmerk| standard(kenmerk, reeksen, indeling));
        Some((indeling, traits.collect::<Option<Vec<_>>>()?))
    })?;
    let complete: Vec<(&GebiedCode, Vec<f64>)> = traits[0]
        .keys()
        .filter_map(|code| {
            let place: Option<Vec<f64>> = traits.iter().map(|own| own.get(code).copied()).collect();
            Some((*code, place?))
        })
        .collect();
    let alike = |(code, place): &(&GebiedCode, Vec<f64>)| {
        let mut others: Vec<(f64, &GebiedCode)> = complete
            .iter()
            .filter(|(other, _)| other != code)
            .map(|(other, there)| (distance(place, there), *other))
            .collect();
        // Equal distances by code, so that two runs agree.
        others.sort_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(other.1)));
        let nearest = others.into_iter().take(GROEP);
        Vergelijkingsgroep {
            code: GemeenteCode::new(code.as_str()),
            lijkt_op: nearest.map(|(_, code)| GemeenteCode::new(code.as_str())).collect(),
        }
    };
    Some(Vergelijkingsgroepen {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        indeling,
        kenmerken: kenmerken.iter().map(described).collect(),
        groepen: complete.iter().map(alike).collect(),
        bronnen: sources(kenmerken, reeksen, indeling),
    })
}

/// The sources of the traits, each once.
fn sources(kenmerken: &[Kenmerk], reeksen: &[Reekstabel], indeling: u16) -> Vec<Verwijzing> {
    let mut bronnen: Vec<Verwijzing> = Vec::new();
    let own = |reeks: &&Reekstabel| {
        (reeks.niveau, reeks.indeling) == (Niveau::Gemeente, indeling)
            && kenmerken.iter().any(|kenmerk| kenmerk.indicator == reeks.indicator)
    };
    for bron in reeksen.iter().filter(own).flat_map(|reeks| &reeks.bronnen) {
        if !bronnen.contains(bron) {
            bronnen.push(bron.clone());
        }
    }
    bronnen
}

fn described(kenmerk: &Kenmerk) -> Vergelijkingskenmerk {
    Vergelijkingskenmerk {
        indicator: kenmerk.indicator.clone(),
        periode: kenmerk.periode.clone(),
        logaritmisch: kenmerk.schaal == Schaal::Logaritmisch,
        gewicht: Getal::from(kenmerk.gewicht),
    }
}

/// The trait of each gemeente, in standard deviations from the mean and times the weight's root.
fn standard<'r>(
    kenmerk: &Kenmerk,
    reeksen: &'r [Reekstabel],
    indeling: u16,
) -> Option<BTreeMap<&'r GebiedCode, f64>> {
    let own = |reeks: &&Reekstabel| {
        (&reeks.indicator, reeks.niveau, reeks.indeling) == (&kenmerk.indicator, Niveau::Gemeente, indeling)
    };
    let rijen = reeksen.iter().find(own)?.rijen.iter().filter(|rij| *rij.periode == *kenmerk.periode);
    let gemeenten = rijen.filter(|rij| Niveau::of(rij.plek.code.as_str()) == Some(Niveau::Gemeente));
    let scaled = |value: f64| match kenmerk.schaal {
        Schaal::Lineair => Some(value),
        Schaal::Logaritmisch => (value > 0.0).then(|| value.ln()),
    };
    let values: BTreeMap<&GebiedCode, f64> =
        gemeenten.filter_map(|rij| Some((&rij.plek.code, scaled(rij.waarde.bekend()?)?))).collect();
    let count = values.len() as f64;
    let mean = values.values().sum::<f64>() / count;
    let deviation = (values.values().map(|value| (value - mean).powi(2)).sum::<f64>() / count).sqrt();
    if values.is_empty() || deviation == 0.0 {
        return None;
    }
    let weight = kenmerk.gewicht.sqrt();
    Some(values.into_iter().map(|(code, value)| (code, weight * (value - mean) / deviation)).collect())
}

fn distance(here: &[f64], there: &[f64]) -> f64 {
    here.iter().zip(there).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}
