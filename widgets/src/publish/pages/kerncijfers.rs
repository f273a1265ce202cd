//! The alliance in brief: its lines, its communities and experiments, what there is for whom, and the figures it tells
//! of itself, each with its day: dated statements, not measurements.

use crate::publish::page::{Page, Room};
use crate::publish::site::{File, Release};
use maud::{PreEscaped, html};

/// Nothing where the release lacks a part of it.
pub fn page(release: &Release) -> Option<File> {
    let tag = release.report(1, "")?;
    let content =
        html! { h1 class="quiet" { "De alliantie in cijfers" } div class="w" { (PreEscaped(tag)) } };
    let about = "Kerncijfers van de Gelijke Kansen Alliantie, elk met zijn dag en bron; lijnen, communities en experimenten.";
    let page = Page::new("kerncijfers/", "De alliantie in cijfers", about, content);
    Some(page.room(Room::Alliantie).lists().file(release))
}
