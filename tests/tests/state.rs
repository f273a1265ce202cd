//! One state: shared in a group, kept in the address, read and set by properties, said in three languages.

use serde_json::{Value, json};
use tests::detour::Detour;
use tests::page::Page;
use tests::page::input::{ENTER, TAB};
use tests::site::Site;

/// A page of its own site with these widgets, all alive.
fn with(detour: &Detour, markup: &'static str, count: usize, address: &str) -> Page {
    put(detour, markup, address);
    let page = Page::open();
    page.goto(&detour.url(address));
    page.alive(count);
    page
}

/// Puts widgets in the page at an address.
fn put(detour: &Detour, markup: &'static str, address: &str) {
    detour.change(address.split('#').next().unwrap_or_default(), move |page| {
        page.replace("</main>", &format!("{markup}</main>"));
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
}

const PAIR: &str = "<gka-landkaart src=\"/exports/index.json\" groep=\"a\" loading=\"eager\"></gka-landkaart>
    <gka-landkaart src=\"/exports/index.json\" groep=\"a\" loading=\"eager\"></gka-landkaart>
    <gka-landkaart src=\"/exports/index.json\" groep=\"b\" loading=\"eager\"></gka-landkaart>";
const ADDRESS: &str = "<gka-landkaart src=\"/exports/index.json\" adres></gka-landkaart>";
const FRAGMENT: &str = "<gka-landkaart src=\"/exports/index.json\" adres=\"fragment\"></gka-landkaart>";

/// What every widget of the page has chosen.
fn cards(page: &Page) -> Value {
    page.eval("[...document.querySelectorAll('gka-landkaart')].map((host) => one('.card h3', host)?.textContent ?? null)")
}

fn click(page: &Page, selector: &str, starts: &str) {
    let found = page.script_with(
        "return all(arguments[0]).find((node) => node.textContent.startsWith(arguments[1]));",
        &[json!(selector), json!(starts)],
    );
    assert!(!found.is_null(), "no {selector} {starts}");
    page.click(&found);
}

#[test]
fn widgets_of_a_group_share_what_is_chosen_and_not_how_it_is_shown() {
    let detour = Detour::to(Site::shared());
    let page = with(&detour, PAIR, 3, "404.html");
    click(&page, ".list a", "Zwolle");
    assert_eq!(cards(&page), json!(["Zwolle", "Zwolle", null]));
    assert_eq!(page.events("gka-select").len(), 1, "only the one that was touched says so");
    click(&page, ".toggle a", "Lijst");
    let shown = "[...document.querySelectorAll('gka-landkaart')].map((host) => host.weergave)";
    assert_eq!(page.eval(shown), json!(["lijst", null, null]));
    // Who joins later shows what the group has chosen.
    page.eval(
        "(() => {
            const next = document.querySelector('gka-landkaart').cloneNode();
            document.querySelector('main').append(next);
        })()",
    );
    page.alive(4);
    assert_eq!(cards(&page), json!(["Zwolle", "Zwolle", null, "Zwolle"]));
}

#[test]
fn a_group_ends_with_its_last_widget() {
    let detour = Detour::to(Site::shared());
    let page = with(&detour, PAIR, 3, "404.html");
    click(&page, ".list a", "Zwolle");
    page.eval("document.querySelectorAll('gka-landkaart').forEach((host) => host.remove())");
    page.script_with(
        "const next = document.createElement('gka-landkaart');
        next.src = '/exports/index.json';
        next.groep = 'a';
        document.querySelector('main').append(next);",
        &[],
    );
    page.alive(4);
    assert_eq!(cards(&page), json!([null]));
}

#[test]
fn the_address_keeps_what_is_chosen_beside_what_others_keep_there() {
    let detour = Detour::to(Site::shared());
    let page = with(&detour, ADDRESS, 1, "404.html?a&b=%20c#hier");
    assert_eq!(page.text("location.search + location.hash"), "?a&b=%20c#hier", "nothing happened yet");
    let length = page.eval("history.length");
    click(&page, ".list a", "Zwolle");
    click(&page, ".toggle a", "Lijst");
    let expected = "?a&b=%20c&weergave=lijst&gemeente=GM0193#hier";
    page.wait(&format!("location.search + location.hash === '{expected}'"));
    assert_eq!(page.eval("history.length"), length, "no step in the history for each choice");
    put(&detour, ADDRESS, &["404.html", expected].concat());
    page.eval("location.reload()");
    page.wait("one('.card h3')?.textContent === 'Zwolle'");
    assert_eq!(page.text("document.querySelector('gka-landkaart').weergave"), "lijst");
}

#[test]
fn going_back_in_the_history_goes_back_in_the_choice() {
    let detour = Detour::to(Site::shared());
    let page = with(&detour, ADDRESS, 1, "404.html?gemeente=GM0193");
    assert_eq!(cards(&page), json!(["Zwolle"]));
    page.eval("history.pushState(null, '', '?gemeente=GM0228')");
    page.eval("history.back()");
    page.wait("location.search === '?gemeente=GM0193'");
    page.eval("history.forward()");
    page.wait("one('.card h3')?.textContent === 'Ede'");
    assert_eq!(page.events("gka-select").len(), 0, "only readers choose");
}

#[test]
fn a_fragment_that_is_a_route_is_left_alone() {
    let detour = Detour::to(Site::shared());
    let page = with(&detour, FRAGMENT, 1, "404.html#/route");
    click(&page, ".list a", "Zwolle");
    page.eval("new Promise((done) => setTimeout(done, 300))");
    assert_eq!(page.text("location.hash"), "#/route");
    let page = with(&Detour::to(Site::shared()), FRAGMENT, 1, "404.html#x=1");
    click(&page, ".list a", "Zwolle");
    page.wait("location.hash === '#x=1&gemeente=GM0193'");
}

