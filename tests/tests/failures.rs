//! When something is missing or broken: the reader is told in Dutch, and keeps what was there.
//!
//! In every engine.

use serde_json::json;
use tests::detour::{Detour, Passing};
use tests::engine::Engine;
use tests::page::Page;
use tests::site::Site;
use tests::until::{PATIENCE, until};

const DAMAGED: &str = "De gegevens zijn beschadigd.";
const MISSING: &str = "De gegevens zijn niet gevonden.";
const OUT_OF_REACH: &str = "De gegevens zijn nu niet te bereiken. Probeer het later nog eens.";
const TOO_OLD: &str =
    "Dit onderdeel is te oud voor deze gegevens. Vraag de beheerder van de site om een nieuwe versie.";
const READ_ONLY: &str = "Dit werkt hier alleen om te lezen: WebAssembly is niet beschikbaar.";

/// With this answer spoiled, a prerendered widget, a pasted one and an empty one all say `sentence`, and what stood
/// in the element stays. `evidence` is in the event and in the console.
#[track_caller]
fn says(
    sentence: &str,
    evidence: &str,
    end: &str,
    spoil: impl Fn(&mut Passing) + Clone + Send + Sync + 'static,
) {
    let page = Page::open();
    for path in ["", "voorbeeld/"] {
        let detour = Detour::to(Site::shared());
        detour.change(end, spoil.clone());
        page.console();
        page.goto(&detour.url(path));
        assert_said(&page, sentence, evidence, path);
        assert_readable(&page, path);
    }
    let detour = Detour::to(Site::shared());
    detour.change(end, spoil);
    empty(&page, &detour);
    assert_said(&page, sentence, evidence, "an empty element");
}

/// An empty element on a page with a heading.
fn empty(page: &Page, detour: &Detour) {
    detour.change("voorbeeld/", |answer| {
        let text = String::from_utf8_lossy(&answer.body);
        let (start, end) =
            (text.find("<div data-gka-release").unwrap(), text.find("</gka-landkaart>").unwrap());
        answer.body = format!("{}{}", &text[..start], &text[end..]).into_bytes();
    });
    page.console();
    page.goto(&detour.url("voorbeeld/"));
}

#[track_caller]
fn assert_said(page: &Page, sentence: &str, evidence: &str, place: &str) {
    page.wait("__events.some(({ type }) => type === 'gka-error')");
    let errors = page.events("gka-error");
    assert_eq!(errors.len(), 1, "{place}: {errors:?}");
    let message = errors[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains(evidence), "{place}: {evidence:?} is not in {message:?}");
    assert_eq!(page.events("gka-load").len(), 0, "{place}");
    let seen = "[...document.querySelector('gka-landkaart').shadowRoot.querySelectorAll('[role=status]')]
        .filter((line) => line.checkVisibility() && line.classList.contains('notice')).map((line) => line.textContent)";
    assert_eq!(page.eval(seen), json!([sentence]), "{place}");
    // The browser has lines of its own for a file that did not come; ours is one.
    let mut console = Vec::new();
    until("a line of the widget in the console", PATIENCE, || {
        console.extend(page.console());
        console.iter().any(|line| line.contains("<gka-landkaart>")).then_some(())
    });
    let ours: Vec<_> = console.iter().filter(|line| line.contains("<gka-landkaart>")).collect();
    assert!(ours.len() == 1 && ours[0].contains(evidence), "{place}: {console:#?}");
    let own = [
        "Failed to load resource",
        "Failed to load module script",
        "Content Security Policy",
        "violates the following",
        "valid digest in the 'integrity' attribute",
        "integrity checks failed",
        "<gka-landkaart>",
    ];
    let others: Vec<_> = console.iter().filter(|line| !own.iter().any(|own| line.contains(own))).collect();
    assert!(others.is_empty(), "{place}: {others:#?}");
    assert_eq!(page.errors(), Vec::<String>::new(), "{place}");
}

