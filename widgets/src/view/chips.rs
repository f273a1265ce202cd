//! The thema filter: links to the page of each thema, which a running widget answers in place.

use super::Links;
use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::{Sentence, Thema, Words};

pub fn chips(scene: &Scene) -> Element {
    let Scene { landkaart, links, picture, words } = scene;
    let chips = Chips {
        themas: &landkaart.themas,
        counts: landkaart.themas.iter().map(|thema| thema.gemeenten.into()).collect(),
        chosen: picture.thema,
        all: links.start(),
        also: "",
        label: Sentence::KiesThema,
    };
    row(words, links, &chips)
}

/// A link for each thema with a number behind it, and one to all.
pub struct Chips<'a> {
    pub themas: &'a [Thema],
    pub counts: Vec<usize>,
    pub chosen: Option<usize>,
    /// The page of all.
    pub all: String,
    /// What each sets besides its thema.
    pub also: &'static str,
    /// Its name as a landmark.
    pub label: Sentence,
}

pub fn row(words: &Words, links: &Links, chips: &Chips) -> Element {
    let chip = |thema: Option<usize>, href: String, id: &str| {
        el("a")
            .set("href", href)
            .set("data-set", [chips.also, "thema=", id].concat())
            .maybe("aria-current", (chips.chosen == thema).then_some("true"))
    };
    let all = chip(None, chips.all.clone(), "").text(words.plain(Sentence::AlleThemas));
    let themas = chips.themas.iter().zip(&chips.counts).enumerate().map(|(i, (thema, &count))| {
        chip(Some(i), links.thema(&thema.id), &thema.id)
            .maybe("lang", thema.onvertaald.then_some("nl"))
            .text(&thema.label)
            .child(el("b").text(&words.whole(count)))
    });
    el("nav").set("part", "filter").set("aria-label", words.plain(chips.label).to_owned()).child(
        el("ul").class("chips").children(std::iter::once(all).chain(themas).map(|chip| el("li").child(chip))),
    )
}
