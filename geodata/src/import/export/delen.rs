//! The slices of a release, made from its whole documents; made again by the check, to compare.

pub mod cijfers;

use crate::contract::delen::{Deel, Deelherindeling, DeelnemerNaam};
use crate::contract::*;
use crate::import::document::Document;
use std::collections::{BTreeMap, BTreeSet};

/// What slices are cut from.
#[derive(Debug, Clone, Copy)]
pub struct Whole<'a> {
    pub peildatum: &'a str,
    pub themas: &'a Themas,
    pub interventies: &'a Interventies,
    pub bronnen: &'a Bronnen,
    pub deelnemers: &'a Deelnemers,
    pub agendas: &'a Agendas,
    pub items: &'a Items,
    pub rollen: &'a Rollen,
    pub videos: &'a Videos,
    pub zoek: Option<&'a Zoek>,
    pub cijfers: &'a cijfers::PerGemeente,
}

/// Interventies in a part: together with their sources some 10 kB by brotli.
const PART: usize = 50;

/// The files of the slices, and the document that lists them.
pub fn cut(whole: &Whole) -> (Vec<Document>, Delen) {
    let (mut files, mut themas, mut gemeenten) = (Vec::new(), Vec::new(), Vec::new());
    let mut per_thema: BTreeMap<&ThemaId, Vec<&Interventie>> = BTreeMap::new();
    let mut per_gemeente: BTreeMap<&GemeenteCode, Vec<&Interventie>> = BTreeMap::new();
    for interventie in &whole.interventies.interventies {
        for thema in &interventie.themas {
            per_thema.entry(&thema.id).or_default().push(interventie);
        }
        for code in &interventie.gemeenten {
            per_gemeente.entry(code).or_default().push(interventie);
        }
    }
    let shared = Shared::new(whole);
    for thema in &whole.themas.themas {
        for (deel, interventies) in parts(per_thema.get(&thema.id)) {
            let slice = shared.thema(thema, deel, interventies);
            let file = Document::new(&pad("thema", thema.id.as_str(), deel), &slice);
            themas.push(reference(thema.id.clone(), &file));
            files.push(file);
        }
    }
    for deelnemer in &whole.deelnemers.deelnemers {
        for (deel, interventies) in parts(per_gemeente.get(&deelnemer.code)) {
            let slice = shared.gemeente(deelnemer, deel, interventies);
            let file = Document::new(&pad("gemeente", &deelnemer.slug, deel), &slice);
            gemeenten.push(reference(deelnemer.code.clone(), &file));
            files.push(file);
        }
    }
    (files, Delen { schema_versie: SCHEMA_VERSIE.to_owned(), themas, gemeenten })
}

fn pad(kind: &str, name: &str, deel: Deel) -> String {
    match deel.nummer {
        1 => format!("delen/{kind}/{name}.json"),
        nummer => format!("delen/{kind}/{name}.{nummer}.json"),
    }
}

fn reference<T>(van: T, file: &Document) -> DeelRef<T> {
    let DocumentRef { pad, bytes, sha256 } = file.reference();
    DeelRef { van, pad, bytes, sha256 }
}

/// At least one part, without interventies where there are none.
fn parts<'a>(all: Option<&'a Vec<&'a Interventie>>) -> Vec<(Deel, &'a [&'a Interventie])> {
    let all = all.map_or(&[][..], Vec::as_slice);
    let aantal = all.len().div_ceil(PART).max(1) as u32;
    let part = |nummer: u32| {
        let from = (nummer as usize - 1) * PART;
        (Deel { nummer, aantal }, &all[from..all.len().min(from + PART)])
    };
    (1..=aantal).map(part).collect()
}

/// What all slices are made with, found by key.
struct Shared<'a> {
    whole: &'a Whole<'a>,
    bronnen: BTreeMap<&'a str, &'a Bron>,
    items: BTreeMap<(&'a str, &'a GemeenteCode), &'a Item>,
    rollen: BTreeMap<&'a GemeenteCode, Vec<&'a Rol>>,
    agendas: BTreeMap<&'a GemeenteCode, Vec<&'a Agenda>>,
}

impl<'a> Shared<'a> {
    fn new(whole: &'a Whole<'a>) -> Self {
        let mut rollen: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for rol in &whole.rollen.rollen {
            rollen.entry(&rol.gemeente).or_default().push(rol);
        }
        let mut agendas: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for agenda in &whole.agendas.agendas {
            agendas.entry(&agenda.gemeente).or_default().push(agenda);
        }
        let items = whole.items.items.iter();
        Self {
            whole,
            bronnen: whole.bronnen.bronnen.iter().map(|bron| (bron.id.as_str(), bron)).collect(),
            items: items.map(|item| ((item.interventie.as_str(), &item.gemeente), item)).collect(),
            rollen,
            agendas,
        }
    }

