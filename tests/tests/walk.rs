//! Everything with the keyboard alone: on the map from finding to comparing, and every field, link and file of each widget.

use serde_json::json;
use tests::page::Page;
use tests::page::input::{DOWN, ENTER, ESCAPE, LEFT, RIGHT, SHIFT, TAB, UP};
use tests::site::Site;

/// The embed page, alive, with the focus before the widget.
fn before_the_widget() -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/landkaart/"));
    page
}

/// Presses Tab, or Tab backwards, until the focus is on what fits; how often.
#[track_caller]
fn tab_to(page: &Page, selector: &str, backwards: bool) -> usize {
    let there = format!(
        "(() => {{ const node = active(); return node?.getRootNode().host?.localName.startsWith('gka-') && node.matches({}); }})()",
        json!(selector)
    );
    for times in 0..300 {
        if page.eval(&there) == true {
            return times;
        }
        if backwards { page.press_with(SHIFT, TAB) } else { page.press(TAB) }
    }
    panic!("no way by Tab to {selector}");
}

/// From the map: found, opened, compared with another, and left.
#[test]
fn a_gemeente_is_found_opened_compared_and_left_in_ten_presses() {
    let page = before_the_widget();
    tab_to(&page, ".land [tabindex='0']", false);
    let mut presses = 0;
    let mut press = |key: &str| {
        presses += 1;
        page.press(key);
    };
    // Found by its first letter, and opened.
    press("z");
    let found = page.focused_place();
    assert!(found.starts_with('Z'), "{found}");
    press(ENTER);
    page.wait("one('.card h3')");
    assert_eq!(page.texts(".card h3"), [found.as_str()]);
    // Kept beside another.
    presses += tab_to(&page, ".card button", false);
    page.press(ENTER);
    page.wait("all('.card h3').length === 2");
    presses += 1 + tab_to(&page, ".land [tabindex='0']", true);
    let mut press = |key: &str| {
        presses += 1;
        page.press(key);
    };
    press("d");
    let other = page.focused_place();
    press(ENTER);
    page.wait("one('.pinned').getAttribute('d')");
    assert_eq!(page.texts(".card h3"), [found, other]);
    press(ESCAPE);
    assert_eq!(page.eval("active().closest('.list') !== null"), true);
    assert!(presses <= 10, "{presses} presses");
}

/// Puts the focus before all of the page.
fn to_the_start(page: &Page) {
    page.eval(
        "(document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex'))",
    );
}

/// Presses Tab to what fits, and then a key.
#[track_caller]
fn use_key(page: &Page, selector: &str, key: &str) {
    to_the_start(page);
    tab_to(page, selector, false);
    page.press(key);
}

#[test]
fn everything_a_mouse_can_do_the_keyboard_can() {
    let page = before_the_widget();
    let chosen = |key: &str| page.text(&format!("document.querySelector('gka-landkaart').{key} ?? ''"));
    use_key(&page, ".chips a[data-set='thema=taalbevordering']", ENTER);
    page.wait("one('.chips [aria-current]').dataset.set === 'thema=taalbevordering'");
    use_key(&page, ".chips a[data-set='thema=']", ENTER);
    page.wait("one('.chips [aria-current]').dataset.set === 'thema='");
    // Choices: a field and the slider of years.
    use_key(&page, ".keuzes summary", ENTER);
    page.wait("one('.velden input[type=range]')");
    use_key(&page, ".velden select[data-set='provincie=']", DOWN);
    page.wait("document.querySelector('gka-landkaart').provincie");
    assert!(page.texts(".list a").len() < 50, "fewer than all");
    use_key(&page, ".velden select[data-set='provincie=']", UP);
    page.wait("!document.querySelector('gka-landkaart').provincie");
    use_key(&page, ".velden input[type=range]", LEFT);
    page.wait("document.querySelector('gka-landkaart').peildatum");
    use_key(&page, ".velden input[type=range]", RIGHT);
    page.wait("!one('svg.jaarkaart')");
    use_key(&page, ".keuzes summary", ENTER);
    // The three views.
    use_key(&page, ".toggle a[data-set='weergave=tegels']", ENTER);
    page.wait("one('svg.tegels')?.checkVisibility()");
    use_key(&page, ".toggle a[data-set='weergave=lijst']", ENTER);
    page.wait("!one('svg.tegels').checkVisibility()");
    use_key(&page, ".toggle a[data-set='weergave=']", ENTER);
    page.wait("one('svg.kaart').checkVisibility()");
    // Nearer, by the bar and on the map itself.
    use_key(&page, ".zoombar button[data-zoom='+']", ENTER);
    page.wait("one('svg.kaart').hasAttribute('data-near')");
    use_key(&page, ".land [tabindex='0']", "0");
    page.wait("!one('svg.kaart').hasAttribute('data-near')");
    // A gemeente by its name, its wijken, and back.
    use_key(&page, ".search input", "a");
    for letter in ["m", "s", "t", "e", "r", "d", "a", "m"] {
        page.press(letter);
    }
    page.press(ENTER);
    page.wait("one('.card h3')?.textContent === 'Amsterdam'");
    assert_eq!(chosen("gemeente"), "GM0363");
    use_key(&page, ".card button[data-set='wijken=open']", ENTER);
    page.wait("one('svg.wijkkaart')");
    use_key(&page, ".card button[data-set='wijken=']", ENTER);
    page.wait("!one('svg.wijkkaart')");
    // What can be taken away.
    use_key(&page, ".take summary", ENTER);
    page.wait("one('.take').open");
    let ways = page.eval("all('.take :is(a, button)').length").as_u64().unwrap();
    for way in 0..ways {
        to_the_start(&page);
        assert!(tab_to(&page, ".take :is(a, button)", false) > 0, "way {way} can be reached");
    }
}

