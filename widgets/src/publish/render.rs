//! A view printed once as HTML text.

use crate::model::interventies::listing::Listing;
use crate::model::meting::{Metingen, card::Card};
use crate::model::profiel::{Profielen, portrait::Portrait};
use crate::model::surface;
use crate::model::tegels::Tegels;
use crate::model::verloop::{Tijdlijn, Verloop};
use crate::model::voortgang::{Rapport, Voortgang};
use crate::model::{Choice, Interventies, Landkaart, Picture, Words};
use crate::view::Links;
use crate::view::html::Element;
use crate::view::html::el;
use crate::view::landkaart::{Scene, landkaart as view};
use crate::view::{gemeente, indicator, interventies, tijdlijn, voortgang};
use geodata::topology::Topology;

/// What a landkaart is drawn from.
#[derive(Clone, Copy)]
pub enum Shapes<'a> {
    Land(&'a Topology),
    Tegels(&'a Tegels),
}

/// The landkaart in one state, as a fragment that a widget of the same release takes over.
pub fn landkaart(
    landkaart: &Landkaart,
    shapes: Shapes,
    choice: &Choice,
    words: &Words,
    links: &Links,
) -> String {
    let mut landkaart = landkaart.clone();
    // First without a drawing: its colours are those of the picture.
    let picture = Picture::new(&landkaart, words, choice);
    let page = |slug: &str| links.gemeente(slug);
    match shapes {
        Shapes::Land(topology) => {
            landkaart.kaart = Some(surface::kaart(&landkaart, topology, &picture, words, page));
        }
        Shapes::Tegels(tegels) => {
            landkaart.tegels = Some(surface::tegelkaart(&landkaart, tegels, &picture, page));
        }
    }
    let picture = &Picture::new(&landkaart, words, choice);
    let scene = Scene { landkaart: &landkaart, words, links, picture };
    fragment(&landkaart.release, choice, view(&scene))
}

/// A list of interventies in one state, as a fragment that a widget of the same release takes over.
pub fn interventies(all: &Interventies, choice: &Choice, words: &Words, links: &Links) -> String {
    let listing = &Listing::new(all, words, choice);
    let scene = interventies::Scene { all, words, links, listing };
    fragment(&all.release, choice, interventies::interventies(&scene))
}

/// The card of an indicator in one state, as a fragment that a widget of the same release takes over.
pub fn indicator(all: &Metingen, choice: &Choice, words: &Words, links: &Links) -> String {
    let card = &Card::new(all, words, choice);
    let scene = indicator::Scene { all, words, links, card };
    fragment(&all.gegevens.release, choice, indicator::indicator(&scene))
}

/// The profile of a gemeente in one state, as a fragment that a widget of the same release takes over.
pub fn gemeente(all: &Profielen, choice: &Choice, words: &Words, links: &Links) -> String {
    let portrait = &Portrait::new(all, words, choice);
    let scene = gemeente::Scene { all, words, links, portrait };
    fragment(&all.gegevens.release, choice, gemeente::gemeente(&scene))
}

/// The timeline in one state, as a fragment that a widget of the same release takes over.
pub fn tijdlijn(all: &Verloop, choice: &Choice, words: &Words, links: &Links) -> String {
    let tijdlijn = &Tijdlijn::new(all, words, choice);
    fragment(&all.release, choice, tijdlijn::tijdlijn(&tijdlijn::Scene { all, words, links, tijdlijn }))
}

/// The parts of the progress report, as a fragment that a widget of the same release takes over.
pub fn voortgang(all: &Voortgang, choice: &Choice, words: &Words, links: &Links) -> String {
    let rapport = &Rapport::new(all, words, choice);
    fragment(&all.release, choice, voortgang::voortgang(&voortgang::Scene { all, words, links, rapport }))
}

fn fragment(release: &str, choice: &Choice, view: Element) -> String {
    let staat = choice.written();
    el("div")
        .set("data-gka-release", release.to_owned())
        .maybe("data-gka-staat", Some(staat).filter(|staat| !staat.is_empty()))
        .child(view)
        .print()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn printed(choice: &str) -> String {
        let links = Links::new("../".to_owned());
        let topology = fixture::topology();
        let choice = Choice::default().and(choice);
        landkaart(&fixture::landkaart(), Shapes::Land(&topology), &choice, &Words::dutch(), &links)
    }

    #[test]
    fn without_script_all_of_it_is_there() {
        let html = printed("");
        assert!(html.starts_with("<div data-gka-release=\"abc\">"), "{html}");
        for text in [
            "2 gemeenten werken samen",
            "<title>Adorp</title>",
            "Dronrijp &amp; Co",
            "Kadaster · CBS",
            "22 januari 2021",
        ] {
            assert!(html.contains(text), "{text} is missing in {html}");
        }
        assert!(html.contains("href=\"../gemeente/adorp/\""));
        assert!(html.contains("href=\"../thema/taal/\""));
    }

    #[test]
    fn nothing_in_it_needs_a_looser_policy() {
        let html = printed("thema=taal&gemeente=GM0001");
        for forbidden in ["style=", "<style", "<script", " onclick", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}
