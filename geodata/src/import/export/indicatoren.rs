//! The documents of indicators: definitions, a document of figures for each series, and who is alike.

mod groepen;
mod klassen;
pub mod samenvatting;

use super::super::document::Document;
use super::super::tabellen::indicatoren::{Indicatortabellen, Reekstabel, Rij};
use super::Named;
use super::delen::cijfers::{PerGemeente, per_gemeente};
use crate::contract::{
    Afwezig, Cijfers, Deelnemers, GebiedCijfers, GebiedCode, GemeenteCode, Indicatoren, Jaardocument, Maat,
    Meetperiode, Niveau, ProvincieCode, Reeks, Reeksdeel, Reeksdelen, SCHEMA_VERSIE, Status,
    Vergelijkingscijfer, Waarde,
};
use std::collections::{BTreeMap, BTreeSet};

/// What figures are joined with.
pub struct Omgeving<'a> {
    /// The province of every gemeente that a comparison needs one for.
    pub provincies: Provincies,
    /// The map of the wijken of each gemeente, and the codes on it.
    pub wijkkaarten: &'a BTreeMap<GemeenteCode, (Jaardocument, BTreeSet<GebiedCode>)>,
}

pub type Provincies = BTreeMap<GemeenteCode, ProvincieCode>;

/// The documents of indicators, each kind apart.
#[derive(Debug, Default)]
pub struct Indicatordocumenten {
    pub indicatoren: Option<Document>,
    pub vergelijkingsgroepen: Option<Document>,
    pub reeksen: Vec<Reeksdocumenten>,
}

/// A series: its documents of figures, and where they are several, the list of them.
#[derive(Debug)]
pub struct Reeksdocumenten {
    pub delen: Option<Document>,
    pub cijfers: Vec<Document>,
}

impl Indicatordocumenten {
    /// Each by the name of its schema.
    pub fn into_named(self) -> impl Iterator<Item = Named> {
        let reeksen = self.reeksen.into_iter().flat_map(|reeks| {
            let delen = reeks.delen.map(|delen| ("reeksdelen", delen));
            delen.into_iter().chain(reeks.cijfers.into_iter().map(|cijfers| ("cijfers", cijfers)))
        });
        let indicatoren = self.indicatoren.map(|document| ("indicatoren", document));
        let groepen = self.vergelijkingsgroepen.map(|document| ("vergelijkingsgroepen", document));
        indicatoren.into_iter().chain(groepen).chain(reeksen)
    }

    /// The last figures of every participant.
    pub fn per_gemeente(&self, deelnemers: &Deelnemers) -> PerGemeente {
        let Some(indicatoren) = &self.indicatoren else { return PerGemeente::new() };
        let definitions = serde_json::from_slice(&indicatoren.bytes).expect("written a moment ago");
        let documents = || self.reeksen.iter().flat_map(|reeks| &reeks.cijfers);
        per_gemeente(&definitions, deelnemers, |pad| {
            let document = documents().find(|document| document.pad == pad)?;
            Some(serde_json::from_slice(&document.bytes).expect("written a moment ago"))
        })
    }
}

/// Every document of indicators; none where there are no indicators.
pub fn documents(tabellen: Indicatortabellen, omgeving: &Omgeving) -> Indicatordocumenten {
    let Indicatortabellen { mut indicatoren, mut reeksen, kenmerken } = tabellen;
    let mut documents = Indicatordocumenten::default();
    if indicatoren.is_empty() {
        return documents;
    }
    for at in 0..reeksen.len() {
        let indicator = indicatoren.iter_mut().find(|indicator| indicator.id == reeksen[at].indicator);
        if let Some(indicator) = indicator {
            let (found, own) = series(&reeksen[at], indicator.decimalen, &reeksen, omgeving);
            indicator.reeksen.push(found);
            documents.reeksen.push(own);
        }
        // Nothing is held against areas smaller than a gemeente: they need no more room.
        if reeksen[at].niveau.is_per_gemeente() {
            reeksen[at].rijen = Vec::new();
        }
    }
    let groepen = groepen::groepen(&kenmerken, &reeksen);
    documents.vergelijkingsgroepen =
        groepen.map(|groepen| Document::new("vergelijkingsgroepen.json", &groepen));
    let definitions = Indicatoren {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        indicatoren,
        vergelijkingsgroepen: documents.vergelijkingsgroepen.as_ref().map(Document::reference),
    };
    documents.indicatoren = Some(Document::new("indicatoren.json", &definitions));
    documents
}

