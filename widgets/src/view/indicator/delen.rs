//! What lies in the gemeente of a card: how far apart, as dots, and each by its name in a table that opens.

use super::{drawing, ends};
use crate::model::meting::delen::Verdeling;
use crate::view::html::{Element, el};

pub fn verdeling(shown: &Verdeling) -> Element {
    let plot = shown.dots.as_ref().map(|dots| {
        let [from, to] = &shown.ends;
        let svg = drawing(&[&shown.title, ": ", from, " – ", to].concat(), dots.top);
        el("div")
            .child(svg.child(el("path").class("alle").set("d", dots.others.clone())))
            .child(ends(&shown.ends))
    });
    let apart = shown.apart.as_ref().map(|said| el("p").text(said));
    el("section")
        .class("inde")
        .child(el("h4").text(&shown.title))
        .child(el("p").class("m").text(&shown.note))
        .children(apart)
        .children(plot)
        .child(table(shown))
}

fn table(shown: &Verdeling) -> Element {
    let head = shown.columns.iter().map(|name| el("th").set("scope", "col").text(name));
    let rows = shown.rows.iter().enumerate().map(|(at, [naam, figure])| {
        el("tr").key(at).child(el("th").set("scope", "row").text(naam)).child(el("td").text(figure))
    });
    let table =
        el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows));
    el("details").child(el("summary").text(&shown.summary)).child(table)
}