    fn thema(&self, thema: &Thema, deel: Deel, interventies: &[&Interventie]) -> DeelThema {
        let codes: BTreeSet<&GemeenteCode> = interventies.iter().flat_map(|one| &one.gemeenten).collect();
        let works = |deelnemer: &&DeelnemerInTijd| codes.contains(&deelnemer.code);
        let name = |deelnemer: &DeelnemerInTijd| DeelnemerNaam {
            code: deelnemer.code.clone(),
            naam: deelnemer.naam.clone(),
            slug: deelnemer.slug.clone(),
        };
        let used = interventies.iter().flat_map(|one| &one.bronnen).chain(&thema.bronnen);
        DeelThema {
            schema_versie: SCHEMA_VERSIE.to_owned(),
            peildatum: self.whole.peildatum.to_owned(),
            deel,
            thema: thema.clone(),
            deelnemers: self.whole.deelnemers.deelnemers.iter().filter(works).map(name).collect(),
            bronnen: self.sources(used),
            interventies: interventies.iter().map(|one| (*one).clone()).collect(),
        }
    }

    fn gemeente(
        &self,
        deelnemer: &DeelnemerInTijd,
        deel: Deel,
        interventies: &[&Interventie],
    ) -> DeelGemeente {
        let code = &deelnemer.code;
        let first = deel.nummer == 1;
        let items = interventies.iter().filter_map(|one| self.items.get(&(one.id.as_str(), code)));
        let items: Vec<Item> = items.map(|item| (*item).clone()).collect();
        let agendas = self.agendas.get(code).filter(|_| first).map(cloned).unwrap_or_default();
        let rollen = self.rollen.get(code).filter(|_| first).map(cloned).unwrap_or_default();
        let videos = self.whole.videos.videos.iter().filter(|video| first && video.gemeenten.contains(code));
        let videos: Vec<Video> = videos.cloned().collect();
        let herindeling = self.whole.zoek.filter(|_| first).and_then(|zoek| herindeling(zoek, code));
        let cijfers = self.whole.cijfers.get(code).filter(|_| first).cloned().unwrap_or_default();
        let used = (deelnemer.bronnen.iter())
            .chain(agendas.iter().flat_map(|one| &one.bronnen))
            .chain(interventies.iter().flat_map(|one| &one.bronnen))
            .chain(items.iter().flat_map(|one| &one.bronnen))
            .chain(rollen.iter().flat_map(|one| &one.bronnen))
            .chain(videos.iter().flat_map(|one| &one.bronnen))
            .chain(herindeling.iter().flat_map(|one| &one.bronnen))
            .chain(cijfers.iter().flat_map(|one| &one.bronnen));
        DeelGemeente {
            schema_versie: SCHEMA_VERSIE.to_owned(),
            peildatum: self.whole.peildatum.to_owned(),
            deel,
            deelnemer: deelnemer.clone(),
            bronnen: self.sources(used),
            interventies: interventies.iter().map(|one| (*one).clone()).collect(),
            agendas,
            items,
            rollen,
            videos,
            herindeling,
            cijfers,
        }
    }

    /// The sources referred to, each once, in the order of their ids.
    fn sources<'b>(&self, used: impl Iterator<Item = &'b Verwijzing>) -> Vec<Bron> {
        let ids: BTreeSet<&str> = used.map(|verwijzing| verwijzing.bron.as_str()).collect();
        ids.into_iter().filter_map(|id| self.bronnen.get(id)).map(|bron| (*bron).clone()).collect()
    }
}

fn herindeling(zoek: &Zoek, code: &GemeenteCode) -> Option<Deelherindeling> {
    let changes = [Naamsoort::Vroeger, Naamsoort::VroegerDeel, Naamsoort::Later];
    let names = zoek.namen.iter();
    let names = names.filter(|naam| changes.contains(&naam.soort) && naam.gemeenten.contains(code));
    let namen: Vec<Zoeknaam> = names.cloned().collect();
    (!namen.is_empty()).then(|| Deelherindeling { namen, bronnen: zoek.bronnen.clone() })
}

fn cloned<T: Clone>(records: &Vec<&T>) -> Vec<T> {
    records.iter().map(|record| (*record).clone()).collect()
}
