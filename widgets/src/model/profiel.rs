//! The profiles of a release: what all share, and the slices that came.
//!
//! - [`portrait`]: one of them, ready to draw.

#[cfg(test)]
pub mod fixture;
pub mod portrait;

use super::csv::Table;
use super::interventies::facet::{spoken, zekerheid};
use super::plain::plain;
use super::words::{Sentence, Words};
use super::{Choice, Key};
use geodata::contract::profiel::{Deel, Gegevens};

#[derive(Debug, Clone, PartialEq)]
pub struct Profielen {
    pub gegevens: Gegevens,
    /// By where they are below the exports.
    delen: Vec<(String, Deel)>,
}

impl Profielen {
    pub fn new(mut gegevens: Gegevens) -> Self {
        gegevens.deelnemers.iter_mut().for_each(|deelnemer| plain(&mut deelnemer.naam));
        gegevens.gebieden.iter_mut().chain(&mut gegevens.provincies).for_each(|area| plain(&mut area.1));
        gegevens.themas.iter_mut().for_each(|thema| plain(&mut thema.label));
        gegevens.sectoren.iter_mut().for_each(|sector| plain(&mut sector.label));
        for indicator in &mut gegevens.indicatoren {
            [&mut indicator.label, &mut indicator.eenheid, &mut indicator.teken].into_iter().for_each(plain);
        }
        Self { gegevens, delen: Vec::new() }
    }

    /// Where the slice of a gemeente is, below the exports.
    pub fn pad(&self, code: &str) -> Option<&str> {
        let deel = self.gegevens.delen.iter().find(|(van, _)| van == code);
        deel.map(|(_, pad)| pad.as_str())
    }

    /// The slice that a state needs and that did not come yet.
    pub fn lacks(&self, choice: &Choice) -> Option<&str> {
        let pad = self.pad(choice.get(Key::Gemeente)?)?;
        if self.delen.iter().any(|(known, _)| known == pad) { None } else { Some(pad) }
    }

    pub fn learn(&mut self, pad: &str, mut deel: Deel) {
        for item in &mut deel.interventies {
            [&mut item.titel, &mut item.samenvatting].into_iter().for_each(plain);
        }
        self.delen.retain(|(known, _)| known != pad);
        self.delen.push((pad.to_owned(), deel));
    }

    pub fn deel(&self, code: &str) -> Option<&Deel> {
        let pad = self.pad(code)?;
        self.delen.iter().find(|(known, deel)| known == pad && deel.code == code).map(|(_, deel)| deel)
    }

    /// The name readers use of a gemeente of the map's year, or of one that took part.
    pub fn naam(&self, code: &str) -> Option<&str> {
        let mut deelnemers = self.gegevens.deelnemers.iter().filter(|deelnemer| deelnemer.code == code);
        let area = || self.gegevens.gebieden.iter().find(|(known, _)| known == code);
        let deelnemer = deelnemers.next().map(|deelnemer| deelnemer.naam.as_str());
        deelnemer.or_else(|| area().map(|(_, naam)| naam.as_str()))
    }

    /// The label of a thema or a sector by its id.
    fn thema(&self, id: &str) -> Option<&str> {
        self.gegevens.themas.iter().find(|thema| thema.id == id).map(|thema| thema.label.as_str())
    }

    fn sector(&self, id: &str) -> Option<&str> {
        self.gegevens.sectoren.iter().find(|sector| sector.id == id).map(|sector| sector.label.as_str())
    }

    /// The interventies of a gemeente as a file, in the columns of the list's.
    pub fn table(&self, words: &Words, code: &str) -> Table {
        let rows = self.deel(code).map(|deel| {
            let join = |labels: Vec<&str>| labels.join(", ");
            let row = |item: &geodata::contract::lijst::Interventie| {
                let bronnen = item.bronnen.iter().filter_map(|(id, _)| {
                    let bron = deel.bronnen.iter().find(|bron| bron.id == *id)?;
                    Some(bron.url.as_deref().unwrap_or(&bron.titel))
                });
                vec![
                    item.id.clone(),
                    item.titel.clone(),
                    item.samenvatting.clone(),
                    join(item.gemeenten.iter().filter_map(|code| self.naam(code)).collect()),
                    join(item.themas.iter().filter_map(|id| self.thema(id)).collect()),
                    join(item.sectoren.iter().filter_map(|id| self.sector(id)).collect()),
                    item.leefwerelden.join(", "),
                    item.bewijs.clone(),
                    spoken(words, &item.periode),
                    zekerheid(words, &item.zekerheid).to_owned(),
                    bronnen.collect::<Vec<_>>().join(" "),
                ]
            };
            deel.interventies.iter().map(row).collect()
        });
        let columns = words.plain(Sentence::KolommenInterventies).split('|').map(str::to_owned);
        Table { columns: columns.collect(), rows: rows.unwrap_or_default() }
    }
}
