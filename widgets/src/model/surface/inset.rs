//! The inset as markup: the shapes that meet its window, drawn a second time, larger, in a corner of the drawing.
//!
//! They repeat the paths of the land to the byte, which costs next to nothing over the line (brotli writes a pointer
//! back) and, unlike `<use>`, nothing in the browser: no clones, and rules of the sheet that mean the same in every
//! engine. It is nothing of its own for who does not see it, and no stop for the Tab key: every shape of it is in the
//! land as well.

use super::{CHOSEN, escape, order};
use crate::model::inset::{Inset, caption};
use crate::model::zoom::Bounds;
use crate::model::{Landkaart, Picture, Words};

/// `path` is of a place that is seen in the window. `data-at` are the positions of what is seen among the shapes of the
/// land.
pub fn inset(
    landkaart: &Landkaart,
    picture: &Picture,
    words: &Words,
    inset: &Inset,
    path: impl Fn(usize) -> Option<String>,
    water: &str,
) -> String {
    let (window, shown) = (square(inset.window), square(inset.frame));
    let (mut places, mut positions, mut land) = (Vec::new(), String::new(), String::new());
    for (position, place) in order(landkaart).into_iter().enumerate() {
        if let Some(path) = path(place) {
            let fill = landkaart.places[place].deelnemer.map(|_| "\" fill=\"#0f5c6e").unwrap_or_default();
            let class = picture.classes[place].name();
            land += &["<path class=\"", class, fill, "\" d=\"", &path, "\"/>"].concat();
            positions += &[&position.to_string(), " "].concat();
            places.push(place);
        }
    }
    let [x, y, to_x, to_y] = inset.leader().map(|length| length.to_string());
    let [text_x, text_y, ..] = numbers(Bounds { top: inset.frame.bottom, ..inset.frame });
    [
        "<g class=\"inset\" aria-hidden=\"true\"><svg",
        &shown,
        "\" viewBox=\"",
        &numbers(inset.window).join(" "),
        "\"><rect class=\"sea\" fill=\"#fff\"",
        &window,
        "\"/><g class=\"land\" fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"2\" stroke-linejoin=\"round\" data-at=\"",
        &positions,
        "\">",
        &land,
        "</g><path class=\"water\" fill=\"#dbe9ef\" d=\"",
        water,
        "\"/>",
        CHOSEN,
        "<path class=\"focus\"/></svg>\
         <g class=\"kader\" fill=\"none\" stroke=\"#55636d\" stroke-width=\"3\"><rect",
        &shown,
        "\"/><rect",
        &window,
        "\"/><path d=\"M",
        &[x, y, to_x, to_y].join(" "),
        "\"/></g><text x=\"",
        &text_x,
        "\" y=\"",
        &text_y,
        "\" dy=\"1.2em\" font-size=\"40\">",
        &escape(&caption(landkaart, words, &places)),
        "</text></g>",
    ]
    .concat()
}

fn numbers(bounds: Bounds) -> [String; 4] {
    [bounds.left, bounds.top, bounds.width(), bounds.height()].map(|length| length.to_string())
}

/// Its attributes, as far as the last quotation mark.
fn square(bounds: Bounds) -> String {
    let [x, y, width, height] = numbers(bounds);
    [" x=\"", &x, "\" y=\"", &y, "\" width=\"", &width, "\" height=\"", &height].concat()
}
