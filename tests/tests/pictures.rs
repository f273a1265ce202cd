//! The landkaart as a person last looked at it: every view and state, at three widths, light, dark and in forced
//! colours. `GKA_BLESS=1` writes the pictures anew; look at each before it is committed.

use serde_json::json;
use tests::golden;
use tests::page::Page;
use tests::site::Site;
use tests::state::{STATES, State, Theme};

/// A sidebar, a phone, a page.
const WIDTHS: [u32; 3] = [240, 480, 1120];

/// The widget alone, in letters that every computer of ours draws alike (Debian's fonts-dejavu-core).
fn alone() -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/landkaart/"));
    page.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
    page.eval("document.body.style.setProperty('font-family', '\"DejaVu Sans\"')");
    page
}

#[test]
fn every_state_looks_as_it_did() {
    let page = alone();
    let mut wrong = Vec::new();
    // Two more would say nothing new: a list of all gemeenten is as long as sixteen screens.
    for state in STATES.iter().filter(|state| !["lijst-cijfer", "kaart-buiten"].contains(&state.name)) {
        page.show(state);
        // With a figure the list has all gemeenten; below each other that is one long picture, and one is enough.
        let long = state.name.starts_with("kaart-cijfer-");
        for width in WIDTHS.into_iter().filter(|width| *width == 1120 || !long) {
            page.resize(width, 900);
            for theme in Theme::ALL {
                page.theme(theme);
                let picture = page.picture_of("gka-landkaart");
                let name = format!("look/{}-{width}-{}.png", state.name, theme.name());
                wrong.extend(golden::picture(&name, &picture).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The list: as it stands, with a thema and an order, with one that its address names, with nothing found.
const LISTS: [(&str, &str); 4] = [
    ("lijst", "sector=mbo"),
    ("lijst-thema-orde", "thema=loopbaanleren&orde=gemeente&keuzes=open"),
    ("lijst-gekozen", "thema=mentoring-en-coaching&interventie=het-hogeland-kansrijke-groningers"),
    ("lijst-niets", "zoek=qqqqqq"),
];

/// A figure: of a gemeente, of all, one that is not there, one that the wijken have too, one against another, and one
/// that the schools have too.
const CARDS: [(&str, &str); 6] = [
    ("cijfer-gemeente", "indicator=opleiding-laag&gemeente=GM0505"),
    ("cijfer-nederland", "indicator=achterstandsscore"),
    ("cijfer-ontbreekt", "indicator=onderadvies&gemeente=GM0193"),
    ("cijfer-wijken", "indicator=ses-woa&gemeente=GM0363"),
    ("cijfer-samenhang", "indicator=opleiding-laag-ses&gemeente=GM0363"),
    ("cijfer-scholen", "indicator=achterstandsscore&gemeente=GM0505"),
];

/// What is long, at two widths: a profile with a merger, roles and figures; the timeline of a year.
const LONG: [(&str, &str, &str); 2] =
    [("profiel", "gemeente", "gemeente=GM1979"), ("tijdlijn", "tijdlijn", "jaar=2018")];

fn looks(page: &Page, tag: &str, states: &[(&str, &str)], widths: &[u32]) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, state) in states {
        page.resize(1120, 900);
        page.theme(Theme::Light);
        page.goto_complete(&Site::shared().url(&format!("embed/{tag}/?{state}")));
        page.eval("document.body.style.setProperty('font-family', '\"DejaVu Sans\"')");
        for &width in widths {
            page.resize(width, 900);
            for theme in Theme::ALL {
                page.theme(theme);
                let picture = page.picture_of(&format!("gka-{tag}"));
                wrong.extend(
                    golden::picture(&format!("look/{name}-{width}-{}.png", theme.name()), &picture).err(),
                );
            }
        }
    }
    wrong
}

#[test]
fn lists_and_cards_look_as_they_did() {
    let page = Page::open();
    page.cdp("Emulation.setScrollbarsHidden", json!({ "hidden": true }));
    let mut wrong = looks(&page, "interventies", &LISTS, &WIDTHS);
    wrong.extend(looks(&page, "indicator", &CARDS, &WIDTHS));
    for (name, tag, state) in LONG {
        wrong.extend(looks(&page, tag, &[(name, state)], &WIDTHS[1..]));
    }
    // All of the report is as long as four screens where it is widest.
    wrong.extend(looks(&page, "voortgang", &[("voortgang", "")], &WIDTHS[2..]));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// As it is printed: 180 mm is what an A4 leaves between margins of 15 mm.
#[test]
fn on_paper_it_looks_as_it_did() {
    let page = alone();
    let mut wrong = Vec::new();
    for state in STATES.iter().filter(|state| state.name.contains("thema-gemeente")) {
        page.show(state);
        page.resize(680, 990);
        page.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
        );
        let picture = page.picture_of("gka-landkaart");
        wrong.extend(golden::picture(&format!("look/{}-papier.png", state.name), &picture).err());
        page.cdp("Emulation.setEmulatedMedia", json!({ "media": "" }));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn map_list_and_sources_fit_on_one_a4() {
    let page = alone();
    // A list of all gemeenten, or of the 99 wijken of Amsterdam, goes on over the next pages.
    let long = |state: &State| state.name.contains("cijfer") || state.name.contains("wijken");
    for state in STATES.iter().filter(|state| !long(state)) {
        page.show(state);
        let paper = json!({ "paperWidth": 8.27, "paperHeight": 11.69, "printBackground": true,
            "marginTop": 0.59, "marginBottom": 0.59, "marginLeft": 0.59, "marginRight": 0.59 });
        let pdf = page.cdp("Page.printToPDF", paper);
        assert_eq!(golden::pages(pdf["data"].as_str().expect("a file in base64")), 1, "{}", state.name);
    }
}
