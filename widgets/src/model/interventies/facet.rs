//! What a list of interventies is filtered by: each value with the set of those that have it, made once.

use super::bits::Bits;
use crate::model::Key;
use crate::model::words::{Sentence, Words};
use geodata::contract::landkaart::keuzes::Keuze;
use geodata::contract::lijst::{Gegevens, Interventie, Periode};

/// One question with its possible answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// None of the years of begin, which only order.
    pub key: Option<Key>,
    pub waarden: Vec<Waarde>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waarde {
    pub id: String,
    pub label: String,
    /// Whether the label is Dutch in a list that is not.
    pub onvertaald: bool,
    pub items: Bits,
}

impl Facet {
    fn new(key: Option<Key>, items: usize, values: impl Iterator<Item = (String, String, bool)>) -> Self {
        let waarden =
            values.map(|(id, label, onvertaald)| Waarde { id, label, onvertaald, items: Bits::none(items) });
        Self { key, waarden: waarden.collect() }
    }

    fn put(&mut self, id: &str, item: usize) {
        if let Some(waarde) = self.waarden.iter_mut().find(|waarde| waarde.id == id) {
            waarde.items.put(item);
        }
    }

    pub fn waarde(&self, id: &str) -> Option<&Waarde> {
        self.waarden.iter().find(|waarde| waarde.id == id)
    }
}

/// How an interventie stands to the day of the release, as far as a source says.
const STATUSSEN: [(&str, Sentence); 5] = [
    ("liep", Sentence::StatusLiep),
    ("begonnen", Sentence::StatusBegonnen),
    ("afgelopen", Sentence::StatusAfgelopen),
    ("later", Sentence::StatusLater),
    ("onbekend", Sentence::StatusOnbekend),
];

/// All of them, in the order in which they are asked.
pub fn facetten(gegevens: &Gegevens, words: &Words) -> Vec<Facet> {
    let items = &gegevens.interventies;
    let facet = |key: Key, values: &mut dyn Iterator<Item = (String, String, bool)>| {
        Facet::new(Some(key), items.len(), values)
    };
    let keuzes = |key: Key, keuzes: &[Keuze]| {
        facet(key, &mut keuzes.iter().map(|keuze| (keuze.id.clone(), keuze.label.clone(), keuze.onvertaald)))
    };
    let mut themas = facet(
        Key::Thema,
        &mut gegevens.themas.iter().map(|thema| (thema.id.clone(), thema.label.clone(), thema.onvertaald)),
    );
    let mut sectoren = keuzes(Key::Sector, &gegevens.sectoren);
    let mut gemeenten = facet(
        Key::Gemeente,
        &mut gegevens.deelnemers.iter().map(|one| (one.code.clone(), one.naam.clone(), false)),
    );
    let mut leefwerelden = keuzes(Key::Leefwereld, &gegevens.leefwerelden);
    let mut bewijs = keuzes(Key::Bewijs, &gegevens.bewijsniveaus);
    let day = words.date(&gegevens.peildatum);
    let mut status = facet(
        Key::Status,
        &mut STATUSSEN.iter().map(|(id, sentence)| ((*id).to_owned(), words.say(*sentence, &[&day]), false)),
    );
    let mut agendas = Facet::new(Some(Key::Agenda), items.len(), std::iter::empty());
    let mut provincies = Facet::new(Some(Key::Provincie), items.len(), std::iter::empty());
    let mut jaren = Facet::new(None, items.len(), std::iter::empty());
    for (at, item) in items.iter().enumerate() {
        item.themas.iter().for_each(|id| themas.put(id, at));
        item.sectoren.iter().for_each(|id| sectoren.put(id, at));
        item.leefwerelden.iter().for_each(|id| leefwerelden.put(id, at));
        bewijs.put(&item.bewijs, at);
        status.put(STATUSSEN[stand(item, &gegevens.peildatum)].0, at);
        for code in &item.gemeenten {
            gemeenten.put(code, at);
            for (_, periode) in gegevens.agendas.iter().filter(|(gemeente, _)| gemeente == code) {
                if let Some(van) = &periode.van {
                    add(&mut agendas, van, |_| spoken(words, periode), at, items.len());
                }
            }
            if let Some(deelnemer) = gegevens.deelnemers.iter().find(|deelnemer| deelnemer.code == *code) {
                let label = |_: &str| words.plain(Sentence::Provincie).to_owned();
                add(&mut provincies, &deelnemer.provincie, label, at, items.len());
            }
        }
        if let Some(van) = &item.periode.van {
            add(&mut jaren, van.get(..4).unwrap_or(van), str::to_owned, at, items.len());
        }
    }
    // The newest first.
    jaren.waarden = crate::model::order::ordered(jaren.waarden, |one, other| one.id < other.id);
    agendas.waarden = crate::model::order::ordered(agendas.waarden, |one, other| one.id > other.id);
    vec![themas, sectoren, gemeenten, leefwerelden, bewijs, status, agendas, provincies, jaren]
}

/// Puts an interventie at a value that may be the first of its name.
fn add(facet: &mut Facet, id: &str, label: impl Fn(&str) -> String, item: usize, items: usize) {
    if facet.waarde(id).is_none() {
        let label = label(id);
        facet.waarden.push(Waarde { id: id.to_owned(), label, onvertaald: false, items: Bits::none(items) });
    }
    facet.put(id, item);
}

/// The position in [`STATUSSEN`]. Days are compared as precisely as both are known.
fn stand(item: &Interventie, day: &str) -> usize {
    let before = |one: &str, other: &str| {
        let len = one.len().min(other.len());
        one.get(..len) < other.get(..len)
    };
    match (&item.periode.van, &item.periode.tot) {
        (_, Some(tot)) if before(tot, day) => 2,
        (Some(van), _) if before(day, van) => 3,
        (Some(_), Some(_)) => 0,
        (Some(_), None) => 1,
        (None, _) => 4,
    }
}

/// From and until when, in words; empty where nothing is known.
pub fn spoken(words: &Words, periode: &Periode) -> String {
    let date = |day: &String| words.date(day);
    match (periode.van.as_ref().map(date), periode.tot.as_ref().map(date)) {
        (Some(van), Some(tot)) if van == tot => van,
        (Some(van), Some(tot)) => words.say(Sentence::Tussen, &[&van, &tot]),
        (Some(van), None) => words.say(Sentence::VanafDatum, &[&van]),
        (None, Some(tot)) => words.say(Sentence::TotEnMet, &[&tot]),
        (None, None) => String::new(),
    }
}

/// How sure it is, in words, by the code of the contract.
pub fn zekerheid<'a>(words: &'a Words, code: &str) -> &'a str {
    let at = ["hoog", "midden", "laag"].iter().position(|known| *known == code);
    at.and_then(|at| words.plain(Sentence::Zekerheid).split('|').nth(at)).unwrap_or_default()
}
