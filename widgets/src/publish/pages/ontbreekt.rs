//! What a reader may look for and does not find, with the reason.

use crate::publish::page::{Page, Room};
use crate::publish::record::{availability, count};
use crate::publish::site::{File, Release};
use geodata::contract::indicatoren::Beschikbaarheid as There;
use geodata::contract::{Beschikbaarheid, BeschikbaarheidStatus};
use maud::{Markup, html};

pub fn page(release: &Release) -> File {
    let exports = release.exports;
    let indicatoren = release.figures.indicatoren().iter().filter(|indicator| indicator.reeksen.is_empty());
    let indicatoren: Vec<_> = indicatoren.collect();
    let silent = release.participants.iter().filter(|one| release.interventies(&one.code).next().is_none());
    let silent: Vec<_> = silent.map(|participant| participant.code.clone()).collect();
    let agendas = exports.agendas.iter().flat_map(|document| &document.agendas);
    let agendas: Vec<_> = agendas.filter(|agenda| absent(&agenda.tekst)).collect();
    let stukken = exports.stukken.iter().flat_map(|document| &document.stukken);
    let stukken: Vec<_> = stukken.filter(|stuk| absent(&stuk.tekst)).collect();
    let links = exports.links.iter().flat_map(|document| &document.links);
    let links: Vec<_> = links.filter(|link| absent(&link.adres)).collect();
    let content = html! {
        section class="w t" {
            h1 { "Wat ontbreekt" }
            p class="lede" { "Dit rapport laat ook zien wat er niet is. Wie iets heeft, kan het aanleveren: dan komt het in een volgende uitgave." }
            @if let Some(coverage) = exports.items.as_ref().and_then(|items| items.dekking.as_ref()) {
                h2 { "Interventies uit de agenda’s" }
                p {
                    (coverage.zin.nl) " Van " (coverage.onbekend) " interventies weten wij niet of zij bij die telling horen; "
                    (coverage.uitgesloten) " horen er zeker niet bij."
                }
                p class="m" { (release.sources(&coverage.bronnen)) }
            }
        }
        (section(&count(silent.len(), "gemeente", "gemeenten"), "zonder bekende interventie", html! { p { (release.gemeenten(&silent, "../")) "." } }, silent.len()))
        (section(&count(indicatoren.len(), "cijfer", "cijfers"), "zonder gegevens", html! {
            @for indicator in &indicatoren {
                article class="item" {
                    h3 { a href={ "../indicator/" (indicator.id) "/" } { (indicator.label.nl) } }
                    p { @match indicator.beschikbaarheid { There::NietAangeleverd => "Niet aangeleverd.", There::NietOpgenomen => "De bron publiceert dit; het staat niet in deze uitgave.", There::Beschikbaar => "Er is nog geen reeks." } @if let Some(more) = &indicator.toelichting { " " (more.nl) } }
                }
            }
        }, indicatoren.len()))
        (section(&count(agendas.len(), "agenda", "agenda’s"), "waarvan wij de tekst niet hebben", html! {
            ul class="plain" { @for agenda in &agendas { li { (release.gemeente(&agenda.gemeente, "../")) ": " (availability(&agenda.tekst, "")) } } }
        }, agendas.len()))
        (section(&count(stukken.len(), "stuk", "stukken"), "zonder tekst", html! {
            ul class="plain" { @for stuk in &stukken { li { a href={ "../stukken/#" (stuk.id) } { (stuk.titel) } ": " (availability(&stuk.tekst, "")) } } }
        }, stukken.len()))
        (section(&count(links.len(), "verwijzing", "verwijzingen"), "zonder adres", html! {
            ul class="plain" { @for link in &links { li { (link.label.nl) ": " (availability(&link.adres, "")) @if let Some(more) = &link.toelichting { ". " (more) } } } }
        }, links.len()))
    };
    Page::new("ontbreekt/", "Wat ontbreekt", "Wat er in dit rapport niet staat, en waarom.", content)
        .room(Room::Bronnen)
        .file(release)
}

fn absent(text: &Beschikbaarheid) -> bool {
    matches!(text.status, BeschikbaarheidStatus::NietAangeleverd | BeschikbaarheidStatus::NietGevonden)
}

fn section(number: &str, what: &str, content: Markup, count: usize) -> Markup {
    html! { @if count > 0 { section class="w t" { h2 { (number) " " (what) } (content) } } }
}
