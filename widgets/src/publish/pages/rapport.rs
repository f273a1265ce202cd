//! The whole report as one document to read from front to back, to print or to keep as PDF: the map, the alliance in
//! brief, a sheet for each thema, who takes part, what happened, and every source. It runs no script.

use crate::publish::dist::hash;
use crate::publish::page::Page;
use crate::publish::pages::plaatsen::caption;
use crate::publish::pages::thema::of_thema;
use crate::publish::record::{count, date};
use crate::publish::site::{File, Release, file};
use geodata::contract::Thema;
use maud::{Markup, PreEscaped, html};
use std::collections::BTreeMap;

const ROOT: &str = "../";
/// What paper asks: sheets, margins, the numbers of pages.
const STYLE: &str = include_str!("rapport.css");

pub fn pages(release: &Release) -> [File; 2] {
    let index = &release.exports.index;
    let style = format!("rapport/rapport-{}.css", hash(STYLE.as_bytes()));
    let themas = &release.exports.themas.themas;
    // An interventie is told with its first thema, and named with the others.
    let mut told: BTreeMap<&str, &Thema> = BTreeMap::new();
    for thema in themas {
        of_thema(release, thema).for_each(|item| _ = told.entry(&item.id).or_insert(thema));
    }
    let content = html! {
        section class="w t rapport" {
            h1 { "Voortgangsrapportage gelijke kansen" }
            p class="lede" {
                (count(release.exports.gemeenten.gemeenten.len(), "gemeente werkt", "gemeenten werken"))
                " samen aan gelijke kansen in het onderwijs. Stand " (date(&index.peildatum)) ", uitgegeven op " (date(&index.uitgegeven)) "."
            }
            (map("landkaart", "big", &caption(release, None)))
            ul class="contents" {
                li { a href="#kort" { "De alliantie in het kort" } }
                @for thema in themas { li { a href={ "#" (thema.id) } { (thema.label.nl) } } }
                li { a href="#gemeenten" { "Gemeenten" } }
                li { a href="#verloop" { "Tijdlijn" } }
                li { a href="#bronnen" { "Bronnen" } }
            }
            p class="m" { "Kaart: " (index.naamsvermelding.join(" · ")) ". Uitgave " (index.release) ", CC BY 4.0." }
        }
        @if let Some(tag) = release.report(1, "") { div class="w sheet" id="kort" { (PreEscaped(tag)) } }
        @for thema in themas { (sheet(release, thema, &told)) }
        (participants(release))
        @if let Some(tag) = release.timeline(1, "") { div class="w sheet" id="verloop" { (PreEscaped(tag)) } }
        (sources(release))
    };
    let about = "Alles van de voortgangsrapportage in één document: om door te lezen, te printen of als pdf te bewaren.";
    let page = Page::new("rapport/", "Het hele rapport", about, content).sheet(&style).file(release);
    [page, file(&style, STYLE.to_owned())]
}

/// The map of an embed page, as a picture.
fn map(folder: &str, size: &str, caption: &str) -> Markup {
    html! {
        figure class=(size) {
            img src={ (ROOT) "embed/" (folder) "/kaart.svg" } width="520" height="600" loading="lazy" alt=(caption);
            figcaption { (caption) }
        }
    }
}

/// A thema: who works on it, and with what.
fn sheet(release: &Release, thema: &Thema, told: &BTreeMap<&str, &Thema>) -> Markup {
    let (here, elsewhere): (Vec<_>, Vec<_>) = of_thema(release, thema)
        .partition(|item| told.get(&*item.id).is_some_and(|first| first.id == thema.id));
    html! {
        section class="w t rapport sheet" id=(thema.id) {
            h2 { (thema.label.nl) }
            p class="lede" { (count(here.len() + elsewhere.len(), "interventie", "interventies")) ". " (release.gemeenten(&taking_part(release, thema), ROOT)) "." }
            (map(&format!("thema/{}", thema.id), "small", &caption(release, Some(thema))))
            div class="told" { @for item in here { (release.interventie(item, ROOT)) } }
            @if !elsewhere.is_empty() {
                h3 { "Ook bij dit thema" }
                ul class="plain" {
                    @for item in elsewhere {
                        li {
                            a href={ "#interventie-" (item.id) } { (item.titel.nl) }
                            @if let Some(first) = told.get(&*item.id) { span class="m" { ", zie " (first.label.nl) } }
                        }
                    }
                }
            }
        }
    }
}

/// The gemeenten with an interventie of a thema, in the order of the list.
fn taking_part(release: &Release, thema: &Thema) -> Vec<geodata::contract::GemeenteCode> {
    let known =
        |code| release.interventies(code).any(|item| item.themas.iter().any(|one| one.id == thema.id));
    let codes = release.participants.iter().map(|participant| &participant.code);
    codes.filter(|code| known(code)).cloned().collect()
}

fn participants(release: &Release) -> Markup {
    html! {
        section class="w t rapport sheet" id="gemeenten" {
            h2 { "Gemeenten" }
            div class="scroll" tabindex="0" role="region" aria-label="Tabel: gemeenten" { table {
                thead { tr { th scope="col" { "Gemeente" } th scope="col" { "Provincie" } th scope="col" { "Sinds wanneer" } th scope="col" { "Interventies" } } }
                tbody {
                    @for participant in &release.participants {
                        tr {
                            th scope="row" { (release.gemeente_or(&participant.code, &participant.naam, ROOT)) }
                            td { (release.provincie(&participant.provincie)) }
                            td { (participant.since) }
                            td { (release.interventies(&participant.code).count()) }
                        }
                    }
                }
            } }
        }
    }
}

fn sources(release: &Release) -> Markup {
    let bronnen = &release.exports.bronnen.bronnen;
    html! {
        section class="w t rapport sheet" id="bronnen" {
            h2 { (count(bronnen.len(), "bron", "bronnen")) }
            p { a href={ (ROOT) "ontbreekt/" } { "Wat ontbreekt" } ", en fouten in bronnen, staan op de site." }
            ul class="plain m" {
                @for bron in bronnen {
                    li {
                        @match &bron.url { Some(url) => a href=(url) { (bron.titel) }, None => (bron.titel) }
                        ", " (bron.uitgever)
                        @if let Some(day) = &bron.datum { ", " (date(day)) }
                        @if let Some(kenmerk) = &bron.kenmerk { ", " (kenmerk) }
                    }
                }
            }
        }
    }
}
