//! Documents that somebody tampered with: nothing executes, nothing breaks out of its box, the rest stays usable.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::page::Page;
use tests::page::input::{ENTER, HOME};
use tests::site::Site;

/// Names for the first participants, each with something that has gone wrong elsewhere.
fn names() -> Vec<String> {
    let mut names: Vec<String> = [
        "<img src=x onerror=window.__executed=1>",
        "</a></li></ul><script>window.__executed=1</script>",
        "\"><svg onload=window.__executed=1>",
        "'; window.__executed = 1; //",
        "{{constructor.constructor('window.__executed=1')()}}",
        "javascript:window.__executed=1",
        "Ede\u{202e}neztooG",
        "E\0d\u{7}e",
        "👩‍👩‍👧‍👦🏳️‍🌈",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    names.push("lang".repeat(2_500));
    names
}

/// A page with an empty widget, drawn of documents that `tamper` changed.
fn drawn(tamper: impl Fn(&str, &mut Value) + Clone + Send + Sync + 'static) -> Page {
    let detour = Detour::to(Site::shared());
    for document in ["gemeenten.json", "gebieden-2021.json", "themas.json"] {
        let tamper = tamper.clone();
        detour.change(document, move |answer| {
            let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
            tamper(document, &mut value);
            answer.body = serde_json::to_vec(&value).unwrap();
        });
    }
    detour.change("404.html", |page| {
        page.replace("</main>", "<gka-landkaart src=\"/exports/index.json\"></gka-landkaart></main>");
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.resize(800, 900);
    page.goto_alive(&detour.url("404.html"));
    page
}

#[test]
fn names_are_text_wherever_they_stand() {
    let page = drawn(|document, value| {
        let (list, field) = match document {
            "gemeenten.json" => ("gemeenten", "naam"),
            "gebieden-2021.json" => ("gebieden", "naam"),
            _ => return,
        };
        for (item, name) in value[list].as_array_mut().unwrap().iter_mut().zip(names()) {
            item[field] = json!(name);
            item["slug"] = json!(format!("../..//{name}"));
        }
    });
    assert_eq!(page.texts(".list a").len(), 50);
    // Into the card, the tooltip and the names for assistive technology as well.
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    for _ in 0..names().len() {
        page.press(HOME);
        page.press(ENTER);
        page.press(tests::page::input::DOWN);
        page.press(ENTER);
    }
    let rows = page.eval("all('.list a').length");
    for row in 0..11 {
        page.script_with("all('.list a')[arguments[0]].click();", &[json!(row)]);
    }
    assert_eq!(page.eval("all('.list a').length"), rows);
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null, "nothing executed");
    let foreign = "all('script, img, iframe, object, [onload], [onerror]').length";
    assert_eq!(page.eval(foreign), 0);
    let elsewhere = "all('a').filter((link) => link instanceof HTMLAnchorElement &&
        (new URL(link.href).origin !== location.origin || !link.href.startsWith('http'))).length";
    assert_eq!(page.eval(elsewhere), 0, "every link stays on the site");
    let unruly = "/[\\u0000-\\u0008\\u202a-\\u202e\\u2066-\\u2069]/.test(one('.gka').textContent)";
    assert_eq!(page.eval(unruly), false, "nothing turns the text round it");
    assert_eq!(
        page.eval("document.documentElement.scrollWidth <= innerWidth"),
        true,
        "a long word stays in its box"
    );
    assert_eq!(page.violations(), Vec::<String>::new());
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn numbers_without_sense_and_names_twice_leave_the_rest_usable() {
    let page = drawn(|document, value| match document {
        "gemeenten.json" => {
            let list = value["gemeenten"].as_array_mut().unwrap();
            list[0]["interventies"] = json!(1e308);
            list[1]["interventies"] = json!(-7.5);
            list[2]["themas"] = json!({ "taalbevordering": 1e308, "__proto__": 3 });
            let twice = list[3].clone();
            list.push(twice);
        }
        "gebieden-2021.json" => {
            let list = value["gebieden"].as_array_mut().unwrap();
            // A neighbour of itself, all ways round.
            list[0]["buren"] = json!([0, 0, 0, 0]);
        }
        _ => {
            let list = value["themas"].as_array_mut().unwrap();
            let twice = list[0].clone();
            list.push(twice);
            list[1]["gemeenten"] = json!(1e308);
        }
    });
    assert_eq!(page.texts(".list a").len(), 50, "who is named twice takes part once");
    page.eval("all('.chips a')[1].click()");
    page.wait("all('.list a').length < 50");
    page.eval("all('.chips a')[0].click()");
    page.wait("all('.list a').length === 50");
    assert_eq!(page.errors(), Vec::<String>::new());
}

#[test]
fn a_host_that_unsets_everything_leaves_the_widget_readable() {
    let detour = Detour::to(Site::shared());
    detour.change("gemeente.css", |sheet| {
        sheet.body =
            b"* { all: unset } path, li { display: none } a { font-size: 1px; color: white }".to_vec();
    });
    let page = Page::open();
    page.goto_alive(&detour.url("voorbeeld/"));
    let shapes = "all('.zoom .land path').filter((path) => path.getBoundingClientRect().width > 0).length";
    assert_eq!(page.eval(shapes), 352);
    assert_eq!(page.texts(".list a").len(), 50);
    let size = "parseFloat(getComputedStyle(one('.list a')).fontSize) >= 12";
    assert_eq!(page.eval(size), true);
    assert_eq!(page.eval("getComputedStyle(document.querySelector('gka-landkaart')).display"), "block");
}
