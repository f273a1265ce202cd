//! A figure in words and as a plot, beside what the gemeente does: complete without script, chosen, missing, shared.
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

fn value(page: &Page) -> String {
    page.text("one('.value').textContent")
}

#[test]
fn without_script_a_figure_says_what_it_is() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("indicator/opleiding-laag/"));
    assert_eq!(value(&page), "27,5%");
    let text = page.text("one('.cijfer').textContent");
    for said in
        ["helft van de gemeenten", "procent · 2021", "Wat betekent dit cijfer?", "Bron: ", "één meting"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(
        page.eval("one('.plot').getAttribute('aria-label').startsWith('Verdeling over 352 gemeenten')"),
        true
    );
}

#[test]
fn a_gemeente_has_its_figure_its_comparison_and_its_story() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("indicator/opleiding-laag/"));
    choose(&page, 0, "GM0505");
    page.wait("one('h2').textContent === 'Dordrecht'");
    assert!(value(&page).ends_with('%'));
    let text = page.text("one('.cijfer [role=status]').textContent");
    assert!(
        text.contains("middelste gemeente van Nederland (27,5%)") && text.contains("Van de 352"),
        "{text}"
    );
    assert_eq!(page.texts(".verhaal li").len(), 5);
    assert_eq!(page.events("gka-select")[0], json!({ "code": "GM0505", "naam": "Dordrecht" }));
    page.wait("location.search.includes('gemeente=GM0505')");
    assert_eq!(
        page.eval("one('.plot .hier').getBoundingClientRect().height > 50"),
        true,
        "its place is marked"
    );
    page.goto_alive(&Site::shared().url("indicator/opleiding-laag/?gemeente=GM0505"));
    assert_eq!(
        (value(&page), page.text("one('h2').textContent")),
        ("30,1%".to_owned(), "Dordrecht".to_owned())
    );
    choose(&page, 1, "achterstandsscore");
    page.wait("!one('.value').textContent.includes('%') && /\\d/.test(one('.value').textContent)");
    assert_eq!(page.text("one('h2').textContent"), "Dordrecht");
    // What comes after the figure moves what is below it.
    page.wait("one('.inde')");
    page.eval("one('.take').open = true");
    page.eval("addEventListener('click', (event) => event.preventDefault())");
    page.click(&page.part("[data-take=csv]"));
    let csv = page.text("decodeURIComponent(one('[data-take=csv]').href.split(',').slice(1).join(','))");
    assert!(csv.contains("GM0505;Dordrecht;2019-10-01;"), "{}", &csv[..200]);
    assert_eq!(page.errors(), NONE);
}

#[test]
fn a_figure_that_is_not_there_keeps_its_place_with_the_reason() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("indicator/onderadvies/"));
    assert_eq!(value(&page), "–");
    assert!(page.text("one('.cijfer').textContent").contains("iets anders dan nul"));
    assert!(page.text("one('.cijfer').textContent").contains("Breuk vanaf"));
    // Not every gemeente has this figure.
    page.goto_alive(&Site::shared().url("indicator/eindscore-route8/"));
    let code =
        "fetch('/exports/indicatoren/eindscore-route8-gemeente-2021.json').then((answer) => answer.json())
        .then(({ gebieden }) => gebieden.find(({ waarden }) => typeof waarden[0] === 'string').code)";
    let code = page.text(code);
    choose(&page, 0, &code);
    page.wait("one('.value').textContent === '–'");
    assert_eq!(page.eval("all('.cijfer [role=status] p').length >= 4"), true, "a reason and what it means");
}

