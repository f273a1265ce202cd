//! The rules of axe-core and IBM in every state, view and look of the landkaart.

use serde_json::json;
use tests::page::Page;
use tests::site::Site;

/// What is asked for, and what shows that it came.
const STATES: [(&str, &str); 7] = [
    ("", ".list a"),
    ("thema=taalbevordering&gemeente=GM0202", ".card h3"),
    ("gemeente=GM0202&vergelijk=GM0363", ".card article + article"),
    ("keuzes=open&sector=po", ".velden select[data-set^=sector] [selected][value=po]"),
    ("indicator=opleiding-laag&gemeente=GM0202", ".legend .k4"),
    ("peildatum=2019-11-19", ".take a[href*='peildatum=2019-11-19']"),
    ("gemeente=GM0363&zoom=PV27", ".card h3"),
];

#[track_caller]
fn keep_to_the_rules(states: &[(&str, &str)], weergave: &str) {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/landkaart/"));
    for (state, sign) in states {
        page.script_with(
            "const host = document.querySelector('gka-landkaart');
            for (const name of ['thema', 'gemeente', 'vergelijk', 'keuzes', 'sector', 'indicator', 'peildatum', 'zoom', 'wijken'])
                host.removeAttribute(name);
            const state = new URLSearchParams(arguments[0]);
            state.set('weergave', arguments[1]);
            for (const [name, value] of state) host.setAttribute(name, value);",
            &[json!(state), json!(weergave)],
        );
        page.wait(&format!("one({})", json!(sign)));
        page.wait("one('.gka').dataset.weergave === document.querySelector('gka-landkaart').weergave");
        page.keeps_to_the_rules(&format!("{weergave} {state}"));
    }
}

#[test]
fn the_kaart_keeps_to_them() {
    keep_to_the_rules(&STATES, "kaart");
}

#[test]
fn the_tegelkaart_keeps_to_them() {
    keep_to_the_rules(&STATES, "tegels");
}

#[test]
fn the_lijst_keeps_to_them() {
    keep_to_the_rules(&STATES, "lijst");
}

#[test]
fn the_map_of_wijken_keeps_to_them() {
    keep_to_the_rules(&[("gemeente=GM0363&wijken=open", "svg.wijkkaart .k4")], "kaart");
}
