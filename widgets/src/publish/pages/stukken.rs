//! Letters, reports and publications, videos, and where readers can go on.

use crate::publish::page::{Page, Room};
use crate::publish::record::{availability, count, date, person};
use crate::publish::site::{File, Release};
use geodata::contract::{Stuk, StukSoort};
use maud::{Markup, html};

pub fn page(release: &Release) -> File {
    let exports = release.exports;
    let content = html! {
        section class="w t" {
            h1 { "Brieven en stukken" }
            p class="lede" { "Wat er over de alliantie is geschreven, van oud naar nieuw." }
            h2 { (count(exports.stukken.iter().flat_map(|document| &document.stukken).count(), "stuk", "stukken")) }
            @for stuk in exports.stukken.iter().flat_map(|document| &document.stukken) { (one(release, stuk)) }
        }
        @if let Some(videos) = &exports.videos {
            section class="w t" {
                h2 { "Video’s" }
                @for video in &videos.videos {
                    article class="item" {
                        h3 { (video.titel.nl) }
                        @if let Some(day) = &video.datum { p class="m" { (date(day)) } }
                        @if !video.gemeenten.is_empty() { p { (release.gemeenten(&video.gemeenten, "../")) } }
                        p { "Video: " (availability(&video.adres, "bekijk de video")) ". Ondertiteling: " (availability(&video.ondertiteling, "ja")) ". Tekst: " (availability(&video.transcript, "lees de tekst")) "." }
                        @if let Some(more) = &video.toelichting { p class="m" { (more) } }
                        p class="m" { (release.sources(&video.bronnen)) }
                    }
                }
            }
        }
        @if let Some(links) = &exports.links {
            section class="w t" {
                h2 { "Verder lezen" }
                @for link in &links.links {
                    article class="item" {
                        h3 { (availability(&link.adres, &link.label.nl)) @if link.adres.url.is_none() { ": " (link.label.nl) } }
                        p { (link.beschrijving.nl) "." }
                        @if let Some(more) = &link.toelichting { p class="m" { (more) } }
                        p class="m" { (release.sources(&link.bronnen)) }
                    }
                }
            }
        }
    };
    Page::new(
        "stukken/",
        "Brieven en stukken",
        "Brieven, rapporten, video’s en links over de Gelijke Kansen Alliantie.",
        content,
    )
    .room(Room::Bronnen)
    .file(release)
}

fn one(release: &Release, stuk: &Stuk) -> Markup {
    html! {
        article class="item" id=(stuk.id) {
            h3 { (stuk.titel) }
            p class="m" { (kind(stuk.soort)) ", " (date(&stuk.datum)) ", " (stuk.afzender) @if let Some(aan) = &stuk.aan { " aan " (aan) } @if let Some(kenmerk) = &stuk.kenmerk { ", " (kenmerk) } }
            @if !stuk.ondertekenaars.is_empty() { p { @for (position, who) in stuk.ondertekenaars.iter().enumerate() { @if position > 0 { "; " } (person(who)) } } }
            @if let Some(day) = &stuk.datum_in_stuk { p { "In het stuk zelf staat: " (date(day)) "." } }
            p { "Tekst: " (availability(&stuk.tekst, "lees het stuk")) "." }
            @if let Some(more) = &stuk.toelichting { p class="m" { (more) } }
            p class="m" { (release.sources(&stuk.bronnen)) }
        }
    }
}

fn kind(soort: StukSoort) -> &'static str {
    match soort {
        StukSoort::Kamerbrief => "Kamerbrief",
        StukSoort::Brief => "Brief",
        StukSoort::Rapportage => "Rapportage",
        StukSoort::Publicatie => "Publicatie",
        StukSoort::Regeling => "Regeling",
        StukSoort::Magazine => "Magazine",
        StukSoort::Handreiking => "Handreiking",
    }
}
