//! The page of a participant: since when, with what, in which figures, and how we know.

use crate::model::cijfer;
use crate::publish::figures::Figure;
use crate::publish::page::{Page, Room};
use crate::publish::participants::Participant;
use crate::publish::plot;
use crate::publish::record::{availability, capital, certainty, count, date, period, person};
use crate::publish::site::{File, Release};
use geodata::contract::{Agenda, AgendaSoort, Getal, Maat, Rol, RolSoort};
use maud::{Markup, html};
use serde_json::json;

const ROOT: &str = "../../";

pub fn page(release: &Release, participant: &Participant) -> File {
    let code = &participant.code;
    let items: Vec<_> = release.interventies(code).collect();
    let content = html! {
        section class="w t" {
            h1 { (participant.naam) }
            p class="lede" { (release.provincie(&participant.provincie)) }
            dl {
                dt { "Meedoen" }
                dd {
                    (participant.since) ". " (participant.because)
                    @if let Some(doubt) = certainty(Some(participant.grondslag), participant.zekerheid) { " (" (doubt) ")" }
                }
                @if let Some(known) = release.exports.gemeenten.gemeenten.iter().find(|known| known.code == *code) {
                    dt { "Nummer in de brief" } dd { (known.nummer) }
                }
                dt { "CBS-code" } dd { (code) }
                @if participant.gebieden.len() > 1 { dt { "Gebied" } dd { (areas(release, participant)) } }
                (roles(release, participant))
            }
            p class="m" { (release.sources(&participant.bronnen)) }
            p { a href={ (ROOT) "?gemeente=" (code) } { "Bekijk " (participant.naam) " op de kaart" } " · " a href="../" { "Alle gemeenten" } }
        }
        section class="w t" {
            h2 { @if items.is_empty() { "Nog geen interventies bekend" } @else { (count(items.len(), "interventie", "interventies")) } }
            @if items.is_empty() { p { "In de bronnen die wij hebben, staat geen interventie van " (participant.naam) ". Dat zegt niet dat er niets gebeurt." } }
            @for item in items { (release.interventie(item, ROOT)) }
        }
        (agendas(release, participant))
        (figures(release, participant))
    };
    let path = format!("gemeente/{}/", participant.slug);
    let description = format!(
        "{} in de Gelijke Kansen Alliantie: sinds wanneer, met welke interventies en cijfers, uit welke bron.",
        participant.naam
    );
    Page::new(&path, &participant.naam, &description, content)
        .room(Room::Gemeenten)
        .data(json!({
            "@context": "https://schema.org",
            "@type": "GovernmentOrganization",
            "name": format!("Gemeente {}", participant.naam),
            "identifier": code.as_str(),
            "areaServed": { "@type": "AdministrativeArea", "name": participant.naam },
        }))
        .file(release)
}

/// Which gemeenten it was before, in time.
fn areas(release: &Release, participant: &Participant) -> Markup {
    html! {
        @for (position, area) in participant.gebieden.iter().enumerate() {
            @if position > 0 { "; " }
            (release.naam(&area.code))
            @if let Some(van) = &area.van { " vanaf " (date(van)) }
            @if let Some(tot) = &area.tot { " tot en met " (date(tot)) }
        }
    }
}

/// What it was in the alliance besides having an agenda.
fn roles(release: &Release, participant: &Participant) -> Markup {
    let roles = release.exports.rollen.iter().flat_map(|document| &document.rollen);
    let roles: Vec<&Rol> = roles.filter(|rol| rol.gemeente == participant.code).collect();
    html! {
        @if !roles.is_empty() {
            dt { "Rol" }
            dd {
                ul class="plain" {
                    @for rol in roles {
                        li {
                            (role(rol.rol)) " (" (date(&rol.datum)) ")"
                            @for persoon in &rol.personen { ": " (person(persoon)) }
                            @if let Some(more) = &rol.toelichting { ". " (more) }
                        }
                    }
                }
            }
        }
    }
}

fn role(soort: RolSoort) -> &'static str {
    match soort {
        RolSoort::Expertpool => "Scholen gebruikten de expertpool",
        RolSoort::Community => "Doet mee aan een community",
        RolSoort::CommunityUitbreiding => "Zou gaan meedoen aan een community",
        RolSoort::Experiment => "Plek van een experiment",
        RolSoort::Ondertekenaar => "Tekende de oproep van wethouders",
        RolSoort::Voorbeeld => "Voorbeeld in een brief",
    }
}

