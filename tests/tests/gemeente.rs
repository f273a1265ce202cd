//! The profile of a gemeente: complete without script, chosen, shared, hostile.
//! In every engine.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::page::Page;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

#[test]
fn without_script_a_gemeente_is_told_whole() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("gemeente/dordrecht/"));
    assert_eq!(page.text("one('h2').textContent"), "Dordrecht");
    let text = page.text("document.querySelector('gka-gemeente').textContent");
    for said in [
        "Zuid-Holland. Doet mee sinds 17 juni 2019.",
        "Vernieuwing Boekenpret",
        "Agenda, 2019 tot en met 2021",
        "De tekst is nog niet aan ons gegeven.",
        "Gebruikte de expertpool",
        "middelste gemeente van Nederland",
        "Wat hier ontbreekt",
        "GKA-pagina over Dordrecht: taalbevordering",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(page.texts(".doet article").len(), 5);
    assert_eq!(page.texts(".rooster .value").len(), page.texts(".rooster h4").len());
}

#[test]
fn what_a_source_highlights_is_marked() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("gemeente/venray/"));
    assert_eq!(
        page.text("one('.doet .uit').textContent").split("Ouders").next(),
        Some("UitgelichtThuis in Taal & Spel")
    );
    page.goto(&Site::shared().url("gemeente/dordrecht/"));
    assert_eq!(page.eval("all('.doet .uit').length"), 0);
    page.with_scripts();
    page.goto_alive(&Site::shared().url("embed/interventies/?gemeente=GM0988"));
    assert_eq!(page.texts(".items .uit"), ["Uitgelicht in Weert"]);
}

#[test]
fn what_a_gemeente_was_before_is_said() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("gemeente/eemsdelta/"));
    let text = page.text("one('header').textContent");
    assert!(
        text.contains("Sinds 1 januari 2021 horen hierbij: Appingedam, Delfzijl en Loppersum."),
        "{text}"
    );
    assert!(page.text("one('.tekende').textContent").contains("Pier Prins, wethouder (2021)"));
}

#[test]
fn a_page_comes_alive_as_it_stood_and_another_gemeente_can_be_chosen() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("gemeente/dordrecht/"));
    assert_eq!(
        page.eval("all('.plot').every((plot) => plot.children.length === 3)"),
        true,
        "each has its own marks"
    );
    page.script_with(
        "const field = one('.velden select');
        field.value = arguments[0];
        field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!("GM0193")],
    );
    page.wait("one('h2').textContent === 'Zwolle' && one('.doet')");
    assert_eq!(page.events("gka-select")[0], json!({ "code": "GM0193", "naam": "Zwolle" }));
    page.wait("location.search.includes('gemeente=GM0193')");
    page.eval("one('.take').open = true");
    page.eval("addEventListener('click', (event) => event.preventDefault())");
    page.click(&page.part("[data-take=csv]"));
    let csv = page.text("decodeURIComponent(one('[data-take=csv]').href.split(',').slice(1).join(','))");
    assert!(csv.contains(";Zwolle;"), "{}", &csv[..300.min(csv.len())]);
    assert_eq!(page.errors(), NONE);
}

#[test]
fn map_and_profile_of_a_group_have_one_gemeente() {
    let detour = Detour::to(Site::shared());
    detour.change("404.html", |page| {
        page.replace(
            "</main>",
            "<gka-landkaart src=\"/exports/index.json\" groep=\"a\"></gka-landkaart>
            <gka-gemeente src=\"/exports/index.json\" groep=\"a\"></gka-gemeente></main>",
        );
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.goto_alive(&detour.url("404.html"));
    page.wait("__others.some(({ type }) => type === 'gka-load')");
    let profile = "document.querySelector('gka-gemeente')";
    assert!(
        page.text(&format!("one('.profiel', {profile}).textContent")).contains("Zwolle"),
        "all can be chosen"
    );
    page.click(&page.eval("all('.list a').find((row) => row.textContent.startsWith('Zwolle'))"));
    page.wait(&format!("one('h2', {profile}).textContent === 'Zwolle' && one('.doet', {profile})"));
    // Who does not take part has no slice.
    page.eval("document.querySelector('gka-landkaart').gemeente = 'GM0358'");
    page.wait(&format!("one('.lede', {profile}).textContent.includes('doet niet mee')"));
    assert_eq!(page.errors(), NONE);
}

/// The slice of Dordrecht as others might write it.
fn hostile(slice: &mut Value) {
    let address = |url: &str| json!({ "status": "beschikbaar", "url": url });
    let item = &mut slice["interventies"][0];
    item["titel"]["nl"] = json!("<img src=x onerror=window.__executed=1>");
    item["samenvatting"]["nl"] = json!("lang".repeat(2_500));
    slice["agendas"][0]["tekst"] = address("javascript:window.__executed=1");
    slice["bronnen"][0]["url"] = json!("data:text/html,<script>window.__executed=1</script>");
    slice["cijfers"][0]["waarde"] = json!(1e308);
    slice["cijfers"][0]["laagste"] = json!(-1e308);
    let film = |id: &str, url: &str| {
        json!({ "id": id, "titel": { "nl": "Een \u{202e}film" }, "bronnen": [], "adres": address(url),
            "ondertiteling": address("https://gka.example/film.vtt"), "transcript": address("https://gka.example/film.txt") })
    };
    slice["videos"] =
        json!([film("a", "https://gka.example/film.mp4"), film("b", "javascript:window.__executed=1//.mp4")]);
}

#[test]
fn what_others_write_is_text_and_a_video_waits_for_its_reader() {
    let detour = Detour::to(Site::shared());
    detour.change("dordrecht.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        hostile(&mut value);
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("404.html", |page| {
        page.replace(
            "</main>",
            "<gka-gemeente src=\"/exports/index.json\" gemeente=\"GM0505\"></gka-gemeente></main>",
        );
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.resize(800, 900);
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(page.texts(".doet article").len(), 5);
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null);
    assert_eq!(
        page.eval("all('img, script, [href^=javascript], [href^=data], [src^=javascript]').length"),
        0
    );
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(page.eval("all('video').length"), 1, "what runs is no film");
    assert_eq!(page.eval("one('video').preload + one('video track').kind"), "nonecaptions");
    let asked =
        "performance.getEntriesByType('resource').filter(({ name }) => name.includes('gka.example')).length";
    assert_eq!(page.eval(asked), 0, "nothing is asked of who has the film");
    assert!(page.texts(".tekende a").contains(&"Lees de tekst".to_owned()), "what is said can be read");
    assert_eq!(page.errors(), NONE);
}
