//! All interventies as a list, a page for each part.

use crate::model::{Choice, Key};
use crate::publish::page::{Page, Room};
use crate::publish::record::count;
use crate::publish::site::{File, Release};
use maud::{PreEscaped, html};

pub fn pages(release: &Release) -> Vec<File> {
    release.parts(&Choice::default()).map(|part| page(release, &part)).collect()
}

fn page(release: &Release, choice: &Choice) -> File {
    let (folder, depth, attributes) = match choice.get(Key::Deel) {
        None => ("interventie/".to_owned(), 1, " adres".to_owned()),
        Some(deel) => (format!("interventie/{deel}/"), 2, format!(" deel=\"{deel}\"")),
    };
    let content = html! {
        h1 class="quiet" { "Interventies" }
        div class="w" { (PreEscaped(release.list(depth, choice, &attributes))) }
    };
    let items = release.edition.interventies.items.len();
    let description = format!(
        "{}: wat gemeenten doen voor gelijke kansen, met de bron.",
        count(items, "interventie", "interventies")
    );
    Page::new(&folder, "Interventies", &description, content).room(Room::Interventies).lists().file(release)
}
