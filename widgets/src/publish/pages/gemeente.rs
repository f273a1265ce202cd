//! The page of a participant: its profile, and the gemeenten that are like it.

use crate::model::{Choice, Key};
use crate::publish::page::{Page, Room};
use crate::publish::participants::Participant;
use crate::publish::record::count;
use crate::publish::site::{File, Release};
use maud::{Markup, PreEscaped, html};
use serde_json::json;

const ROOT: &str = "../../";

pub fn page(release: &Release, participant: &Participant) -> File {
    let code = &participant.code;
    let choice = Choice::default().with(Key::Gemeente, Some(code.as_str()));
    let profile = release.profile(2, &choice, &format!(" gemeente=\"{code}\" adres"));
    let alive = profile.is_some();
    let content = html! {
        @match profile {
            Some(tag) => { h1 class="quiet" { (participant.naam) } div class="w" { (PreEscaped(tag)) } }
            None => (bare(release, participant)),
        }
        (alike(release, participant))
    };
    let path = format!("gemeente/{}/", participant.slug);
    let description = format!(
        "{} in de Gelijke Kansen Alliantie: sinds wanneer, met welke interventies en cijfers, uit welke bron.",
        participant.naam
    );
    let page = Page::new(&path, &participant.naam, &description, content).room(Room::Gemeenten).data(json!({
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": format!("Gemeente {}", participant.naam),
        "identifier": code.as_str(),
        "areaServed": { "@type": "AdministrativeArea", "name": participant.naam },
    }));
    if alive { page.lists().file(release) } else { page.file(release) }
}

/// What a release without slices has to say.
fn bare(release: &Release, participant: &Participant) -> Markup {
    let items: Vec<_> = release.interventies(&participant.code).collect();
    html! {
        section class="w t" {
            h1 { (participant.naam) }
            p class="lede" { (release.provincie(&participant.provincie)) ". " (participant.since) "." }
            p class="m" { (release.sources(&participant.bronnen)) }
            h2 { (count(items.len(), "interventie", "interventies")) }
            @for item in items { (release.interventie(item, ROOT)) }
        }
    }
}

fn alike(release: &Release, participant: &Participant) -> Markup {
    let alike = release.figures.alike(&participant.code);
    html! {
        section class="w t" {
            @if !alike.is_empty() {
                h2 { "Gemeenten die hierop lijken" }
                p { (release.gemeenten(alike, ROOT)) "." }
                p class="m" { "Zij lijken in inwoners, opleiding, inkomen en hoe dicht scholen bij elkaar staan. " a href={ (ROOT) "indicator/#gelijk" } { "Hoe wij dat bepalen" } }
            }
            p { a href="../" { "Alle gemeenten" } }
        }
    }
}
