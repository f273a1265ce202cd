//! The field to find a gemeente by: a combobox with a list of what fits
//! ([ARIA APG, Combobox](https://www.w3.org/WAI/ARIA/apg/patterns/combobox/)), which
//! [`combobox`](super::combobox) fills.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::Sentence;

/// Of the list; a shadow root has ids of its own.
pub const LIST: &str = "gka-gevonden";

pub fn search(scene: &Scene) -> Element {
    let input = el("input")
        .set("type", "text")
        .set("role", "combobox")
        .set("autocomplete", "off")
        .set("autocapitalize", "none")
        .set("spellcheck", "false")
        .set("aria-autocomplete", "list")
        .set("aria-expanded", "false")
        .set("aria-controls", LIST)
        .set("placeholder", scene.say(Sentence::BijvoorbeeldDenBosch));
    let list = el("ul")
        .set("id", LIST)
        .set("role", "listbox")
        // It scrolls, and Chromium would stop at it.
        .set("tabindex", "-1")
        .set("aria-label", scene.say(Sentence::ZoekGemeente))
        .flag("hidden", true)
        .drawing("".into());
    el("div")
        .class("search live")
        .child(el("label").text(scene.words.plain(Sentence::ZoekGemeente)).child(input))
        .child(list)
        .child(el("p").set("role", "status").drawing("".into()))
}
