//! From page to living widget: everything is there before, nothing jumps, nothing is fetched twice.
//!
//! In Chromium and Firefox.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::engine::Engine;
use tests::exports::deelnemers;
use tests::page::Page;
use tests::page::picture::Difference;
use tests::site::Site;

const GEOMETRY: &str = ".topo.json";
/// What an empty tag shows while its wasm comes.
const AHEAD: &str = "fragment/landkaart-nl.json";
/// A prerendered widget in a declarative shadow root, and one in the light DOM of a pasted snippet.
const BOTH: [&str; 2] = ["", "voorbeeld/"];

/// Where everything stands that a reader looks at, with what it says.
const LAYOUT: &str = "all('h2, .lede, .chips a, svg.kaart, .land path, .legend li, .sum, .list a, footer')
    .map((node) => [node.tagName, node.tagName === 'path' ? '' : node.textContent.trim(), ...box(node)])";

#[test]
fn without_scripts_all_of_it_is_there() {
    let site = Site::shared();
    let page = Page::open();
    page.without_scripts();
    for path in BOTH {
        page.goto(&site.url(path));
        assert!(page.title().to_lowercase().contains("gelijke kansen"), "{}", page.title());
        let seen = "all('.zoom .land path').filter((path) => path.getBoundingClientRect().width > 0).length";
        assert_eq!(page.eval(seen), 352, "shapes on /{path}");
        let links = page.names("link");
        for deelnemer in deelnemers() {
            assert!(links.contains(&deelnemer.naam), "{} is no link on the map of /{path}", deelnemer.naam);
            let row = format!("{} ", deelnemer.naam);
            let listed =
                |link: &&String| link.strip_prefix(&row).is_some_and(|count| count.parse::<u32>().is_ok());
            assert_eq!(links.iter().filter(listed).count(), 1, "{} in the list of /{path}", deelnemer.naam);
        }
        assert_eq!(page.texts(".list a").len(), 50);
        assert_eq!(page.texts("h2"), ["50 gemeenten werken samen aan gelijke kansen"]);
        assert_eq!(page.texts(".legend li"), ["doet mee", "doet niet mee"]);
        let sources = page.texts("footer").concat();
        assert!(sources.contains("Kadaster / Centraal Bureau voor de Statistiek"), "{sources}");
    }
    page.with_scripts();
}

#[test]
fn take_over_moves_nothing_and_changes_no_pixel() {
    let page = Page::open();
    page.resize(1280, 3000);
    for path in ["", "embed/landkaart/", "thema/taalbevordering/"] {
        assert_no_jump(&page, path);
    }
}

#[test]
fn take_over_moves_nothing_on_a_narrow_screen() {
    if Engine::chosen() == Engine::Firefox {
        eprintln!("skipped: a window of Firefox is never as narrow as a phone");
        return;
    }
    let page = Page::open();
    page.resize(360, 6000);
    assert_no_jump(&page, "");
}

#[test]
fn a_pasted_snippet_says_the_same_before_and_after() {
    let site = Site::shared();
    let page = Page::open();
    let words = "all('h2, .lede, .chips a, .legend li, .sum, .list a, footer').map((node) => node.textContent.trim())";
    page.without_scripts();
    page.goto(&site.url("voorbeeld/"));
    let before = page.eval(words);
    page.with_scripts();
    page.goto_alive(&site.url("voorbeeld/"));
    assert_eq!(before, page.eval(words));
}

#[test]
fn an_adopted_map_is_not_fetched_again() {
    let site = Site::shared();
    let page = Page::open();
    for path in ["", "voorbeeld/", "embed/landkaart/", "thema/taalbevordering/"] {
        let detour = Detour::to(site);
        page.goto_alive(&detour.url(path));
        assert_eq!(detour.asked(GEOMETRY), 0, "/{path}");
        assert_eq!(page.eval("all('.zoom .land path').length"), 352, "/{path}");
    }
}

