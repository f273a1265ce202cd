//! What happened and what was meant to happen, in order; and the calendar of the Nationaal Programma Onderwijs.

use crate::publish::page::{Page, Room};
use crate::publish::record::{certainty, date};
use crate::publish::site::{File, Release};
use geodata::contract::{Gebeurtenis, GebeurtenisSoort, Npo, Punt, Wie};
use maud::{Markup, html};

pub fn page(release: &Release) -> File {
    let events = release.exports.tijdlijn.iter().flat_map(|document| &document.gebeurtenissen);
    let mut years: Vec<(&str, Vec<&Gebeurtenis>)> = Vec::new();
    for event in events {
        let year = event.datum.get(..4).unwrap_or(&event.datum);
        match years.last_mut() {
            Some((last, events)) if *last == year => events.push(event),
            _ => years.push((year, vec![event])),
        }
    }
    let content = html! {
        section class="w t" {
            h1 { "Tijdlijn" }
            p class="lede" { "Wat er gebeurde, en wat de bedoeling was." }
            @for (year, events) in &years {
                h2 { (year) }
                ol class="time" { @for event in events { (one(release, event)) } }
            }
        }
        @if let Some(npo) = &release.exports.npo { (calendar(release, npo)) }
    };
    Page::new("tijdlijn/", "Tijdlijn", "De Gelijke Kansen Alliantie van 2016 tot nu, met bronnen.", content)
        .room(Room::Tijdlijn)
        .file(release)
}

fn one(release: &Release, event: &Gebeurtenis) -> Markup {
    let when = event.moment.clone().unwrap_or_else(|| date(&event.datum));
    html! {
        li id=(event.id) class=[(event.soort != GebeurtenisSoort::Feit).then_some("meant")] {
            p class="m" {
                (when)
                @match event.soort {
                    GebeurtenisSoort::Feit => {},
                    GebeurtenisSoort::Voornemen => " · voornemen",
                    GebeurtenisSoort::NietGehaald => " · niet gehaald",
                }
            }
            p { (event.tekst.nl) }
            @if let Some(more) = &event.toelichting { p class="m" { (more) } }
            p class="m" {
                @if let Some(stuk) = &event.stuk { a href={ "../stukken/#" (stuk) } { "Het stuk" } " · " }
                (release.sources(&event.bronnen))
                @if let Some(doubt) = certainty(Some(event.grondslag), event.zekerheid) { " · " (doubt) }
            }
        }
    }
}

fn calendar(release: &Release, npo: &Npo) -> Markup {
    html! {
        section class="w t" id="npo-kalender" {
            h2 { "Nationaal Programma Onderwijs, zoals het in 2021 was" }
            p { "Uit de brief van 22 april 2021 aan gemeenten. Dit is geschiedenis: plannen kunnen later anders zijn geworden." }
            ol class="time" {
                @for step in &npo.kalender {
                    li {
                        p class="m" {
                            (step.wanneer.nl) " (" (date(&step.datum)) ") · "
                            @match step.wie { Wie::Gemeenten => "gemeenten", Wie::Scholen => "scholen", Wie::Gka => "alliantie" }
                        }
                        p { (step.tekst.nl) }
                        p class="m" { (release.sources(&step.bronnen)) }
                    }
                }
            }
            (points(release, "Waarop de alliantie lette bij nieuwe gemeenten", &npo.criteria))
            (points(release, "Wat een gemeente kon doen", &npo.mogelijkheden))
            (points(release, "Welke hulp er was", &npo.ondersteuning))
        }
    }
}

fn points(release: &Release, title: &str, points: &[Punt]) -> Markup {
    html! {
        @if !points.is_empty() {
            h3 { (title) }
            ul { @for point in points { li { (point.tekst.nl) " " span class="m" { (release.sources(&point.bronnen)) } } } }
        }
    }
}
