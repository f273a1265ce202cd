//! The states of the landkaart that are looked at: by a person, by a screen reader, by engines with rules.

use super::page::Page;
use serde_json::json;

/// One state, as the attributes of the tag ask for it.
#[derive(Debug, Clone, Copy)]
pub struct State {
    pub name: &'static str,
    pub attributes: &'static [(&'static str, &'static str)],
    /// True when the widget shows it.
    pub ready: &'static str,
}

/// Each view, with and without what can be chosen in it.
pub const STATES: [State; 15] = [
    state("kaart", &[], "all('.list a').length === 50"),
    state("kaart-thema", &[THEMA], "all('.list a').length < 50 && one('.land .dim')"),
    state("kaart-thema-gemeente", &[THEMA, DORDRECHT], "all('.list a').length < 50 && one('.card h3')"),
    // Aalsmeer does not take part.
    state("kaart-buiten", &[("gemeente", "GM0358")], "one('.card h3')"),
    state("kaart-niets", &[THEMA, ("provincie", "PV26")], "all('.list a').length === 0"),
    state("kaart-keuzes", &[("keuzes", "open")], "one('.velden input') && all('.velden select').length >= 4"),
    state("kaart-cijfer", &[CIJFER], SCALE),
    state(
        "kaart-cijfer-vergelijk",
        &[CIJFER, DORDRECHT, ("vergelijk", "GM0599")],
        "all('.card h3').length === 2",
    ),
    // Not every gemeente has this figure.
    state("kaart-cijfer-gaten", &[("indicator", "eindscore-route8")], "one('.patronen path')"),
    state("kaart-jaar", &[("peildatum", "2019-11-19")], "one('svg.jaarkaart .on')"),
    state("kaart-wijken", &[("gemeente", "GM0363"), ("wijken", "open")], "one('svg.wijkkaart .k4')"),
    state("tegels", &[TEGELS], "one('svg.tegels .land')?.checkVisibility()"),
    state(
        "tegels-thema-gemeente",
        &[TEGELS, THEMA, DORDRECHT],
        "one('svg.tegels .land .dim')?.checkVisibility() && one('.card h3')",
    ),
    state("lijst-gemeente", &[LIJST, DORDRECHT], "!one('svg.kaart').checkVisibility() && one('.card h3')"),
    state("lijst-cijfer", &[LIJST, CIJFER], "!one('svg.kaart').checkVisibility() && one('.legend .k4')"),
];

const THEMA: (&str, &str) = ("thema", "taalbevordering");
const DORDRECHT: (&str, &str) = ("gemeente", "GM0505");
const CIJFER: (&str, &str) = ("indicator", "opleiding-laag");
const TEGELS: (&str, &str) = ("weergave", "tegels");
const LIJST: (&str, &str) = ("weergave", "lijst");
const SCALE: &str = "one('.legend .k4') && one('.land .k4')";

const fn state(
    name: &'static str,
    attributes: &'static [(&'static str, &'static str)],
    ready: &'static str,
) -> State {
    State { name, attributes, ready }
}

/// Colours that a reader or a system asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    Forced,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Forced];

    pub fn name(self) -> &'static str {
        match self {
            Theme::Light => "licht",
            Theme::Dark => "donker",
            Theme::Forced => "geforceerd",
        }
    }
}

impl Page {
    /// Puts the widget of the page, which is alive, in a state.
    #[track_caller]
    pub fn show(&self, state: &State) {
        let attributes: serde_json::Map<String, serde_json::Value> =
            state.attributes.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        self.script_with(
            "const widget = document.querySelector('gka-landkaart');
            for (const { name } of [...widget.attributes])
                if (!['src', 'lang'].includes(name) && !(name in arguments[0])) widget.removeAttribute(name);
            for (const [name, value] of Object.entries(arguments[0]))
                if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);",
            &[attributes.into()],
        );
        self.wait(state.ready);
    }

    pub fn theme(&self, theme: Theme) {
        let (scheme, forced) = match theme {
            Theme::Light => ("light", "none"),
            Theme::Dark => ("dark", "none"),
            Theme::Forced => ("light", "active"),
        };
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "forced-colors", "value": forced },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
    }
}