/// A series: what the definitions say of it, and its documents.
fn series(
    reeks: &Reekstabel,
    decimalen: u8,
    all: &[Reekstabel],
    omgeving: &Omgeving,
) -> (Reeks, Reeksdocumenten) {
    let perioden: BTreeSet<&str> = reeks.rijen.iter().map(|rij| &*rij.periode).collect();
    let perioden: Vec<String> = perioden.into_iter().map(str::to_owned).collect();
    let is_own = |rij: &&Rij| Niveau::of(rij.plek.code.as_str()) == Some(reeks.niveau);
    let own: Vec<&Rij> = reeks.rijen.iter().filter(is_own).collect();
    let mut parts: BTreeMap<Option<GemeenteCode>, Vec<&Rij>> = BTreeMap::new();
    if !reeks.niveau.is_per_gemeente() {
        parts.insert(None, Vec::new());
    }
    for rij in &own {
        let part = rij.plek.gemeente.clone().filter(|_| reeks.niveau.is_per_gemeente());
        parts.entry(part).or_default().push(rij);
    }
    let meetperioden: Vec<Meetperiode> =
        perioden.iter().map(|periode| samenvatting::meetperiode(periode, &own, decimalen)).collect();
    let around = of_gemeenten(reeks, all);
    let name = format!("{}-{}-{}", reeks.indicator, reeks.niveau, reeks.indeling);
    let (mut delen, mut documents) = (Vec::new(), Vec::new());
    for (gemeente, rijen) in parts {
        let gebieden = areas(&rijen, &meetperioden);
        let vergelijking = match &gemeente {
            Some(gemeente) => of_gemeente(gemeente, &around, &perioden),
            None => of_larger(reeks, &own, &perioden, &omgeving.provincies),
        };
        let counted = |(at, periode): (usize, &Meetperiode)| samenvatting::counted(periode, at, &gebieden);
        let cijfers = Cijfers {
            schema_versie: SCHEMA_VERSIE.to_owned(),
            indicator: reeks.indicator.clone(),
            niveau: reeks.niveau,
            indeling: reeks.indeling,
            gemeente: gemeente.clone(),
            landkaart: gemeente.as_ref().and_then(|gemeente| map_of(gemeente, &gebieden, omgeving)),
            perioden: meetperioden.iter().enumerate().map(counted).collect(),
            gebieden,
            vergelijking,
            bronnen: reeks.bronnen.clone(),
        };
        let pad = match &gemeente {
            Some(gemeente) => format!("indicatoren/{name}/{gemeente}.json"),
            None => format!("indicatoren/{name}.json"),
        };
        let document = Document::new(&pad, &cijfers);
        delen.extend(gemeente.map(|gemeente| Reeksdeel { gemeente, document: document.reference() }));
        documents.push(document);
    }
    let codes: BTreeSet<_> = own.iter().map(|rij| &rij.plek.code).collect();
    let known: BTreeSet<_> =
        own.iter().filter(|rij| rij.waarde.cijfer.is_ok()).map(|rij| &rij.plek.code).collect();
    let delen = reeks.niveau.is_per_gemeente().then(|| {
        let delen = Reeksdelen { schema_versie: SCHEMA_VERSIE.to_owned(), delen };
        Document::new(&format!("indicatoren/{name}.json"), &delen)
    });
    let found = Reeks {
        niveau: reeks.niveau,
        indeling: reeks.indeling,
        perioden,
        bekend: known.len() as u32,
        gebieden: codes.len() as u32,
        document: if delen.is_none() { documents.first().map(Document::reference) } else { None },
        delen: delen.as_ref().map(Document::reference),
        bronnen: reeks.bronnen.clone(),
    };
    (found, Reeksdocumenten { delen, cijfers: documents })
}

