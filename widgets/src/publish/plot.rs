//! A small plot as SVG that says in words what it shows.

use crate::model::cijfer::kort;
use crate::model::spreiding::{HEIGHT, Spreiding, WIDTH};
use geodata::contract::{Indicator, Waarde};
use maud::{Markup, html};

/// Where one area stands among all known figures; nothing where there is no spread.
pub fn spread(indicator: &Indicator, known: &[f64], here: Option<(&str, f64)>) -> Markup {
    let Some(spreiding) = Spreiding::new(known.iter().copied()) else { return html! {} };
    let text = |value| kort(indicator, &Waarde::precies(value));
    let mut label = format!(
        "Verdeling over {} gebieden, van {} tot {}.",
        known.len(),
        text(spreiding.min),
        text(spreiding.max)
    );
    if let Some((naam, value)) = here {
        label.push_str(&format!(" {naam}: {}.", text(value)));
    }
    html! {
        svg class="spread" viewBox={ "0 0 " (WIDTH) " " (HEIGHT) } role="img" aria-label=(label) {
            path d=(spreiding.path()) {}
            @if let Some((_, value)) = here { path class="here" d={ "M" (spreiding.position(value)) " 0v" (HEIGHT) } {} }
        }
        p class="ends" { span { (text(spreiding.min)) } span { (text(spreiding.max)) } }
    }
}
