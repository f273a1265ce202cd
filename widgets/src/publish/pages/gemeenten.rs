//! Everyone who takes part, as a list: at the peildatum, and later.

use crate::publish::page::{Page, Room};
use crate::publish::participants::Participant;
use crate::publish::record::{count, date};
use crate::publish::site::{File, Release};
use maud::{Markup, html};

pub fn page(release: &Release) -> File {
    let (later, then): (Vec<_>, Vec<_>) =
        release.participants.iter().partition(|participant| participant.later);
    let day = date(&release.exports.index.peildatum);
    let content = html! {
        section class="w t" {
            h1 { (count(then.len(), "gemeente", "gemeenten")) " met een agenda" }
            p class="lede" { "De stand op " (day) ". Achter elke naam staat hoeveel interventies er bekend zijn." }
            (list(release, &then))
        }
        @if !later.is_empty() {
            section class="w t" {
                h2 { (count(later.len(), "gemeente", "gemeenten")) " van later" }
                p { "Van deze gemeenten weten wij dat zij na " (day) " mee gingen doen. Er zijn er meer: niet alle namen staan in een bron die wij hebben." }
                (list(release, &later))
            }
        }
    };
    Page::new(
        "gemeente/",
        "Gemeenten",
        "Alle gemeenten in de Gelijke Kansen Alliantie, met het aantal bekende interventies.",
        content,
    )
    .room(Room::Gemeenten)
    .file(release)
}

fn list(release: &Release, participants: &[&Participant]) -> Markup {
    html! {
        ul class="links cols" {
            @for participant in participants {
                li { a href={ (participant.slug) "/" } { span { (participant.naam) } b { (release.interventies(&participant.code).count()) } } }
            }
        }
    }
}
