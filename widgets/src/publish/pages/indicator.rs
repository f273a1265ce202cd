//! What is measured: the list, and for each indicator its definition, its figures as a table and a plot, its breaks
//! and its sources. One without figures keeps its place, with the reason.

use crate::model::{Choice, Key, cijfer};
use crate::publish::page::{Page, Room};
use crate::publish::record::{capital, date};
use crate::publish::site::{File, Release};
use geodata::contract::indicatoren::Breuksoort;
use geodata::contract::{Cijfers, GemeenteCode, Indicator, Niveau, Reeks};
use maud::{Markup, PreEscaped, html};
use serde_json::json;

const ROOT: &str = "../../";

pub fn list(release: &Release) -> File {
    let (with, without): (Vec<_>, Vec<_>) =
        release.figures.indicatoren().iter().partition(|indicator| !indicator.reeksen.is_empty());
    let content = html! {
        section class="w t" {
            h1 { "Cijfers" }
            p class="lede" { "Wat er gemeten is over onderwijs en achtergrond, per gemeente. Een cijfer hoort bij een verhaal: kijk ook wat een gemeente doet." }
            (links(&with))
        }
        @if !without.is_empty() {
            section class="w t" {
                h2 { "Wat wij niet hebben" }
                p { "Deze cijfers horen erbij, maar staan niet in deze uitgave. Op elke pagina staat waarom." }
                (links(&without))
            }
        }
        @if let Some(groups) = &release.figures.groepen {
            section class="w t" id="gelijk" {
                h2 { "Welke gemeenten op elkaar lijken" }
                p { "Wij vergelijken gemeenten op deze kenmerken. De tien die er het dichtst bij liggen, noemen wij gemeenten die erop lijken. Dat is niet altijd wederzijds." }
                ul {
                    @for kenmerk in &groups.kenmerken {
                        @let indicator = release.figures.indicatoren().iter().find(|indicator| indicator.id == kenmerk.indicator);
                        li {
                            (indicator.map_or(kenmerk.indicator.as_str(), |indicator| &indicator.label.nl)) " (" (date(&kenmerk.periode)) ")"
                            @if kenmerk.gewicht.value() < 1.0 { ", telt voor de helft mee" }
                        }
                    }
                }
            }
        }
    };
    Page::new("indicator/", "Cijfers", "Alle indicatoren, met en zonder cijfers, per gemeente.", content)
        .room(Room::Cijfers)
        .file(release)
}

fn links(indicatoren: &[&Indicator]) -> Markup {
    html! {
        ul class="links" {
            @for indicator in indicatoren {
                li { a href={ (indicator.id) "/" } { span { (indicator.label.nl) } b { (indicator.reeksen.iter().flat_map(|reeks| &reeks.perioden).max().map_or(String::new(), |periode| date(periode))) } } }
            }
        }
    }
}

pub fn page(release: &Release, indicator: &Indicator) -> File {
    let series: Vec<_> = release.figures.series(indicator).collect();
    let choice = Choice::default().with(Key::Indicator, Some(indicator.id.as_str()));
    let attributes = format!(" indicator=\"{}\" adres", indicator.id);
    let content = html! {
        h1 class="quiet" { (indicator.label.nl) }
        div class="w" { (PreEscaped(release.card(2, &choice, &attributes))) }
        @if !indicator.breuken.is_empty() {
            section class="w t" {
                h2 { "Waar de reeks breekt" }
                p { "Cijfers van vóór en na een breuk mag u niet met elkaar vergelijken." }
                @for breuk in &indicator.breuken {
                    article class="item" {
                        h3 { "Vanaf " (date(&breuk.vanaf)) ": " (kind(breuk.soort)) }
                        p { (breuk.toelichting.nl) }
                        p class="m" { (release.sources(&breuk.bronnen)) }
                    }
                }
            }
        }
        @for (reeks, cijfers) in &series { (one(release, indicator, reeks, cijfers)) }
        @for reeks in indicator.reeksen.iter().filter(|reeks| reeks.niveau.is_per_gemeente()) {
            @for part in release.figures.parts(reeks) { (one(release, indicator, reeks, part)) }
        }
    };
    let path = format!("indicator/{}/", indicator.id);
    let page = Page::new(&path, &indicator.label.nl, &indicator.definitie.nl, content);
    let page = page.room(Room::Cijfers).lists();
    match series.is_empty() {
        true => page.file(release),
        false => page.data(dataset(release, indicator)).file(release),
    }
}

