//! What pages say of a record, alike on every page: where it is from, where it plays, when.

use super::site::Release;
use crate::model::Words;
use geodata::contract::{
    Beschikbaarheid, BeschikbaarheidStatus, GemeenteCode, Grondslag, Interventie, Periode, Persoon, Sector,
    ThemaId, Verwijzing, Zekerheid,
};
use maud::{Markup, html};

/// A date as precisely as it is known, in words.
pub fn date(iso: &str) -> String {
    Words::dutch().date(iso)
}

/// A count with its noun.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// With a capital, as a sentence begins.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// From and until when, in words.
pub fn period(period: &Periode) -> String {
    match (&period.van, &period.tot) {
        (Some(van), Some(tot)) if van == tot => date(van),
        (Some(van), Some(tot)) => format!("{} tot en met {}", date(van), date(tot)),
        (Some(van), None) => format!("vanaf {}", date(van)),
        (None, Some(tot)) => format!("tot en met {}", date(tot)),
        (None, None) => String::new(),
    }
}

/// A person with the office of that year.
pub fn person(person: &Persoon) -> String {
    format!("{}, {} ({})", person.naam, person.functie, person.jaar)
}

/// Whether a text can be had: a link to it, or why there is none.
pub fn availability(there: &Beschikbaarheid, label: &str) -> Markup {
    html! {
        @match (&there.url, there.status) {
            (Some(url), BeschikbaarheidStatus::Beschikbaar) => a href=(url) { (label) },
            (_, BeschikbaarheidStatus::NietAangeleverd) => "nog niet aangeleverd",
            (_, BeschikbaarheidStatus::NietGevonden) => "niet gevonden",
            (_, BeschikbaarheidStatus::NietVanToepassing) => "niet van toepassing",
            (None, BeschikbaarheidStatus::Beschikbaar) => "in dit rapport",
        }
    }
}

/// What is known for sure and what is concluded; nothing where a source simply says so.
pub fn certainty(grondslag: Option<Grondslag>, zekerheid: Zekerheid) -> Option<&'static str> {
    match (grondslag, zekerheid) {
        (Some(Grondslag::Afgeleid), Zekerheid::Laag) => Some("door ons afgeleid, met weinig zekerheid"),
        (Some(Grondslag::Afgeleid), _) => Some("door ons afgeleid"),
        (_, Zekerheid::Laag) => Some("weinig zekerheid"),
        (_, Zekerheid::Hoog | Zekerheid::Midden) => None,
    }
}

impl Release<'_> {
    /// The sources of a record, each a link where it has an address.
    pub fn sources(&self, references: &[Verwijzing]) -> Markup {
        let known = references.iter().filter_map(|reference| {
            Some((
                self.exports.bronnen.bronnen.iter().find(|bron| bron.id == reference.bron)?,
                &reference.plaats,
            ))
        });
        html! {
            @for (position, (bron, place)) in known.enumerate() {
                @if position == 0 { "Bron: " } @else { " · " }
                @match &bron.url { Some(url) => a href=(url) { (bron.titel) }, None => (bron.titel) }
                @if let Some(place) = place { ", " (place) }
            }
        }
    }

    /// The name of a gemeente, a link where it has a page.
    pub fn gemeente(&self, code: &GemeenteCode, root: &str) -> Markup {
        self.gemeente_or(code, self.naam(code), root)
    }

    /// The same, with the name to use where the code is no participant's.
    pub fn gemeente_or(&self, code: &GemeenteCode, naam: &str, root: &str) -> Markup {
        match self.participants.iter().find(|participant| participant.code == *code) {
            Some(participant) => {
                html! { a href={ (root) "gemeente/" (participant.slug) "/" } { (participant.naam) } }
            }
            None => html! { (naam) },
        }
    }

    pub fn gemeenten(&self, codes: &[GemeenteCode], root: &str) -> Markup {
        html! { @for (position, code) in codes.iter().enumerate() { @if position > 0 { ", " } (self.gemeente(code, root)) } }
    }

    /// The name of any gemeente of the map's year; its code where the release has no name.
    pub fn naam<'a>(&'a self, code: &'a GemeenteCode) -> &'a str {
        let areas = &self.exports.gebieden.gebieden;
        areas.iter().find(|area| area.code == *code).map_or(code.as_str(), |area| &area.naam)
    }

    pub fn thema(&self, id: &ThemaId, root: &str) -> Markup {
        match self.exports.themas.themas.iter().find(|thema| thema.id == *id) {
            Some(thema) => html! { a href={ (root) "thema/" (id) "/" } { (thema.label.nl) } },
            None => html! { (id) },
        }
    }

    pub fn sectoren(&self, sectoren: &[Sector], root: &str) -> Markup {
        html! {
            @for (position, sector) in sectoren.iter().enumerate() {
                @if position > 0 { ", " }
                a href={ (root) "sector/" (sector_id(*sector)) "/" } { (self.sector(*sector)) }
            }
        }
    }

    /// The label of a sector, from the release's closed list.
    pub fn sector(&self, sector: Sector) -> &str {
        let list = self.exports.begrippen.iter().flat_map(|document| &document.sectoren);
        let mut list = list.filter(|begrip| begrip.id == sector_id(sector));
        list.next().map_or(sector_id(sector), |begrip| &begrip.label.nl)
    }

    /// One interventie of a gemeente: what, for whom, from which source.
    pub fn interventie(&self, interventie: &Interventie, root: &str) -> Markup {
        html! {
            article class="item" id={ "interventie-" (interventie.id) } {
                h3 { (interventie.titel.nl) }
                p { (interventie.samenvatting.nl) }
                p class="m" {
                    @for thema in &interventie.themas { (self.thema(&thema.id, root)) " · " }
                    (self.sectoren(&interventie.sectoren, root))
                    @if let Some(periode) = &interventie.periode { " · " (period(periode)) }
                    @if let Some(doubt) = certainty(None, interventie.zekerheid) { " · " (doubt) }
                }
                @if let Some(more) = &interventie.toelichting { p class="m" { (more) } }
                p class="m" { (self.sources(&interventie.bronnen)) }
            }
        }
    }
}

/// Every sector in the order of the closed list, with its id.
pub const SECTOREN: [(Sector, &str); 6] = [
    (Sector::Vve, "vve"),
    (Sector::Po, "po"),
    (Sector::Vo, "vo"),
    (Sector::Mbo, "mbo"),
    (Sector::Ho, "ho"),
    (Sector::Onbekend, "onbekend"),
];

pub fn sector_id(sector: Sector) -> &'static str {
    SECTOREN.iter().find(|(known, _)| *known == sector).map_or("onbekend", |(_, id)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_said_as_far_as_it_is_known() {
        let said = |van: Option<&str>, tot: Option<&str>| {
            period(&Periode { van: van.map(str::to_owned), tot: tot.map(str::to_owned) })
        };
        assert_eq!(said(Some("2019"), Some("2021-07")), "2019 tot en met juli 2021");
        assert_eq!(said(Some("2019"), Some("2019")), "2019");
        assert_eq!(said(Some("2022-02-24"), None), "vanaf 24 februari 2022");
        assert_eq!(said(None, Some("2020")), "tot en met 2020");
    }
}
