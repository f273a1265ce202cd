//! The embed kit: what a web editor chooses is what the lines say and what the preview shows; a pinned release is whole.

use serde_json::json;
use tests::detour::Detour;
use tests::http::get;
use tests::page::Page;
use tests::site::Site;

/// Chooses in the kit.
fn choose(page: &Page, name: &str, value: &str) {
    let body = "const select = document.querySelector(`select[name=${arguments[0]}]`);
        select.value = arguments[1];
        select.dispatchEvent(new Event('change'));
        return select.value === arguments[1];";
    assert_eq!(page.script_with(body, &[json!(name), json!(value)]), true, "{name} {value}");
}

fn lines(page: &Page, id: &str) -> String {
    page.text(&format!("document.getElementById('{id}').textContent"))
}

/// The kit of the site, alive.
fn kit(query: &str) -> Page {
    let page = Page::open();
    page.goto(&Site::shared().url(&format!("plaatsen/{query}")));
    page.wait("document.querySelector('select')");
    page
}

/// The name of the pinned release.
fn pinned() -> String {
    let folder = std::fs::read_dir(Site::shared().folder().join("v")).expect("a pinned release");
    let names: Vec<String> = folder.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    names.concat()
}

#[test]
fn what_is_chosen_stands_in_all_lines_and_in_the_preview() {
    let page = kit("");
    choose(&page, "thema", "taalbevordering");
    choose(&page, "gemeente", "GM0505");
    choose(&page, "taal", "en");
    choose(&page, "uiterlijk", "dark");
    assert!(
        lines(&page, "element")
            .contains("exports/index.json\" thema=\"taalbevordering\" gemeente=\"GM0505\" lang=\"en\">")
    );
    assert!(
        lines(&page, "iframe")
            .contains("embed/thema/taalbevordering/?gemeente=GM0505&amp;lang=en&amp;uiterlijk=dark\"")
    );
    assert!(lines(&page, "image").contains("embed/thema/taalbevordering/kaart.svg"));
    assert_eq!(lines(&page, "look-css"), "gka-landkaart { color-scheme: dark; }");
    let preview = page.text("document.querySelector('iframe').src");
    assert!(
        preview.ends_with("embed/thema/taalbevordering/?gemeente=GM0505&lang=en&uiterlijk=dark"),
        "{preview}"
    );
    // And the address of the page brings it back.
    let query = page.text("location.search");
    let again = kit(&query);
    assert_eq!(lines(&again, "element"), lines(&page, "element"));
}

#[test]
fn the_other_widgets_have_their_own_choices() {
    let page = kit("");
    let seen =
        |name: &str| page.eval(&format!("document.querySelector('select[name={name}]').checkVisibility()"));
    assert_eq!((seen("thema"), seen("indicator")), (json!(true), json!(false)));
    choose(&page, "onderdeel", "indicator");
    assert_eq!((seen("thema"), seen("indicator")), (json!(false), json!(true)));
    choose(&page, "indicator", "opleiding-laag");
    assert!(lines(&page, "element").contains("<gka-indicator "), "{}", lines(&page, "element"));
    assert!(lines(&page, "iframe").contains("embed/indicator/?indicator=opleiding-laag"));
    assert!(lines(&page, "image").contains("indicator/opleiding-laag/\">"));
    choose(&page, "onderdeel", "interventies");
    choose(&page, "thema", "taalbevordering");
    assert!(lines(&page, "iframe").contains("embed/interventies/?thema=taalbevordering\""));
}

/// What the last line of the element asks for ahead, below the fragments.
fn ahead(query: &str) -> Option<String> {
    let text = lines(&kit(query), "element");
    let name = text.split_once("exports/fragment/")?.1.split_once('"')?.0;
    Some(name.to_owned())
}

#[test]
fn the_line_that_shows_a_widget_sooner_names_what_is_prerendered_of_it() {
    for query in [
        "",
        "?thema=taalbevordering&gemeente=GM0505",
        "?onderdeel=interventies&taal=fy",
        "?onderdeel=indicator&indicator=opleiding-laag",
        "?onderdeel=gemeente&gemeente=GM0193&taal=en",
        "?onderdeel=tijdlijn",
        "?onderdeel=voortgang&taal=fy",
    ] {
        let name = ahead(query).unwrap_or_else(|| panic!("{query} has no such line"));
        let file = Site::shared().folder().join("exports/fragment").join(&name);
        assert!(file.is_file(), "{query}: {name}");
    }
    for query in ["?onderdeel=indicator&indicator=opleiding-laag&gemeente=GM0193", "?adres=vast"] {
        assert_eq!(ahead(query), None, "{query}: nothing is prerendered, or every byte has its sum");
    }
}

