//! What happened and what was meant to happen, in order; and the calendar of the Nationaal Programma Onderwijs.

use crate::publish::page::{Page, Room};
use crate::publish::site::{File, Release};
use maud::{PreEscaped, html};

/// Nothing where the release has no timeline.
pub fn page(release: &Release) -> Option<File> {
    let tag = release.timeline(1, " adres")?;
    let content = html! { h1 class="quiet" { "Tijdlijn" } div class="w" { (PreEscaped(tag)) } };
    let page = Page::new(
        "tijdlijn/",
        "Tijdlijn",
        "De Gelijke Kansen Alliantie van 2016 tot nu, met bronnen.",
        content,
    );
    Some(page.room(Room::Tijdlijn).lists().file(release))
}
