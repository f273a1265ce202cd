//! The plots of a card as one picture of its own: their marks in the paint they are seen in.

use super::legend;
use crate::model::Words;
use crate::model::meting::card::Card;
use crate::model::meting::plot::{Plot, WIDTH};
use crate::model::sheet::{Colours, Entry, Figure, Sheet, escape};
use crate::model::zoom::Size;
use crate::view::still::{colours, seen};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A plot has few units, and a sheet counts in whole ones.
const FINE: i32 = 10;

/// Nothing where there is no plot.
pub fn sheet(widget: &Element, words: &Words, card: &Card) -> Option<Sheet> {
    let gka = widget.query_selector(".gka").ok().flatten().unwrap_or_else(|| widget.clone());
    let colours = colours(&gka);
    let plots = widget.query_selector_all(".plot").ok()?;
    let mut figures = Vec::new();
    for (at, plot) in card.plots().into_iter().enumerate() {
        let svg = plots.get(at as u32)?.dyn_into::<Element>().ok()?;
        let legend = if at == 0 && card.dots.is_some() { entries(&svg, words, card) } else { Vec::new() };
        figures.push(Figure { legend, ..whole(&svg, || figure(&svg, plot, &colours)) });
    }
    figures.first()?;
    let bronnen: Vec<_> = card.bronnen.iter().map(|(titel, _)| titel.as_str()).collect();
    Some(Sheet {
        title: [&card.area, ". ", &card.title, ": ", &card.value].concat(),
        figures,
        notes: vec![card.note.clone(), bronnen.join("; ")],
        colours,
    })
}

/// What `read` finds of a plot when its marks are as wide as where it has all its room.
fn whole<T>(svg: &Element, read: impl FnOnce() -> T) -> T {
    // SVG and HTML elements share their `style`, but no interface that web-sys knows.
    let style = svg.unchecked_ref::<HtmlElement>().style();
    for (width, whole) in [("--gka-stip", "3"), ("--gka-streep", "2")] {
        let _ = style.set_property(width, whole);
    }
    let found = read();
    for width in ["--gka-stip", "--gka-streep"] {
        let _ = style.remove_property(width);
    }
    found
}

/// The marks of a plot on its axes.
fn figure(svg: &Element, Plot { said, frame: [top, bottom], upright }: Plot, colours: &Colours) -> Figure {
    let from = if upright { top } else { bottom };
    let [fine, above, from, low, wide] =
        [FINE, -top * FINE, from, bottom, WIDTH].map(|number| number.to_string());
    let mut drawing = [
        "<g transform=\"translate(0 ",
        &above,
        ")scale(",
        &fine,
        ")\" fill=\"none\" stroke-linecap=\"round\">",
    ]
    .concat();
    let mut line = |d: &str, stroke: &str, width: &str, dashes: &str| {
        drawing.extend(["<path d=\"", &escape(d), "\" stroke=\"", &escape(stroke), "\" stroke-width=\""]);
        drawing.extend([width, "\" stroke-dasharray=\"", dashes, "\"/>"]);
    };
    line(&["M0 ", &from, "V", &low, "H", &wide].concat(), &colours.quiet, ".5", "none");
    let mut mark = svg.first_element_child();
    while let Some(path) = mark {
        let d = path.get_attribute("d").unwrap_or_default();
        let seen = |property| seen(&path, property);
        line(&d, &seen("stroke"), seen("stroke-width").trim_end_matches("px"), &seen("stroke-dasharray"));
        mark = path.next_element_sibling();
    }
    drawing.push_str("</g>");
    let size = Size { width: WIDTH * FINE, height: (bottom - top) * FINE };
    Figure { said, drawing, size, legend: Vec::new() }
}

/// The legend of the dots, in the paint of a mark of each kind.
fn entries(svg: &Element, words: &Words, card: &Card) -> Vec<Entry> {
    let entry = |(class, _, words): (&str, &str, &str)| {
        let path = svg.query_selector(&[".", class].concat()).ok()??;
        Some(Entry { fill: seen(&path, "stroke"), stroke: "none".to_owned(), words: words.to_owned() })
    };
    legend(words, card).into_iter().filter_map(entry).collect()
}
