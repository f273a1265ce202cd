//! What a reader takes away: a table, a picture, a link, a text to cite.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde_json::json;
use tests::exports::deelnemers;
use tests::page::Page;
use tests::site::Site;

/// A page, alive, that keeps what would be downloaded: name and address.
fn opened(path: &str) -> Page {
    let page = Page::open();
    page.goto_alive(&Site::shared().url(path));
    page.eval(
        "(() => {
            window.__taken = [];
            const keep = (link) => window.__taken.push([link.download, link.href]);
            const click = HTMLAnchorElement.prototype.click;
            HTMLAnchorElement.prototype.click = function () { this.download ? keep(this) : click.call(this); };
            // After the widget, so that it has done its part.
            addEventListener('click', (event) => {
                const link = event.composedPath().find((node) => node.matches?.('a[download]'));
                if (link && !event.defaultPrevented) { keep(link); event.preventDefault(); }
            });
            one('.take').open = true;
        })()",
    );
    page
}

/// Takes it and waits: name and the content after the comma.
fn take(page: &Page, kind: &str) -> (String, String) {
    page.click(&page.part(&format!("[data-take={kind}]")));
    page.wait("__taken.length > 0");
    let (name, address) = (page.text("__taken[0][0]"), page.text("__taken[0][1]"));
    page.eval("window.__taken = []");
    (name, address)
}

fn text(page: &Page, address: &str) -> String {
    let (_, text) = address.split_once(',').expect("a data address");
    page.script_with("return decodeURIComponent(arguments[0]);", &[json!(text)]).as_str().unwrap().to_owned()
}

#[test]
fn the_table_holds_what_is_listed() {
    let page = opened("");
    let (name, address) = take(&page, "csv");
    assert_eq!(name, "landkaart-2021-01-22.csv");
    assert!(address.starts_with("data:text/csv;charset=utf-8,"), "{address}");
    let csv = text(&page, &address);
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    assert!(csv.starts_with('\u{feff}'), "Excel takes it for UTF-8");
    assert_eq!(rows[0], "code;gemeente;provincie;doet mee sinds;interventies");
    assert_eq!(rows.len(), 51);
    for (row, deelnemer) in rows[1..].iter().zip(deelnemers()) {
        assert_eq!(row.split(';').nth(1), Some(deelnemer.naam.as_str()));
    }

    page.click(&page.eval("all('.chips a').find((chip) => chip.textContent.startsWith('Taalbevordering'))"));
    let listed = page.texts(".list a").len();
    let (name, address) = take(&page, "csv");
    assert_eq!(name, "landkaart-taalbevordering-2021-01-22.csv");
    assert_eq!(text(&page, &address).trim_end().lines().count(), listed + 1);
}

