//! Everything with a page of its own or a place in one, as a list that a small script filters; the same list as JSON.

use crate::publish::dist::hash;
use crate::publish::page::{Page, Room};
use crate::publish::record::count;
use crate::publish::site::{File, Release, file};
use crate::view::Links;
use maud::html;
use serde_json::json;

const SCRIPT: &str = include_str!("zoek.js");

/// A thing to find.
struct Entry {
    kind: &'static str,
    title: String,
    /// Below the root.
    path: String,
    /// More words by which it is found.
    words: String,
}

pub fn pages(release: &Release) -> Vec<File> {
    let entries = entries(release);
    let kinds = entries.chunk_by(|one, other| one.kind == other.kind);
    let script = format!("zoeken/zoek-{}.js", hash(SCRIPT.as_bytes()));
    let content = html! {
        section class="w t" {
            h1 { "Zoeken" }
            div class="search" {
                noscript { p { "Dit is de hele lijst. Met Ctrl+F zoekt u in deze pagina." } }
            }
            p class="m" role="status" { (count(entries.len(), "pagina of onderdeel", "pagina’s en onderdelen")) }
            @for kind in kinds {
                div class="group" {
                    h2 { (kind[0].kind) }
                    ul class="plain" {
                        @for entry in kind { li { a href={ "../" (entry.path) } { (entry.title) } " " span class="m" { (entry.words) } } }
                    }
                }
            }
        }
    };
    let index = json!(
        entries
            .iter()
            .map(|entry| json!({ "soort": entry.kind, "titel": entry.title, "pad": entry.path, "tekst": entry.words }))
            .collect::<Vec<_>>()
    );
    vec![
        Page::new(
            "zoeken/",
            "Zoeken",
            "Zoek in gemeenten, thema’s, interventies, cijfers en bronnen.",
            content,
        )
        .room(Room::Zoeken)
        .module(&script)
        .file(release),
        file("zoeken/index.json", index.to_string()),
        file(&script, SCRIPT.to_owned()),
    ]
}

/// In order of kind.
fn entries(release: &Release) -> Vec<Entry> {
    let exports = release.exports;
    let mut entries = Vec::new();
    let mut add = |kind, title: &str, path: String, words: String| {
        entries.push(Entry { kind, title: title.to_owned(), path, words });
    };
    for one in &release.participants {
        let other = release.zoek.iter().flat_map(|document| &document.namen);
        let other = other.filter(|name| name.gemeenten.contains(&one.code)).map(|name| name.naam.as_str());
        let names = other.collect::<Vec<_>>().join(", ");
        let before: Vec<&str> = one
            .gebieden
            .iter()
            .filter(|area| area.code != one.code)
            .map(|area| release.naam(&area.code))
            .collect();
        let words = [release.provincie(&one.provincie), &names, &before.join(", ")];
        let words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
        add("Gemeenten", &one.naam, format!("gemeente/{}/", one.slug), words);
    }
    for thema in &exports.themas.themas {
        add("Thema’s", &thema.label.nl, format!("thema/{}/", thema.id), thema.brontermen.join(", "));
    }
    let links = Links::new(String::new());
    for (at, item) in release.edition.interventies.items.iter().enumerate() {
        let place = release.edition.interventies.place(at);
        let list = links.lijst(place.thema, place.sector, place.deel);
        let names = item
            .gemeenten
            .iter()
            .filter_map(|code| Some(release.edition.interventies.deelnemer(code)?.naam.as_str()));
        let names = names.collect::<Vec<_>>().join(", ");
        add("Interventies", &item.titel, format!("{list}#interventie-{}", item.id), names);
    }
    for indicator in release.figures.indicatoren() {
        add("Cijfers", &indicator.label.nl, format!("indicator/{}/", indicator.id), String::new());
    }
    for community in super::community::all(release) {
        add(
            "Communities en experimenten",
            &community.naam,
            format!("community/{}/", community.id),
            community.onderwerp.nl.clone(),
        );
    }
    for experiment in super::experiment::all(release) {
        add(
            "Communities en experimenten",
            &experiment.naam,
            format!("experiment/{}/", experiment.id),
            String::new(),
        );
    }
    for stuk in exports.stukken.iter().flat_map(|document| &document.stukken) {
        add(
            "Brieven en stukken",
            &stuk.titel,
            format!("stukken/#{}", stuk.id),
            super::super::record::date(&stuk.datum),
        );
    }
    for bron in &exports.bronnen.bronnen {
        add("Bronnen", &bron.titel, format!("bronnen/#{}", bron.id), bron.uitgever.clone());
    }
    entries
}