#[test]
fn focus_stays_where_it_is_through_take_over() {
    let site = Site::shared();
    let page = Page::open();
    for path in BOTH {
        for (part, name) in [(".land a", "Zwolle"), (".list a", "Zwolle"), (".chips a", "Armoede")] {
            let detour = Detour::to(site);
            let hold = detour.hold(".wasm");
            page.goto(&detour.url(path));
            page.script_with(
                "const link = all(arguments[0]).find((node) => node.textContent.startsWith(arguments[1]));
                link.focus();
                window.__focused = link;
                scrollBy(0, 7);
                window.__scrolled = scrollY;",
                &[json!(part), json!(name)],
            );
            assert_eq!(page.eval("active() === __focused"), true, "{part} on /{path} takes the focus");
            drop(hold);
            page.alive(1);
            let kept = "const name = active().getAttribute('aria-label') ?? active().textContent;
                return [active().matches(arguments[0]), name.startsWith(arguments[1])];";
            let kept = page.script_with(kept, &[json!(part), json!(name)]);
            assert_eq!(kept, json!([true, true]), "{part} on /{path} keeps the focus");
            if part == ".land a" {
                assert_eq!(page.eval("active() === __focused"), true, "the node itself, on /{path}");
            }
            if path.is_empty() {
                assert_eq!(page.eval("scrollY === __scrolled"), true, "{part}: the page does not scroll");
            }
        }
    }
}

#[test]
fn a_place_that_kept_the_focus_answers_to_keys() {
    let site = Site::shared();
    let page = Page::open();
    for path in BOTH {
        let detour = Detour::to(site);
        let hold = detour.hold(".wasm");
        page.goto(&detour.url(path));
        page.eval("all('.land a').find((node) => node.textContent === 'Zwolle').focus()");
        drop(hold);
        page.alive(1);
        page.press(tests::page::input::ENTER);
        assert_eq!(page.events("gka-select"), [json!({ "code": "GM0193", "naam": "Zwolle" })], "/{path}");
    }
}

#[test]
fn an_adopted_and_a_created_map_are_the_same() {
    let page = Page::open();
    for attributes in ["", " thema=\"taalbevordering\" gemeente=\"GM0193\""] {
        let detour = Detour::to(Site::shared());
        detour
            .change("/", move |page| page.replace("<gka-landkaart", &format!("<gka-landkaart{attributes}")));
        page.goto_alive(&detour.url(""));
        assert_eq!(detour.asked(GEOMETRY), 0);
        page.eval(
            "(() => {
                const first = document.querySelector('gka-landkaart');
                const second = document.createElement('gka-landkaart');
                for (const { name, value } of first.attributes) second.setAttribute(name, value);
                first.after(second);
            })()",
        );
        page.alive(2);
        // Attributes in the order of their names: their order in the markup means nothing.
        let difference = page.eval(
            "(() => {
                const written = (node) => node.nodeType !== 1 ? node.textContent : [node.tagName,
                    ...[...node.attributes].map(({ name, value }) => ` ${name}=${value}`).sort()].join('');
                // Comments are places that the framework remembers.
                const children = (node) => [...node.childNodes].filter(({ nodeType }) => nodeType !== 8);
                const differ = (a, b) => {
                    if (written(a) !== written(b)) return `${written(a)} | ${written(b)}`;
                    const [left, right] = [children(a), children(b)];
                    if (left.length !== right.length)
                        return `${written(a)}: ${left.length} | ${right.length} children`;
                    return left.map((child, i) => differ(child, right[i])).find(Boolean) ?? '';
                };
                const [first, second] = document.querySelectorAll('gka-landkaart');
                return differ(one('svg', first), one('svg', second));
            })()",
        );
        assert_eq!(difference, "");
    }
}

