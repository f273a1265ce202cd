//! Pages of plain script, React, Vue, Svelte and Lit mount, change, move and take away every element, in the spirit of
//! custom-elements-everywhere.
//! In every engine.

use serde_json::{Value, json};
use std::process::Command;
use tests::detour::Detour;
use tests::page::Page;
use tests::root;
use tests::scratch::Scratch;
use tests::site::Site;

/// A tag, what it is first asked for, and then, and what is true of it when it has that.
const ELEMENTS: [(&str, &str, &str, &str); 6] = [
    (
        "gka-landkaart",
        "",
        "thema=taalbevordering",
        "it('.chips [aria-current]').dataset.set === 'thema=taalbevordering'",
    ),
    ("gka-interventies", "", "thema=taalbevordering", "!it('.sum').textContent.startsWith('9')"),
    (
        "gka-indicator",
        "indicator=opleiding-laag",
        "indicator=opleiding-laag&gemeente=GM0505",
        "it('.gka').textContent.includes('Dordrecht')",
    ),
    ("gka-gemeente", "gemeente=GM0505", "gemeente=GM0193", "it('h2').textContent === 'Zwolle'"),
    ("gka-tijdlijn", "", "jaar=2020", "it('.jaar h3').textContent === '2020'"),
    (
        "gka-voortgang",
        "",
        "thema=taalbevordering&sector=po",
        "it('td [aria-current=true]')?.dataset.set === 'thema=taalbevordering&sector=po'",
    ),
];

fn widget(key: &str, tag: &str, asked: &str) -> Value {
    let mut attributes = json!({ "src": "/exports/index.json", "loading": "eager" });
    for (name, value) in asked.split('&').filter_map(|part| part.split_once('=')) {
        attributes[name] = json!(value);
    }
    json!({ "key": key, "tag": tag, "attributes": attributes })
}

/// Shows these and nothing else, in this order.
fn show(page: &Page, widgets: &[&Value]) {
    page.script_with("return show(arguments[0]);", &[json!(widgets)]);
}

/// Waits until `fact` is true of the widget at a place; `it` finds in it.
#[track_caller]
fn wait(page: &Page, place: usize, fact: &str) {
    page.wait(&format!(
        "(() => {{ const it = (selector) => window.place().children[{place}].shadowRoot.querySelector(selector); return {fact}; }})()"
    ));
}

/// The site with a page that runs the script of a framework.
fn hosted(bundles: &std::path::Path, framework: &str) -> Detour {
    let script = std::fs::read(bundles.join(framework).with_extension("js")).expect("the bundle was made");
    let detour = Detour::to(Site::shared());
    detour.change("framework.js", move |answer| {
        answer.status = 200;
        answer.header("content-type", "text/javascript");
        answer.body.clone_from(&script);
    });
    detour.change("404.html", |page| {
        page.replace("</main>", "<div id=\"app\"></div></main>");
        page.replace(
            "</head>",
            "<script type=\"module\" src=\"/dist/gka.js\"></script><script type=\"module\" src=\"/framework.js\"></script></head>",
        );
    });
    detour
}

fn lives_with(page: &Page, address: &str, framework: &str) {
    for (tag, first, then, fact) in ELEMENTS {
        println!("{framework} {tag}");
        page.goto(address);
        page.wait("window.show");
        page.eval("(window.heard = [], window.place ??= () => document.getElementById('app'), 1)");
        let one = widget("one", tag, first);
        let other = widget("other", tag, then);
        show(page, &[&one]);
        page.wait("heard.includes('one')");
        // Changed where it stands.
        show(page, &[&widget("one", tag, then)]);
        wait(page, 0, fact);
        // Moved behind another, it is the same element and shows the same.
        page.eval("(window.same = window.place().children[0], 1)");
        show(page, &[&other, &widget("one", tag, then)]);
        page.wait("heard.includes('other')");
        show(page, &[&widget("one", tag, then), &other]);
        show(page, &[&other, &widget("one", tag, then)]);
        assert_eq!(page.eval("window.place().children[1] === same"), true, "{framework} {tag}");
        for place in 0..2 {
            wait(page, place, fact);
        }
        // Taken away, and made again.
        show(page, &[]);
        assert_eq!(page.eval("[window.place().children.length, same.isConnected]"), json!([0, false]));
        page.eval("(heard.length = 0, 1)");
        show(page, &[&one]);
        page.wait("heard.includes('one')");
        // Taken away before it could start.
        show(page, &[]);
        show(page, &[&one]);
        show(page, &[]);
        assert_eq!(page.errors(), Vec::<String>::new(), "{framework} {tag}");
        assert_eq!(page.violations(), Vec::<String>::new(), "{framework} {tag}");
    }
}

#[test]
fn every_element_lives_in_every_framework() {
    let bundles = Scratch::new();
    let made = Command::new("node")
        .arg(root().join("tests/frameworks/build.mjs"))
        .arg(bundles.path())
        .output()
        .expect("node runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let page = Page::open();
    for framework in ["plain", "react", "vue", "svelte", "lit"] {
        lives_with(&page, &hosted(bundles.path(), framework).url("404.html"), framework);
    }
}