/// The prerendered content is all there, as something to read.
#[track_caller]
fn assert_readable(page: &Page, path: &str) {
    let shapes = "all('.zoom .land path').filter((path) => path.getBoundingClientRect().width > 0).length";
    assert_eq!(page.eval(shapes), 352, "/{path}");
    assert_eq!(page.texts(".list a").len(), 50, "/{path}");
    assert_eq!(page.names("heading").iter().filter(|name| name.starts_with("50 gemeenten")).count(), 1);
}

fn missing(answer: &mut Passing) {
    answer.status = 404;
}

fn no_json(answer: &mut Passing) {
    answer.body = b"<!doctype html><title>Onderhoud</title>".to_vec();
}

#[test]
fn exports_that_are_missing() {
    says(MISSING, "exports/index.json: expected status 200, found 404", "exports/index.json", missing);
}

#[test]
fn exports_that_are_no_json() {
    says(DAMAGED, "exports/index.json: expected JSON", "exports/index.json", no_json);
}

#[test]
fn exports_of_a_later_version() {
    says(TOO_OLD, "schemaVersie: expected 1.0.0, found 9.0.0", "exports/index.json", |index| {
        index.replace("\"schemaVersie\": \"1.0.0\"", "\"schemaVersie\": \"9.0.0\"");
    });
}

#[test]
fn exports_that_name_no_documents() {
    says(
        DAMAGED,
        "exports/index.json: documenten.gebieden.pad: expected text",
        "exports/index.json",
        |index| {
            index.body = br#"{"schemaVersie": "1.0.0", "release": "x"}"#.to_vec();
        },
    );
}

#[test]
fn a_document_that_is_missing() {
    says(MISSING, "gemeenten.json: expected status 200, found 404", "exports/gemeenten.json", missing);
}

#[test]
fn a_document_that_ends_halfway() {
    says(DAMAGED, "themas.json: expected JSON", "exports/themas.json", |themas| {
        themas.body.truncate(themas.body.len() / 2);
    });
}

#[test]
fn a_document_without_a_field() {
    says(DAMAGED, "gemeenten: gemeenten[0].slug: expected text", "exports/gemeenten.json", |gemeenten| {
        gemeenten.replace("\"slug\"", "\"slak\"");
    });
}

#[test]
fn a_map_that_is_missing_where_it_is_needed() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change(".topo.json", missing);
    empty(&page, &detour);
    assert_said(&page, MISSING, "gemeenten-2021.topo.json: expected status 200, found 404", "empty");
}

#[test]
fn a_map_that_ends_halfway_or_has_no_arcs() {
    let page = Page::open();
    for (from, to, evidence) in [
        ("\"Topology\"", "\"Topologie\"", "type"),
        ("\"arcs\"", "\"bogen\"", "arcs"),
        ("{", "", "expected JSON"),
    ] {
        let detour = Detour::to(Site::shared());
        detour.change(".topo.json", move |map| {
            let text = String::from_utf8_lossy(&map.body);
            map.body = text.replacen(from, to, usize::MAX).into_bytes();
        });
        empty(&page, &detour);
        assert_said(&page, DAMAGED, evidence, from);
    }
}

#[test]
fn a_page_of_another_release_stays_readable_when_the_map_is_missing() {
    let page = Page::open();
    for path in ["", "voorbeeld/"] {
        let detour = Detour::to(Site::shared());
        detour.change(".topo.json", missing);
        detour
            .change(&format!("/{path}"), |page| page.replace("data-gka-release=\"", "data-gka-release=\"x"));
        page.console();
        page.goto(&detour.url(path));
        assert_said(&page, MISSING, "gemeenten-2021.topo.json: expected status 200, found 404", path);
        assert_readable(&page, path);
    }
}

#[test]
fn webassembly_that_the_page_forbids() {
    says(READ_ONLY, "Error", "/", |page| {
        let policy = page.headers.iter().find(|(name, _)| name == "content-security-policy");
        let policy = policy.expect("a page has a policy").1.replace(" 'wasm-unsafe-eval'", "");
        page.header("content-security-policy", &policy);
    });
}

#[test]
fn wasm_that_is_missing() {
    says(READ_ONLY, "Error", ".wasm", missing);
}

