//! The pages of the report: every link leads somewhere, every page is valid, narrow, for everyone and still.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use tests::page::Page;
use tests::root;
use tests::site::Site;

/// A page of each kind.
const KINDS: [&str; 23] = [
    "",
    "kerncijfers/",
    "gemeente/",
    "gemeente/amsterdam/",
    "gemeente/eemsdelta/",
    "thema/",
    "thema/taalbevordering/",
    "sector/",
    "sector/po/",
    "interventie/",
    "indicator/",
    "indicator/opleiding-laag/",
    "indicator/onderadvies/",
    "community/",
    "community/cue/",
    "experiment/stagemakelaar/",
    "tijdlijn/",
    "stukken/",
    "bronnen/",
    "ontbreekt/",
    "rapport/",
    "zoeken/",
    "plaatsen/",
];

/// The published pages by their path below the root, as text.
fn pages() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    collect(Site::shared().folder(), "", &mut pages);
    pages
}

/// Without those of pinned releases, which are the same once more.
fn collect(folder: &Path, below: &str, pages: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of the site").flatten() {
        let name = entry.file_name().into_string().expect("a plain name");
        let path = format!("{below}{name}");
        if path == "v" {
            continue;
        }
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{path}/"), pages);
        } else if name.ends_with(".html") {
            pages.insert(path, fs::read_to_string(entry.path()).expect("a page"));
        }
    }
}

/// The values of an attribute.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    page.split(&begin).skip(1).filter_map(|rest| rest.split_once('"').map(|(value, _)| value)).collect()
}

/// The file that an address on a page names, and the place in it; nothing for another site.
fn target(page: &str, address: &str) -> Option<(String, String)> {
    if address.contains(':') {
        return None;
    }
    let (path, place) = address.split_once('#').unwrap_or((address, ""));
    let path = path.split('?').next().unwrap_or_default();
    let mut parts: Vec<&str> = page.split('/').collect();
    let own = parts.pop().unwrap_or_default();
    if path.is_empty() {
        parts.push(own);
        return Some((parts.join("/"), place.to_owned()));
    }
    if path.starts_with('/') {
        parts.clear();
    }
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().unwrap_or_else(|| panic!("{page}: {address} leads out of the site"));
            }
            part => parts.push(part),
        }
    }
    if path.ends_with('/') || path.ends_with("..") || path == "." {
        parts.push("index.html");
    }
    Some((parts.join("/"), place.to_owned()))
}

#[test]
fn every_link_leads_to_a_file_and_every_place_is_there() {
    let pages = pages();
    let ids: BTreeMap<&String, BTreeSet<&str>> =
        pages.iter().map(|(path, text)| (path, values(text, "id").into_iter().collect())).collect();
    let mut broken = Vec::new();
    let mut links = 0;
    for (path, text) in &pages {
        for address in values(text, "href").into_iter().chain(values(text, "src")) {
            let Some((file, place)) = target(path, address) else { continue };
            links += 1;
            if !Site::shared().folder().join(&file).is_file() {
                broken.push(format!("{path}: {address}: no such file"));
            } else if !place.is_empty() && ids.get(&file).is_some_and(|ids| !ids.contains(place.as_str())) {
                broken.push(format!("{path}: {address}: no such place"));
            }
        }
    }
    println!("{} pages, {links} links", pages.len());
    assert_eq!(broken, Vec::<String>::new());
    assert!(pages.len() > 140 && links > 5_000, "{} pages, {links} links", pages.len());
}

#[test]
fn no_id_stands_twice_on_a_page() {
    for (path, text) in pages() {
        let ids = values(&text, "id");
        let once: BTreeSet<&&str> = ids.iter().collect();
        let twice: Vec<_> =
            once.into_iter().filter(|id| ids.iter().filter(|other| other == id).count() > 1).collect();
        assert!(twice.is_empty(), "{path}: {twice:?}");
    }
}

