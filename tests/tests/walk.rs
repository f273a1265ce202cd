//! Every function of the landkaart with the keyboard alone.

use serde_json::json;
use tests::page::Page;
use tests::page::input::{DOWN, ENTER, ESCAPE, LEFT, SHIFT, TAB};
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
        "(() => {{ const node = active(); return node?.getRootNode().host?.matches('gka-landkaart') && node.matches({}); }})()",
        json!(selector)
    );
    for times in 0..150 {
        if page.eval(&there) == true {
            return times;
        }
        if backwards { page.press_with(SHIFT, TAB) } else { page.press(TAB) }
    }
    panic!("no way by Tab to {selector}");
}

#[track_caller]
fn headline(page: &Page) -> String {
    page.texts("h2").concat()
}

#[test]
fn every_function_can_be_reached_and_used() {
    let page = before_the_widget();
    // A thema.
    tab_to(&page, ".chips a:not([aria-current])", false);
    page.press(ENTER);
    page.wait("all('.list a').length < 50");
    assert!(page.eval("active().matches('.chips [aria-current]')") == true, "the focus stays on the thema");
    // More choices: provincie, indicator, moment.
    tab_to(&page, ".keuzes summary", false);
    page.press(ENTER);
    page.wait("all('.velden select').length >= 4 && one('.velden input[type=range]')");
    let rows = page.eval("all('.list li').length");
    tab_to(&page, "[data-set='provincie=']", false);
    page.press("G");
    page.wait(&format!("all('.list li').length < {rows}"));
    let before = headline(&page);
    tab_to(&page, "[data-set='peildatum=']", false);
    page.press(LEFT);
    page.wait(&format!("one('h2').textContent !== {}", json!(before)));
    tab_to(&page, "[data-set='indicator=']", true);
    page.press("L");
    page.wait("one('.legend .k0')");
    // All of it undone.
    tab_to(&page, ".wis", false);
    page.press(ENTER);
    page.wait("all('.list a').length === 50 && !one('.legend .k0')");
    // Each view.
    tab_to(&page, ".toggle a[href*=tegels]", true);
    page.press(ENTER);
    page.wait("one('svg.tegels').checkVisibility() && active().matches('.toggle [aria-current]')");
    // The map: a gemeente, one beside it, and out.
    tab_to(&page, "svg.tegels .land [tabindex='0']", false);
    page.press(DOWN);
    page.press(ENTER);
    page.wait("one('.card h3')");
    tab_to(&page, ".card button", false);
    page.press(ENTER);
    page.wait("all('.card h3').length === 2");
    tab_to(&page, "svg.tegels .land [tabindex='0']", true);
    page.press(DOWN);
    page.press(ENTER);
    page.wait("all('.card h3').length === 2 && one('.pinned').getAttribute('d')");
    page.press(ESCAPE);
    assert_eq!(page.eval("active().closest('.list') !== null"), true, "out of the map, to the list");
    // The list.
    page.press(TAB);
    let row = page.text("active().textContent");
    page.press(ENTER);
    page.wait("one('.list [aria-current]')");
    assert_eq!(page.texts(".list [aria-current]"), [row.trim()]);
    tab_to(&page, ".toggle a[href*=lijst]", true);
    page.press(ENTER);
    page.wait("!one('svg.tegels').checkVisibility() && !one('svg.kaart').checkVisibility()");
    assert_eq!(page.eval("active().matches('.toggle [aria-current]')"), true, "the focus stays on the view");
    assert_eq!(page.texts(".list [aria-current]"), [row.trim()], "and the choice stays");
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