#[test]
fn a_fragment_of_another_release_is_drawn_afresh() {
    let site = Site::shared();
    let page = Page::open();
    let release = tests::exports::document("index.json")["release"].as_str().unwrap().to_owned();
    for path in BOTH {
        let detour = Detour::to(site);
        let (mine, end) = (format!("data-gka-release=\"{release}\""), format!("/{path}"));
        detour.change(&end, move |page| page.replace(&mine, "data-gka-release=\"000000000000\""));
        page.goto_alive(&detour.url(path));
        assert_eq!(detour.asked(GEOMETRY), 1, "/{path}");
        assert_eq!(page.text("one('svg').closest('[data-gka-release]').dataset.gkaRelease"), release);
        assert_eq!(page.eval("all('.zoom .land path').length"), 352, "/{path}");
        assert_eq!(page.texts(".list a").len(), 50, "/{path}");
        assert_eq!(seen_maps(&page), 1, "/{path}");
        assert_eq!(page.names("heading").iter().filter(|name| name.starts_with("50 gemeenten")).count(), 1);
    }
}

#[test]
fn a_widget_taken_out_and_put_back_keeps_its_map_and_its_selection() {
    let site = Site::shared();
    let page = Page::open();
    for path in BOTH {
        let detour = Detour::to(site);
        page.goto_alive(&detour.url(path));
        page.eval("document.querySelector('gka-landkaart').setAttribute('gemeente', 'GM0193')");
        page.wait("one('.card h3')?.textContent === 'Zwolle'");
        for times in [2, 3] {
            page.eval(
                "(() => {
                    window.__map = all('.zoom .land path');
                    const widget = document.querySelector('gka-landkaart');
                    const parent = widget.parentNode;
                    widget.remove();
                    parent.append(widget);
                })()",
            );
            page.alive(times);
            assert_eq!(
                page.eval("all('.zoom .land path').every((path, i) => path === __map[i])"),
                true,
                "/{path}"
            );
            assert_eq!(page.eval("all('.zoom .land path').length"), 352, "/{path}");
            assert_eq!(page.texts(".card h3"), ["Zwolle"], "/{path}");
            assert_eq!(page.texts(".list [aria-current]").len(), 1, "/{path}");
            assert_eq!(seen_maps(&page), 1, "/{path}");
        }
        assert_eq!(detour.asked(GEOMETRY), 0, "/{path}");
    }
}

#[test]
fn what_the_reader_chose_outlives_a_move_in_the_page() {
    let site = Site::shared();
    let page = Page::open();
    page.goto_alive(&site.url(""));
    page.click(&page.part(".list a"));
    page.wait("one('.card h3')");
    page.eval(
        "(() => {
            const place = document.createElement('div');
            document.querySelector('main').append(place);
            place.append(document.querySelector('gka-landkaart'));
        })()",
    );
    page.alive(2);
    assert_eq!(page.texts(".card h3"), [deelnemers()[0].naam.as_str()]);
}

#[test]
fn a_widget_that_moves_in_the_page_works_on() {
    let site = Site::shared();
    let detour = Detour::to(site);
    let page = Page::open();
    page.goto_alive(&detour.url(""));
    page.eval(
        "(() => {
            window.__map = all('.zoom .land path');
            const place = document.createElement('div');
            document.querySelector('main').append(place);
            place.append(document.querySelector('gka-landkaart'));
        })()",
    );
    page.alive(2);
    assert_eq!(page.eval("all('.zoom .land path').every((path, i) => path === __map[i])"), true);
    assert_eq!(detour.asked(GEOMETRY), 0);
    page.click(&page.part(".list a"));
    assert_eq!(page.events("gka-select").len(), 1);
    assert_eq!(page.texts(".card h3"), [deelnemers()[0].naam.as_str()]);
}

#[test]
fn a_widget_taken_out_and_put_back_while_it_loads_starts_once() {
    let site = Site::shared();
    let page = Page::open();
    for path in BOTH {
        let detour = Detour::to(site);
        let hold = detour.hold(".wasm");
        page.goto(&detour.url(path));
        page.eval(
            "(() => {
                const widget = document.querySelector('gka-landkaart');
                const parent = widget.parentNode;
                widget.remove();
                parent.append(widget);
            })()",
        );
        drop(hold);
        page.alive(1);
        assert_eq!(seen_maps(&page), 1, "/{path}");
        assert_eq!(page.eval("all('.zoom .land path').length"), 352, "/{path}");
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}