#[test]
fn properties_set_and_give_what_is_chosen() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(""));
    page.eval("document.querySelector('gka-landkaart').gemeente = 'GM0193'");
    page.wait("one('.card h3')?.textContent === 'Zwolle'");
    assert_eq!(page.text("document.querySelector('gka-landkaart').getAttribute('gemeente')"), "GM0193");
    click(&page, ".list a", "Ede");
    assert_eq!(page.text("document.querySelector('gka-landkaart').gemeente"), "GM0228");
    assert_eq!(page.eval("document.querySelector('gka-landkaart').thema"), Value::Null);
}

#[test]
fn the_ways_to_look_share_the_selection_and_keep_the_focus() {
    let detour = Detour::to(Site::shared());
    let page = Page::open();
    page.goto_alive(&detour.url(""));
    assert_eq!(detour.asked("tegels-2021.json"), 0, "tiles come when somebody asks");
    click(&page, ".list a", "Zwolle");
    page.eval("all('.toggle a')[1].focus()");
    page.press(ENTER);
    page.wait("one('svg.tegels')?.checkVisibility()");
    assert_eq!(page.eval("active() === all('.toggle a')[1]"), true);
    assert_eq!(page.texts(".toggle [aria-current]"), ["Tegels"]);
    assert_eq!(page.eval("all('svg.tegels .land path').length"), 352);
    assert_eq!(
        page.strings("all('svg.tegels .land [aria-current]').map((node) => node.ariaLabel)"),
        ["Zwolle"]
    );
    assert_eq!(page.eval("one('svg.kaart').checkVisibility()"), false);
    page.press(TAB);
    page.press(ENTER);
    page.wait("!one('.stage').checkVisibility()");
    assert_eq!(page.texts(".card h3"), ["Zwolle"]);
    page.eval("all('.toggle a')[0].focus()");
    page.press(ENTER);
    page.wait("one('svg.kaart').checkVisibility()");
    assert_eq!(detour.asked(".topo.json"), 0, "the prerendered map was there all the time");
}

#[test]
fn the_same_in_english_and_in_frisian() {
    let detour = Detour::to(Site::shared());
    let page = Page::open();
    page.goto_alive(&detour.url(""));
    for (lang, headline) in [
        ("en", "50 municipalities work together on equal opportunities"),
        ("fy", "50 gemeenten wurkje gear oan gelikense kânsen"),
        ("nl", "50 gemeenten werken samen aan gelijke kansen"),
    ] {
        page.script_with("document.querySelector('gka-landkaart').lang = arguments[0];", &[json!(lang)]);
        page.wait(&format!("one('h2').textContent === {}", json!(headline)));
        assert_eq!(page.text("one('.gka').lang"), lang);
        assert_eq!(page.eval("all('.zoom .land path').length"), 352);
    }
    // The names of the themas are Frisian too, so none says that it is Dutch.
    page.eval("document.querySelector('gka-landkaart').lang = 'fy'");
    page.wait("one('.gka').lang === 'fy'");
    assert_eq!(page.eval("all('.chips li:nth-child(n+2) a').filter((chip) => chip.lang).length"), 0);
}

#[test]
fn a_failure_is_told_in_the_language_of_the_page() {
    let detour = Detour::to(Site::shared());
    detour.change("exports/index.json", |index| index.status = 404);
    detour.change("/", |page| page.replace("<gka-landkaart", "<gka-landkaart lang=\"en\""));
    let page = Page::open();
    page.goto(&detour.url(""));
    page.wait("document.querySelector('gka-landkaart').shadowRoot.querySelector('.notice')");
    assert_eq!(
        page.text("document.querySelector('gka-landkaart').shadowRoot.querySelector('.notice').textContent"),
        "The data were not found."
    );
}

#[test]
fn the_wijken_of_a_gemeente_come_when_asked_for_and_go_again() {
    let detour = Detour::to(Site::shared());
    let page = Page::open();
    page.goto_alive(&detour.url(""));
    click(&page, ".list a", "Amsterdam");
    assert_eq!(detour.asked("wijken"), 0, "wijken come when somebody asks");
    click(&page, ".card button", "Bekijk de wijken");
    page.wait("one('h2').textContent === 'Wijken van Amsterdam: SES-WOA-score, 2019'");
    assert_eq!(page.eval("all('svg.wijkkaart .land path').length"), 99);
    assert_eq!(page.texts(".sum"), ["99 wijken"]);
    assert_eq!(page.text("all('.list span')[0].textContent"), "Amstel III/Bullewijk −0,588\u{a0}punten");
    assert_eq!(page.eval("one('svg.kaart').checkVisibility()"), false);
    assert_eq!(page.texts(".card h3"), ["Amsterdam"]);
    // Without figures the map says so.
    page.eval("document.querySelector('gka-landkaart').gemeente = 'GM0228'");
    page.wait("one('h2').textContent === 'Wijken van Ede'");
    assert_eq!(page.texts(".lede"), ["Van deze wijken zijn nog geen cijfers bekend."]);
    click(&page, ".card button", "Terug naar heel Nederland");
    page.wait("one('svg.kaart').checkVisibility()");
    assert_eq!(page.texts(".card h3"), ["Ede"]);
    assert_eq!(page.eval("one('svg.wijkkaart')"), Value::Null);
}
