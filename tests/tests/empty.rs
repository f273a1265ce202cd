//! A tag with nothing in it: what is published of its widget is seen before the wasm is there, and becomes the widget.
//!
//! In every engine.

use serde_json::Value;
use tests::detour::{Detour, Hold};
use tests::page::Page;
use tests::site::Site;

/// Each tag with what it is about, and the name of its fragment in Dutch.
const TAGS: [(&str, &str, &str); 6] = [
    ("landkaart", "thema=\"taalbevordering\"", "landkaart-nl-taalbevordering"),
    ("interventies", "thema=\"taalbevordering\"", "interventies-nl-taalbevordering"),
    ("indicator", "indicator=\"opleiding-laag\"", "indicator-nl-opleiding-laag"),
    ("gemeente", "gemeente=\"GM0193\"", "gemeente-nl-GM0193"),
    ("tijdlijn", "", "tijdlijn-nl"),
    ("voortgang", "", "voortgang-nl"),
];

/// What is seen of the first widget.
const SEEN: &str =
    "document.querySelector('main [src]').shadowRoot?.querySelector('[data-gka-release] > [lang]')";
const ALIVE: &str = "document.querySelector('main [src]').shadowRoot?.querySelector('[data-gka-leeft]')";

/// A page of others with `tags`, before the wasm comes.
fn before_wasm(page: &Page, detour: &Detour, tags: &str) -> Hold {
    let tags = format!("{tags}</main>");
    detour.change("404.html", move |answer| {
        answer.replace("</main>", &tags);
        answer.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    detour.keep_fragments();
    let hold = detour.hold(".wasm");
    page.goto(&detour.url("404.html"));
    hold
}

fn tag(name: &str, attributes: &str) -> String {
    format!("<gka-{name} src=\"/exports/index.json\" loading=\"eager\" {attributes}></gka-{name}>")
}

#[test]
fn each_shows_what_is_published_of_it_and_lives_on_in_its_nodes() {
    let page = Page::open();
    for (name, attributes, fragment) in TAGS {
        for lang in ["nl", "en", "fy"] {
            let detour = Detour::to(Site::shared());
            let hold = before_wasm(&page, &detour, &tag(name, &format!("{attributes} lang=\"{lang}\"")));
            page.wait(SEEN);
            assert_eq!(page.text(&format!("{SEEN}.lang")), lang, "{name}");
            assert_eq!(detour.asked(&format!("{}.json", fragment.replace("-nl", &format!("-{lang}")))), 1);
            let links = page.strings(&format!(
                "[...{SEEN}.querySelectorAll('a[href*=\"gemeente/\"]')].map((link) => link.getAttribute('href'))"
            ));
            let site = detour.url("");
            assert!(links.iter().all(|link| link.starts_with(&site)), "{name} in {lang}: {links:?}");
            let place = format!("box({SEEN}).map(Math.round)");
            let before = page.eval(&format!("(window.__node = {SEEN}, {place})"));
            drop(hold);
            page.wait(ALIVE);
            assert_eq!(
                page.eval(&format!("window.__node === {SEEN}")),
                true,
                "{name} in {lang} is taken over"
            );
            assert_eq!(page.eval(&place), before, "{name} in {lang} moves nothing");
            assert_eq!(page.errors(), Vec::<String>::new());
        }
    }
}

#[test]
fn a_map_is_seen_as_a_whole_before_what_only_the_living_one_knows() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    let hold =
        before_wasm(&page, &detour, &tag("landkaart", "thema=\"taalbevordering\" gemeente=\"GM0193\""));
    page.wait("all('.zoom .land path').length === 352");
    assert_eq!(page.texts(".list a").len(), 17, "of the thema that the tag asks for");
    assert_eq!(page.events("gka-load").len(), 0);
    page.eval("(window.__map = one('svg'), 1)");
    drop(hold);
    page.alive(1);
    assert_eq!(page.eval("window.__map === one('svg')"), true, "the map is taken over");
    assert_eq!(page.eval("document.querySelector('gka-landkaart').gemeente"), "GM0193");
    assert_eq!(detour.asked(".topo.json"), 0);
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn a_figure_of_one_gemeente_is_never_preceded_by_that_of_another() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    let hold =
        before_wasm(&page, &detour, &tag("indicator", "indicator=\"opleiding-laag\" gemeente=\"GM0193\""));
    page.wait("document.querySelector('gka-indicator').shadowRoot?.querySelector('.notice')");
    assert_eq!(page.eval(SEEN), Value::Null);
    drop(hold);
    page.wait(ALIVE);
    assert_eq!(detour.asked_below("exports/fragment/"), 0);
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn markup_is_taken_from_nowhere_but_where_the_loader_comes_from() {
    let page = Page::open();
    let own = Detour::to(Site::shared());
    let elsewhere = Detour::to(Site::shared());
    let index = elsewhere.url("exports/index.json");
    let tags = format!(
        "<gka-landkaart src=\"{index}\"></gka-landkaart><gka-landkaart src=\"/exports/index.json\" integrity=\"sha384-anders\"></gka-landkaart>"
    );
    drop(before_wasm(&page, &own, &tags));
    page.wait("__events.length > 1");
    assert_eq!([&own, &elsewhere].map(|detour| detour.asked_below("exports/fragment/")), [0, 0]);
}

#[test]
fn what_a_tag_is_about_leads_to_no_other_file() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    drop(before_wasm(&page, &detour, &tag("interventies", "thema=\"../standen\"")));
    page.wait(ALIVE);
    assert_eq!([detour.asked_below("exports/fragment/"), detour.asked("/exports/standen.json")], [1, 0]);
}
