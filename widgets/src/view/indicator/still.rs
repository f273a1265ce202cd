//! The plot of a card as a picture of its own: its marks in the paint they are seen in.

use super::legend;
use crate::model::Words;
use crate::model::meting::card::Card;
use crate::model::meting::plot::{HEIGHT, WIDTH};
use crate::model::sheet::{Entry, Sheet, escape};
use crate::model::zoom::Size;
use crate::view::still::{colours, seen};
use web_sys::Element;

/// A plot has few units, and a sheet counts in whole ones.
const FINE: i32 = 10;

/// Nothing where there is no plot.
pub fn sheet(widget: &Element, words: &Words, card: &Card) -> Option<Sheet> {
    let svg = widget.query_selector(".plot").ok()??;
    let mut drawing =
        ["<g transform=\"scale(", &FINE.to_string(), ")\" fill=\"none\" stroke-linecap=\"round\">"].concat();
    let mut mark = svg.first_element_child();
    while let Some(path) = mark {
        let d = path.get_attribute("d").unwrap_or_default();
        drawing.extend(["<path d=\"", &escape(&d), "\" stroke=\"", &escape(&seen(&path, "stroke"))]);
        drawing.extend(["\" stroke-width=\"", seen(&path, "stroke-width").trim_end_matches("px"), "\"/>"]);
        mark = path.next_element_sibling();
    }
    drawing.push_str("</g>");
    let entry = |(class, _, words): (&str, &str, &str)| {
        let path = svg.query_selector(&[".", class].concat()).ok()??;
        Some(Entry { fill: seen(&path, "stroke"), stroke: "none".to_owned(), words: words.to_owned() })
    };
    let bronnen: Vec<_> = card.bronnen.iter().map(|(titel, _)| titel.as_str()).collect();
    let gka = widget.query_selector(".gka").ok().flatten().unwrap_or_else(|| widget.clone());
    Some(Sheet {
        title: [&card.area, ". ", &card.title, ": ", &card.value].concat(),
        drawing,
        size: Size { width: WIDTH * FINE, height: HEIGHT * FINE },
        legend: legend(words, card).into_iter().filter_map(entry).collect(),
        notes: vec![card.described.clone(), card.note.clone(), bronnen.join("; ")],
        colours: colours(&gka),
    })
}
