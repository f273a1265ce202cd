//! The map as SVG markup: one text, whether a page is printed with it or a browser parses it later.
//!
//! The kaart and the tegelkaart are one drawing with two kinds of shapes, in this order: gemeenten that do not take
//! part, participants (links, so that without any script each leads to its page), water over the coast, borders
//! of provinces, and empty paths for the selection, the letters of tiles, and one for the focus. Borders between gemeenten are the stroke of
//! the land in the colour of the paper: neighbours never double, and the coast gets no line.
//!
//! All of it stands in one group, which is scaled and shifted for who looks nearer. A very small participant has a ring
//! round it, and where many lie together an [inset](super::inset) shows them larger; there the ring is only seen as
//! long as the inset is not.
//!
//! # Invariant
//! The gemeenten stand in [`order`]: no attribute carries a code, the position says which it is.

mod inset;
mod letters;

use super::inset::Inset;
use super::kleuring::Patroon;
use super::path::{self, Frame};
use super::tegels::Tegels;
use super::zoom::{Bounds, Size};
use super::{Landkaart, Picture, Words};
use geodata::topology::{Polygon, Topology};
use std::sync::Arc;

/// What is drawn smaller than this part of the map's width gets a ring, with that part as its radius.
const SMALL: i32 = 36;
const RING: i32 = 48;

/// A drawing: its box in its own units, for `viewBox`, and its markup, which is empty when a page has it already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Surface {
    pub view_box: String,
    pub markup: Arc<str>,
}

/// Positions of places in the order they are drawn: who does not take part first, then participants.
pub fn order(landkaart: &Landkaart) -> Vec<usize> {
    let (on, land): (Vec<usize>, Vec<usize>) =
        (0..landkaart.places.len()).partition(|&place| landkaart.places[place].deelnemer.is_some());
    land.into_iter().chain(on).collect()
}

/// The map of `topology`, whose gemeenten stand in the order of [`Landkaart::places`].
///
/// `page` gives the address of a participant's page from its slug.
pub fn kaart(
    landkaart: &Landkaart,
    topology: &Topology,
    picture: &Picture,
    words: &Words,
    page: impl Fn(&str) -> String,
) -> Surface {
    let frame = Frame::around(topology, 4);
    let size = Size { width: frame.width, height: frame.height };
    let path = |place: usize| path::polygons(topology, frame, &topology.gemeenten[place].polygons);
    let bounds = |polygons: &[Polygon]| path::bounds(topology, frame, polygons).unwrap_or_default();
    let boxes: Vec<Bounds> = topology.gemeenten.iter().map(|region| bounds(&region.polygons)).collect();
    let inset = Inset::new(landkaart, size, &boxes);
    let shape = |place: usize| {
        let takes_part = landkaart.places[place].deelnemer;
        let ring = takes_part.map(|_| ring(boxes[place], size, inset.as_ref())).unwrap_or_default();
        ["<path d=\"", &path(place), "\"/>", &ring].concat()
    };
    let mut markup = land(landkaart, picture, page, shape, "5");
    markup.extend([
        "<path class=\"water\" fill=\"#dbe9ef\" d=\"",
        &path::polygons(topology, frame, &topology.water),
        "\"/>",
    ]);
    markup += &overlays(&path::lines(topology, frame, &topology.provinciegrenzen), "");
    if let Some(inset) = inset {
        let mut water = String::new();
        for polygon in topology.water.iter().map(std::slice::from_ref) {
            if bounds(polygon).meets(inset.window) {
                water += &path::polygons(topology, frame, polygon);
            }
        }
        let seen = |place: usize| boxes[place].meets(inset.window).then(|| path(place));
        markup += &inset::inset(landkaart, picture, words, &inset, seen, &water);
    }
    Surface { view_box: view_box(frame.width, frame.height), markup: markup.into() }
}