#[test]
fn an_address_with_choices_shows_them() {
    let page = kit("?onderdeel=gemeente&gemeente=GM0505");
    assert!(lines(&page, "element").contains("<gka-gemeente") && lines(&page, "element").contains("GM0505"));
    let preview = page.text("document.querySelector('iframe').src");
    assert!(preview.ends_with("embed/gemeente/?gemeente=GM0505"), "{preview}");
    // One that waits would load what it had first.
    assert_eq!(page.text("document.querySelector('iframe').loading"), "eager");
    // What has nothing to choose offers nothing.
    choose(&page, "onderdeel", "tijdlijn");
    let offered = "[...document.querySelectorAll('.choose label')].filter((field) => !field.hidden).length";
    assert_eq!(page.eval(offered), 4);
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn a_frame_takes_language_and_look_from_its_address() {
    let page = Page::open();
    page.goto(&Site::shared().url("embed/landkaart/?lang=en&uiterlijk=dark&gemeente=GM0505"));
    page.wait("one('h2')?.closest('[lang=en]')");
    assert_eq!(page.eval("getComputedStyle(document.documentElement).colorScheme"), "dark");
    assert_eq!(page.violations(), Vec::<String>::new());
}

#[test]
fn the_pinned_lines_live_on_another_page_and_hold_to_their_sums() {
    let page = kit("");
    choose(&page, "adres", "vast");
    let said = lines(&page, "element");
    assert!(said.contains(" integrity=\"sha384-"), "{said}");
    assert!(said.contains(&format!("/v/{}/dist/gka.js\"", pinned())), "{said}");
    let base =
        said.split("src=\"").nth(1).and_then(|rest| rest.split("v/").next()).expect("an address").to_owned();
    let (script, tag) = said
        .replace(&base, "/")
        .split_once('\n')
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .expect("two lines");
    let paste = |change: Option<&str>| {
        let detour = Detour::to(Site::shared());
        detour.keep_sums();
        if let Some(end) = change {
            detour.change(end, |answer| answer.body.push(b'\n'));
        }
        let (script, tag) = (script.clone(), tag.clone());
        detour.change("404.html", move |answer| {
            answer.replace("</head>", &format!("{script}</head>"));
            answer.replace("</main>", &format!("{tag}</main>"));
        });
        detour
    };
    let page = Page::open();
    let detour = paste(None);
    page.goto_alive(&detour.url("404.html"));
    assert_eq!(page.texts(".list a").len(), 50);
    let detour = paste(Some("exports/index.json"));
    page.goto(&detour.url("404.html"));
    page.wait("__events.some(({ type }) => type === 'gka-error')");
    let detour = paste(Some("dist/gka.js"));
    page.goto(&detour.url("404.html"));
    page.wait("__errors.length");
    assert_eq!(page.eval("Boolean(customElements.get('gka-landkaart'))"), false);
}

#[test]
fn a_pinned_release_is_kept_for_ever_and_may_be_framed() {
    let site = Site::start(&["--embed-host", "https://www.utrecht.nl"]);
    let name = pinned();
    for path in [
        "dist/gka.js",
        "exports/index.json",
        "embed/landkaart/",
        "gemeente/zwolle/",
        "plaatsen/landkaart.zip",
    ] {
        let answer = get(&site.url(&format!("v/{name}/{path}")), &[]);
        assert_eq!(answer.status(), 200, "{path}");
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
    }
    let frame = get(&site.url(&format!("v/{name}/embed/landkaart/")), &[]);
    assert!(frame.header("content-security-policy").contains(" https://www.utrecht.nl"));
    let zip = get(&site.url("plaatsen/landkaart.zip"), &[]);
    assert_eq!((zip.header("content-type"), &zip.body[..2]), ("application/zip", &b"PK"[..]));
}
