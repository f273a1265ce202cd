//! What the colours mean, in words.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::Sentence;

pub fn legend(scene: &Scene) -> Element {
    let entries = scene
        .picture
        .legend
        .iter()
        .enumerate()
        .map(|(i, entry)| el("li").key(i).child(el("i").set("class", entry.class)).text(&entry.text));
    el("ul")
        .class("legend")
        .set("part", "legend")
        .set("aria-label", scene.say(Sentence::Legenda))
        .children(entries)
}
