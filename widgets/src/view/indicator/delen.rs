//! What lies in the gemeente of a card: how far apart, as dots, and each by its name in a table that opens.

use super::{drawing, ends};
use crate::model::meting::delen::Verdeling;
use crate::model::meting::plot;
use crate::model::meting::samenhang::{HEIGHT, Samenhang};
use crate::view::html::{Element, el};

pub fn verdeling(shown: &Verdeling) -> Element {
    let dots = shown.dots.as_ref().map(|dots| {
        let [from, to] = &shown.ends;
        let described = [&shown.title, ": ", from, " – ", to].concat();
        let svg = drawing("plot", described, [dots.top, plot::HEIGHT]);
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
        .children(dots)
        .children(shown.samenhang.iter().flat_map(samenhang))
        .child(table(shown))
}

/// A dot for each wijk, between what the axes are and how the figures go together.
fn samenhang(shown: &Samenhang) -> [Element; 4] {
    let svg = drawing("plot vlak", [&shown.title, ". ", &shown.said].concat(), [0, HEIGHT]);
    [
        el("h5").text(&shown.title),
        el("p").text(&shown.said),
        svg.child(el("path").class("mee").set("d", shown.dots.clone())),
        el("p").class("m").text(&shown.axes),
    ]
}

fn table(shown: &Verdeling) -> Element {
    let head = shown.columns.iter().map(|name| el("th").set("scope", "col").text(name));
    let rows = shown.rows.iter().enumerate().map(|(at, row)| {
        let cells = row.iter().enumerate().map(|(column, text)| match column {
            0 => el("th").set("scope", "row").text(text),
            _ => el("td").text(text),
        });
        el("tr").key(at).children(cells)
    });
    let table =
        el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows));
    let long = el("div").class("lang").set("tabindex", "0").set("role", "region");
    el("details")
        .child(el("summary").text(&shown.summary))
        .child(long.set("aria-label", shown.summary.clone()).child(table))
}
