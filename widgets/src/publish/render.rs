//! A view printed once as HTML text.

use crate::model::{Choice, Landkaart, Picture, surface};
use crate::view::{LandkaartView, Links};
use geodata::topology::Topology;
use leptos::callback::UnsyncCallback;
use leptos::prelude::*;
use std::sync::Arc;

/// The landkaart in one state, as a fragment that a widget of the same release takes over.
pub fn landkaart(landkaart: &Arc<Landkaart>, topology: &Topology, choice: Choice, links: Links) -> String {
    let picture = Picture::new(landkaart, choice);
    let surface = surface::surface(landkaart, topology, &picture, |slug| links.gemeente(slug));
    let owner = Owner::new();
    let html = owner.with(|| {
        view! {
            <div data-gka-release=landkaart.release.clone()>
                <LandkaartView
                    landkaart=Arc::clone(landkaart)
                    links
                    choice=Signal::stored(choice)
                    choose=UnsyncCallback::new(|_| ())
                    markup=Some(surface.markup)
                    view_box=surface.view_box
                    svg=NodeRef::new()
                />
            </div>
        }
        .to_html()
    });
    owner.cleanup();
    html.replace("<!>", "")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn printed(choice: Choice) -> String {
        landkaart(
            &Arc::new(fixture::landkaart()),
            &fixture::topology(),
            choice,
            Links { base: "../".to_owned() },
        )
    }

    #[test]
    fn without_script_all_of_it_is_there() {
        let html = printed(Choice::default());
        assert!(html.starts_with("<div data-gka-release=\"abc\">"), "{html}");
        for text in [
            "2 gemeenten werken samen",
            "<title>Adorp</title>",
            "Dronrijp &amp; Co",
            "Kadaster · CBS",
            "22 januari 2021",
        ] {
            assert!(html.contains(text), "{text} is missing in {html}");
        }
        assert!(html.contains("href=\"../gemeente/adorp/\""));
        assert!(html.contains("href=\"../thema/taal/\""));
    }

    #[test]
    fn nothing_in_it_needs_a_looser_policy() {
        let html = printed(Choice { thema: Some(0), place: Some(0) });
        for forbidden in ["style=", "<style", "<script", " onclick", "javascript:"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}
