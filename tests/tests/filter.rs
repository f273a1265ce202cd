//! Choosing a thema or a gemeente: map, list, sentence and events say the same.
//!
//! In every engine.

use serde_json::json;
use tests::exports::{Deelnemer, deelnemers, document, items};
use tests::page::Page;
use tests::page::input::{CONTROL, ENTER};
use tests::site::Site;

/// The start page, alive.
fn start() -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page
}

/// The themas in the order of the filter: id and label.
fn themas() -> Vec<(String, String)> {
    let document = document("themas.json");
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    items(&document["themas"]).iter().map(|thema| (text(&thema["id"]), text(&thema["label"]["nl"]))).collect()
}

/// The participants known to work on a thema.
fn working_on(thema: &str) -> Vec<Deelnemer> {
    deelnemers().into_iter().filter(|deelnemer| deelnemer.themas.iter().any(|id| id == thema)).collect()
}

/// How many shapes have the colour that the legend gives to these words.
fn coloured(page: &Page, words: &str) -> usize {
    let body = "const entry = all('.legend li').find((entry) => entry.textContent.trim() === arguments[0]);
        const colour = getComputedStyle(entry.querySelector('i')).backgroundColor;
        return all('.zoom .land path').filter((path) => getComputedStyle(path).fill === colour).length;";
    page.script_with(body, &[json!(words)]).as_u64().expect("a count") as usize
}

fn attribute(page: &Page, name: &str, value: Option<&str>) {
    let body = "const [name, value] = arguments;
        const widget = document.querySelector('gka-landkaart');
        value === null ? widget.removeAttribute(name) : widget.setAttribute(name, value);";
    page.script_with(body, &[json!(name), json!(value)]);
}

/// Map, legend, list and sentences in the state of a thema.
#[track_caller]
fn assert_shows(page: &Page, thema: &str) {
    let working = working_on(thema);
    let count = working.len();
    page.wait(&format!("all('.list a').length === {count}"));
    assert_eq!(coloured(page, "werkt aan dit thema"), count, "{thema}");
    assert_eq!(coloured(page, "doet mee, met andere thema’s"), 50 - count, "{thema}");
    assert_eq!(coloured(page, "doet niet mee"), 302, "{thema}");
    let headline = page.texts("h2").concat();
    assert!(headline.starts_with(&format!("{count} van de 50 gemeenten ")), "{headline}");
    let summary = page.texts(".sum").concat();
    let gemeenten = if count == 1 { "gemeente" } else { "gemeenten" };
    assert!(summary.starts_with(&format!("{count} {gemeenten} in ")), "{summary}");
    for (row, deelnemer) in page.texts(".list a").iter().zip(&working) {
        assert!(row.starts_with(&deelnemer.naam), "{row} stands where {} should", deelnemer.naam);
    }
}

/// Map, legend, list and sentences without a thema.
#[track_caller]
fn assert_shows_all(page: &Page) {
    page.wait("all('.list a').length === 50");
    assert_eq!(coloured(page, "doet mee"), 50);
    assert_eq!(coloured(page, "doet niet mee"), 302);
    assert_eq!(page.texts("h2"), ["50 gemeenten werken samen aan gelijke kansen"]);
}

#[track_caller]
fn click_thema(page: &Page, label: &str) {
    let chip = page.script_with(
        "return all('.chips a').find((chip) => chip.textContent.startsWith(arguments[0]));",
        &[json!(label)],
    );
    assert!(!chip.is_null(), "no chip {label}");
    page.click(&chip);
}

#[test]
fn a_thema_recolours_the_map_and_shortens_the_list() {
    let page = start();
    assert_shows_all(&page);
    for (id, label) in themas().iter().take(4) {
        click_thema(&page, label);
        assert_shows(&page, id);
        let current = page.texts(".chips [aria-current]");
        assert!(current.len() == 1 && current[0].starts_with(label), "{current:?}");
    }
    click_thema(&page, "Alle thema’s");
    assert_shows_all(&page);
}

#[test]
fn choosing_a_thema_is_told_to_the_page() {
    let page = start();
    let (id, label) = themas().remove(0);
    click_thema(&page, &label);
    click_thema(&page, "Alle thema’s");
    let themas: Vec<_> = page.events("gka-filter").iter().map(|detail| detail["thema"].clone()).collect();
    assert_eq!(themas, [json!(id), json!(null)]);
    assert_eq!(page.events("gka-select"), Vec::<serde_json::Value>::new());
}

#[test]
fn choosing_what_is_chosen_is_no_news() {
    let page = start();
    let (_, label) = themas().remove(0);
    click_thema(&page, &label);
    click_thema(&page, &label);
    assert_eq!(page.events("gka-filter").len(), 1);
}