#[test]
fn wasm_that_ends_halfway() {
    says(READ_ONLY, "Error", ".wasm", |wasm| wasm.body.truncate(wasm.body.len() / 2));
}

#[test]
fn wasm_of_another_release() {
    // A section without a meaning: every engine would run it.
    says(READ_ONLY, "Error", ".wasm", |wasm| wasm.body.extend([0, 1, 0]));
}

#[test]
fn glue_of_another_release() {
    let page = Page::open();
    if page.engine() == Engine::WebKit {
        eprintln!("SKIPPED: WebKit does not check what a module's preload says of it");
        return;
    }
    let detour = Detour::to(Site::shared());
    detour.keep_fragments();
    detour.change(&Site::shared().hashed("js"), |glue| glue.body.extend(b"\n// anders"));
    empty(&page, &detour);
    assert_said(&page, READ_ONLY, "Error", "an empty element");
}

#[test]
fn glue_that_is_not_called_javascript() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change(&Site::shared().hashed("js"), |glue| glue.header("content-type", "text/plain"));
    page.console();
    page.goto(&detour.url(""));
    assert_said(&page, READ_ONLY, "Error", "");
    assert_readable(&page, "");
}

#[test]
fn wasm_that_is_not_called_wasm_only_costs_time() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change(".wasm", |wasm| wasm.header("content-type", "application/octet-stream"));
    page.goto_alive(&detour.url(""));
    assert_eq!(page.events("gka-error").len(), 0);
}

#[test]
fn an_index_beside_documents_of_another_release() {
    let page = Page::open();
    for path in ["", "voorbeeld/"] {
        let detour = Detour::to(Site::shared());
        detour.keep_sums();
        // What an older index in a cache looks like, to the byte.
        detour.change("exports/gemeenten.json", |document| document.body.push(b'\n'));
        page.console();
        page.goto(&detour.url(path));
        if page.eval("'toHex' in Uint8Array.prototype") == false {
            // A browser that cannot tell takes what it is given.
            page.alive(1);
            continue;
        }
        assert_said(&page, DAMAGED, "exports/gemeenten.json: expected sha256", path);
        assert_readable(&page, path);
    }
}

#[test]
fn a_style_sheet_that_is_missing_is_no_reason_to_stop() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change(".css", missing);
    page.goto_alive(&detour.url("voorbeeld/"));
    assert_eq!(page.texts(".list a").len(), 50);
    assert_eq!(page.events("gka-error").len(), 0);
}

#[test]
fn a_site_out_of_reach() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change("exports/index.json", Passing::cut);
    page.console();
    page.goto(&detour.url(""));
    assert_said(&page, OUT_OF_REACH, "exports/index.json: ", "");
    assert_readable(&page, "");
}

#[test]
fn another_source_may_succeed_after_a_failure() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    page.goto_alive(&detour.url("voorbeeld/"));
    page.eval("document.querySelector('gka-landkaart').setAttribute('src', '/bestaat/niet/index.json')");
    page.wait("__events.some(({ type }) => type === 'gka-error')");
    page.eval("document.querySelector('gka-landkaart').setAttribute('src', '/exports/index.json')");
    page.alive(2);
    assert_eq!(page.texts(".list a").len(), 50);
    let notices = "document.querySelector('gka-landkaart').shadowRoot.querySelectorAll('.notice').length";
    assert_eq!(page.eval(notices), 0, "the sentence goes with the failure");
}

#[test]
fn an_empty_element_says_that_it_loads() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    let hold = detour.hold(".wasm");
    empty(&page, &detour);
    page.wait("document.querySelector('gka-landkaart').shadowRoot?.querySelector('[role=status]')?.checkVisibility()");
    let said = page.text("document.querySelector('gka-landkaart').shadowRoot.textContent");
    assert_eq!(said.trim(), "Wordt geladen…");
    drop(hold);
    page.alive(1);
    assert_eq!(
        page.eval("document.querySelector('gka-landkaart').shadowRoot.querySelectorAll('.notice').length"),
        0
    );
}
