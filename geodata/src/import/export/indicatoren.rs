//! The documents of indicators: definitions, a document of figures for each series, and who is alike.

mod groepen;
mod samenvatting;

use super::super::document::Document;
use super::super::tabellen::indicatoren::{Indicatortabellen, Reekstabel, Rij};
use crate::contract::{
    Afwezig, Cijfers, GebiedCijfers, GebiedCode, GemeenteCode, Indicatoren, Maat, Meetperiode, Niveau,
    ProvincieCode, Reeks, Reeksdeel, Reeksdelen, SCHEMA_VERSIE, Status, Vergelijkingscijfer, Waarde,
};
use std::collections::{BTreeMap, BTreeSet};

/// The province of every gemeente that a comparison needs one for.
pub type Provincies = BTreeMap<GemeenteCode, ProvincieCode>;

/// Every document of indicators, `indicatoren.json` first; none where there are no indicators.
pub fn documents(tabellen: Indicatortabellen, provincies: &Provincies) -> Vec<Document> {
    let Indicatortabellen { mut indicatoren, reeksen, kenmerken } = tabellen;
    if indicatoren.is_empty() {
        return Vec::new();
    }
    let mut documents = Vec::new();
    for reeks in &reeksen {
        let (found, own) = series(reeks, &reeksen, provincies);
        if let Some(indicator) = indicatoren.iter_mut().find(|indicator| indicator.id == reeks.indicator) {
            indicator.reeksen.push(found);
        }
        documents.extend(own);
    }
    if let Some(groepen) = groepen::groepen(&kenmerken, &reeksen) {
        documents.push(Document::new("vergelijkingsgroepen.json", &groepen));
    }
    let definitions = Indicatoren { schema_versie: SCHEMA_VERSIE.to_owned(), indicatoren };
    documents.insert(0, Document::new("indicatoren.json", &definitions));
    documents
}

/// A series: what the definitions say of it, and its documents.
fn series(reeks: &Reekstabel, all: &[Reekstabel], provincies: &Provincies) -> (Reeks, Vec<Document>) {
    let perioden: BTreeSet<&str> = reeks.rijen.iter().map(|rij| rij.periode.as_str()).collect();
    let perioden: Vec<String> = perioden.into_iter().map(str::to_owned).collect();
    let is_own = |rij: &&Rij| Niveau::of(rij.code.as_str()) == Some(reeks.niveau);
    let own: Vec<&Rij> = reeks.rijen.iter().filter(is_own).collect();
    let mut parts: BTreeMap<Option<GemeenteCode>, Vec<&Rij>> = BTreeMap::new();
    if !reeks.niveau.is_per_gemeente() {
        parts.insert(None, Vec::new());
    }
    for rij in &own {
        let part = if reeks.niveau.is_per_gemeente() { Niveau::gemeente(rij.code.as_str()) } else { None };
        parts.entry(part).or_default().push(rij);
    }
    let meetperioden: Vec<Meetperiode> =
        perioden.iter().map(|periode| samenvatting::meetperiode(periode, &own)).collect();
    let name = format!("indicatoren/{}-{}-{}", reeks.indicator, reeks.niveau, reeks.indeling);
    let (mut delen, mut documents) = (Vec::new(), Vec::new());
    for (gemeente, rijen) in parts {
        let gebieden = areas(&rijen, &meetperioden);
        let vergelijking = match &gemeente {
            Some(gemeente) => of_gemeente(reeks, gemeente, all, &perioden),
            None => of_larger(reeks, &own, &perioden, provincies),
        };
        let cijfers = Cijfers {
            schema_versie: SCHEMA_VERSIE.to_owned(),
            indicator: reeks.indicator.clone(),
            niveau: reeks.niveau,
            indeling: reeks.indeling,
            gemeente: gemeente.clone(),
            perioden: meetperioden.clone(),
            gebieden,
            vergelijking,
        };
        let pad = match &gemeente {
            Some(gemeente) => format!("{name}/{gemeente}.json"),
            None => format!("{name}.json"),
        };
        let document = Document::new(&pad, &cijfers);
        delen.extend(gemeente.map(|gemeente| Reeksdeel { gemeente, document: document.reference() }));
        documents.push(document);
    }
    if reeks.niveau.is_per_gemeente() {
        let delen = Reeksdelen { schema_versie: SCHEMA_VERSIE.to_owned(), delen };
        documents.insert(0, Document::new(&format!("{name}.json"), &delen));
    }
    let codes: BTreeSet<_> = own.iter().map(|rij| &rij.code).collect();
    let known: BTreeSet<_> =
        own.iter().filter(|rij| rij.waarde.cijfer.is_ok()).map(|rij| &rij.code).collect();
    let found = Reeks {
        niveau: reeks.niveau,
        indeling: reeks.indeling,
        perioden,
        bekend: known.len() as u32,
        gebieden: codes.len() as u32,
        document: documents[0].reference(),
        bronnen: reeks.bronnen.clone(),
    };
    (found, documents)
}

