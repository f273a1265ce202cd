//! The tegelkaart, every gemeente one hexagon: what the start page shows in another way, for a reader without script.

use crate::model::tegels::Tegels;
use crate::model::{Choice, Key, Weergave};
use crate::publish::page::{Page, Room};
use crate::publish::render::Shapes;
use crate::publish::site::{File, Release};
use geodata::contract::landkaart::Cel;
use maud::{PreEscaped, html};

pub fn page(release: &Release, cells: &[Cel]) -> File {
    let name = Weergave::Tegels.name();
    let tegels = Tegels::new(&release.edition.landkaart, cells);
    let choice = Choice::default().with(Key::Weergave, Some(name));
    let attributes = format!(" weergave=\"{name}\" adres");
    let content = html! {
        h1 class="quiet" { "Tegelkaart gelijke kansen" }
        div class="w" { (PreEscaped(release.drawn(Shapes::Tegels(&tegels), 1, &choice, &attributes))) }
    };
    Page::new(
        "tegels/",
        "Tegelkaart gelijke kansen",
        "De gemeenten in de Gelijke Kansen Alliantie op een kaart waarop elke gemeente even groot is.",
        content,
    )
    .room(Room::Kaart)
    .widget()
    .file(release)
}
