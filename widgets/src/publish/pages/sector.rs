//! The sectors of education as a list, and the page of each with its interventies.

use crate::model::{Choice, Key};
use crate::publish::page::{Page, Room};
use crate::publish::record::{SECTOREN, count};
use crate::publish::site::{File, Release};
use geodata::contract::{Interventie, Sector};
use maud::{PreEscaped, html};

pub fn list(release: &Release) -> File {
    let content = html! {
        section class="w t" {
            h1 { "Sectoren" }
            p class="lede" { "Voor welk onderwijs een interventie is. Eén interventie kan voor meer sectoren zijn." }
            ul class="links" {
                @for (sector, id) in SECTOREN {
                    li { a href={ (id) "/" } { span { (release.sector(sector)) } b { (of_sector(release, sector).count()) } } }
                }
            }
        }
        (matrix(release))
    };
    Page::new("sector/", "Sectoren", "Interventies naar sector van het onderwijs.", content)
        .room(Room::Sectoren)
        .file(release)
}

/// Themas against sectors: how many interventies are in both.
fn matrix(release: &Release) -> maud::Markup {
    let both = |thema: &geodata::contract::Thema, sector| {
        super::thema::of_thema(release, thema).filter(|item| item.sectoren.contains(&sector)).count()
    };
    html! {
        section class="w t" {
            h2 { "Thema’s en sectoren" }
            div class="scroll" tabindex="0" role="region" aria-label="Tabel: thema’s en sectoren" {
                table {
                    thead { tr { th scope="col" { "Thema" } @for (sector, _) in SECTOREN { th scope="col" { (release.sector(sector)) } } } }
                    tbody {
                        @for thema in &release.exports.themas.themas {
                            tr {
                                th scope="row" { (release.thema(&thema.id, "../")) }
                                @for (sector, _) in SECTOREN { td { (both(thema, sector)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The list of a sector, a page for each part.
pub fn pages(release: &Release, id: &str) -> Vec<File> {
    let choice = Choice::default().with(Key::Sector, Some(id));
    release.parts(&choice).map(|part| page(release, id, &part)).collect()
}

fn page(release: &Release, id: &str, choice: &Choice) -> File {
    let (sector, _) =
        SECTOREN.iter().find(|(_, known)| *known == id).expect("a page for each sector of the list");
    let label = release.sector(*sector);
    let deel = choice.get(Key::Deel);
    let (folder, depth) = match deel {
        None => (format!("sector/{id}/"), 2),
        Some(deel) => (format!("sector/{id}/{deel}/"), 3),
    };
    let attributes =
        format!(" sector=\"{id}\"") + &deel.map_or(String::new(), |deel| format!(" deel=\"{deel}\""));
    let explained = release.exports.begrippen.iter().flat_map(|document| &document.sectoren);
    let explained = explained.filter(|begrip| begrip.id == id).find_map(|begrip| begrip.uitleg.as_ref());
    let content = html! {
        section class="w t" {
            h1 { (label) }
            @if let Some(text) = explained { p class="lede" { (text.nl) } }
        }
        div class="w" { (PreEscaped(release.list(depth, choice, &attributes))) }
    };
    let description =
        format!("{}: {}.", label, count(of_sector(release, *sector).count(), "interventie", "interventies"));
    Page::new(&folder, label, &description, content).room(Room::Sectoren).lists().file(release)
}

fn of_sector<'a>(release: &'a Release, sector: Sector) -> impl Iterator<Item = &'a Interventie> {
    let all = release.exports.interventies.interventies.iter();
    all.filter(move |interventie| interventie.sectoren.contains(&sector))
}
