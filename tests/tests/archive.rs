//! The site as a web archive keeps it (PyPI `warcio`): harvested without script, played back from the WARC alone.

use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use tests::exports::document;
use tests::http::get;
use tests::page::Page;
use tests::root;
use tests::running::Running;
use tests::scratch::Scratch;
use tests::site::Site;
use tests::until::PATIENCE;

/// Where the facts are, and the fields that say them in words.
const DOCUMENTS: [&str; 9] = [
    "gemeenten.json",
    "themas.json",
    "interventies.json",
    "bronnen.json",
    "indicatoren.json",
    "communities.json",
    "experimenten.json",
    "kerncijfers.json",
    "tijdlijn.json",
];
const FIELDS: [&str; 8] =
    ["naam", "titel", "label", "samenvatting", "definitie", "tekst", "toelichting", "uitgever"];

/// Paths that nothing on the site links to: pages for frames of others, and what is kept beside the site.
const BESIDE: [&str; 4] = ["404.html", "embed/", "voorbeeld/", "v/"];

/// The pages of the site that a reader comes to, by path.
fn pages(folder: &Path, below: &str, pages: &mut BTreeMap<String, Vec<u8>>) {
    for entry in std::fs::read_dir(folder).expect("a folder of the site").flatten() {
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            self::pages(&entry.path(), &format!("{path}/"), pages);
        } else if let Some(page) = path.strip_suffix("index.html")
            && !BESIDE.iter().any(|beside| path.starts_with(beside))
        {
            pages.insert(page.to_owned(), std::fs::read(entry.path()).expect("a page"));
        }
    }
}

/// What a page says: no tags, one space between words.
fn said(page: &str) -> String {
    let mut text = String::new();
    for part in page.split('<') {
        let (tag, behind) = part.split_once('>').unwrap_or(("", part));
        if !tag.starts_with("script") {
            text.push_str(behind);
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    words(&text.replace("&amp;", "&"))
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every text of a field that says a fact, with where it stands.
fn facts(value: &Value, place: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                facts(item, &format!("{place}[{position}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                let place = format!("{place}.{name}");
                let text = value.as_str().or_else(|| value["nl"].as_str());
                match text.filter(|_| FIELDS.contains(&name.as_str())) {
                    Some(text) => found.push((place, words(text))),
                    None => facts(value, &place, found),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn what_an_archive_harvests_without_script_is_the_whole_report() {
    let python = root().join("tests/venv/bin/python");
    let script = root().join("tests/archive/warc.py");
    let ready = Command::new(&python).args(["-c", "import warcio"]).output();
    if !ready.is_ok_and(|ready| ready.status.success()) {
        let _ = writeln!(std::io::stderr(), "SKIPPED: warcio is not installed; tests/run installs it");
        return;
    }
    let site = Site::shared();
    let scratch = Scratch::new();
    let warc = scratch.path().join("site.warc.gz");
    let crawl = Command::new(&python)
        .arg(&script)
        .args(["crawl", &site.own_url("")])
        .arg(&warc)
        .output()
        .expect("python runs");
    let told = String::from_utf8_lossy(&crawl.stdout).into_owned();
    assert!(crawl.status.success(), "{told}{}", String::from_utf8_lossy(&crawl.stderr));
    assert!(!told.contains("broken"), "{told}");
    println!("{told}{} bytes", std::fs::metadata(&warc).expect("a WARC").len());

    let archive = Running::start("warc", Command::new(&python).arg(&script).arg("replay").arg(&warc));
    let address = archive.line(PATIENCE, |line| line.starts_with("http://").then(|| line.to_owned()));
    let mut published = BTreeMap::new();
    pages(site.folder(), "", &mut published);
    let mut text = String::new();
    for (path, page) in &published {
        let kept = get(&format!("{address}{path}"), &[]);
        assert_eq!(kept.status(), 200, "/{path}: no link leads there");
        assert!(kept.body == *page, "/{path}: not as it was published");
        text.push(' ');
        text.push_str(&said(kept.text()));
    }
    let mut found = Vec::new();
    for name in DOCUMENTS {
        facts(&document(name), name, &mut found);
    }
    let lost: Vec<_> = found.iter().filter(|(_, fact)| !text.contains(fact.as_str())).collect();
    println!("{} pages, {} facts", published.len(), found.len());
    assert!(lost.is_empty(), "{} of {}: {lost:#?}", lost.len(), found.len());
    assert!(published.len() > 130 && found.len() > 850, "{} pages, {} facts", published.len(), found.len());

    let page = Page::open();
    page.without_scripts();
    page.goto(&address);
    let shapes = "all('.zoom .land path').filter((path) => path.getBoundingClientRect().width > 0).length";
    assert_eq!(page.eval(shapes), 352);
    assert_eq!(page.texts(".list a").len(), 50);
    page.eval("one('.list a').click()");
    page.wait("location.pathname.startsWith('/gemeente/')");
    page.with_scripts();
}
