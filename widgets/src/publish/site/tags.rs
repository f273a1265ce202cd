//! The tags of the widgets as a page holds them: each with all that it shows, in the light DOM.

use super::Release;
use crate::model::{Choice, Taal, Words};
use crate::publish::page::{MARK, up};
use crate::publish::render::{self, Shapes};
use crate::view::Links;

/// Where the view's markup after the map begins.
const AFTER_MAP: &str = "<div class=\"side\"";

/// A tag on a page that lies `depth` folders deep.
fn tag(name: &str, depth: usize, attributes: &str, fragment: impl FnOnce(&Links) -> String) -> String {
    let root = up(depth);
    let fragment = fragment(&Links::new(root.clone()));
    format!("<{name} src=\"{root}exports/index.json\"{attributes}>{fragment}</{name}>")
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
        tag("gka-landkaart", depth, &format!(" loading=\"eager\"{attributes}"), |links| {
            let fragment = render::landkaart(&self.landkaart, shapes, choice, Taal::Nl, links);
            fragment.replacen(AFTER_MAP, &format!("{AFTER_MAP} id=\"{MARK}\""), 1)
        })
    }

    /// The list of interventies.
    pub fn list(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        tag("gka-interventies", depth, attributes, |links| {
            render::interventies(&self.interventies, choice, &Words::dutch(), links)
        })
    }

    /// The card of an indicator.
    pub fn card(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        tag("gka-indicator", depth, attributes, |links| {
            render::indicator(&self.metingen, choice, &Words::dutch(), links)
        })
    }

    /// The profile of a gemeente; nothing where the release has no slices.
    pub fn profile(&self, depth: usize, choice: &Choice, attributes: &str) -> Option<String> {
        let profielen = self.profielen.as_ref()?;
        Some(tag("gka-gemeente", depth, attributes, |links| {
            render::gemeente(profielen, choice, &Words::dutch(), links)
        }))
    }

    /// The timeline; nothing where the release has none.
    pub fn timeline(&self, depth: usize, attributes: &str) -> Option<String> {
        let verloop = self.verloop.as_ref()?;
        Some(tag("gka-tijdlijn", depth, attributes, |links| {
            render::tijdlijn(verloop, &Choice::default(), &Words::dutch(), links)
        }))
    }

    /// The parts of the progress report; nothing where the release lacks one.
    pub fn report(&self, depth: usize, attributes: &str) -> Option<String> {
        let voortgang = self.voortgang.as_ref()?;
        Some(tag("gka-voortgang", depth, attributes, |links| {
            render::voortgang(voortgang, &Choice::default(), &Words::dutch(), links)
        }))
    }

    /// The landkaart in a state, for a page whose way to the root is `base`.
    pub fn fragment(&self, choice: &Choice, base: String) -> String {
        render::landkaart(&self.landkaart, Shapes::Land(self.topology), choice, Taal::Nl, &Links::new(base))
    }
}