/// The tegelkaart, the same but for its shapes: hexagons, those of participants with the first letters of the name.
pub fn tegelkaart(
    landkaart: &Landkaart,
    tegels: &Tegels,
    picture: &Picture,
    page: impl Fn(&str) -> String,
) -> Surface {
    let shape = |place: usize| ["<path d=\"", &tegels.hexagon(place), "\"/>"].concat();
    let mut markup = land(landkaart, picture, page, shape, "8");
    let letters = letters::letters(landkaart, tegels, picture);
    markup += &overlays(&tegels.provinciegrenzen(landkaart), &letters);
    Surface { view_box: view_box(tegels.width, tegels.height), markup: markup.into() }
}

fn land(
    landkaart: &Landkaart,
    picture: &Picture,
    page: impl Fn(&str) -> String,
    shape: impl Fn(usize) -> String,
    stroke: &str,
) -> String {
    let mut markup = [
        "<g class=\"zoom\"><g class=\"land\" fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"",
        stroke,
        "\" stroke-linejoin=\"round\">",
    ]
    .concat();
    for place in order(landkaart) {
        match landkaart.deelnemer_at(place) {
            None => match picture.classes[place].name() {
                "" => markup += &shape(place),
                // A shape begins with its tag.
                class => {
                    let rest = shape(place).split_off("<path".len());
                    markup.extend(["<path class=\"", class, "\"", &rest]);
                }
            },
            Some(deelnemer) => markup.extend([
                "<a class=\"",
                picture.classes[place].name(),
                "\" fill=\"#0f5c6e\" href=\"",
                &escape(&page(&deelnemer.slug)),
                "\"><title>",
                &escape(&deelnemer.naam),
                "</title>",
                &shape(place),
                "</a>",
            ]),
        }
    }
    markup.push_str("</g>");
    markup
}

/// Round a participant that is drawn too small to be found by its colour; nothing for others. `ruim` is one that the
/// inset shows large enough.
fn ring(bounds: Bounds, Size { width, .. }: Size, inset: Option<&Inset>) -> String {
    let Bounds { left, top, right, bottom } = bounds;
    if (right - left).max(bottom - top) > width / SMALL {
        return String::new();
    }
    let [x, y, radius] =
        [left.midpoint(right), top.midpoint(bottom), width / RING].map(|length| length.to_string());
    let class = if inset.is_some_and(|inset| inset.window.holds(bounds)) { "ring ruim" } else { "ring" };
    [
        "<circle class=\"",
        class,
        "\" fill=\"none\" stroke=\"#0f5c6e\" cx=\"",
        &x,
        "\" cy=\"",
        &y,
        "\" r=\"",
        &radius,
        "\"/>",
    ]
    .concat()
}

/// What is chosen, and what it is compared with: a band that parts it from any colour, and its line.
const CHOSEN: &str = "<path class=\"pinned halo\"/><path class=\"pinned\"/><path class=\"chosen halo\"/><path class=\"chosen\"/>";

/// The lines of the provinces, what is chosen, what lies `over` that, and what has the focus.
fn overlays(provinciegrenzen: &str, over: &str) -> String {
    [
        "<path class=\"prov\" fill=\"none\" stroke=\"#fff\" stroke-width=\"9\" stroke-linejoin=\"round\" d=\"",
        provinciegrenzen,
        "\"/>",
        CHOSEN,
        over,
        "<path class=\"focus\"/></g>",
    ]
    .concat()
}

/// What the ids of patterns begin with, in a map and in its inset.
pub const PATRONEN: [&str; 2] = ["gka-", "gka-inset-"];

/// A path that is filled with a pattern.
pub fn patroon(begin: &str, patroon: Patroon, path: &str) -> String {
    let name = patroon.name();
    ["<path fill=\"url(#", begin, name, ")\" class=\"", name, "\" d=\"", path, "\"/>"].concat()
}

