//! The themas as a list, and the page of each: who works on it, on the map and in the list, and with what.

use crate::model::{Choice, Key};
use crate::publish::oembed;
use crate::publish::page::{Page, Room};
use crate::publish::record::count;
use crate::publish::site::{File, Release};
use geodata::contract::{Interventie, Thema};
use maud::{PreEscaped, html};

pub fn list(release: &Release) -> File {
    let content = html! {
        section class="w t" {
            h1 { "Thema’s" }
            p class="lede" { "Waar gemeenten aan werken. Achter elk thema staat hoeveel interventies er bekend zijn." }
            ul class="links" {
                @for thema in &release.exports.themas.themas {
                    li { a href={ (thema.id) "/" } { span { (thema.label.nl) } b { (of_thema(release, thema).count()) } } }
                }
            }
        }
    };
    Page::new(
        "thema/",
        "Thema’s",
        "De thema’s waar gemeenten in de Gelijke Kansen Alliantie aan werken.",
        content,
    )
    .room(Room::Themas)
    .file(release)
}

/// The map and the list, which share what is chosen; further parts of a long list have a page each.
pub fn pages(release: &Release, position: usize) -> Vec<File> {
    let thema = &release.exports.themas.themas[position];
    let choice = Choice::default().with(Key::Thema, Some(thema.id.as_str()));
    let mut pages = vec![page(release, thema, &choice)];
    pages.extend(release.parts(&choice).skip(1).map(|part| {
        let deel = part.get(Key::Deel).unwrap_or_default();
        let tag = release.list(3, &part, &format!(" thema=\"{}\" deel=\"{deel}\"", thema.id));
        let content = html! { h1 class="quiet" { (thema.label.nl) } div class="w" { (PreEscaped(tag)) } };
        let title = format!("{}, deel {deel}", thema.label.nl);
        Page::new(&format!("thema/{}/{deel}/", thema.id), &title, &title, content)
            .room(Room::Themas)
            .lists()
            .file(release)
    }));
    pages
}

fn page(release: &Release, thema: &Thema, choice: &Choice) -> File {
    let items: Vec<&Interventie> = of_thema(release, thema).collect();
    let attributes = format!(" thema=\"{}\" groep=\"thema\"", thema.id);
    let content = html! {
        h1 class="quiet" { (thema.label.nl) }
        div class="w" { (PreEscaped(release.tag(2, choice, &attributes))) }
        div class="w" { (PreEscaped(release.list(2, choice, &attributes))) }
        section class="w t" {
            p class="m" { a href="feed.atom" { "Volg dit thema (Atom)" } }
            p class="m" { (release.sources(&thema.bronnen)) }
        }
    };
    let description = format!(
        "{} bij het thema {}, met de gemeenten die eraan werken.",
        count(items.len(), "interventie", "interventies"),
        thema.label.nl
    );
    Page::new(&format!("thema/{}/", thema.id), &thema.label.nl, &description, content)
        .room(Room::Themas)
        .feed("feed.atom")
        .widget()
        .lists()
        .oembed(oembed::address(release, &format!("embed/thema/{}/", thema.id)))
        .file(release)
}

/// The interventies of a thema, in the order of the document.
pub fn of_thema<'a>(release: &'a Release, thema: &'a Thema) -> impl Iterator<Item = &'a Interventie> {
    let all = release.exports.interventies.interventies.iter();
    all.filter(|interventie| interventie.themas.iter().any(|reference| reference.id == thema.id))
}
