//! The map: one `<svg>` with one tab stop, of the land or of tiles. What is drawn in it is `model::surface`'s
//! markup.

use super::html::{Element, el};
use super::landkaart::{DESCRIPTION, Scene};
use super::zoombar::zoombar;
use crate::model::picture::Andere;
use crate::model::surface::Surface;
use crate::model::{MEER, Sentence, Weergave};

/// The drawings that there are, and the name of what is pointed at.
pub fn stage(scene: &Scene) -> Element {
    let kaart = drawing(scene, Weergave::Kaart, scene.landkaart.kaart.as_ref());
    let tegels = drawing(scene, Weergave::Tegels, scene.landkaart.tegels.as_ref());
    el("div")
        .class("stage")
        .flag("hidden", scene.picture.weergave == Weergave::Lijst)
        // One stands over the map where there is room, two under it.
        .flag("data-card", scene.picture.cards.len() == 1)
        // Before the map, so that what is known of a place is the next stop after it.
        .children((!is_other(scene)).then(|| zoombar(scene)))
        .children(kaart.into_iter().chain(tegels).chain(andere(scene)))
        .child(el("p").class("tip").set("aria-hidden", "true").flag("hidden", true).drawing("".into()))
}

fn drawing(scene: &Scene, weergave: Weergave, surface: Option<&Surface>) -> Option<Element> {
    let label = match weergave {
        Weergave::Tegels => Sentence::TegelkaartVanNederland,
        _ => Sentence::KaartVanNederland,
    };
    let surface = surface?;
    let svg = el("svg")
        .key(weergave as usize)
        .set("class", weergave.name())
        .set("part", "map")
        .set("viewBox", surface.view_box.clone())
        .set("role", "group")
        .set("aria-describedby", DESCRIPTION)
        .set("aria-label", scene.say(label))
        .flag("hidden", scene.picture.weergave != weergave || is_other(scene))
        .drawing(surface.markup.clone());
    Some(svg)
}

/// Another map stands in the place of the own: a picture, with its names.
fn andere(scene: &Scene) -> Option<Element> {
    let (class, surface) = match scene.picture.andere.as_ref().filter(|_| MEER && is_other(scene))? {
        Andere::Wijken(surface) => ("wijkkaart", surface),
        Andere::Jaar(surface) => ("jaarkaart", surface),
    };
    let svg = el("svg")
        .key(Weergave::ALL.len())
        .class(class)
        .set("viewBox", surface.view_box.clone())
        .set("role", "img")
        .set("aria-label", scene.picture.headline.clone())
        .drawing(surface.markup.clone());
    Some(svg)
}

fn is_other(scene: &Scene) -> bool {
    scene.picture.andere.is_some() && scene.picture.weergave == Weergave::Kaart
}
