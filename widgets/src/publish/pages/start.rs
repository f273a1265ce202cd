//! The start page: the map, and the way to everything else.

use crate::model::Choice;
use crate::publish::oembed;
use crate::publish::page::{Page, Room};
use crate::publish::record::{count, date};
use crate::publish::site::{File, Release};
use maud::{PreEscaped, html};
use serde_json::json;

pub fn page(release: &Release) -> File {
    let exports = release.exports;
    let participants = exports.gemeenten.gemeenten.len();
    let content = html! {
        h1 class="quiet" { "Landkaart gelijke kansen" }
        div class="w" { (PreEscaped(release.tag(0, &Choice::default(), " adres"))) }
        section class="w t late" {
            h2 { "Lees verder" }
            ul class="links cols" {
                @for (path, label) in MORE { li { a href={ (path) "/" } { (label) } } }
            }
        }
    };
    let description = format!(
        "{} met een agenda voor gelijke kansen in het onderwijs, op de kaart en in een lijst. Stand {}.",
        count(participants, "gemeente", "gemeenten"),
        date(&exports.index.peildatum),
    );
    Page::new("", "Landkaart gelijke kansen", &description, content)
        .room(Room::Kaart)
        .widget()
        .oembed(oembed::address(release, "embed/landkaart/"))
        .data(catalogue(release))
        .file(release)
}

const MORE: [(&str, &str); 13] = [
    ("kerncijfers", "De alliantie in cijfers"),
    ("gemeente", "Gemeenten"),
    ("thema", "Thema’s"),
    ("sector", "Sectoren"),
    ("indicator", "Cijfers per gemeente"),
    ("tijdlijn", "Tijdlijn"),
    ("community", "Communities van scholen"),
    ("experiment", "Experimenten"),
    ("stukken", "Brieven en stukken"),
    ("bronnen", "Bronnen"),
    ("rapport", "Alles in één document"),
    ("ontbreekt", "Wat ontbreekt"),
    ("plaatsen", "Plaats de kaart op uw site"),
];

/// The release as schema.org's Dataset.
fn catalogue(release: &Release) -> serde_json::Value {
    let index = &release.exports.index;
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": index.titel.nl,
        "description": format!("Gemeenten, thema’s, interventies, cijfers en bronnen van de Gelijke Kansen Alliantie. Stand {}.", date(&index.peildatum)),
        "inLanguage": "nl",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "version": index.release,
        "datePublished": index.uitgegeven,
        "spatialCoverage": { "@type": "Country", "name": "Nederland" },
        "distribution": [{
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": release.address("exports/index.json"),
        }],
    })
}
