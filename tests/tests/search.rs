//! Finding a gemeente by typing.

use serde_json::json;
use tests::page::Page;
use tests::page::input::{DOWN, ENTER, ESCAPE, TAB, UP};
use tests::site::Site;

/// The start page, alive, with the focus in the field and its other names there.
fn field() -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("one('.search input').focus()");
    page
}

fn type_(page: &Page, text: &str) {
    for letter in text.chars() {
        page.press(&letter.to_string());
    }
}

fn shown(page: &Page) -> Vec<String> {
    page.texts(".search [role=option]")
}

/// Waits for the first of what is shown: other names come over the network.
#[track_caller]
fn first(page: &Page, text: &str) {
    page.wait(&format!("one('.search [role=option]')?.textContent === {}", json!(text)));
}

fn expanded(page: &Page) -> bool {
    page.text("one('.search input').getAttribute('aria-expanded')") == "true"
}

#[test]
fn the_beginning_of_a_name_is_enough_and_enter_chooses() {
    let page = field();
    type_(&page, "zwo");
    assert_eq!(shown(&page), ["Zwolle Overijssel"]);
    assert_eq!(page.text("one('.search [role=status]').textContent"), "1 gemeente gevonden.");
    page.press(ENTER);
    assert_eq!(page.events("gka-select"), [json!({ "code": "GM0193", "naam": "Zwolle" })]);
    assert_eq!(page.texts(".card h3"), ["Zwolle"]);
    assert_eq!(page.text("one('.search input').value"), "Zwolle");
    assert!(!expanded(&page));
    assert_eq!(page.eval("active() === one('.search input')"), true, "the focus stays");
}

#[test]
fn a_gemeente_by_another_name_and_by_one_from_before_a_merger() {
    let page = field();
    type_(&page, "den bo");
    first(&page, "'s-Hertogenbosch ook: Den Bosch");
    page.press(ESCAPE);
    page.press(ESCAPE);
    assert_eq!(page.text("one('.search input').value"), "");
    type_(&page, "Delfzijl");
    first(&page, "Delfzijl sinds 2021 deel van Eemsdelta");
    page.press(ENTER);
    assert_eq!(page.events("gka-select").last(), Some(&json!({ "code": "GM1979", "naam": "Eemsdelta" })));
}

#[test]
fn the_other_names_are_fetched_when_a_reader_begins_to_search_and_once() {
    let detour = tests::detour::Detour::to(Site::shared());
    let page = Page::open();
    page.goto_alive(&detour.url(""));
    assert_eq!(detour.asked("zoek-2021.json"), 0);
    page.eval("one('.search input').focus()");
    type_(&page, "the hag");
    first(&page, "Den Haag ook: The Hague");
    page.press(TAB);
    page.eval("one('.search input').focus()");
    assert_eq!(detour.asked("zoek-2021.json"), 1);
}

#[test]
fn arrows_go_through_the_list_and_the_focus_stays_in_the_field() {
    let page = field();
    type_(&page, "am");
    let shown = shown(&page);
    assert!(shown.len() > 2, "{shown:?}");
    let active = || {
        page.text(
            "(() => {
                const id = one('.search input').getAttribute('aria-activedescendant');
                const row = id && one(`#${id}`);
                return row && row.getAttribute('aria-selected') === 'true' ? row.textContent : '';
            })()",
        )
    };
    assert_eq!(active(), "");
    page.press(DOWN);
    assert_eq!(active(), shown[0]);
    page.press(DOWN);
    assert_eq!(active(), shown[1]);
    page.press(UP);
    page.press(UP);
    assert_eq!(&active(), shown.last().unwrap(), "from the first to the last");
    page.press(DOWN);
    assert_eq!(active(), shown[0], "and on to the first");
    assert_eq!(page.eval("active() === one('.search input')"), true);
    assert_eq!(page.eval("all('.search [aria-selected=true]').length"), 1);
    let naam = shown[0].clone();
    page.press(ENTER);
    assert!(naam.starts_with(&page.texts(".card h3")[0]), "{naam}");
}

#[test]
fn escape_closes_then_empties_and_tab_goes_on() {
    let page = field();
    type_(&page, "ede");
    assert!(expanded(&page));
    page.press(ESCAPE);
    assert!(!expanded(&page));
    assert_eq!(page.text("one('.search input').value"), "ede");
    page.press(ESCAPE);
    assert_eq!(page.text("one('.search input').value"), "");
    type_(&page, "ede");
    page.press(TAB);
    assert!(!expanded(&page), "no list without the focus");
    assert_eq!(page.eval("active().closest('.search')"), json!(null), "no trap");
    assert_eq!(page.events("gka-select"), Vec::<serde_json::Value>::new(), "going on chooses nothing");
}

#[test]
fn what_is_not_found_is_said_and_seen() {
    let page = field();
    type_(&page, "xyzzy");
    page.wait("one('.search [role=status]').textContent");
    assert_eq!(page.texts(".search [role=status]"), ["Geen gemeente gevonden. Klopt de spelling?"]);
    assert!(page.eval("one('.search [role=status]').getBoundingClientRect().width").as_f64().unwrap() > 100.);
    assert!(!expanded(&page));
    page.press(ENTER);
    assert_eq!(page.events("gka-select"), Vec::<serde_json::Value>::new());
}

#[test]
fn a_click_chooses_too_and_rows_are_large_enough_for_a_thumb() {
    let page = field();
    type_(&page, "nijm");
    let heights = page.eval("all('.search [role=option]').map((row) => row.getBoundingClientRect().height)");
    for height in heights.as_array().unwrap() {
        assert!(height.as_f64().unwrap() >= 44., "{height}");
    }
    page.click(&page.part(".search [role=option]"));
    assert_eq!(page.texts(".card h3"), ["Nijmegen"]);
    assert!(!expanded(&page));
}

#[test]
fn a_combobox_is_what_assistive_technology_meets() {
    let page = field();
    type_(&page, "gron");
    page.press(DOWN);
    assert_eq!(page.names("combobox")[0], "Zoek een gemeente");
    assert_eq!(page.names("listbox"), ["Zoek een gemeente"]);
    assert!(
        page.names("option").iter().any(|name| name.starts_with("Groningen")),
        "{:?}",
        page.names("option")
    );
    assert_eq!(page.axe(), Vec::<String>::new());
}

#[test]
fn an_unkind_text_finds_nothing_and_breaks_nothing() {
    let page = field();
    page.script_with(
        "const input = one('.search input');
        for (const text of arguments[0]) {
            input.value = text;
            input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        }",
        &[json!([
            "<img src=x onerror=alert(1)>",
            "\u{202e}ede",
            "\u{0}",
            "é".repeat(10_000),
            "😀",
            "' OR 1=1"
        ])],
    );
    assert_eq!(shown(&page), Vec::<String>::new());
    assert_eq!(page.errors(), Vec::<String>::new());
}
