//! Which part of the map is seen: a list of areas, nearer and farther. It stands on the map.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::Sentence;

pub fn zoombar(scene: &Scene) -> Element {
    let nearer = &scene.picture.nearer;
    let options = nearer.areas.iter().enumerate().map(|(i, area)| {
        el("option").key(i).set("value", area.zoom.clone()).flag("selected", area.seen).text(&area.naam)
    });
    let select = el("select")
        .set("aria-label", scene.say(Sentence::ZoomNaar))
        .set("data-set", "zoom=")
        .children(options);
    let button = |sign: &'static str, data: &'static str, words: Sentence| {
        el("button")
            .set("type", "button")
            .set("data-zoom", data)
            .set("aria-label", scene.say(words))
            .text(sign)
    };
    el("div")
        .class("zoombar live")
        .child(select)
        .child(button("+", "+", Sentence::Dichterbij))
        .child(button("−", "-", Sentence::VerderWeg))
        .child(el("p").class("said").set("role", "status").text(&nearer.said))
}
