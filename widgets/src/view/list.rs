//! The gemeenten, as good as the map: same selection, always visible.

use super::html::{Element, el};
use super::landkaart::Scene;
use crate::model::MEER;
use crate::model::picture::{Andere, Row};

pub fn list(scene: &Scene) -> Element {
    let rows = scene.picture.rows.iter().enumerate().map(|(i, row)| {
        // Those without a place on the map stand behind all that have one.
        let key = row.place.unwrap_or(scene.landkaart.places.len() + i);
        el("li").key(key).child(line(scene, row))
    });
    // Firefox makes a tab stop of what scrolls; its rows are stops enough, where they are any.
    let stops = scene.picture.rows.iter().any(|row| row.slug.is_some() || row.place.is_some());
    el("ul")
        .class("list")
        .set("part", "list")
        .set("tabindex", if stops { "-1" } else { "0" })
        .set("aria-label", scene.picture.caption.clone())
        .children(rows)
}

/// A link to its page, a button where there is none, or only a text where it is not on the map.
fn line(scene: &Scene, row: &Row) -> Element {
    let line = match (&row.slug, row.place) {
        (Some(slug), _) => el("a").set("href", scene.links.gemeente(slug)),
        (None, Some(_)) => el("button").set("type", "button"),
        (None, None) => {
            let muted = row.nothing.then_some("none");
            // A gemeente of another year has no numbers of this one.
            let then = (MEER && matches!(scene.picture.andere, Some(Andere::Jaar(_)))).then_some("–");
            let figure =
                row.figure.as_deref().or(then).map(|figure| el("b").maybe("class", muted).text(figure));
            return el("span").text(&row.naam).text(" ").children(figure);
        }
    };
    let number = row.figure.clone().unwrap_or_else(|| row.count.to_string());
    let count = el("b").maybe("class", row.nothing.then_some("none")).text(&number);
    line.set("data-set", ["gemeente=", &row.code].concat())
        .maybe("aria-current", row.selected.then_some("true"))
        .text(&row.naam)
        .text(" ")
        .child(count)
}
