//! What a screen reader is given, as a person last read it. `GKA_BLESS=1` writes it anew.

use tests::golden;
use tests::page::Page;
use tests::site::Site;
use tests::state::STATES;

#[test]
fn lists_and_cards_say_what_they_said() {
    let page = Page::open();
    let mut wrong = Vec::new();
    for (name, path) in [
        ("lijst", "embed/interventies/?thema=loopbaanleren&orde=gemeente"),
        ("lijst-niets", "embed/interventies/?zoek=qqqqqq"),
        ("cijfer-gemeente", "embed/indicator/?indicator=opleiding-laag&gemeente=GM0505"),
        ("cijfer-ontbreekt", "embed/indicator/?indicator=onderadvies&gemeente=GM0193"),
        ("cijfer-wijken", "embed/indicator/?indicator=ses-woa&gemeente=GM0363"),
        ("cijfer-samenhang", "embed/indicator/?indicator=opleiding-laag-ses&gemeente=GM0363"),
        ("cijfer-scholen", "embed/indicator/?indicator=achterstandsscore&gemeente=GM0505"),
        ("profiel", "embed/gemeente/?gemeente=GM1979"),
        ("tijdlijn", "embed/tijdlijn/?jaar=2018"),
        ("voortgang", "embed/voortgang/"),
    ] {
        page.goto_complete(&Site::shared().url(path));
        wrong.extend(golden::text(&format!("tree/{name}.txt"), &page.tree()).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_state_says_what_it_said() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/landkaart/"));
    let mut wrong = Vec::new();
    for state in STATES {
        page.show(&state);
        wrong.extend(golden::text(&format!("tree/{}.txt", state.name), &page.tree()).err());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
