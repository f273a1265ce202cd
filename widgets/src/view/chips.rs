//! The thema filter: links to the page of each thema, which a running widget answers in place.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::Sentence;

pub fn chips(scene: &Scene) -> Element {
    let Scene { landkaart, links, picture, words } = scene;
    let chip = |thema: Option<usize>, href: String, id: &str| {
        el("a")
            .set("href", href)
            .set("data-set", ["thema=", id].concat())
            .maybe("aria-current", (picture.thema == thema).then_some("true"))
    };
    let all = chip(None, links.start(), "").text(words.plain(Sentence::AlleThemas));
    let themas = landkaart.themas.iter().enumerate().map(|(i, thema)| {
        chip(Some(i), links.thema(&thema.id), &thema.id)
            .maybe("lang", scene.untranslated(thema.onvertaald))
            .text(&thema.label)
            .child(el("b").text(&words.whole(thema.gemeenten.into())))
    });
    el("nav").set("part", "filter").set("aria-label", scene.say(Sentence::KiesThema)).child(
        el("ul").class("chips").children(std::iter::once(all).chain(themas).map(|chip| el("li").child(chip))),
    )
}
