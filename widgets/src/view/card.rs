//! What is known about the chosen gemeente, and about the one beside it.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::Sentence;
use crate::model::picture::Card;

pub fn cards(scene: &Scene) -> Element {
    let cards = scene.picture.cards.iter().enumerate();
    el("div")
        .class("card")
        .set("part", "card")
        .set("aria-live", "polite")
        .children(cards.map(|(i, shown)| el("article").key(i).children(card(scene, shown))))
}

fn card(scene: &Scene, card: &Card) -> Vec<Element> {
    let link = card.slug.as_deref().map(|slug| {
        let words = scene.words.say(Sentence::Bekijk, &[&card.title]);
        el("p").child(el("a").set("href", scene.links.gemeente(slug)).text(&words))
    });
    let actions = card.actions.iter().enumerate().map(|(i, (set, words))| {
        el("p").key(i).child(el("button").set("type", "button").set("data-set", set.clone()).text(words))
    });
    let title = el("h3").text(&card.title);
    let lines = card.lines.iter().map(|line| el("p").text(line));
    std::iter::once(title).chain(lines).chain(link).chain(actions).collect()
}
