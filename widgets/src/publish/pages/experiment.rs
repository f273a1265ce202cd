//! What was tried out: the list, and the page of each.

use crate::publish::page::{Page, Room};
use crate::publish::record::{capital, certainty, count, period};
use crate::publish::site::{File, Release};
use geodata::contract::Experiment;
use maud::html;

const ROOT: &str = "../../";

pub fn all<'a>(release: &'a Release) -> impl Iterator<Item = &'a Experiment> {
    release.exports.experimenten.iter().flat_map(|document| &document.experimenten)
}

pub fn list(release: &Release) -> File {
    let content = html! {
        section class="w t" {
            h1 { "Experimenten" }
            p class="lede" { "Wat in het klein is uitgeprobeerd, vaak met onderzoek erbij." }
            h2 { (count(all(release).count(), "experiment", "experimenten")) }
            @for experiment in all(release) {
                article class="item" {
                    h3 { a href={ (experiment.id) "/" } { (experiment.naam) } }
                    p { (experiment.samenvatting.nl) }
                }
            }
        }
    };
    Page::new("experiment/", "Experimenten", "De experimenten van de Gelijke Kansen Alliantie.", content)
        .room(Room::Alliantie)
        .file(release)
}

pub fn page(release: &Release, experiment: &Experiment) -> File {
    let content = html! {
        section class="w t" {
            h1 { (experiment.naam) }
            p class="lede" { (experiment.samenvatting.nl) }
            dl {
                dt { "Waar" }
                dd {
                    @for (position, place) in experiment.plaatsen.iter().enumerate() {
                        @if position > 0 { "; " }
                        (release.gemeente(&place.gemeente, ROOT))
                        @if let Some(plek) = &place.plek { ": " (plek) }
                    }
                }
                @if let Some(when) = &experiment.periode { dt { "Wanneer" } dd { (capital(&period(when))) } }
                @if let Some(scholen) = experiment.scholen { dt { "Scholen" } dd { (scholen) } }
                @if !experiment.sectoren.is_empty() {
                    dt { "Sectoren" }
                    dd {
                        (release.sectoren(&experiment.sectoren, ROOT))
                        @if let Some(doubt) = certainty(Some(experiment.sectoren_grondslag), experiment.zekerheid) { " (" (doubt) ")" }
                    }
                }
                @if let Some(research) = &experiment.onderzoek { dt { "Onderzoek" } dd { (research) } }
            }
            @if let Some(more) = &experiment.toelichting { p { (more) } }
            p class="m" { (release.sources(&experiment.bronnen)) }
            p { a href="../" { "Alle experimenten" } }
        }
    };
    Page::new(
        &format!("experiment/{}/", experiment.id),
        &experiment.naam,
        &experiment.samenvatting.nl,
        content,
    )
    .room(Room::Alliantie)
    .file(release)
}