/// A line for each area, without what holds for the whole period. A period that an area has no row for is
/// one that was not measured there.
fn areas(rijen: &[&Rij], perioden: &[Meetperiode]) -> Vec<GebiedCijfers> {
    let mut gebieden: BTreeMap<&GebiedCode, GebiedCijfers> = BTreeMap::new();
    for rij in rijen {
        let gebied = gebieden.entry(&rij.code).or_insert_with(|| GebiedCijfers {
            code: rij.code.clone(),
            naam: rij.naam.clone(),
            waarden: vec![Waarde::afwezig(Afwezig::NietGemeten); perioden.len()],
        });
        if let Some(at) = perioden.iter().position(|periode| periode.periode == rij.periode) {
            gebied.waarden[at] = without(&rij.waarde, &perioden[at].status);
        }
    }
    gebieden.into_values().collect()
}

fn without(waarde: &Waarde, status: &[Status]) -> Waarde {
    let own = waarde.status.iter().filter(|own| !status.contains(own)).copied().collect();
    Waarde { cijfer: waarde.cijfer, status: own }
}

/// The land and the provinces: as the table has them, and otherwise the middle of the gemeenten.
fn of_larger(
    reeks: &Reekstabel,
    own: &[&Rij],
    perioden: &[String],
    provincies: &Provincies,
) -> Vec<Vergelijkingscijfer> {
    let mut larger: BTreeMap<GebiedCode, Vec<&Rij>> = BTreeMap::new();
    for rij in reeks.rijen.iter().filter(|rij| Niveau::of(rij.code.as_str()) < Some(reeks.niveau)) {
        larger.entry(rij.code.clone()).or_default().push(rij);
    }
    if !larger.is_empty() {
        let given = larger.into_iter().map(|(code, rijen)| {
            let computed = rijen.iter().any(|rij| rij.waarde.status.contains(&Status::Berekend));
            let maat = if computed { Maat::Geheel } else { Maat::Bron };
            Vergelijkingscijfer { code, maat, waarden: values(&rijen, perioden) }
        });
        return given.collect();
    }
    if reeks.niveau != Niveau::Gemeente {
        return Vec::new();
    }
    samenvatting::medians(own, perioden, provincies)
}

/// The gemeente that wijken lie in, from its own series of the same year.
fn of_gemeente(
    reeks: &Reekstabel,
    gemeente: &GemeenteCode,
    all: &[Reekstabel],
    perioden: &[String],
) -> Vec<Vergelijkingscijfer> {
    let same = |other: &&Reekstabel| {
        (&other.indicator, other.niveau, other.indeling)
            == (&reeks.indicator, Niveau::Gemeente, reeks.indeling)
    };
    let Some(other) = all.iter().find(same) else { return Vec::new() };
    let rijen: Vec<&Rij> = other.rijen.iter().filter(|rij| rij.code.as_str() == gemeente.as_str()).collect();
    if rijen.is_empty() {
        return Vec::new();
    }
    let code = GebiedCode::new(gemeente.as_str());
    vec![Vergelijkingscijfer { code, maat: Maat::Bron, waarden: values(&rijen, perioden) }]
}

fn values(rijen: &[&Rij], perioden: &[String]) -> Vec<Waarde> {
    let of = |periode: &String| {
        let found = rijen.iter().find(|rij| rij.periode == *periode);
        found.map_or(Waarde::afwezig(Afwezig::NietGemeten), |rij| rij.waarde.clone())
    };
    perioden.iter().map(of).collect()
}
