//! The loader: when it fetches, and that there may be two.
//!
//! In every engine.

use serde_json::json;
use tests::detour::Detour;
use tests::engine::Engine;
use tests::page::Page;
use tests::site::Site;

const LOADER: &str = "<script type=\"module\" src=\"/dist/gka.js\"></script></head>";

/// A page with a widget four screens below its beginning, and what was fetched for it.
fn far_below() -> (Page, Detour) {
    let page = Page::open();
    page.resize(800, 900);
    let detour = Detour::to(Site::shared());
    detour.change("404.html", |answer| {
        let far = "<svg width=\"1\" height=\"3600\"></svg><gka-landkaart src=\"/exports/index.json\"><a href=\"/\">De kaart</a></gka-landkaart></main>";
        answer.replace("</main>", far);
        answer.replace("</head>", LOADER);
    });
    page.goto(&detour.url("404.html"));
    page.wait("customElements.get('gka-landkaart')");
    // Long enough for a widget that is near to be seen.
    page.eval(
        "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))",
    );
    (page, detour)
}

/// How often data or wasm was asked for.
fn fetched(detour: &Detour) -> usize {
    detour.asked("exports/index.json") + detour.asked(".wasm")
}

#[test]
fn a_widget_far_below_fetches_nothing_before_it_is_near() {
    let (page, detour) = far_below();
    assert_eq!(fetched(&detour), 0);
    assert!(page.eval("document.querySelector('gka-landkaart').checkVisibility()") == true);
    page.eval("scrollTo(0, document.body.scrollHeight)");
    page.alive(1);
    assert_eq!(page.texts(".list a").len(), 50);
}

#[test]
fn a_widget_that_is_touched_or_printed_does_not_wait() {
    for touch in [
        "document.querySelector('gka-landkaart a').focus({ preventScroll: true })",
        "document.querySelector('gka-landkaart').dispatchEvent(new PointerEvent('pointerover'))",
        "dispatchEvent(new Event('beforeprint'))",
    ] {
        let (page, detour) = far_below();
        assert_eq!(fetched(&detour), 0, "{touch}");
        page.eval(touch);
        page.alive(1);
    }
}

#[test]
fn a_widget_that_leaves_before_it_was_near_is_heard_of_no_more() {
    let (page, detour) = far_below();
    page.eval("document.querySelector('gka-landkaart').remove()");
    page.eval("dispatchEvent(new Event('beforeprint'))");
    page.eval("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
    assert_eq!(fetched(&detour), 0);
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn an_eager_widget_waits_for_nothing() {
    let page = Page::open();
    page.resize(800, 900);
    let detour = Detour::to(Site::shared());
    detour.change("404.html", |answer| {
        let far = "<svg width=\"1\" height=\"3600\"></svg><gka-landkaart src=\"/exports/index.json\" loading=\"eager\"></gka-landkaart></main>";
        answer.replace("</main>", far);
        answer.replace("</head>", LOADER);
    });
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(page.eval("scrollY"), 0);
}

#[test]
fn two_versions_on_a_page_are_one_that_works() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    // The other version has a wasm that is gone.
    detour.change("gka.js?versie=ander", |loader| loader.replace("`wasm`", "`weg`"));
    detour.change("404.html", |answer| {
        answer.replace("</main>", "<gka-landkaart src=\"/exports/index.json\"></gka-landkaart></main>");
        let others = "<script type=\"module\" src=\"/dist/gka.js\"></script><script type=\"module\" src=\"/dist/gka.js?versie=ander\"></script></head>";
        answer.replace("</head>", &LOADER.replace("</head>", others));
    });
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(detour.asked(".weg"), 0);
    assert_eq!(detour.asked("gka.js?versie=ander"), 1);
    assert_eq!(page.events("gka-error"), Vec::<serde_json::Value>::new());
    assert_eq!(page.errors(), Vec::<String>::new());
    assert_eq!(
        page.eval("document.head.querySelectorAll('link[rel=modulepreload]').length"),
        json!(0),
        "the loader tidies up"
    );
}

#[test]
fn what_a_page_asks_for_ahead_is_what_its_map_comes_alive_by_and_comes_once() {
    let page = Page::open();
    for path in ["", "thema/taalbevordering/", "embed/landkaart/"] {
        let detour = Detour::to(Site::shared());
        page.goto_alive(&detour.url(path));
        let ahead = page.strings(
            "[...document.querySelectorAll('link[rel$=preload]')].map(({ href }) => new URL(href).pathname.slice(1))",
        );
        assert_eq!(ahead.len(), 6, "/{path}: {ahead:?}");
        let asks = page.eval("matchMedia(document.querySelector('link[rel=preload]').media).matches");
        assert_eq!(asks, page.engine() == Engine::Chromium, "/{path}");
        for file in &ahead {
            assert_eq!(detour.asked(file), 1, "/{path}: {file}");
        }
    }
}
