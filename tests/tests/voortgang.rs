//! The parts of the progress report: complete without script, a number that opens the list, hostile.
//! In every engine.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::page::Page;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

/// The number for a thema and a sector.
const CELL: &str =
    "one(\"td a[data-set='thema=taalbevordering&sector=po']\", document.querySelector('gka-voortgang'))";

#[test]
fn without_script_lines_numbers_and_their_sources_are_there() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("kerncijfers/"));
    let text = page.text("document.querySelector('gka-voortgang').textContent");
    for said in [
        "Met gemeenten",
        "Community Urban Education (CUE)",
        "De Stagemakelaar",
        "14 maart 2023",
        "8,5 miljard",
        "ongeveer",
        "Landelijk dashboard gelijke kansen",
        "Er is nog geen adres aan ons gegeven.",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(page.texts(".rooster article").len(), 48);
    assert_eq!(page.eval("all('.rooster article').every((one) => one.textContent.includes('Bron: '))"), true);
    assert!(page.text(&format!("{CELL}.href")).ends_with("interventie/?thema=taalbevordering&sector=po"));
}

#[test]
fn a_number_opens_the_list_of_as_many() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("kerncijfers/"));
    let many = page.text(&format!("{CELL}.textContent"));
    page.click(&page.eval(CELL));
    page.wait("document.querySelector('gka-interventies')?.shadowRoot");
    page.wait("one('.over .sum', document.querySelector('gka-interventies'))");
    let said = page.text("one('.sum', document.querySelector('gka-interventies')).textContent");
    assert!(said.starts_with(&format!("{many} van de ")), "{many}: {said}");
}

#[test]
fn in_a_group_a_number_chooses_what_the_list_shows() {
    let detour = Detour::to(Site::shared());
    detour.change("404.html", |page| {
        page.replace(
            "</main>",
            "<gka-voortgang src=\"/exports/index.json\" groep=\"a\"></gka-voortgang>
            <gka-interventies src=\"/exports/index.json\" groep=\"a\"></gka-interventies></main>",
        );
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.goto(&detour.url("404.html"));
    page.alive(2);
    page.wait(CELL);
    page.wait("one('.sum', document.querySelector('gka-interventies'))");
    page.click(&page.eval(CELL));
    page.wait("document.querySelector('gka-interventies').sector === 'po'");
    page.wait(&format!("{CELL}.getAttribute('aria-current') === 'true'"));
    assert_eq!(page.text("document.querySelector('gka-interventies').thema"), "taalbevordering");
    assert_eq!(page.errors(), NONE);
}

#[test]
fn what_others_write_is_text() {
    let detour = Detour::to(Site::shared());
    detour.change("kerncijfers.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        let figures = value["kerncijfers"].as_array_mut().unwrap();
        figures[0]["label"]["nl"] = json!("<img src=x onerror=window.__executed=1>");
        figures[1]["eenheid"] = json!("lang".repeat(2_500));
        figures[2]["waarde"] = json!(1e308);
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("links.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        value["links"][0]["adres"]["url"] = json!("javascript:window.__executed=1");
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("404.html", |page| {
        page.replace("</main>", "<gka-voortgang src=\"/exports/index.json\"></gka-voortgang></main>");
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.resize(800, 900);
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(page.texts(".rooster article").len(), 48);
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null);
    assert_eq!(page.eval("all('img, script, [href^=javascript]').length"), 0);
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(page.errors(), NONE);
}
