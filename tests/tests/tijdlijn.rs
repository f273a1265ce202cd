//! The timeline: complete without script, filtered by year and kind, hostile.
//! In every engine.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::page::Page;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

/// Chooses an option of the first or the second field.
fn choose(page: &Page, field: usize, value: &str) {
    page.script_with(
        "const field = all('.velden select')[arguments[0]];
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(field), json!(value)],
    );
}

#[test]
fn without_script_every_event_and_the_calendar_are_there() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("tijdlijn/"));
    assert_eq!(page.texts(".tijd ol li").len(), 40);
    assert_eq!(page.texts(".jaar h3"), ["2016", "2017", "2018", "2019", "2020", "2021", "2022"]);
    assert_eq!(page.texts("#npo-kalender ol li").len(), 6);
    let text = page.text("document.querySelector('gka-tijdlijn').textContent");
    for said in
        ["31 oktober 2016", "2018 · niet gehaald", "eind 2021 · voornemen", "door ons afgeleid", "Bron: "]
    {
        assert!(text.contains(said), "{said}");
    }
}

#[test]
fn a_year_and_a_kind_leave_what_is_of_both_and_stand_in_the_address() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("tijdlijn/"));
    choose(&page, 0, "2020");
    page.wait("all('.jaar').length === 1");
    choose(&page, 1, "niet-gehaald");
    page.wait("all('.tijd ol li').length === 1");
    assert_eq!(page.text("one('.sum').textContent"), "1 van de 40 gebeurtenissen");
    page.wait("location.search === '?jaar=2020&soort=niet-gehaald'");
    page.eval("one('.take').open = true");
    page.eval("addEventListener('click', (event) => event.preventDefault())");
    page.click(&page.part("[data-take=csv]"));
    let csv = page.text("decodeURIComponent(one('[data-take=csv]').href.split(',').slice(1).join(','))");
    assert!(csv.contains("twintig-agendas;2020-01-31;niet gehaald;"), "{csv}");
    page.goto_alive(&Site::shared().url("tijdlijn/?jaar=2016"));
    assert_eq!(page.texts(".tijd ol li").len(), 3);
    assert_eq!(page.errors(), NONE);
}

#[test]
fn what_others_write_is_text() {
    let detour = Detour::to(Site::shared());
    detour.change("tijdlijn.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        let events = value["gebeurtenissen"].as_array_mut().unwrap();
        events[0]["tekst"]["nl"] = json!("<img src=x onerror=window.__executed=1>");
        events[1]["tekst"]["nl"] = json!("lang".repeat(2_500));
        events[2]["stuk"] = json!("../\"><script>");
        events[3]["datum"] = json!("");
        events[4]["soort"] = json!("gelukt");
        events[5]["id"] = events[6]["id"].clone();
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("404.html", |page| {
        page.replace("</main>", "<gka-tijdlijn src=\"/exports/index.json\"></gka-tijdlijn></main>");
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.resize(800, 900);
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(page.texts(".tijd ol li").len(), 40);
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null);
    assert_eq!(page.eval("all('img, script').length"), 0);
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(page.errors(), NONE);
}
