//! Looking nearer: by buttons, keys, fingers and mouse; small participants; and never in the way of scrolling.

use serde_json::json;
use tests::page::Page;
use tests::page::input::ENTER;
use tests::site::Site;

fn start(path: &str) -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(path));
    page
}

/// How many times as large as the whole the map is seen.
fn scale(page: &Page) -> f64 {
    let scale =
        page.eval("Number(/scale\\((.*)\\)/.exec(one('.zoom').getAttribute('transform') ?? 'scale(1)')[1])");
    scale.as_f64().expect("a number")
}

fn said(page: &Page) -> String {
    page.text("one('.zoombar [role=status]').textContent")
}

/// The middle of an element in the window.
fn middle(page: &Page, expression: &str) -> [f64; 2] {
    let found = page.eval(&format!(
        "(() => {{ const box = ({expression}).getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"
    ));
    [0, 1].map(|axis| found[axis].as_f64().expect("a length"))
}

const SCHIEDAM: &str = "all('.land a').find((node) => node.ariaLabel === 'Schiedam').querySelector('path')";

#[test]
fn a_provincie_fills_the_map_and_the_whole_comes_back() {
    let page = start("");
    page.script_with(
        "const select = one('.zoombar select');
        select.value = [...select.options].find((option) => option.text === 'Groningen').value;
        select.dispatchEvent(new Event('change', { bubbles: true }));",
        &[],
    );
    assert!(scale(&page) > 2., "{}", scale(&page));
    assert_eq!(said(&page), "Ingezoomd op Groningen.");
    let inside = "(() => {
        const [land, frame] = [all('.land a').find((node) => node.ariaLabel === 'Groningen'), one('svg')].map((node) => node.getBoundingClientRect());
        return land.left >= frame.left && land.right <= frame.right && land.top >= frame.top && land.bottom <= frame.bottom;
    })()";
    assert_eq!(page.eval(inside), true, "Groningen is in sight");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press("0");
    assert_eq!(scale(&page), 1.);
    assert_eq!(said(&page), "Heel Nederland");
    assert_eq!(page.text("one('.zoombar select').selectedOptions[0].text"), "Heel Nederland");
}

#[test]
fn keys_and_buttons_go_nearer_and_farther() {
    let page = start("");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press("+");
    assert_eq!(scale(&page), 1.6);
    assert_eq!(said(&page), "1,6 keer vergroot.");
    page.click(&page.part(".zoombar [data-zoom='+']"));
    assert_eq!(scale(&page), 2.56);
    page.click(&page.part(".zoombar [data-zoom='-']"));
    assert_eq!(scale(&page), 1.6);
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press("-");
    assert_eq!(scale(&page), 1.);
    page.press("-");
    assert_eq!(scale(&page), 1., "nothing is farther than the whole");
}

#[test]
fn lines_do_not_grow_and_the_map_stays_in_its_frame() {
    let page = start("");
    let width = "getComputedStyle(one('.prov')).strokeWidth + getComputedStyle(one('.prov')).vectorEffect";
    let before = page.text(width);
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    (0..4).for_each(|_| page.press("+"));
    assert_eq!(page.text(width), before);
    assert_eq!(page.text("getComputedStyle(one('svg')).overflow"), "hidden");
}

#[test]
fn what_gets_the_focus_comes_into_sight() {
    let page = start("");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    (0..4).for_each(|_| page.press("+"));
    page.press(tests::page::input::END);
    let seen = "(() => {
        const [land, frame] = [active(), one('svg')].map((node) => node.getBoundingClientRect());
        return land.left < frame.right && land.right > frame.left && land.top < frame.bottom && land.bottom > frame.top;
    })()";
    assert_eq!(page.eval(seen), true, "{}", page.focused_place());
    page.press(ENTER);
    assert_eq!(page.events("gka-select").len(), 1);
}