fn kind(soort: Breuksoort) -> &'static str {
    match soort {
        Breuksoort::Methode => "anders geteld",
        Breuksoort::Definitie => "iets anders geteld",
        Breuksoort::Onderbreking => "niet geteld",
    }
}

/// One document of figures: the plot, what is missing, the table.
fn one(release: &Release, indicator: &Indicator, reeks: &Reeks, cijfers: &Cijfers) -> Markup {
    let whole = cijfers.gemeente.as_ref().map(|code| release.naam(code));
    let level = match cijfers.niveau {
        Niveau::Wijk => "wijk",
        Niveau::Buurt => "buurt",
        Niveau::School => "school",
        Niveau::Gemeente | Niveau::Provincie | Niveau::Land => "gemeente",
    };
    let last = cijfers.perioden.len().saturating_sub(1);
    let known: Vec<f64> =
        cijfers.gebieden.iter().filter_map(|area| area.waarden.get(last)?.bekend()).collect();
    let title = format!(
        "Per {level}{}, indeling van {}",
        whole.map_or(String::new(), |naam| format!(" in {naam}")),
        cijfers.indeling
    );
    html! {
        section class="w t" {
            h2 { (title) }
            p { "Van " (known.len()) " van de " (cijfers.gebieden.len()) " gebieden is het cijfer bekend." }
            div class="scroll" tabindex="0" role="region" aria-label={ "Tabel: " (title) } {
                table {
                    thead { tr { th scope="col" { (capital(level)) } @for periode in &cijfers.perioden { th scope="col" { (date(&periode.periode)) } } } }
                    tbody {
                        @for (naam, area) in named(release, cijfers) {
                            tr {
                                th scope="row" { (naam) }
                                @for waarde in &area.waarden {
                                    td {
                                        @match waarde.cijfer { Ok(_) => (cijfer::kort(indicator, waarde)), Err(reason) => span class="m" { (cijfer::reden(reason)) } }
                                        @for status in &waarde.status { span class="m" { " " (cijfer::status(*status)) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
            p class="m" { (release.sources(&reeks.bronnen)) @if let Some(document) = &reeks.document { " · " a href={ (ROOT) "exports/" (document.pad) } { "Deze cijfers als JSON" } } }
        }
    }
}

/// The areas of a document with their names, in the order a Dutch reader expects.
fn named<'a>(
    release: &'a Release,
    cijfers: &'a Cijfers,
) -> Vec<(Markup, &'a geodata::contract::GebiedCijfers)> {
    let mut rows: Vec<_> = cijfers
        .gebieden
        .iter()
        .map(|area| {
            let code = GemeenteCode::new(area.code.as_str());
            let naam = area.naam.clone().unwrap_or_else(|| release.naam(&code).to_owned());
            (geodata::contract::naam::sort_key(&naam), release.gemeente_or(&code, &naam, ROOT), area)
        })
        .collect();
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    rows.into_iter().map(|(_, naam, area)| (naam, area)).collect()
}

/// The indicator as schema.org's Dataset, with what the release knows of it.
fn dataset(release: &Release, indicator: &Indicator) -> serde_json::Value {
    let index = &release.exports.index;
    let perioden: Vec<&String> = indicator.reeksen.iter().flat_map(|reeks| &reeks.perioden).collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.label.nl,
        "description": indicator.definitie.nl,
        "inLanguage": "nl",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "version": index.release,
        "datePublished": index.uitgegeven,
        "variableMeasured": { "@type": "PropertyValue", "name": indicator.label.nl, "unitText": indicator.eenheid.nl },
        "spatialCoverage": { "@type": "Country", "name": "Nederland" },
        "temporalCoverage": perioden.iter().max(),
        "distribution": indicator.reeksen.iter().filter_map(|reeks| reeks.document.as_ref()).map(|document| json!({
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": release.address(&format!("exports/{}", document.pad)),
        })).collect::<Vec<_>>(),
    })
}
