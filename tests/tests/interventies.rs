//! The list of interventies: complete without script, found, filtered, addressed, taken away, by everyone.
//! In every engine.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::exports::{document, items};
use tests::page::Page;
use tests::page::input::CONTROL;
use tests::site::Site;

const NONE: Vec<String> = Vec::new();

/// The titles that the reader sees.
const TITLES: &str = "all('.items article').map((item) => item.querySelector('h3, h4').textContent)";

fn list(page: &Page) -> Vec<String> {
    page.strings(TITLES)
}

fn typed(page: &Page, text: &str) {
    page.click(&page.part("[type=search]"));
    page.press_with(CONTROL, "a");
    for letter in text.chars() {
        page.press(&letter.to_string());
    }
}

/// Chooses an option of the field with this name.
fn choose(page: &Page, label: &str, value: &str) {
    page.script_with(
        "const field = all('.velden label').find((label) => label.textContent.startsWith(arguments[0])).querySelector('select');
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', { bubbles: true }));",
        &[json!(label), json!(value)],
    );
}

fn interventies() -> Vec<Value> {
    items(&document("interventies.json")["interventies"]).to_vec()
}

fn of_thema(thema: &str) -> Vec<String> {
    let has = |item: &&Value| items(&item["themas"]).iter().any(|known| known["id"] == thema);
    interventies().iter().filter(has).map(|item| item["titel"]["nl"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn without_script_every_interventie_is_on_a_page_with_its_source() {
    let page = Page::open();
    page.without_scripts();
    let mut found = Vec::new();
    let mut address = Site::shared().url("interventie/");
    loop {
        page.goto(&address);
        found.extend(list(&page));
        assert_eq!(
            page.eval("all('.items article').every((item) => /Bron: ./.test(item.textContent))"),
            true
        );
        let next = page
            .eval("all('.delen a').find((link) => link.textContent.startsWith('Volgende'))?.href ?? null");
        let Some(next) = next.as_str() else { break };
        address = next.to_owned();
    }
    let all: Vec<String> =
        interventies().iter().map(|item| item["titel"]["nl"].as_str().unwrap().to_owned()).collect();
    assert_eq!(found, all);
}

#[test]
fn searching_forgives_accents_and_a_typing_error_and_can_be_undone() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("interventie/"));
    typed(&page, "brugfunctonaris");
    assert!(list(&page).iter().any(|title| title == "Brugfunctionaris"), "{:?}", list(&page));
    typed(&page, "sudwest");
    assert!(!list(&page).is_empty());
    assert_eq!(
        page.eval("all('.items article').every((item) => item.textContent.includes('Súdwest'))"),
        true
    );
    assert!(page.text("one('.sum').textContent").contains("van de 91 interventies"));
    typed(&page, "qqqqqq");
    assert_eq!(list(&page), NONE);
    assert_eq!(page.text("one('.sum').textContent"), "Geen interventie past bij deze keuze.");
    page.click(&page.part(".over .wis"));
    assert_eq!(page.text("one('.sum').textContent"), "91 interventies bekend");
    assert_eq!(page.eval("one('[type=search]').value"), "");
    assert_eq!(page.eval("active().className"), "sum", "the focus is not lost");
    typed(&page, "taal&thema=x");
    assert_eq!(page.eval("document.querySelector('gka-interventies').thema"), Value::Null);
}

#[test]
fn a_thema_and_fields_leave_what_has_both_and_counts_say_so_before() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("interventie/"));
    page.click(&page.eval("all('.chips a').find((chip) => chip.textContent.startsWith('Taalbevordering'))"));
    assert_eq!(list(&page), of_thema("taalbevordering"));
    let said = page.text("all('.velden option').find(({ value }) => value === 'vve').textContent");
    choose(&page, "Onderwijssector", "vve");
    let left = list(&page).len();
    assert!(said.ends_with(&format!("({left})")), "{said}, {left}");
    assert_eq!(page.text("one('h2').textContent"), format!("{left} interventies rond taal"));
    let detail = page.events("gka-filter").pop().unwrap();
    assert_eq!((&detail["thema"], &detail["sector"]), (&json!("taalbevordering"), &json!("vve")));
    page.wait("location.search.includes('sector=vve')");
    let address = page.text("location.search");
    assert!(address.contains("thema=taalbevordering") && address.contains("sector=vve"), "{address}");
    page.goto_alive(&Site::shared().url(&format!("interventie/{address}")));
    assert_eq!(list(&page).len(), left);
    page.click(&page.part(".over button"));
    assert_eq!(list(&page), of_thema("taalbevordering"));
}

#[test]
fn parts_and_orders_show_all_of_it_in_turn() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("interventie/"));
    let first = list(&page);
    assert_eq!(first.len(), 50);
    page.click(&page.part(".delen a"));
    assert_eq!(list(&page).len(), 41);
    assert_eq!(page.eval("active().className"), "sum", "the reader is at its beginning");
    page.click(&page.part(".delen a"));
    assert_eq!(list(&page), first);
    choose(&page, "Volgorde", "gemeente");
    assert_eq!(page.texts(".groep")[0], "Achtkarspelen");
    choose(&page, "Volgorde", "");
    assert_eq!(list(&page), first);
}