#[test]
fn two_fingers_spread_the_map_and_one_scrolls_the_page() {
    let page = start("");
    page.resize(390, 844);
    page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }));
    page.eval("one('svg').scrollIntoView({ block: 'center' })");
    let [x, y] = middle(&page, "one('svg')");
    let scrolled = page.eval("scrollY");
    page.fingers(&[[x - 20., y], [x + 20., y]], &[[x - 60., y], [x + 60., y]]);
    assert!(scale(&page) > 2., "{}", scale(&page));
    assert_eq!(page.eval("scrollY"), scrolled, "the page stays");
    assert!(said(&page).ends_with(" keer vergroot."), "{}", said(&page));
    assert_eq!(page.eval("visualViewport.scale"), json!(1), "the page is not enlarged");
    page.fingers(&[[x - 60., y], [x + 60., y]], &[[x - 10., y], [x + 10., y]]);
    assert_eq!(scale(&page), 1.);

    page.fingers(&[[x, y]], &[[x, y - 200.]]);
    page.wait(&format!("scrollY > {scrolled} + 50"));
    assert_eq!(scale(&page), 1., "one finger is the page's own");
    assert_eq!(page.events("gka-select"), Vec::<serde_json::Value>::new(), "scrolling chooses nothing");
}

#[test]
fn the_wheel_scrolls_the_page() {
    let page = start("");
    page.resize(1280, 500);
    let [x, y] = middle(&page, "one('svg')");
    page.wheel([x, y.min(400.)], 120.);
    page.wait("scrollY > 50");
    assert_eq!(scale(&page), 1.);
}

#[test]
fn a_mouse_drags_what_is_larger_than_its_frame_and_chooses_nothing() {
    let page = start("");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    (0..3).for_each(|_| page.press("+"));
    page.eval("one('svg').scrollIntoView({ block: 'center' })");
    let [x, y] = middle(&page, "one('svg')");
    let before = page.text("one('.zoom').getAttribute('transform')");
    page.drag([x, y], [x + 80., y + 40.]);
    assert_ne!(page.text("one('.zoom').getAttribute('transform')"), before);
    assert_eq!(page.events("gka-select"), Vec::<serde_json::Value>::new());
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press("0");
    page.drag([x, y], [x + 80., y + 40.]);
    assert_eq!(scale(&page), 1., "the whole does not move");
}

/// The smallest participant answers at least 24 CSS pixels across, to pointer and thumb.
#[test]
fn the_smallest_participant_is_a_target_of_24_pixels() {
    let page = start("");
    for width in [1280, 360] {
        page.resize(width, 900);
        page.eval("one('svg').scrollIntoView({ block: 'center' })");
        let smallest = page.text(
            "all('.land a').map((node) => {
                const { width, height } = node.querySelector('path').getBoundingClientRect();
                return [Math.min(width, height), node.ariaLabel];
            }).sort(([a], [b]) => a - b)[0][1]",
        );
        let shape = format!(
            "all('.land a').find((node) => node.ariaLabel === {}).querySelector('path')",
            json!(smallest)
        );
        let [x, y] = middle(&page, &shape);
        let away = 11.5;
        for [dx, dy] in [[0., 0.], [away, 0.], [-away, 0.], [0., away], [0., -away], [8., 8.], [-8., 8.]] {
            // Where another small one is nearer, that one answers; then this place is no part of the target.
            let nearer = page.script_with(
                "const [x, y, own] = arguments;
                const away = (node) => {
                    const box = node.querySelector('path').getBoundingClientRect();
                    return Math.min(box.width, box.height) < 24 ? Math.hypot(box.x + box.width / 2 - x, box.y + box.height / 2 - y) : Infinity;
                };
                return all('.land a').sort((a, b) => away(a) - away(b))[0].ariaLabel !== own;",
                &[json!(x + dx), json!(y + dy), json!(smallest)],
            );
            if nearer == true {
                continue;
            }
            page.hover_at(x + dx, y + dy);
            assert_eq!(page.texts(".tip"), [smallest.as_str()], "{dx} {dy} from {smallest} at {width}");
        }
    }
}

#[test]
fn a_tap_beside_a_small_participant_chooses_it() {
    let page = start("");
    page.resize(390, 844);
    page.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true, "maxTouchPoints": 5 }));
    page.eval("one('svg').scrollIntoView({ block: 'center' })");
    let [x, y] = middle(&page, SCHIEDAM);
    page.fingers(&[[x - 2., y + 2.]], &[[x - 2., y + 2.]]);
    page.wait("one('.card h3')");
    assert_eq!(page.texts(".card h3"), ["Schiedam"]);
}

#[test]
fn a_very_small_participant_has_a_ring_until_it_is_seen_larger() {
    let page = start("");
    let rings = "all('.ring').filter((ring) => ring.getBoundingClientRect().width > 0).length";
    let rings_seen = page.eval(rings).as_u64().unwrap();
    assert!((1..20).contains(&rings_seen), "{rings_seen} rings");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    (0..3).for_each(|_| page.press("+"));
    assert_eq!(page.eval(rings), json!(0));
}