#[test]
fn map_and_card_of_a_group_have_one_gemeente_and_one_figure() {
    let detour = Detour::to(Site::shared());
    detour.change("404.html", |page| {
        page.replace(
            "</main>",
            "<gka-landkaart src=\"/exports/index.json\" groep=\"a\"></gka-landkaart>
            <gka-indicator src=\"/exports/index.json\" groep=\"a\"></gka-indicator></main>",
        );
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.goto_alive(&detour.url("404.html"));
    page.wait("__others.some(({ type }) => type === 'gka-load')");
    page.click(&page.eval("all('.list a').find((row) => row.textContent.startsWith('Zwolle'))"));
    let card = "document.querySelector('gka-indicator')";
    page.wait(&format!("one('h2', {card}).textContent === 'Zwolle'"));
    page.eval(&format!("{card}.indicator = 'opleiding-hoog'"));
    page.wait("document.querySelector('gka-landkaart').indicator === 'opleiding-hoog'");
    page.wait("one('.legend .k4')");
    assert_eq!(page.errors(), NONE);
}

#[test]
fn figures_that_fail_are_said_and_the_card_of_the_page_stays() {
    let page = Page::open();
    let detour = Detour::to(Site::shared());
    detour.change("opleiding-laag-gemeente-2021.json", |answer| answer.replace("\"waarden\"", "\"waarde\""));
    page.goto(&detour.url("indicator/opleiding-laag/"));
    page.wait("__events.some(({ type }) => type === 'gka-error')");
    let message = page.events("gka-error")[0]["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.contains("gebieden[0].waarden: expected a list"), "{message}");
    assert_eq!(value(&page), "27,5%");
}

#[test]
fn names_of_others_are_text_and_figures_without_sense_leave_the_rest() {
    let detour = Detour::to(Site::shared());
    detour.change("indicatoren.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        for indicator in value["indicatoren"].as_array_mut().unwrap() {
            indicator["label"]["nl"] = json!("<img src=x onerror=window.__executed=1>");
            indicator["definitie"]["nl"] = json!("lang".repeat(2_500));
        }
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("opleiding-laag-gemeente-2021.json", |answer| {
        let mut value: Value = serde_json::from_slice(&answer.body).unwrap();
        value["gebieden"][0]["waarden"] = json!([1e308]);
        value["gebieden"][1]["waarden"] = json!([-1e308]);
        answer.body = serde_json::to_vec(&value).unwrap();
    });
    detour.change("404.html", |page| {
        page.replace("</main>", "<gka-indicator src=\"/exports/index.json\" indicator=\"opleiding-laag\" gemeente=\"GM0505\"></gka-indicator></main>");
        page.replace("</head>", "<script type=\"module\" src=\"/dist/gka.js\"></script></head>");
    });
    let page = Page::open();
    page.resize(800, 900);
    page.goto_alive(&detour.url("404.html"));
    assert!(value(&page).ends_with('%'));
    assert_eq!(page.eval("window.__executed ?? null"), Value::Null);
    assert_eq!(page.eval("all('img, script').length"), 0);
    assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), true);
    assert_eq!(page.errors(), NONE);
}

#[test]
fn the_figures_of_wijken_stand_against_their_ses() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/indicator/?indicator=opleiding-laag-ses&gemeente=GM0363"));
    page.wait("one('.inde h5')");
    assert_eq!(page.text("one('.inde h5').textContent"), "Laag opgeleid volgens de SES-WOA en SES-WOA-score");
    let said = "Waar het ene cijfer hoger is, is het andere meestal lager. Dat zegt niet dat het ene door het andere komt.";
    assert_eq!(page.text("one('.inde h5 + p').textContent"), said);
    assert!(page.text("one('.vlak').getAttribute('aria-label')").ends_with(said));
    assert_eq!(page.eval("one('.vlak path').getAttribute('d').match(/h0/g).length"), 98);
    page.eval("(one('.inde details').open = true, 1)");
    assert_eq!(
        page.strings("all('.inde thead th').map((cell) => cell.textContent)"),
        ["wijk", "cijfer", "SES-WOA-score"]
    );
    let first = page.strings("[...one('.inde tbody tr').children].map((cell) => cell.textContent)");
    assert_eq!(first, ["Amstel III/Bullewijk", "6,4%", "−0,588"]);
}