#[test]
fn a_thema_can_be_chosen_with_the_keyboard_and_keeps_the_focus() {
    let page = start();
    let (id, label) = themas().remove(1);
    page.eval("all('.chips a')[2].focus()");
    page.press(ENTER);
    assert_shows(&page, &id);
    let focused = page.text("active().textContent");
    assert!(focused.starts_with(&label), "{focused}");
}

#[test]
fn the_attributes_are_live() {
    let page = start();
    attribute(&page, "thema", Some("ouderbetrokkenheid"));
    assert_shows(&page, "ouderbetrokkenheid");
    attribute(&page, "thema", Some("taalbevordering"));
    assert_shows(&page, "taalbevordering");
    attribute(&page, "gemeente", Some("GM0599"));
    page.wait("one('.card h3')?.textContent === 'Rotterdam'");
    attribute(&page, "gemeente", None);
    page.wait("!one('.card h3')");
    attribute(&page, "thema", None);
    assert_shows_all(&page);
    assert_eq!(page.events("gka-select").len() + page.events("gka-filter").len(), 0, "only readers choose");
}

#[test]
fn what_the_reader_chose_stands_when_the_page_changes_something_else() {
    let page = start();
    page.click(&page.part(".list a"));
    page.wait("one('.card h3')");
    attribute(&page, "thema", Some("taalbevordering"));
    page.wait("all('.list a').length < 50");
    assert_eq!(page.texts(".card h3"), [deelnemers()[0].naam.as_str()]);
}

#[test]
fn an_unknown_thema_or_gemeente_chooses_nothing() {
    let page = start();
    attribute(&page, "thema", Some("bestaat-niet"));
    attribute(&page, "gemeente", Some("GM9999"));
    assert_shows_all(&page);
    assert_eq!(page.texts(".card h3"), Vec::<String>::new());
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn a_theme_page_shows_its_thema_before_and_after_the_script() {
    let site = Site::shared();
    let page = Page::open();
    page.without_scripts();
    page.goto(&site.url("thema/ouderbetrokkenheid/"));
    assert_shows(&page, "ouderbetrokkenheid");
    page.with_scripts();
    page.goto_alive(&site.url("thema/ouderbetrokkenheid/"));
    assert_shows(&page, "ouderbetrokkenheid");
}

#[test]
fn choosing_in_the_list_marks_the_map() {
    let page = start();
    let row = page.eval("all('.list a').find((row) => row.textContent.startsWith('Zwolle'))");
    page.click(&row);
    assert_eq!(page.events("gka-select"), [json!({ "code": "GM0193", "naam": "Zwolle" })]);
    let marked = "JSON.stringify(outline(one('.chosen:not(.halo)'))) ===
        JSON.stringify(outline(all('.land a').find((node) => node.ariaLabel === 'Zwolle').querySelector('path')))";
    assert_eq!(page.eval(marked), true);
    let chosen = page.strings("all('.land [aria-current]').map((node) => node.ariaLabel)");
    assert_eq!(chosen, ["Zwolle"]);
    assert_eq!(page.texts(".card h3"), ["Zwolle"]);
    assert_eq!(page.text("location.pathname"), "/", "the link is not followed");
}

#[test]
fn choosing_on_the_map_marks_the_list() {
    let page = start();
    page.click(&page.eval("all('.land a').find((node) => node.ariaLabel === 'Ede').querySelector('path')"));
    assert_eq!(page.events("gka-select"), [json!({ "code": "GM0228", "naam": "Ede" })]);
    let rows = page.texts(".list [aria-current]");
    assert!(rows.len() == 1 && rows[0].starts_with("Ede"), "{rows:?}");
    assert_eq!(page.texts(".card h3"), ["Ede"]);
    assert_eq!(page.text("location.pathname"), "/", "the link is not followed");
}

#[test]
fn choosing_in_the_list_keeps_the_focus_there() {
    let page = start();
    page.eval("all('.list a')[7].focus()");
    let row = page.text("active().textContent");
    page.press(ENTER);
    page.wait("one('.card h3')");
    assert_eq!(page.text("active().textContent"), row);
}

#[test]
fn a_click_for_a_new_tab_is_left_to_the_browser() {
    let page = start();
    // Only watches: whether the widget took the click, and no tab that a test would have to close.
    page.eval(
        "window.addEventListener('click', (event) => {
            (window.__taken ??= []).push(event.defaultPrevented);
            event.preventDefault();
        })",
    );
    for selector in [".list a", ".chips a:not([aria-current])", ".land a:last-child path"] {
        page.click_with(CONTROL, &page.part(selector));
    }
    page.hover(&page.part("h2"));
    assert_eq!(page.eval("__taken"), json!([false, false, false]));
    assert_eq!(page.events("gka-select").len() + page.events("gka-filter").len(), 0);
    assert_shows_all(&page);
}
