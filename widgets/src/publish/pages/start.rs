//! The start page: the map, the figures the alliance tells of itself, and the way to everything else.

use crate::model::{Choice, cijfer};
use crate::publish::page::{Page, Room};
use crate::publish::record::{certainty, count, date};
use crate::publish::site::{File, Release};
use geodata::contract::{Kerncijfer, Precisie};
use maud::{Markup, PreEscaped, html};
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
        .data(catalogue(release))
        .file(release)
}

const MORE: [(&str, &str); 12] = [
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
    ("ontbreekt", "Wat ontbreekt"),
    ("plaatsen", "Plaats de kaart op uw site"),
];

/// The figures the alliance tells of itself, by day: dated statements, not measurements.
pub fn figures(release: &Release) -> File {
    let figures = release.exports.kerncijfers.iter().flat_map(|document| &document.kerncijfers);
    let mut days: Vec<(&str, Vec<&Kerncijfer>)> = Vec::new();
    for figure in figures {
        match days.iter_mut().find(|(day, _)| *day == figure.peildatum) {
            Some((_, list)) => list.push(figure),
            None => days.push((&figure.peildatum, vec![figure])),
        }
    }
    days.sort_by(|one, other| other.0.cmp(one.0));
    let content = html! {
        section class="w t" {
            h1 { "De alliantie in cijfers" }
            p class="lede" { "Getallen zoals bronnen ze noemden, elk met zijn dag. Het nieuwste staat boven." }
            @for (day, list) in &days {
                h2 { (date(day)) }
                div class="cards" { @for figure in list { (one(release, figure)) } }
            }
        }
    };
    Page::new(
        "kerncijfers/",
        "De alliantie in cijfers",
        "Kerncijfers van de Gelijke Kansen Alliantie, elk met zijn dag en bron.",
        content,
    )
    .room(Room::Alliantie)
    .file(release)
}

fn one(release: &Release, figure: &Kerncijfer) -> Markup {
    let before = match figure.precisie {
        Precisie::Precies => "",
        Precisie::Ongeveer => "ongeveer ",
        Precisie::MeerDan => "meer dan ",
        Precisie::TenMinste => "ten minste ",
    };
    html! {
        article class="card" id=(figure.id) {
            h3 { (figure.label.nl) }
            p class="value" { @if !before.is_empty() { small { (before) } } (amount(figure.waarde.value())) " " small { (figure.eenheid) } }
            @if let Some(more) = &figure.toelichting { p { (more) } }
            p class="m" {
                (release.sources(&figure.bronnen))
                @if let Some(doubt) = certainty(Some(figure.grondslag), figure.zekerheid) { " · " (doubt) }
            }
        }
    }
}

/// As people say it: 8,5 miljard, 300 miljoen, 2.000, 2,5.
fn amount(value: f64) -> String {
    let short = |value: f64| {
        let text = cijfer::getal(value, 1);
        text.strip_suffix(",0").map_or(text.clone(), str::to_owned)
    };
    match value.abs() {
        large if large >= 1e9 => format!("{} miljard", short(value / 1e9)),
        large if large >= 1e6 => format!("{} miljoen", short(value / 1e6)),
        _ => short(value),
    }
}

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

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn large_amounts_are_said_as_people_say_them() {
        assert_eq!(amount(8.5e9), "8,5 miljard");
        assert_eq!(amount(3e8), "300 miljoen");
        assert_eq!(amount(2000.0), "2.000");
        assert_eq!(amount(2.5), "2,5");
        assert_eq!(amount(50.0), "50");
    }
}
