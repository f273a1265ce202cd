//! Kaart, tegels or lijst: links to a page of each, which a running widget answers in place.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::{Sentence, Weergave};

pub fn toggle(scene: &Scene) -> Element {
    let option = |weergave: Weergave| {
        let value = if weergave == Weergave::default() { "" } else { weergave.name() };
        let link = el("a")
            .set("href", scene.links.weergave(weergave))
            .set("data-set", ["weergave=", value].concat())
            .maybe("aria-current", (scene.picture.weergave == weergave).then_some("true"))
            .text(scene.words.plain(weergave.label()));
        el("li").child(link)
    };
    el("nav")
        .class("toggle")
        .set("part", "views")
        .set("aria-label", scene.say(Sentence::Weergave))
        .child(el("ul").children(Weergave::ALL.map(option)))
}
