//! The interventies of a release, joined once: what a list of them shows, and what it is filtered by.
//!
//! - [`bits`]: sets of interventies.
//! - [`facet`]: what they are filtered by, each value with the set that has it.
//! - [`listing`]: one state of the list, ready to draw.
//! - [`table`]: the list as a file.
//! - [`woorden`]: what they are found by.

pub mod bits;
pub mod facet;
#[cfg(test)]
pub mod fixture;
pub mod listing;
pub mod table;
pub mod woorden;

use super::order::ordered;
use super::plain::plain;
use super::words::Words;
use facet::Facet;
use geodata::contract::landkaart::Thema;
use geodata::contract::lijst::{Bron, Deelnemer, Gegevens, Interventie};
use std::cell::OnceCell;
use woorden::Woorden;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interventies {
    pub release: String,
    pub peildatum: String,
    /// In Dutch order.
    pub deelnemers: Vec<Deelnemer>,
    pub themas: Vec<Thema>,
    /// In the order of the document: by title, as a Dutch reader expects.
    pub items: Vec<Interventie>,
    /// By id.
    bronnen: Vec<Bron>,
    /// What readers filter by, and last what the list is only ordered by.
    pub facetten: Vec<Facet>,
    /// Made when somebody is about to search: that takes longer than all the rest.
    woorden: OnceCell<Woorden>,
}

/// A list, as addresses know it, and the part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    pub thema: Option<&'a str>,
    pub sector: Option<&'a str>,
    pub deel: usize,
}

impl Interventies {
    pub fn new(mut gegevens: Gegevens, words: &Words) -> Self {
        gegevens.deelnemers.iter_mut().for_each(|deelnemer| plain(&mut deelnemer.naam));
        let themas = gegevens.themas.iter_mut();
        themas.flat_map(|thema| [&mut thema.label, &mut thema.in_zin]).for_each(plain);
        gegevens.bronnen.iter_mut().for_each(|bron| plain(&mut bron.titel));
        for item in &mut gegevens.interventies {
            let more = item.toelichting.iter_mut().chain(&mut item.regio);
            [&mut item.titel, &mut item.samenvatting].into_iter().chain(more).for_each(plain);
        }
        once(&mut gegevens.interventies);
        let facetten = facet::facetten(&gegevens, words);
        Self {
            facetten,
            release: gegevens.release,
            peildatum: gegevens.peildatum,
            deelnemers: gegevens.deelnemers,
            themas: gegevens.themas,
            items: gegevens.interventies,
            bronnen: ordered(gegevens.bronnen, |one, other| one.id > other.id),
            woorden: OnceCell::new(),
        }
    }

    pub fn bron(&self, id: &str) -> Option<&Bron> {
        let at = self.bronnen.binary_search_by(|bron| bron.id.as_str().cmp(id)).ok()?;
        self.bronnen.get(at)
    }

    pub fn deelnemer(&self, code: &str) -> Option<&Deelnemer> {
        self.deelnemers.iter().find(|deelnemer| deelnemer.code == code)
    }

    pub fn thema(&self, id: &str) -> Option<&Thema> {
        self.themas.iter().find(|thema| thema.id == id)
    }

    /// The list in which an interventie has its address: that of its first thema, or of its first sector.
    pub fn place(&self, at: usize) -> Place<'_> {
        let item = &self.items[at];
        let in_facet = |facet: usize, ids: &[String]| self.facetten[facet].waarde(ids.first()?);
        let (thema, sector) = (in_facet(0, &item.themas), in_facet(1, &item.sectoren));
        let before = |waarde: &facet::Waarde| waarde.items.iter().take_while(|&other| other < at).count();
        let sector = if thema.is_some() { None } else { sector };
        let list = thema.or(sector);
        Place {
            thema: thema.map(|waarde| waarde.id.as_str()),
            sector: sector.map(|waarde| waarde.id.as_str()),
            deel: list.map_or(at, before) / listing::PART + 1,
        }
    }

    /// What is searched in: titles, summaries, names of gemeenten and themas.
    pub fn woorden(&self) -> &Woorden {
        self.woorden.get_or_init(|| {
            Woorden::new(self.items.iter().map(|item| {
                let namen =
                    item.gemeenten.iter().filter_map(|code| Some(self.deelnemer(code)?.naam.as_str()));
                let themas = item.themas.iter().filter_map(|id| Some(self.thema(id)?.label.as_str()));
                let more = namen.chain(themas).chain(item.regio.as_deref());
                let more = more.chain([item.samenvatting.as_str()]);
                (item.titel.as_str(), more.collect())
            }))
        })
    }
}

/// An id leads to one interventie: the first that has it.
fn once(items: &mut Vec<Interventie>) {
    let order = ordered(0..items.len(), |&one, &other| items[one].id > items[other].id);
    let mut twice = vec![false; items.len()];
    for pair in order.windows(2) {
        twice[pair[1]] = items[pair[0]].id == items[pair[1]].id;
    }
    let mut at = twice.into_iter();
    items.retain(|_| at.next() == Some(false));
}