fn agendas(release: &Release, participant: &Participant) -> Markup {
    let agendas = release.exports.agendas.iter().flat_map(|document| &document.agendas);
    let agendas: Vec<&Agenda> = agendas.filter(|agenda| agenda.gemeente == participant.code).collect();
    html! {
        section class="w t" {
            h2 { "Agenda" }
            p { (participant.deelname) }
            @for agenda in agendas {
                article class="item" {
                    h3 {
                        @match agenda.soort { AgendaSoort::Agenda => "Agenda", AgendaSoort::Addendum => "Addendum" }
                        @if let Some(periode) = &agenda.periode { ", " (period(periode)) }
                    }
                    @if let Some(day) = &agenda.ondertekend { p { "Ondertekend op " (date(day)) "." } }
                    @for persoon in &agenda.ondertekenaars { p { (person(persoon)) } }
                    p { "Tekst: " (availability(&agenda.tekst, "lees de agenda")) "." }
                    @if let Some(more) = &agenda.toelichting { p class="m" { (more) } }
                    p class="m" { (release.sources(&agenda.bronnen)) }
                }
            }
        }
    }
}

fn figures(release: &Release, participant: &Participant) -> Markup {
    let jaar = release.exports.gemeenten.jaar;
    let figures: Vec<Figure> = release.figures.of_gemeente(&participant.code, jaar).collect();
    let missing = release
        .figures
        .indicatoren()
        .iter()
        .filter(|indicator| !figures.iter().any(|figure| figure.indicator.id == indicator.id));
    let missing: Vec<_> = missing.collect();
    let alike = release.figures.alike(&participant.code);
    html! {
        @if !figures.is_empty() {
            section class="w t" {
                h2 { (participant.naam) " in cijfers" }
                p { "Cijfers vertellen niet het hele verhaal. Lees ze samen met wat de gemeente doet." }
                div class="cards" { @for figure in &figures { (card(figure, &participant.naam)) } }
                @if !alike.is_empty() {
                    h3 { "Gemeenten die hierop lijken" }
                    p { (release.gemeenten(alike, ROOT)) "." }
                    p class="m" { "Zij lijken in inwoners, opleiding, inkomen en hoe dicht scholen bij elkaar staan. " a href={ (ROOT) "indicator/#gelijk" } { "Hoe wij dat bepalen" } }
                }
                @if !missing.is_empty() {
                    h3 { "Wat hier ontbreekt" }
                    p {
                        @for (position, indicator) in missing.iter().enumerate() {
                            @if position > 0 { ", " }
                            a href={ (ROOT) "indicator/" (indicator.id) "/" } { (indicator.label.nl) }
                        }
                        ". " a href={ (ROOT) "ontbreekt/" } { "Waarom ontbreekt dit?" }
                    }
                }
            }
        }
    }
}

/// What a figure says before what it looks like.
fn card(figure: &Figure, naam: &str) -> Markup {
    let indicator = figure.indicator;
    html! {
        article class="card" {
            h3 { a href={ (ROOT) "indicator/" (indicator.id) "/" } { (indicator.label.nl) } }
            p class="value" { (cijfer::kort(indicator, figure.waarde)) }
            @match figure.waarde.cijfer {
                Err(reason) => p { (capital(cijfer::reden(reason))) "." },
                Ok(_) => {
                    @if let Some(said) = compared(figure) { p { (capital(&said)) "." } }
                    @if let Some(value) = figure.waarde.bekend() { (plot::spread(indicator, &figure.known(), Some((naam, value)))) }
                }
            }
            p class="m" {
                (indicator.eenheid.nl) ", " (date(&figure.periode.periode))
                @for status in figure.waarde.status.iter().chain(&figure.periode.status) { " · " (cijfer::status(*status)) }
            }
        }
    }
}

fn compared(figure: &Figure) -> Option<String> {
    let (nederland, maat) = figure.nederland?;
    let whole = match maat {
        Maat::Bron | Maat::Geheel => "Nederland",
        Maat::Mediaan => "de middelste gemeente van Nederland",
    };
    let close = figure.periode.gelijk_binnen.map_or(0.0, Getal::value);
    cijfer::vergelijking(figure.indicator, figure.waarde, nederland, close, whole)
}
