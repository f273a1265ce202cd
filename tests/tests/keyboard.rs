//! The map without a mouse.
//!
//! In every engine.

use serde_json::json;
use std::collections::HashSet;
use tests::exports::{Gebied, deelnemers, gebieden};
use tests::page::Page;
use tests::page::input::{DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, SHIFT, SPACE, TAB, UP};
use tests::site::Site;

const ARROWS: [&str; 4] = [UP, RIGHT, DOWN, LEFT];

/// The start page, alive, with the focus on the map's tab stop.
fn on_the_map() -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    assert_ne!(page.focused_place(), "");
    page
}

fn by_name(gebieden: &[Gebied], naam: &str) -> usize {
    gebieden
        .iter()
        .position(|gebied| gebied.naam == naam)
        .unwrap_or_else(|| panic!("{naam:?} is no gemeente"))
}

#[test]
fn the_map_is_one_tab_stop() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("all('.toggle a').at(-1).focus()");
    for stop in [".zoombar select", ".zoombar button", ".zoombar button:last-of-type"] {
        page.press(TAB);
        assert_eq!(
            page.eval(&format!("active() === one('{stop}')")),
            true,
            "its controls come first: {stop}"
        );
    }
    page.press(TAB);
    let place = page.focused_place();
    assert_eq!(place, deelnemers()[0].naam, "one tab from its controls");
    for stop in [".search input", ".list a"] {
        page.press(TAB);
        assert_eq!(page.eval(&format!("active() === one('{stop}')")), true, "{stop}");
    }
    page.eval("one('.search input').focus()");
    page.press_with(SHIFT, TAB);
    assert_eq!(page.focused_place(), place, "back on the same place");
    page.press_with(SHIFT, TAB);
    assert_eq!(page.focused_place(), "");
}

#[test]
fn the_map_is_still_one_tab_stop_after_a_walk() {
    let gebieden = gebieden();
    let page = on_the_map();
    let start = walk_to_outsider(&page, &gebieden);
    // Over several gemeenten that do not take part, and back to one that does.
    for arrow in ARROWS {
        page.press(arrow);
    }
    page.press(HOME);
    assert_eq!(page.focused_place(), deelnemers()[0].naam, "from {start}");
    page.press(TAB);
    assert_eq!(page.focused_place(), "", "one stop");
    page.press_with(SHIFT, TAB);
    page.press_with(SHIFT, TAB);
    assert_eq!(page.focused_place(), "", "one stop, backwards");
}

#[test]
fn every_gemeente_can_be_reached_with_the_arrows() {
    let gebieden = gebieden();
    assert_eq!(gebieden.len(), 352);
    let start = by_name(&gebieden, &deelnemers()[0].naam);
    let (mut seen, mut next) = (HashSet::from([start]), vec![start]);
    while let Some(place) = next.pop() {
        next.extend(gebieden[place].buren.into_iter().flatten().filter(|&buur| seen.insert(buur)));
    }
    assert_eq!(seen.len(), 352);
}

#[test]
fn an_arrow_leads_to_the_neighbour_on_that_side() {
    let gebieden = gebieden();
    let page = on_the_map();
    let mut here = by_name(&gebieden, &page.focused_place());
    let mut visited = HashSet::from([here]);
    for step in 0..16 {
        // To somewhere new where possible, each time another direction first.
        let directions = [0, 1, 2, 3].map(|turn| (step + turn) % 4);
        let fresh = directions
            .into_iter()
            .find(|&direction| gebieden[here].buren[direction].is_some_and(|buur| !visited.contains(&buur)));
        let direction = fresh.unwrap_or(step % 4);
        page.press(ARROWS[direction]);
        let expected = gebieden[here].buren[direction].unwrap_or(here);
        assert_eq!(page.focused_place(), gebieden[expected].naam, "from {}", gebieden[here].naam);
        here = expected;
        visited.insert(here);
    }
    assert!(visited.len() > 12, "{} places", visited.len());
}

#[test]
fn arrows_do_not_scroll_the_page() {
    let page = on_the_map();
    let before = page.eval("scrollY");
    page.press(DOWN);
    page.press(SPACE);
    assert_eq!(page.eval("scrollY"), before);
}

#[test]
fn home_and_end_lead_to_the_first_and_last_of_the_list() {
    let deelnemers = deelnemers();
    let page = on_the_map();
    page.press(END);
    assert_eq!(page.focused_place(), deelnemers[49].naam);
    page.press(HOME);
    assert_eq!(page.focused_place(), deelnemers[0].naam);
}

