//! For everyone and without a trace: the rules of axe-core and IBM, names, policy, requests, storage.

use tests::detour::Detour;
use tests::exports::deelnemers;
use tests::page::Page;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

#[test]
fn no_rule_is_broken_before_take_over() {
    let page = Page::open();
    for path in ["", "thema/taalbevordering/", "voorbeeld/", "embed/landkaart/"] {
        let detour = Detour::to(Site::shared());
        let _hold = detour.hold(".wasm");
        page.goto(&detour.url(path));
        assert_eq!(page.violations_of_rules(), NONE, "/{path}");
        assert_eq!(page.events("gka-load").len(), 0, "/{path} is not alive yet");
    }
}

#[test]
fn no_rule_is_broken_after_take_over() {
    let page = Page::open();
    for path in ["", "thema/taalbevordering/", "voorbeeld/", "embed/landkaart/"] {
        page.goto_alive(&Site::shared().url(path));
        assert_eq!(page.violations_of_rules(), NONE, "/{path}");
    }
}

#[test]
fn no_rule_is_broken_on_the_page_of_a_gemeente() {
    let page = Page::open();
    page.goto(&Site::shared().url("gemeente/achtkarspelen/"));
    assert_eq!(page.violations_of_rules(), NONE);
}

#[test]
fn no_rule_is_broken_with_a_thema_and_a_gemeente_chosen() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    // Arnhem takes part, Aalsmeer does not.
    for (thema, gemeente) in [("", "GM0202"), ("taalbevordering", "GM0202"), ("taalbevordering", "GM0358")] {
        page.eval(&format!(
            "Object.entries({{ thema: '{thema}', gemeente: '{gemeente}' }}).forEach(([name, value]) =>
                document.querySelector('gka-landkaart').setAttribute(name, value))"
        ));
        page.wait("one('.card h3')");
        assert_eq!(page.violations_of_rules(), NONE, "{thema} {gemeente}");
    }
}

#[test]
fn no_rule_is_broken_after_a_walk_with_the_arrows() {
    use tests::page::input::{DOWN, ENTER, RIGHT};
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("all('.land a').at(-1).focus()");
    for key in [DOWN, RIGHT, DOWN, RIGHT, ENTER] {
        page.press(key);
    }
    assert_eq!(page.violations_of_rules(), NONE);
}

#[test]
fn no_rule_is_broken_in_the_dark_or_on_a_phone() {
    let page = Page::open();
    let scheme = serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    page.cdp("Emulation.setEmulatedMedia", scheme);
    page.goto_alive(&Site::shared().url("thema/taalbevordering/"));
    assert_eq!(page.violations_of_rules(), NONE);
    page.resize(360, 740);
    assert_eq!(page.violations_of_rules(), NONE);
    assert_eq!(
        page.eval("document.documentElement.scrollWidth <= innerWidth"),
        true,
        "no scrolling sideways"
    );
}

#[test]
fn no_rule_is_broken_when_it_failed() {
    let page = Page::open();
    for path in ["", "voorbeeld/"] {
        let detour = Detour::to(Site::shared());
        detour.change("index.json", |index| index.status = 404);
        page.goto(&detour.url(path));
        page.wait("__events.some(({ type }) => type === 'gka-error')");
        assert_eq!(page.violations_of_rules(), NONE, "/{path}");
    }
}

#[test]
fn every_participant_is_known_by_name_before_and_after() {
    let page = Page::open();
    let deelnemers = deelnemers();
    assert_eq!(deelnemers.len(), 50);
    for path in ["", "voorbeeld/"] {
        let detour = Detour::to(Site::shared());
        let hold = detour.hold(".wasm");
        page.goto(&detour.url(path));
        let named = |moment: &str| {
            let links = page.names("link");
            for deelnemer in &deelnemers {
                let (naam, row) = (&deelnemer.naam, format!("{} ", deelnemer.naam));
                assert_eq!(
                    links.iter().filter(|link| *link == naam).count(),
                    1,
                    "{naam}, map, {moment}, /{path}"
                );
                let listed = links.iter().filter(|link| {
                    link.strip_prefix(&row)
                        .is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
                });
                assert_eq!(listed.count(), 1, "{naam}, list, {moment}, /{path}");
            }
        };
        named("before");
        drop(hold);
        page.alive(1);
        named("after");
    }
}

#[test]
fn pages_and_widget_keep_to_the_policy_and_their_own_site() {
    let site = Site::shared();
    let page = Page::open();
    for path in ["", "thema/taalbevordering/", "voorbeeld/", "embed/landkaart/"] {
        page.console();
        page.requests();
        page.goto_alive(&site.url(path));
        page.click(&page.part(".list a"));
        page.hover(
            &page.eval("all('.land a').find((node) => node.ariaLabel === 'Zwolle').querySelector('path')"),
        );
        page.click(&page.part(".chips a:not([aria-current])"));
        page.wait("one('.card h3')");
        assert_eq!(page.violations(), NONE, "/{path}");
        assert_eq!(page.errors(), NONE, "/{path}");
        assert_eq!(page.console(), NONE, "/{path}");
        let requests = page.requests();
        assert!(requests.iter().any(|request| request.url.ends_with(".wasm")), "{requests:?}");
        let others: Vec<_> =
            requests.iter().filter(|request| !request.url.starts_with(&site.url(""))).collect();
        assert!(others.is_empty(), "{others:?}");
    }
}

#[test]
fn nothing_is_kept_on_the_computer_of_the_reader() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.click(&page.part(".list a"));
    page.wait("one('.card h3')");
    assert_eq!(page.eval("document.cookie"), "");
    assert_eq!(page.eval("localStorage.length + sessionStorage.length"), 0);
    assert_eq!(page.eval("indexedDB.databases().then((databases) => databases.length)"), 0);
    assert_eq!(page.eval("caches.keys().then((keys) => keys.length)"), 0);
    assert_eq!(page.eval("navigator.serviceWorker.getRegistrations().then((workers) => workers.length)"), 0);
    let cookies = page.cdp("Storage.getCookies", serde_json::json!({}));
    assert_eq!(cookies["cookies"], serde_json::json!([]));
}