/// The map of a gemeente, if every area of the figures is on it.
fn map_of(gemeente: &GemeenteCode, gebieden: &[GebiedCijfers], omgeving: &Omgeving) -> Option<Jaardocument> {
    let (map, codes) = omgeving.wijkkaarten.get(gemeente)?;
    gebieden.iter().all(|gebied| codes.contains(&gebied.code)).then(|| map.clone())
}

/// A line for each area, without what holds for the whole period. A period that an area has no row for is
/// one that was not measured there.
fn areas(rijen: &[&Rij], perioden: &[Meetperiode]) -> Vec<GebiedCijfers> {
    let mut gebieden: BTreeMap<&GebiedCode, GebiedCijfers> = BTreeMap::new();
    for rij in rijen {
        let gebied = gebieden.entry(&rij.plek.code).or_insert_with(|| GebiedCijfers {
            code: rij.plek.code.clone(),
            naam: rij.plek.naam.clone(),
            waarden: vec![Waarde::afwezig(Afwezig::NietGemeten); perioden.len()],
        });
        if let Some(at) = perioden.iter().position(|periode| *periode.periode == *rij.periode) {
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
    for rij in reeks.rijen.iter().filter(|rij| Niveau::of(rij.plek.code.as_str()) < Some(reeks.niveau)) {
        larger.entry(rij.plek.code.clone()).or_default().push(rij);
    }
    if !larger.is_empty() {
        return larger.into_iter().map(|(code, rijen)| whole(code, &rijen, perioden)).collect();
    }
    if reeks.niveau != Niveau::Gemeente {
        return Vec::new();
    }
    samenvatting::medians(own, perioden, provincies)
}

/// The figures of gemeenten that the areas of a series lie in: those of the same year, by gemeente.
fn of_gemeenten<'r>(reeks: &Reekstabel, all: &'r [Reekstabel]) -> BTreeMap<&'r str, Vec<&'r Rij>> {
    let mut figures: BTreeMap<&str, Vec<&Rij>> = BTreeMap::new();
    let same = |other: &&Reekstabel| {
        (&other.indicator, other.niveau, other.indeling)
            == (&reeks.indicator, Niveau::Gemeente, reeks.indeling)
    };
    if reeks.niveau.is_per_gemeente() {
        for rij in all.iter().find(same).into_iter().flat_map(|other| &other.rijen) {
            figures.entry(rij.plek.code.as_str()).or_default().push(rij);
        }
    }
    figures
}

/// The gemeente that wijken or schools lie in.
fn of_gemeente(
    gemeente: &GemeenteCode,
    around: &BTreeMap<&str, Vec<&Rij>>,
    perioden: &[String],
) -> Vec<Vergelijkingscijfer> {
    let Some(rijen) = around.get(gemeente.as_str()) else { return Vec::new() };
    let code = GebiedCode::new(gemeente.as_str());
    vec![whole(code, rijen, perioden)]
}

/// The figure of a larger area itself, its source's or added up by us.
fn whole(code: GebiedCode, rijen: &[&Rij], perioden: &[String]) -> Vergelijkingscijfer {
    let computed = rijen.iter().any(|rij| rij.waarde.status.contains(&Status::Berekend));
    let maat = if computed { Maat::Geheel } else { Maat::Bron };
    Vergelijkingscijfer { code, maat, waarden: values(rijen, perioden) }
}

fn values(rijen: &[&Rij], perioden: &[String]) -> Vec<Waarde> {
    let of = |periode: &String| {
        let found = rijen.iter().find(|rij| *rij.periode == **periode);
        found.map_or(Waarde::afwezig(Afwezig::NietGemeten), |rij| rij.waarde.clone())
    };
    perioden.iter().map(of).collect()
}