#[test]
fn the_drawing_stands_on_its_own() {
    let page = opened("thema/taalbevordering/");
    let (name, address) = take(&page, "svg");
    assert!(name.ends_with(".svg"), "{name}");
    let svg = text(&page, &address);
    let headline = page.texts("h2").concat();
    for part in [
        headline.as_str(),
        "Kadaster / Centraal Bureau voor de Statistiek",
        "werkt aan dit thema",
        "<title>Zwolle</title>",
    ] {
        assert!(svg.contains(part), "{part:?} is not in it");
    }
    for foreign in ["class=", "style=", "var(", "href=", "<script", "<image", "@import"] {
        assert!(!svg.contains(foreign), "{foreign} is in it");
    }
    // Drawn alone, as a picture, it has the colours of the page.
    let painted = page.script_with(
        "const colour = getComputedStyle(one('.land a.on')).fill;
        const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return [svg.querySelector('parsererror')?.textContent ?? '',
            [...svg.querySelectorAll('path:not(svg svg svg path)')].filter((path) => path.getAttribute('fill') === colour).length,
            svg.querySelectorAll('path').length,
            [...svg.querySelectorAll('svg svg svg path')].filter((path) => path.getAttribute('fill') === colour).length,
            [...svg.querySelectorAll('text')].some((text) => text.textContent === 'In Zuid-Holland')];",
        &[json!(svg)],
    );
    assert_eq!(painted[0], "", "well-formed");
    assert_eq!(painted[1], json!(page.texts(".list a").len()));
    assert!(painted[2].as_u64().unwrap() >= 352);
    assert!(painted[3].as_u64().unwrap() > 1, "the inset is in it, painted alike");
    assert_eq!(painted[4], true, "and its name");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn the_image_has_twice_the_pixels_and_is_not_empty() {
    let page = opened("");
    let (name, address) = take(&page, "png");
    assert!(name.ends_with(".png"), "{name}");
    let png = address.strip_prefix("data:image/png;base64,").expect("a PNG");
    let bytes = BASE64_STANDARD.decode(png).unwrap();
    let width = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
    assert_eq!(width, 1600);
    let colours = page.script_with(
        "return createImageBitmap(new Blob([Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0))])).then((picture) => {
            const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
            canvas.drawImage(picture, 0, 0);
            const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
            const found = new Set();
            for (let i = 0; i < data.length; i += 4) found.add(`rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`);
            return ['.water', '.land a.on', '.land path'].map((part) => found.has(getComputedStyle(one(part)).fill));
        });",
        &[json!(png)],
    );
    assert_eq!(colours, json!([true, true, true]), "water, participants and land are in it");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn the_wijken_and_another_year_are_taken_as_they_are_seen() {
    let page = opened("");
    page.eval(
        "Object.assign(document.querySelector('gka-landkaart'), { gemeente: 'GM0363', wijken: 'open' })",
    );
    page.wait("one('svg.wijkkaart .k4')");
    let (name, address) = take(&page, "svg");
    let svg = text(&page, &address);
    assert_eq!(name, "wijken-GM0363-2021-01-22.svg");
    assert!(svg.contains("<title>Amstel III/Bullewijk: −0,588\u{a0}punten</title>"), "names and figures");
    assert!(svg.contains("Wijken van Amsterdam") && !svg.contains("<title>Zwolle</title>"));
    let painted = page.script_with(
        "const colour = getComputedStyle(one('.wijkkaart .k4')).fill;
        const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return [svg.querySelectorAll(`path[fill='${colour}']`).length, all('.wijkkaart .land .k4').length];",
        &[json!(svg)],
    );
    assert_eq!(painted[0], painted[1], "in the colours of the page");

    page.eval("Object.assign(document.querySelector('gka-landkaart'), { wijken: null, gemeente: null, peildatum: '2019-11-19' })");
    page.wait("one('svg.jaarkaart .on')");
    let colour = "getComputedStyle(one('.jaarkaart .on')).fill === getComputedStyle(one('.legend .on')).backgroundColor";
    assert_eq!(page.eval(colour), true, "who took part is coloured");
    let (_, address) = take(&page, "svg");
    let headline = page.texts("h2").concat();
    let svg = text(&page, &address);
    assert!(svg.contains(&headline) && svg.contains("<title>Zwolle</title>"), "{headline}");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn a_zoomed_map_is_taken_as_it_is_seen() {
    let page = opened("");
    page.eval("one('.land [tabindex=\"0\"]').focus()");
    page.press("+");
    let (_, address) = take(&page, "svg");
    assert!(text(&page, &address).contains("scale(1.60)"));
}

#[test]
fn the_link_leads_to_the_same_state() {
    let page = opened("");
    page.click(&page.eval("all('.chips a').find((chip) => chip.textContent.startsWith('Taalbevordering'))"));
    page.click(&page.eval("all('.list a')[0]"));
    let link = page.text("one('.take p a').href");
    assert!(link.contains("thema=taalbevordering") && link.contains("gemeente=GM"), "{link}");
    let (headline, chosen) = (page.texts("h2"), page.texts(".card h3"));
    page.goto_alive(&link);
    assert_eq!((page.texts("h2"), page.texts(".card h3")), (headline, chosen));
}

#[test]
fn link_and_citation_are_copied() {
    let page = opened("");
    let origin = Site::shared().url("");
    page.cdp(
        "Browser.grantPermissions",
        json!({ "origin": origin.trim_end_matches('/'), "permissions": ["clipboardReadWrite"] }),
    );
    for (i, expected) in ["one('.take p a').href", "one('.take textarea').value"].iter().enumerate() {
        page.click(&page.eval(&format!("all('[data-take=copy]')[{i}]")));
        page.wait("one('.take [role=status]').textContent === 'Gekopieerd.'");
        let copied = page.script_with("return navigator.clipboard.readText();", &[]);
        assert_eq!(copied, page.eval(expected));
        assert_eq!(page.eval("active()?.dataset.take"), "copy", "the focus stays");
    }
    let note = page.text("one('.take textarea').value");
    assert!(note.contains("Gelijke Kansen Alliantie") && note.contains("Kadaster"), "{note}");
}

#[test]
fn without_script_there_are_the_files_and_the_text_to_cite() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url(""));
    page.eval("one('.take').open = true");
    let links =
        page.strings("all('.take a').filter((link) => link.checkVisibility()).map((link) => link.href)");
    assert!(links.len() >= 2, "{links:?}");
    for link in &links {
        let answer = tests::http::agent().get(link).call();
        assert_eq!(answer.expect("an answer").status().as_u16(), 200, "{link}");
    }
    assert!(
        links.iter().any(|link| link.ends_with(".csv")) && links.iter().any(|link| link.ends_with(".json"))
    );
    let seen = page.eval(
        "all('.take button').filter((button) => button.checkVisibility({ visibilityProperty: true })).length",
    );
    assert_eq!(seen, 0, "no button that does nothing");
    page.with_scripts();
}

