//! The page of a thema: who works on it, on the map and in the list, and with what.

use super::page::{Page, escape, up};
use super::site::{File, Release, file};
use crate::model::{Choice, Key, Sentence};
use geodata::contract::{Groep, Interventie, Verwijzing};

pub fn page(release: &Release, thema: usize) -> File {
    let thema = &release.landkaart.themas[thema];
    let id = thema.id.as_str();
    let choice = Choice::default().with(Key::Thema, Some(id));
    let interventies: Vec<&Interventie> = release
        .exports
        .interventies
        .interventies
        .iter()
        .filter(|interventie| interventie.themas.iter().any(|reference| reference.id.as_str() == thema.id))
        .collect();
    let content = format!(
        "<h1 class=\"quiet\">{label}</h1><div class=\"w\">{tag}</div><section class=\"w\"><h2>{count}</h2>{items}</section>",
        label = escape(&thema.label),
        tag = release.tag(2, &choice, &format!(" thema=\"{id}\"")),
        count = release.words.count(Sentence::Interventies, interventies.len(), &[]),
        items =
            interventies.into_iter().map(|interventie| item(release, interventie, true)).collect::<String>(),
    );
    let title = format!("{} · Gelijke Kansen Alliantie", thema.label);
    let description = format!(
        "{} bij het thema {}, met de gemeenten die eraan werken.",
        release.words.count(Sentence::Interventies, thema.interventies.into(), &[]),
        thema.label,
    );
    let page = Page { root: &up(2), title: &title, description: &description, content, script: true };
    file(&format!("thema/{id}/index.html"), page.html(&release.assets))
}

/// One interventie as a reader sees it: what, where, which source.
pub fn item(release: &Release, interventie: &Interventie, places: bool) -> String {
    let places = if places { where_(release, interventie) } else { labels(release, interventie) };
    format!(
        "<article class=\"item\" id=\"interventie-{}\"><h3>{}</h3><p>{}</p><p class=\"m\">{places}{}</p></article>",
        escape(&interventie.id),
        escape(&interventie.titel.nl),
        escape(&interventie.samenvatting.nl),
        sources(release, &interventie.bronnen),
    )
}

/// The gemeenten that do it, as links; or the region a source names.
fn where_(release: &Release, interventie: &Interventie) -> String {
    let mut links: Vec<String> = release
        .exports
        .gemeenten
        .gemeenten
        .iter()
        .filter(|deelnemer| interventie.gemeenten.contains(&deelnemer.code))
        .map(|deelnemer| {
            format!("<a href=\"../../gemeente/{}/\">{}</a>", deelnemer.slug, escape(&deelnemer.naam))
        })
        .collect();
    // Participants that joined after the peildatum have no page.
    let later = release.exports.deelnemers.iter().flat_map(|document| &document.deelnemers);
    let later = later.filter(|deelnemer| {
        deelnemer.groep == Groep::Later && interventie.gemeenten.contains(&deelnemer.code)
    });
    links.extend(later.map(|deelnemer| format!("{} (later)", escape(&deelnemer.naam))));
    links.extend(interventie.regio.as_deref().map(escape));
    links.join(", ")
}

/// The themas it belongs to, as links.
fn labels(release: &Release, interventie: &Interventie) -> String {
    let link = |thema: &geodata::contract::landkaart::Thema| {
        format!("<a href=\"../../thema/{}/\">{}</a>", thema.id, escape(&thema.label))
    };
    let links: Vec<String> = release
        .landkaart
        .themas
        .iter()
        .filter(|thema| interventie.themas.iter().any(|reference| reference.id.as_str() == thema.id))
        .map(link)
        .collect();
    links.join(", ")
}

/// The sources of a record: a link where the source has an address, else its name and place.
pub fn sources(release: &Release, references: &[Verwijzing]) -> String {
    references
        .iter()
        .filter_map(|reference| {
            let bron = release.exports.bronnen.bronnen.iter().find(|bron| bron.id == reference.bron)?;
            let place =
                reference.plaats.as_ref().map(|place| format!(", {}", escape(place))).unwrap_or_default();
            let title = escape(&bron.titel);
            Some(match &bron.url {
                Some(url) => format!(" · Bron: <a href=\"{}\">{title}</a>{place}", escape(url)),
                None => format!(" · Bron: {title}{place}"),
            })
        })
        .collect()
}