#[test]
fn every_interventie_has_an_address_that_brings_a_reader_there() {
    let page = Page::open();
    let address = "thema/taalbevordering/#interventie-venray-thuis-in-taal-en-spel";
    page.goto(&Site::shared().url(address));
    // WebKit gives the focus to what an address names, and there a widget waits until the reader leaves.
    let chosen = "one('article[aria-current]', document.querySelector('gka-interventies'))";
    page.wait(&format!("{chosen} ?? document.activeElement.blur()"));
    assert_eq!(page.text(&format!("{chosen}.querySelector('h3').textContent")), "Thuis in Taal & Spel");
    assert_eq!(page.eval(&format!("active() === {chosen}")), true);
    let seen =
        format!("(({{ top, bottom }}) => top >= 0 && top < innerHeight)({chosen}.getBoundingClientRect())");
    page.wait(&seen);
    // And by another link to this page.
    page.click(&page.eval(
        "window.__other = all('h3 a', document.querySelector('gka-interventies')).find((link) =>
            new URL(link.href).pathname === location.pathname && !link.closest('[aria-current]'))",
    ));
    page.wait(&format!("{chosen} === __other.closest('article')"));
    assert_eq!(page.errors(), NONE);
}

#[test]
fn map_and_list_of_a_page_have_one_choice() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("thema/taalbevordering/"));
    page.wait("__others.some(({ type }) => type === 'gka-load')");
    let count = "all('.items article', document.querySelector('gka-interventies')).length";
    page.click(&page.eval("all('.list a').find((row) => row.textContent.startsWith('Dordrecht'))"));
    page.wait(&format!("{count} < 10"));
    let headline = "one('h2', document.querySelector('gka-interventies')).textContent";
    assert!(page.text(headline).ends_with("rond taal in Dordrecht"), "{}", page.text(headline));
    page.click(&page.eval("one('.over button', document.querySelector('gka-interventies'))"));
    page.wait("!one('.list [aria-current]')");
    // The map grows to the whole, and the list stays with it.
    page.eval("document.querySelector('gka-landkaart').setAttribute('sector', 'vve')");
    page.wait(&format!(
        "{headline}.startsWith('8 ') || document.querySelector('gka-interventies').sector === 'vve'"
    ));
    assert_eq!(page.errors(), NONE);
}

#[test]
fn the_file_holds_what_is_listed() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("interventie/?thema=taalbevordering"));
    page.eval("one('.take').open = true");
    page.eval("addEventListener('click', (event) => event.preventDefault())");
    page.click(&page.part("[data-take=csv]"));
    let csv = page.text("decodeURIComponent(one('[data-take=csv]').href.split(',').slice(1).join(','))");
    assert_eq!(page.text("one('[data-take=csv]').download"), "interventies-taalbevordering-2021-01-22.csv");
    assert_eq!(csv.trim_end().split("\r\n").count(), of_thema("taalbevordering").len() + 1);
}

#[test]
fn titles_and_links_of_others_are_text_and_run_nothing() {
    let detour = Detour::to(Site::shared());
    detour.change("interventies.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        let list = value["interventies"].as_array_mut().unwrap();
        list[0]["titel"]["nl"] = json!("<img src=x onerror=window.__executed=1>");
        list[1]["samenvatting"]["nl"] = json!("</p><script>window.__executed=1</script>");
        list[2]["titel"]["nl"] = json!("a\u{202e}b\u{0}c");
        list[3]["titel"]["nl"] = json!("lang".repeat(2_500));
        list[4]["id"] = json!("\"><svg onload=window.__executed=1>/../x");
        list[5]["gemeenten"] = json!(["GM9999", "__proto__"]);
        list[6]["bronnen"] = json!([{"bron": "nergens"}]);
        let twice = list[7].clone();
        list.push(twice);
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("bronnen.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        for (bron, url) in value["bronnen"]
            .as_array_mut()
            .unwrap()
            .iter_mut()
            .zip(["javascript:window.__executed=1", "data:text/html,x"].iter().cycle())
        {
            bron["url"] = json!(url);
        }
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    let page = Page::open();
    page.resize(800, 900);
    detour.change("404.html", |page| {
        page.replace("</main>", "<gka-interventies src=\"/exports/index.json\"></gka-interventies></main>");
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(list(&page).len(), 50);
    assert_eq!(page.text("one('.sum').textContent"), "91 interventies bekend");
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null);
    assert_eq!(page.eval("all('script, img, iframe, [onload], [onerror]').length"), 0);
    assert_eq!(page.eval("all('a').filter((link) => !link.href.startsWith('http')).length"), 0);
    assert_eq!(page.eval("/[\\u0000-\\u0008\\u202a-\\u202e]/.test(one('.gka').textContent)"), false);
    assert_eq!(
        page.eval("document.documentElement.scrollWidth <= innerWidth"),
        true,
        "a long word stays in its box"
    );
    typed(&page, "familie");
    assert!(!list(&page).is_empty());
    assert_eq!(page.errors(), NONE);
}

#[test]
fn a_document_that_fails_is_said_in_one_notice_and_the_rest_stays() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change("exports/interventies.json", |answer| answer.replace("\"zekerheid\"", "\"zekerhijd\""));
    page.goto(&detour.url("interventie/"));
    page.wait("__events.some(({ type }) => type === 'gka-error')");
    assert_eq!(
        page.events("gka-error")[0]["message"],
        "interventies: interventies[0].zekerheid: expected text"
    );
    let notice = "document.querySelector('gka-interventies').shadowRoot.querySelector('.notice').textContent";
    assert_eq!(page.text(notice), "De gegevens zijn beschadigd.");
    assert_eq!(list(&page).len(), 50, "the list of the page stays");
}

#[test]
fn a_release_without_agendas_has_a_list_without_that_question() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change("exports/index.json", |index| index.replace("\"agendas\"", "\"agenda-s\""));
    page.goto_alive(&detour.url("interventie/"));
    assert_eq!(
        page.eval("all('.velden label').some((label) => label.textContent.startsWith('Agenda'))"),
        false
    );
    assert_eq!(list(&page).len(), 50);
}