#[test]
fn the_schools_of_a_gemeente_stand_by_their_names_and_none_is_the_first() {
    let page = Page::open();
    page.goto_alive(&Site::shared().url("embed/indicator/?indicator=achterstandsscore&gemeente=GM0363"));
    page.wait("one('.inde')");
    assert_eq!(page.text("one('.inde h4').textContent"), "Op de scholen in Amsterdam");
    let said = "Van 205 van de 210 scholen is er een bruikbaar cijfer. Ze lopen van 0,00 tot 4,10. Dit is geen \
                ranglijst: een cijfer van een school zegt vooral iets over haar leerlingen.";
    assert_eq!(page.text("one('.inde > h4 ~ p:not(.m)').textContent"), said);
    let rows =
        "all('.inde tbody tr').map((row) => [...row.children].map((cell) => cell.textContent).join('|'))";
    let rows = page.strings(rows);
    assert_eq!(rows.len(), 210);
    assert_eq!(
        rows[..2],
        ["15e Montessorischool Maas en Waal|0,00", "5e Montessorischool Watergraafsmeer|0,00"]
    );
    for (school, said) in [
        ("Lotusschool", "te weinig mensen om te tonen"),
        ("Dr E Boekman (18UH00)", ""),
        ("Basisschool Annie M G Schmidt (", ""),
    ] {
        let row = rows.iter().find(|row| row.starts_with(school)).expect(school);
        assert!(row.ends_with(said), "{row}");
    }
    assert_eq!(rows.iter().filter(|row| row.ends_with("onbetrouwbaar: weinig mensen")).count(), 3);
    // A long list has a box of its own, which the keyboard reaches.
    page.eval("(one('.inde details').open = true, one('.inde .lang').focus(), 1)");
    assert_eq!(page.eval("active().className"), "lang");
    assert_eq!(page.eval("one('.lang').scrollHeight > 2 * one('.lang').clientHeight"), true);
    assert_eq!(page.eval("one('.lang').scrollWidth <= one('.lang').clientWidth"), true);
    // Tilburg has no figure of its own after a division, and its schools have.
    page.goto_alive(&Site::shared().url("embed/indicator/?indicator=achterstandsscore&gemeente=GM0855"));
    page.wait("one('.inde')");
    assert_eq!((value(&page).as_str(), page.eval("all('.inde tbody tr').length")), ("–", json!(51)));
    assert_eq!(page.errors(), NONE);
}

#[test]
fn where_the_wijken_have_figures_each_is_there_by_its_name() {
    let detour = Detour::to(Site::shared());
    let page = Page::open();
    page.goto_alive(&detour.url("indicator/ses-woa/"));
    let asked = || ["ses-woa-wijk-2021.json", "ses-woa-wijk-2021/GM0363.json"].map(|end| detour.asked(end));
    assert_eq!(asked(), [0, 0], "nothing before a gemeente is chosen");
    choose(&page, 0, "GM0363");
    page.wait("one('.inde')");
    assert_eq!(page.text("one('.inde h4').textContent"), "In de wijken van Amsterdam");
    assert!(
        page.text("one('.inde > h4 ~ p:not(.m)').textContent")
            .starts_with("De cijfers van 98 wijken lopen van −0,588 (")
    );
    page.eval("(one('.inde details').open = true, 1)");
    assert_eq!(page.eval("all('.inde tbody tr').length"), 99);
    let rows = page.strings("all('.inde tbody th').map((cell) => cell.textContent)");
    assert_eq!(rows[..2], ["Amstel III/Bullewijk", "Apollobuurt"], "in the order of names");
    choose(&page, 0, "GM0505");
    page.wait("one('h2').textContent === 'Dordrecht'");
    assert_eq!(page.eval("all('.inde').length"), 0);
    assert_eq!(asked(), [1, 1], "the list and one slice");
    assert_eq!(page.errors(), NONE);
}