#[test]
fn the_plot_of_a_card_stands_on_its_own() {
    let page = opened("embed/indicator/?indicator=opleiding-laag&gemeente=GM0505");
    page.wait("one('.plot .hier')");
    let (name, address) = take(&page, "svg");
    assert_eq!(name, "opleiding-laag-2021-01-22.svg");
    let svg = text(&page, &address);
    for part in [
        "<title>Dordrecht. ",
        "Verdeling over 352 gemeenten",
        ">Dordrecht</text>",
        "procent · 2021",
        "85039NED",
    ] {
        assert!(svg.contains(part), "{part:?} is not in {svg}");
    }
    for foreign in ["class=", "style=", "var(", "href=", "<script", "<image"] {
        assert!(!svg.contains(foreign), "{foreign} is in it");
    }
    let strokes = page.script_with(
        "const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        return [svg.querySelector('parsererror')?.textContent ?? '', svg.querySelectorAll('path[stroke^=rgb]').length];",
        &[json!(svg)],
    );
    assert_eq!(strokes, json!(["", 5]), "well-formed, each mark in its colour, and what they stand on");
    let (name, address) = take(&page, "png");
    let bytes =
        BASE64_STANDARD.decode(address.strip_prefix("data:image/png;base64,").expect("a PNG")).unwrap();
    assert_eq!(
        (name.as_str(), u32::from_be_bytes(bytes[16..20].try_into().unwrap())),
        ("opleiding-laag-2021-01-22.png", 1600)
    );
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn the_table_of_a_card_has_the_schools_of_its_gemeente() {
    let page = opened("embed/indicator/?indicator=achterstandsscore&gemeente=GM0118");
    page.wait("one('.inde')");
    let (name, address) = take(&page, "csv");
    assert_eq!(name, "achterstandsscore-2021-01-22.csv");
    let csv = text(&page, &address);
    let rows: Vec<&str> = csv.trim_start_matches('\u{feff}').trim_end().split("\r\n").collect();
    assert_eq!(rows[0], "code;naam;periode;cijfer;opmerking");
    assert_eq!(rows.len(), 1 + 352 + 32);
    for row in [
        "GM0118;Hoogeveen;2019-10-01;\"0,41\";",
        "GM0855;Tilburg;2019-10-01;;",
        "13AZ00;'t Kienholt (13AZ00);2019-10-01;\"2,45\";",
        "04PT00;Het Blokland Neutrale School voor Basisonderwijs;2019-10-01;\"0,23\";onbetrouwbaar: weinig mensen",
    ] {
        assert!(rows.iter().any(|found| found.starts_with(row)), "{row} in {rows:?}");
    }
}

/// One gemeente has the figure, so there are no dots of gemeenten: the wijken, and the wijken against their SES.
#[test]
fn all_plots_of_a_card_are_in_its_picture() {
    let page = opened("embed/indicator/?indicator=opleiding-laag-ses&gemeente=GM0363");
    page.wait("one('.vlak')");
    let (_, address) = take(&page, "svg");
    let svg = text(&page, &address);
    for part in [
        ">In de wijken van Amsterdam (procent · 2019). De cijfers van 98 wijken",
        "Elke stip is een wijk. Naar",
    ] {
        assert!(svg.contains(part), "{part:?} is not in {svg}");
    }
    let drawn = page.script_with(
        "const svg = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
        const dots = (path) => path.getAttribute('d').match(/h0/g)?.length ?? 0;
        const colours = new Set(all('.plot path').map((path) => getComputedStyle(path).stroke));
        return [svg.querySelector('parsererror')?.textContent ?? '',
            ...[...svg.querySelectorAll('svg svg')].map((plot) => [...plot.querySelectorAll('path')].map(dots)),
            [...colours].every((colour) => svg.querySelector(`path[stroke='${colour}']`))];",
        &[json!(svg)],
    );
    assert_eq!(drawn, json!(["", [0, 98], [0, 98], true]), "each on its axes, in the colours of the page");
    let (_, address) = take(&page, "png");
    let bytes =
        BASE64_STANDARD.decode(address.strip_prefix("data:image/png;base64,").expect("a PNG")).unwrap();
    let [wide, high] = [16, 20].map(|at| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()));
    assert!(wide == 1600 && high > 1600, "both under each other: {wide} by {high}");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn a_card_without_a_plot_offers_no_picture() {
    let page = opened("embed/indicator/?indicator=onderadvies&gemeente=GM0193");
    assert_eq!(page.eval("all('[data-take=svg], [data-take=png]').length"), 0);
}
