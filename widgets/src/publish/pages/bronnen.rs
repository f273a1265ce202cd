//! Every source, every fault found in one, and every contradiction with what was chosen.

use crate::publish::page::{Page, Room};
use crate::publish::record::{count, date};
use crate::publish::site::{File, Release};
use maud::html;

pub fn page(release: &Release) -> File {
    let bronnen = &release.exports.bronnen.bronnen;
    let content = html! {
        section class="w t" {
            h1 { "Bronnen" }
            p class="lede" { "Elk feit in dit rapport noemt zijn bron. Dit zijn ze alle " (bronnen.len()) "." }
            p { a href="../stukken/" { "Brieven en stukken" } " · " a href="../ontbreekt/" { "Wat ontbreekt" } " · " a href="../exports/index.json" { "De gegevens als JSON" } }
            ul class="plain" {
                @for bron in bronnen {
                    li id=(bron.id) {
                        @match &bron.url { Some(url) => a href=(url) { (bron.titel) }, None => (bron.titel) }
                        span class="m" {
                            ", " (bron.uitgever)
                            @if let Some(day) = &bron.datum { ", " (date(day)) }
                            @if let Some(kenmerk) = &bron.kenmerk { ", " (kenmerk) }
                            @if let Some(licentie) = &bron.licentie { ", " (licentie) }
                        }
                    }
                }
            }
        }
        @if let Some(document) = &release.exports.correcties {
            section class="w t" {
                h2 { "Waar bronnen elkaar tegenspreken" }
                @for conflict in &document.tegenspraken {
                    article class="item" id={ "tegenspraak-" (conflict.id) } {
                        p { (conflict.tegenspraak) }
                        p { "Onze keuze: " (conflict.keuze) }
                        p class="m" { (release.sources(&conflict.bronnen)) }
                    }
                }
            }
            section class="w t" {
                h2 { (count(document.correcties.len(), "fout", "fouten")) " in de teksten van bronnen" }
                p { "De brieven zijn door een machine gelezen. Dit hebben wij anders gelezen dan er stond." }
                div class="scroll" tabindex="0" role="region" aria-label="Tabel: fouten in bronnen" {
                    table {
                        thead { tr { th scope="col" { "In de bron" } th scope="col" { "Gelezen als" } th scope="col" { "Waar" } } }
                        tbody {
                            @for fault in &document.correcties {
                                tr { td { (fault.in_bron) } td { (fault.gelezen) @if let Some(more) = &fault.toelichting { span class="m" { " " (more) } } } td class="m" { (release.sources(&fault.bronnen)) } }
                            }
                        }
                    }
                }
            }
        }
    };
    Page::new(
        "bronnen/",
        "Bronnen",
        "Alle bronnen van dit rapport, met fouten en tegenspraken die erin staan.",
        content,
    )
    .room(Room::Bronnen)
    .file(release)
}
