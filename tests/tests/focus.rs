//! Where the focus is, and what is told of it, from page to living widget.
//!
//! In every engine.

use serde_json::{Value, json};
use tests::detour::{Detour, Hold};
use tests::engine::Engine;
use tests::page::Page;
use tests::page::input::{ENTER, SHIFT, TAB};
use tests::site::Site;
use tests::until::{PATIENCE, until};

/// Keeps what happens to the focus: `focusin list`, `focusout map`.
const LISTEN: &str = "window.__focus = [];
    const listen = (root) => {
        for (const type of ['focusin', 'focusout']) root.addEventListener(type, (event) => {
            const node = event.composedPath()[0];
            __focus.push(`${type} ${node.closest('.land') ? 'map' : node.closest('.list') ? 'list' : node.closest('.chips') ? 'chips' : node.localName}`);
        }, true);
    };
    listen(document);";

/// A page whose widget is not alive yet, with the focus on a link of one of its parts.
fn focused(page: &Page, path: &str, part: &str) -> (Detour, Hold) {
    let detour = Detour::to(Site::shared());
    let hold = detour.hold(".wasm");
    page.goto(&detour.url(path));
    page.script_with(
        &format!(
            "const link = all(arguments[0]).find((node) => node.textContent.startsWith('Zwolle'));
            link.focus();
            window.__focused = link;
            {LISTEN}"
        ),
        &[json!(part)],
    );
    assert_eq!(page.eval("active() === __focused"), true, "{part} on /{path} takes the focus");
    (detour, hold)
}

/// Whether the engine moves a node with the focus on it.
fn moves_focus(page: &Page) -> bool {
    page.eval("'moveBefore' in Element.prototype") == true
}

/// The fragment moves into the widget's root, with the focus inside.
#[test]
fn a_page_of_ours_comes_alive_under_the_focus() {
    let page = Page::open();
    for (part, name) in [(".land a", "map"), (".list a", "list")] {
        let (_detour, hold) = focused(&page, "", part);
        if !moves_focus(&page) {
            // It waits for the reader, as the next test says.
            return;
        }
        drop(hold);
        page.alive(1);
        assert_eq!(page.eval("active() === __focused"), true, "{part}");
        // At most the focus is put back where it was, in one go; Firefox does not tell that it went.
        let told = page.strings("__focus");
        let put_back = [format!("focusout {name}"), format!("focusin {name}")];
        assert!(put_back.ends_with(&told), "{part}: {told:?}");
    }
}

/// A pasted snippet has to move into a shadow root. An engine that cannot move the focus along waits for the reader.
#[test]
fn a_pasted_snippet_never_takes_the_focus_away() {
    let page = Page::open();
    for part in [".land a", ".list a"] {
        let (detour, hold) = focused(&page, "voorbeeld/", part);
        drop(hold);
        if moves_focus(&page) {
            page.alive(1);
            assert_eq!(page.eval("active() === __focused"), true, "{part}");
            continue;
        }
        until("the wasm", PATIENCE, || (detour.asked(".wasm") > 0).then_some(()));
        page.eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))");
        assert_eq!(page.events("gka-load").len(), 0, "{part}: the reader is still in it");
        assert_eq!(page.eval("active() === __focused"), true, "{part}");
        assert_eq!(page.eval("__focus"), json!([]), "{part}");
        page.eval("document.activeElement.blur()");
        page.alive(1);
    }
}

#[test]
fn what_is_told_when_a_reader_chooses_has_one_order() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("all('.list a')[3].focus()");
    page.script_with(
        "window.__order = [];
        for (const type of ['keydown', 'keyup', 'click', 'gka-select', 'gka-filter', 'focusin', 'focusout'])
            window.addEventListener(type, () => __order.push(type));",
        &[],
    );
    page.press(ENTER);
    page.wait("one('.card h3')");
    let order = page.strings("__order");
    let at = |kind: &str| order.iter().position(|told| told == kind);
    assert!(at("keydown") < at("gka-select"), "{order:?}");
    assert_eq!(order.iter().filter(|told| *told == "gka-select").count(), 1, "{order:?}");
    assert!(at("focusin").is_none() && at("focusout").is_none(), "the focus stays: {order:?}");
}

#[test]
fn the_tab_key_goes_through_the_widget_and_back() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    let stop = "(() => {
        const node = active();
        if (!node || node === document.body || !node.getRootNode().host?.matches('gka-landkaart')) return '';
        return node.closest('.land') ? 'map' : node.closest('.list') ? 'list' : node.closest('nav')?.ariaLabel || node.className || node.localName;
    })()";
    page.eval("all('a, button, input, select')[0].focus()");
    let mut there: Vec<String> = Vec::new();
    while let Some(here) = Some(page.text(stop)).filter(|here| !here.is_empty() && there.len() < 200) {
        there.push(here);
        page.press(TAB);
    }
    assert!(there.len() < 200, "no end: {there:?}");
    assert_eq!(there.iter().filter(|here| *here == "map").count(), 1, "the map is one stop: {there:?}");
    assert!(there.iter().filter(|here| *here == "list").count() == 50, "{there:?}");
    page.eval("all('.list a').at(-1).focus()");
    let mut back: Vec<String> = Vec::new();
    while let Some(here) = Some(page.text(stop)).filter(|here| !here.is_empty() && back.len() < 200) {
        back.push(here);
        page.press_with(SHIFT, TAB);
    }
    let last_of_list = there.iter().rposition(|here| here == "list").expect("there is a list");
    there.truncate(last_of_list + 1);
    back.reverse();
    assert_eq!(there, back, "the same way back");
}

fn pointers(page: &Page) -> Vec<Value> {
    page.events("gka-select")
}

#[test]
fn mouse_touch_and_pen_choose_alike() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    let shape = "all('.land a').find((node) => node.ariaLabel === 'Ede').querySelector('path')";
    // Geckodriver has no pen.
    let kinds = ["mouse", "touch", "pen"]
        .into_iter()
        .filter(|kind| *kind != "pen" || page.engine() != Engine::Firefox);
    for (i, kind) in kinds.enumerate() {
        page.eval(&format!("{shape}.scrollIntoView({{ block: 'center' }})"));
        page.tap(kind, &page.eval(shape));
        let chosen = pointers(&page);
        assert_eq!(chosen.len(), i + 1, "{kind}");
        let expected = if i % 2 == 0 { json!("GM0228") } else { Value::Null };
        assert_eq!(chosen[i]["code"], expected, "{kind}: chosen, let go of, chosen");
    }
}
