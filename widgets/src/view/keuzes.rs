//! What can be chosen beside the thema: fields and a slider that come when the reader opens them.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::picture::{Schuif, Veld};
use crate::model::{Key, MEER, Sentence};

pub fn keuzes(scene: &Scene) -> Element {
    let picture = scene.picture;
    let said = picture.keuzes_said.as_deref().filter(|_| MEER);
    let next = if picture.keuzes { "" } else { "open" };
    let summary = el("summary")
        .set("data-set", [Key::Keuzes.name(), "=", next].concat())
        .text(said.unwrap_or(scene.words.plain(Sentence::MeerKeuzes)));
    let content = match picture.velden.as_ref().filter(|_| MEER) {
        None => el("p").text(scene.words.plain(Sentence::KeuzesLaden)),
        Some(velden) => el("div")
            .class("velden")
            .children(velden.iter().map(|shown| veld(shown, "")))
            .children(picture.schuif.as_ref().map(schuif)),
    };
    el("details")
        .class("keuzes")
        .set("part", "choices")
        .flag("open", picture.keuzes)
        .child(summary)
        .child(content)
}

/// A field; `also` is what it sets besides its own.
pub fn veld(veld: &Veld, also: &str) -> Element {
    let options = veld.options.iter().map(|option| {
        el("option")
            .set("value", option.value.clone())
            .maybe("lang", option.onvertaald.then_some("nl"))
            .flag("selected", option.selected)
            .text(&option.label)
    });
    let select = el("select").set("data-set", [also, veld.key.name(), "="].concat()).children(options);
    el("label").key(veld.key as usize).text(&veld.label).text(" ").child(select)
}

fn schuif(schuif: &Schuif) -> Element {
    let slider = el("input")
        .set("type", "range")
        .set("data-set", [Key::Peildatum.name(), "="].concat())
        .set("data-values", schuif.values.join(" "))
        .set("min", "0")
        .set("max", (schuif.values.len() - 1).to_string())
        .set("value", schuif.at.to_string())
        .set("aria-valuetext", schuif.text.clone());
    el("label")
        .key(Key::Peildatum as usize)
        .text(&schuif.label)
        .text(" ")
        .child(slider)
        // The slider says it itself.
        .child(el("span").set("aria-hidden", "true").text(&schuif.text))
}