/// A widget without a map on the page that is embedded, alive.
fn embedded(tag: &str, state: &str) -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(&format!("embed/{tag}/?{state}")));
    page
}

/// Opens what can be taken away by the keyboard; every file can be reached, and the first has what is said.
#[track_caller]
fn take_away(page: &Page, said: &str) {
    use_key(page, ".take summary", ENTER);
    page.wait("one('.take').open");
    let ways = page.eval("all('.take :is(a, button)').length").as_u64().unwrap();
    for way in 0..ways {
        assert!(tab_to(page, ".take :is(a, button)", false) < 2, "way {way} is the next");
        page.press(TAB);
    }
    page.eval("(addEventListener('click', (event) => event.preventDefault()), 1)");
    use_key(page, ".take [data-take=csv]", ENTER);
    page.wait(&format!("decodeURIComponent(one('[data-take=csv]').href).includes({})", json!(said)));
}

/// Every link that is seen can be reached, each after the one before.
#[track_caller]
fn every_link_in_its_order(page: &Page) {
    to_the_start(page);
    let seen = "all('a[href]').filter((link) => link.checkVisibility()).length";
    let links = page.eval(seen).as_u64().unwrap();
    tab_to(page, "a[href]", false);
    let mut walked = 0;
    page.eval("(window.before = null, 1)");
    while page.eval("(active()?.getRootNode().host?.localName ?? '').startsWith('gka-')") == true {
        if page.eval("active().matches('a[href]')") == true {
            walked += 1;
            let after = "!before || Boolean(before.compareDocumentPosition(active()) & 4)";
            assert_eq!(page.eval(after), true, "{}", page.text("active().textContent"));
            page.eval("(window.before = active(), 1)");
        }
        page.press(TAB);
    }
    assert_eq!(walked, links);
}

#[test]
fn in_the_list_the_keyboard_does_all() {
    let page = embedded("interventies", "");
    // Where there is little room the fields are behind a button.
    page.resize(400, 900);
    use_key(&page, ".chips a[data-set$='thema=taalbevordering']", ENTER);
    page.wait("document.querySelector('gka-interventies').thema === 'taalbevordering'");
    use_key(&page, ".meer", ENTER);
    page.wait("one('.velden select').checkVisibility()");
    for field in ["sector", "gemeente", "leefwereld", "bewijs", "status", "agenda", "orde"] {
        use_key(&page, &format!(".velden select[data-set$='{field}=']"), DOWN);
        page.wait(&format!("document.querySelector('gka-interventies').{field}"));
        use_key(&page, &format!(".velden select[data-set$='{field}=']"), UP);
        page.wait(&format!("!document.querySelector('gka-interventies').{field}"));
    }
    use_key(&page, ".chips a[data-set$='thema=']", ENTER);
    page.wait("one('.sum').textContent.endsWith('bekend')");
    use_key(&page, ".delen a", ENTER);
    page.wait("all('.items article').length && document.querySelector('gka-interventies').deel === '2'");
    every_link_in_its_order(&page);
    take_away(&page, ";");
}

#[test]
fn in_a_card_the_keyboard_does_all() {
    let page = embedded("indicator", "indicator=opleiding-laag");
    use_key(&page, ".velden select", DOWN);
    page.wait("document.querySelector('gka-indicator').gemeente");
    use_key(&page, ".velden label + label select", DOWN);
    page.wait("document.querySelector('gka-indicator').indicator !== 'opleiding-laag'");
    take_away(&page, ";");
    every_link_in_its_order(&page);
}

#[test]
fn in_a_profile_the_keyboard_does_all() {
    let page = embedded("gemeente", "gemeente=GM0505");
    use_key(&page, "details:not(.take) summary", ENTER);
    page.wait("one('details:not(.take)').open");
    every_link_in_its_order(&page);
    use_key(&page, ".velden select", DOWN);
    page.wait("document.querySelector('gka-gemeente').gemeente !== 'GM0505'");
    take_away(&page, ";");
}

#[test]
fn on_the_timeline_the_keyboard_does_all() {
    let page = embedded("tijdlijn", "");
    use_key(&page, ".velden select", DOWN);
    page.wait("all('.jaar').length === 1");
    use_key(&page, ".velden label + label select", DOWN);
    page.wait("document.querySelector('gka-tijdlijn').soort");
    take_away(&page, "2016");
    every_link_in_its_order(&page);
}

#[test]
fn in_the_report_the_keyboard_does_all() {
    let page = embedded("voortgang", "");
    every_link_in_its_order(&page);
    take_away(&page, ";");
}