#[test]
fn enter_chooses_and_enter_again_lets_go() {
    let first = deelnemers().remove(0);
    let page = on_the_map();
    page.press(HOME);
    page.press(ENTER);
    assert_eq!(page.events("gka-select"), [json!({ "code": first.code, "naam": first.naam })]);
    assert_eq!(page.texts(".card h3"), [first.naam.as_str()]);
    assert_eq!(page.focused_place(), first.naam, "the focus stays");
    page.press(ENTER);
    assert_eq!(page.events("gka-select")[1..], [json!({ "code": null, "naam": null })]);
    assert_eq!(page.texts(".card h3"), Vec::<String>::new());
    assert_eq!(page.text("location.pathname"), "/", "the link is not followed");
}

#[test]
fn a_gemeente_that_does_not_take_part_can_be_chosen_too() {
    let gebieden = gebieden();
    let page = on_the_map();
    let place = walk_to_outsider(&page, &gebieden);
    page.press(ENTER);
    let gebied = &gebieden[by_name(&gebieden, &place)];
    let naam = place.trim_end_matches(", doet niet mee");
    assert_eq!(page.events("gka-select"), [json!({ "code": gebied.code, "naam": naam })]);
    assert!(page.texts(".card p").contains(&"Doet niet mee.".to_owned()), "{:?}", page.texts(".card p"));
}

#[test]
fn escape_leads_to_the_list_at_the_chosen_row() {
    let deelnemers = deelnemers();
    let page = on_the_map();
    page.press(ESCAPE);
    assert_eq!(page.eval("active() === one('.list a')"), true);
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press(END);
    page.press(ENTER);
    page.press(ESCAPE);
    let row = page.text("active().closest('.list') ? active().textContent : ''");
    assert!(row.starts_with(&deelnemers[49].naam), "{row:?}");
}

#[test]
fn the_focused_place_is_outlined_and_named() {
    let page = on_the_map();
    for arrow in [DOWN, RIGHT] {
        page.press(arrow);
        let place = page.focused_place();
        assert_eq!(page.texts(".tip"), [place.as_str()]);
        let outlined = "(() => {
            const [line, shape] = [one('.focus'), active().querySelector('path') ?? active()];
            const style = getComputedStyle(line);
            return JSON.stringify(outline(line)) === JSON.stringify(outline(shape)) && line.getBBox().width > 0
                && style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2;
        })()";
        assert_eq!(page.eval(outlined), true, "the outline of {place}");
        let near = "(() => {
            const [tip, shape] = [one('.tip'), active()].map((node) => node.getBoundingClientRect());
            return Math.abs(tip.x + tip.width / 2 - shape.x - shape.width / 2) <= 2 && Math.abs(tip.bottom - shape.top) <= 12;
        })()";
        assert_eq!(page.eval(near), true, "the name of {place} stands above it");
    }
    page.press(TAB);
    assert_eq!(page.texts(".tip"), Vec::<String>::new());
    assert_eq!(page.eval("one('.focus').getBBox().width"), 0, "no outline without focus");
}

#[test]
fn the_place_under_the_pointer_is_named() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    let shape = page.eval("all('.land a').find((node) => node.ariaLabel === 'Zwolle').querySelector('path')");
    page.hover(&shape);
    assert_eq!(page.texts(".tip"), ["Zwolle"]);
    page.hover(&page.part("h2"));
    assert_eq!(page.texts(".tip"), Vec::<String>::new());
}

#[test]
fn the_pointer_does_not_take_the_name_of_the_focus_away() {
    let page = on_the_map();
    let place = page.focused_place();
    let shape = page.eval("all('.land a').find((node) => node.ariaLabel === 'Zwolle').querySelector('path')");
    page.hover(&shape);
    assert_eq!(page.texts(".tip"), ["Zwolle"]);
    page.hover(&page.part("h2"));
    assert_eq!(page.texts(".tip"), [place]);
}

#[test]
fn what_is_known_of_the_chosen_place_is_read_aloud() {
    let page = on_the_map();
    let live = "one('.card').closest('[aria-live=polite], [role=status]') !== null";
    assert_eq!(page.eval(live), true, "the live region is there before it has a text");
    page.press(HOME);
    page.press(ENTER);
    let said = page.text("one('.card').textContent");
    let first = deelnemers().remove(0);
    for part in [first.naam.as_str(), "Doet mee sinds"] {
        assert!(said.contains(part), "{part:?} is not in {said:?}");
    }
}

/// Walks with the arrows to a gemeente that does not take part; its name.
fn walk_to_outsider(page: &Page, gebieden: &[Gebied]) -> String {
    let here = by_name(gebieden, &page.focused_place());
    let outside = |&direction: &usize| {
        gebieden[here].buren[direction].is_some_and(|buur| gebieden[buur].naam.ends_with("doet niet mee"))
    };
    let direction = (0..4).find(outside).expect("a neighbour that does not take part");
    page.press(ARROWS[direction]);
    let place = page.focused_place();
    assert!(place.ends_with(", doet niet mee"), "{place}");
    place
}