#[test]
fn every_page_is_valid_html() {
    let validator = root().join("tests/node_modules/html-validate/bin/html-validate.mjs");
    if !validator.is_file() {
        let _ =
            writeln!(std::io::stderr(), "SKIPPED: npm packages are not installed; tests/run installs them");
        return;
    }
    let output = Command::new("node")
        .arg(validator)
        .arg("--config")
        .arg(root().join("tests/html-validate.json"))
        .args(pages().keys())
        .current_dir(Site::shared().folder())
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn no_page_is_wider_than_a_small_phone() {
    let page = Page::open();
    page.resize(320, 800);
    for path in KINDS {
        page.goto(&Site::shared().url(path));
        assert_eq!(page.eval("document.documentElement.scrollWidth <= 320"), true, "/{path}");
    }
}

#[test]
fn axe_finds_nothing_on_any_kind_of_page_light_or_dark() {
    let page = Page::open();
    for scheme in ["light", "dark"] {
        let features =
            serde_json::json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        page.cdp("Emulation.setEmulatedMedia", features);
        for path in KINDS {
            page.goto(&Site::shared().url(path));
            assert_eq!(page.axe(), Vec::<String>::new(), "/{path}, {scheme}");
            assert_eq!(page.violations(), Vec::<String>::new(), "/{path}");
        }
    }
}

#[test]
fn nothing_moves_while_a_page_loads() {
    let page = Page::open();
    page.resize(1280, 900);
    let shift = "new Promise((done) => {
        const moved = [];
        const said = ({ node, previousRect: from, currentRect: to }) =>
            `${node?.nodeName} ${node?.className ?? node?.textContent} from ${from.y} (${from.height}) to ${to.y} (${to.height})`;
        new PerformanceObserver((list) => {
            for (const { value, startTime, sources } of list.getEntries())
                moved.push(`${value} at ${startTime}: ${sources.map(said)}`);
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved))));
    })";
    for path in KINDS {
        page.goto(&Site::shared().url(path));
        assert_eq!(page.strings(shift), Vec::<String>::new(), "/{path}");
    }
}

#[test]
fn searching_forgives_accents_and_says_how_much_it_found() {
    let page = Page::open();
    page.goto(&Site::shared().url("zoeken/"));
    page.wait("document.querySelector('input')");
    let ask = |words: &str| {
        let type_in = "const input = document.querySelector('input');
            input.value = arguments[0];
            input.dispatchEvent(new Event('input'));
            return [...document.querySelectorAll('.group li:not([hidden]) a')].map((link) => link.textContent);";
        let found = page.script_with(type_in, &[serde_json::json!(words)]);
        found.as_array().map_or(Vec::new(), |found| found.iter().map(|title| title.to_string()).collect())
    };
    assert!(ask("sudwest fryslan").iter().any(|title| title.contains("wâld") || title.contains("dwest")));
    assert!(ask("delfzijl").iter().any(|title| title.contains("Eemsdelta")));
    assert_eq!(ask("zzzz"), Vec::<String>::new());
    assert_eq!(
        page.text("document.querySelector('[role=status]').textContent"),
        "Niets gevonden. Probeer een ander woord."
    );
}

#[test]
fn without_scripts_a_figure_keeps_its_words_and_its_table() {
    let page = Page::open();
    page.without_scripts();
    page.goto(&Site::shared().url("indicator/opleiding-laag/"));
    assert_eq!(page.eval("document.querySelectorAll('tbody tr').length"), 352);
    page.goto(&Site::shared().url("gemeente/dordrecht/"));
    let said = page.text("document.querySelector('main').textContent");
    assert!(said.contains("30,1%"), "{said}");
    assert!(said.contains("Hoger dan de middelste gemeente van Nederland"), "{said}");
    page.with_scripts();
}

#[test]
fn a_frame_in_a_sandbox_lives_and_tells_its_height_in_every_dialect() {
    let page = Page::open();
    page.goto(&Site::shared().url("plaatsen/"));
    page.script_with(
        "window.__heard = [];
        addEventListener('message', ({ data }) => __heard.push(data));
        const frame = document.querySelector('iframe');
        frame.loading = 'eager';
        frame.src = '../embed/landkaart/?childId=kaart#?secret=abc';",
        &[],
    );
    let heard = "const high = (height) => height > 500 && height < 5000;
        const text = (begin) => __heard.find((said) => typeof said === 'string' && said.startsWith(begin));
        return high(__heard.find((said) => said['datawrapper-height'])?.['datawrapper-height'].landkaart)
            && high(__heard.find((said) => said.sentinel === 'amp')?.height)
            && high(Number(text('pymxPYMxkaartxPYMxheightxPYMx')?.split('xPYMx').at(-1)))
            && high(JSON.parse(text('{') ?? '{}').height)
            && high(__heard.find((said) => said.secret === 'abc')?.value);";
    page.wait(&format!("(() => {{ {heard} }})()"));
    assert_eq!(page.violations(), Vec::<String>::new());
}