/// Paths that are filled with patterns, and those patterns, as large in every drawing: `width` is how wide the
/// map is in its units.
///
/// Unknown: dots. Too few people: lines that rise. Not applicable: lines that cross. Provisional: lines that lie,
/// over a colour.
pub fn patronen(begin: &str, width: i32, paths: &str) -> String {
    // A pattern is repeated about 110 times over the width.
    let size = (width / 110).max(4);
    let text = |part: i32| (size * part / 8).max(1).to_string();
    let (whole, half, line, dot) = (text(8), text(4), text(1), text(2));
    let pattern = |name: &str, content: &[&str]| {
        let open = [
            "<pattern id=\"",
            begin,
            name,
            "\" patternUnits=\"userSpaceOnUse\" width=\"",
            &whole,
            "\" height=\"",
            &whole,
            "\">",
        ];
        [&open.concat(), &content.concat(), "</pattern>"].concat()
    };
    let stroke = ["\" stroke-width=\"", &line, "\"/>"].concat();
    let rising = ["<path d=\"M0 ", &whole, "L", &whole, " 0", &stroke].concat();
    let falling = ["<path d=\"M0 0L", &whole, " ", &whole, &stroke].concat();
    let lying = ["<path d=\"M0 ", &half, "h", &whole, &stroke].concat();
    let dots = ["<circle cx=\"", &half, "\" cy=\"", &half, "\" r=\"", &dot, "\"/>"].concat();
    [
        "<g class=\"patronen\"><defs>",
        &pattern("onbekend", &[&dots]),
        &pattern("geheim", &[&rising]),
        &pattern("nvt", &[&rising, &falling]),
        &pattern("voorlopig", &[&lying]),
        "</defs>",
        paths,
        "</g>",
    ]
    .concat()
}

fn view_box(width: i32, height: i32) -> String {
    ["0 0 ", &width.to_string(), " ", &height.to_string()].concat()
}

/// Text made safe inside markup and attribute values.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, Words, fixture};

    fn drawn() -> Surface {
        let landkaart = fixture::landkaart();
        let picture = Picture::new(&landkaart, &Words::dutch(), &Choice::default().and("thema=taal"));
        kaart(&landkaart, &fixture::topology(), &picture, &Words::dutch(), |slug| {
            format!("gemeente/{slug}/?a&b")
        })
    }

    #[test]
    fn participants_are_drawn_last_as_links_with_a_name() {
        assert_eq!(order(&fixture::landkaart()), [1, 2, 0, 3]);
        let markup = drawn().markup;
        assert_eq!(markup.matches("<a ").count(), 2);
        assert!(
            markup.contains(
                "class=\"on\" fill=\"#0f5c6e\" href=\"gemeente/adorp/?a&amp;b\"><title>Adorp</title>"
            )
        );
        assert!(markup.contains("class=\"dim\""));
    }

    #[test]
    fn names_cannot_break_out_of_the_markup() {
        assert!(drawn().markup.contains("<title>Dronrijp &amp; Co</title>"));
    }

    #[test]
    fn four_patterns_are_four_drawings() {
        let drawing = patronen(PATRONEN[0], 2200, "<path d=\"M0 0\"/>");
        assert_eq!(drawing.matches("<pattern ").count(), 4);
        assert!(
            drawing.contains("width=\"20\"") && drawing.ends_with("</defs><path d=\"M0 0\"/></g>"),
            "{drawing}"
        );
    }

    #[test]
    fn the_box_holds_the_land_and_its_stroke() {
        assert_eq!(drawn().view_box, "0 0 28 28");
    }

    #[test]
    fn the_tegelkaart_is_the_same_with_hexagons() {
        let landkaart = fixture::landkaart();
        let picture = Picture::new(&landkaart, &Words::dutch(), &Choice::default());
        let cells = [("GM0001".to_owned(), [0, 0]), ("GM0004".to_owned(), [1, 1])];
        let drawn =
            tegelkaart(&landkaart, &Tegels::new(&landkaart, &cells), &picture, |slug| slug.to_owned());
        assert_eq!(drawn.markup.matches("<path").count(), 4 + 6, "{}", drawn.markup);
        assert!(
            drawn.markup.contains("<title>Adorp</title><path d=\"M60 10l50 29v58l-50 29l-50-29v-58z\"/>")
        );
        // Letters are no part of a link.
        assert!(drawn.markup.contains(">Ado</text><text") && !drawn.markup.contains("</text></a>"));
    }
}