#[test]
fn loading_the_script_twice_does_no_harm() {
    let site = Site::shared();
    let page = Page::open();
    page.console();
    page.goto_alive(&site.url(""));
    page.script_with(
        "const script = document.createElement('script');
        Object.assign(script, { type: 'module', src: arguments[0] });
        return new Promise((done, failed) => {
            Object.assign(script, { onload: done, onerror: failed });
            document.head.append(script);
        }).then(() => null);",
        &[json!(site.url("dist/gka.js?nog-eens"))],
    );
    page.click(&page.part(".list a"));
    assert_eq!(page.events("gka-load").len(), 1);
    assert_eq!(page.events("gka-select").len(), 1);
    assert_eq!(page.errors(), Vec::<String>::new());
    assert_eq!(page.console(), Vec::<String>::new());
}

#[test]
fn two_widgets_of_one_source_share_every_document() {
    let site = Site::shared();
    let detour = Detour::to(site);
    detour.keep_fragments();
    let page = Page::open();
    page.goto(&detour.url("404.html"));
    page.script_with(
        "for (let i = 0; i < 2; i++) {
            const widget = document.createElement('gka-landkaart');
            widget.setAttribute('src', '/exports/index.json');
            document.body.append(widget);
        }
        const script = document.createElement('script');
        Object.assign(script, { type: 'module', src: '/dist/gka.js' });
        document.head.append(script);",
        &[],
    );
    page.alive(2);
    for end in ["index.json", "gebieden-2021.json", "gemeenten.json", "themas.json", AHEAD, ".wasm", ".css"] {
        let expected = if end == ".css" { 2 } else { 1 };
        assert!(detour.asked(end) <= expected, "{end}: {}", detour.asked(end));
    }
    assert_eq!(detour.asked("index.json"), 1);
    assert_eq!([AHEAD, GEOMETRY].map(|end| detour.asked(end)), [1, 0]);
    let shapes = "[...document.querySelectorAll('gka-landkaart')].map((widget) => all('.zoom .land path', widget).length)";
    assert_eq!(page.eval(shapes), json!([352, 352]));
}

/// Maps that take room on the page.
fn seen_maps(page: &Page) -> u64 {
    let svgs = "[...document.querySelectorAll('gka-landkaart')].flatMap((host) =>
        [...host.querySelectorAll('svg:not(svg svg)'), ...(host.shadowRoot?.querySelectorAll('svg:not(svg svg)') ?? [])])";
    page.eval(&format!("{svgs}.filter((svg) => svg.getBoundingClientRect().width > 0).length"))
        .as_u64()
        .unwrap()
}

/// A page looks and lies the same with and without scripts.
#[track_caller]
fn assert_no_jump(page: &Page, path: &str) {
    let address = Site::shared().url(path);
    page.without_scripts();
    page.goto(&address);
    let (before, looks) = (page.eval(LAYOUT), page.pixels_drawn_at_once());
    page.with_scripts();
    page.goto_alive(&address);
    page.wait("__others.length === document.querySelectorAll('gka-interventies').length");
    // What works only in a living widget has its room before, and is seen from then on.
    page.eval(
        "[...document.querySelectorAll('gka-landkaart, gka-interventies')].flatMap((host) => all('.live', host))
            .forEach((node) => (node.style.visibility = 'hidden'))",
    );
    let (after, alive) = (page.eval(LAYOUT), page.pixels_drawn_at_once());
    assert_same_layout(&before, &after, path);
    assert_eq!(page.difference(&looks, &alive), Difference::default(), "/{path}");
}

#[track_caller]
fn assert_same_layout(before: &Value, after: &Value, path: &str) {
    let (before, after) = (before.as_array().unwrap(), after.as_array().unwrap());
    assert_eq!(before.len(), after.len(), "parts on /{path}");
    let moved = |(a, b): &(&Value, &Value)| {
        a[0] != b[0]
            || a[1] != b[1] && a[0] != "svg"
            || (2..6).any(|i| (a[i].as_f64().unwrap() - b[i].as_f64().unwrap()).abs() > 0.5)
    };
    let moved: Vec<_> = before.iter().zip(after).filter(moved).take(5).collect();
    assert!(moved.is_empty(), "moved on /{path}, before and after: {moved:#?}");
}
