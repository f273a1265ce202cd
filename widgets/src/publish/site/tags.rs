//! The tags of the widgets as a page holds them: each with all that it shows, in the light DOM.

use super::Release;
use crate::model::Choice;
use crate::publish::page::{MARK, up};
use crate::publish::render::Shapes;
use crate::view::Links;

/// Where the view's markup after the map begins.
const AFTER_MAP: &str = "<div class=\"side\"";

/// A tag on a page that lies `depth` folders deep, with the fragment that the widget takes over.
fn tag(name: &str, depth: usize, attributes: &str, fragment: &str) -> String {
    format!("<{name} src=\"{}exports/index.json\"{attributes}>{fragment}</{name}>", up(depth))
}

/// From such a page to the others.
fn links(depth: usize) -> Links {
    Links::new(up(depth))
}

impl Release<'_> {
    /// The landkaart. The page's own sheet dresses it, and the page can be painted as soon as the map is there. In a
    /// declarative shadow root no address of the page reaches the place after the map, the sheet is applied twice, and
    /// the map stands there 75 ms later (of 580, at 4x).
    /// The map stands at the top: it waits for no frame to see that.
    pub fn tag(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        self.drawn(Shapes::Land(self.topology), depth, choice, attributes)
    }

    /// The same, drawn of other shapes.
    pub fn drawn(&self, shapes: Shapes, depth: usize, choice: &Choice, attributes: &str) -> String {
        let fragment = self.edition.map(shapes, choice, &links(depth));
        let fragment = fragment.replacen(AFTER_MAP, &format!("{AFTER_MAP} id=\"{MARK}\""), 1);
        tag("gka-landkaart", depth, &format!(" loading=\"eager\"{attributes}"), &fragment)
    }

    /// The list of interventies.
    pub fn list(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        tag("gka-interventies", depth, attributes, &self.edition.list(choice, &links(depth)))
    }

    /// The card of an indicator.
    pub fn card(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        tag("gka-indicator", depth, attributes, &self.edition.card(choice, &links(depth)))
    }

    /// The profile of a gemeente; nothing where the release has no slices.
    pub fn profile(&self, depth: usize, choice: &Choice, attributes: &str) -> Option<String> {
        Some(tag("gka-gemeente", depth, attributes, &self.edition.profile(choice, &links(depth))?))
    }

    /// The timeline; nothing where the release has none.
    pub fn timeline(&self, depth: usize, attributes: &str) -> Option<String> {
        Some(tag("gka-tijdlijn", depth, attributes, &self.edition.timeline(&links(depth))?))
    }

    /// The parts of the progress report; nothing where the release lacks one.
    pub fn report(&self, depth: usize, attributes: &str) -> Option<String> {
        Some(tag(
            "gka-voortgang",
            depth,
            attributes,
            &self.edition.report(&Choice::default(), &links(depth))?,
        ))
    }

    /// The landkaart in a state, for a page whose way to the root is `base`.
    pub fn fragment(&self, choice: &Choice, base: String) -> String {
        self.edition.map(Shapes::Land(self.topology), choice, &Links::new(base))
    }
}
