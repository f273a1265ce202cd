//! The map as SVG markup: one text, whether a page is printed with it or a browser parses it later.
//!
//! Drawn in this order: gemeenten that do not take part, participants (links, so that without any
//! script each leads to its page), water over the coast, borders of provinces, and two empty paths
//! for the selection and the focus. Borders between gemeenten are the stroke of the land in the colour
//! of the paper: neighbours never double, and the coast gets no line.
//!
//! # Invariant
//! The gemeenten stand in [`order`]: no attribute carries a code, the position says which it is.

use super::path::{self, Frame};
use super::{Landkaart, Picture};
use geodata::topology::Topology;

/// The box of the map in its own units, for `viewBox`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surface {
    pub view_box: String,
    pub markup: String,
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
pub fn surface(
    landkaart: &Landkaart,
    topology: &Topology,
    picture: &Picture,
    page: impl Fn(&str) -> String,
) -> Surface {
    let frame = Frame::around(topology, 4);
    let mut markup = String::from(
        "<g class=\"land\" fill=\"#e6e8e3\" stroke=\"#fff\" stroke-width=\"5\" stroke-linejoin=\"round\">",
    );
    for place in order(landkaart) {
        let data = path::polygons(topology, frame, &topology.gemeenten[place].polygons);
        match landkaart.deelnemer_at(place) {
            None => markup.extend(["<path d=\"", &data, "\"/>"]),
            Some(deelnemer) => markup.extend([
                "<a class=\"",
                picture.classes[place].name(),
                "\" fill=\"#0f5c6e\" href=\"",
                &escape(&page(&deelnemer.slug)),
                "\"><title>",
                &escape(&deelnemer.naam),
                "</title><path d=\"",
                &data,
                "\"/></a>",
            ]),
        }
    }
    markup.extend([
        "</g><path class=\"water\" fill=\"#dbe9ef\" d=\"",
        &path::polygons(topology, frame, &topology.water),
        "\"/><path class=\"prov\" fill=\"none\" stroke=\"#fff\" stroke-width=\"9\" stroke-linejoin=\"round\" d=\"",
        &path::lines(topology, frame, &topology.provinciegrenzen),
        "\"/><path class=\"chosen\"/><path class=\"focus\"/>",
    ]);
    Surface { view_box: ["0 0 ", &frame.width.to_string(), " ", &frame.height.to_string()].concat(), markup }
}

/// Text made safe inside markup and attribute values.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice, fixture};

    fn drawn() -> Surface {
        let landkaart = fixture::landkaart();
        let picture = Picture::new(&landkaart, Choice { thema: Some(0), place: None });
        surface(&landkaart, &fixture::topology(), &picture, |slug| format!("gemeente/{slug}/?a&b"))
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
    fn the_box_holds_the_land_and_its_stroke() {
        assert_eq!(drawn().view_box, "0 0 28 28");
    }
}
