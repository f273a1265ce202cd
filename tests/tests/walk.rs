//! From finding to comparing with the keyboard alone.

use serde_json::json;
use tests::page::Page;
use tests::page::input::{ENTER, ESCAPE, SHIFT, TAB};
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
