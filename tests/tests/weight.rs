//! What the start page weighs, in bytes over the line. `--nocapture` shows the measurement.

use tests::page::Page;
use tests::page::devtools::Request;
use tests::site::Site;

/// Everything the start page fetches until it is idle.
const WHOLE: u64 = 105_000;
/// HTML and style sheets: what paints the map and the list.
const PAINT: u64 = 26_000;
/// The loader, which every page with a widget fetches whether or not the widget is ever near.
const LOADER: u64 = 4_096;

/// Wasm and glue of what a published map comes alive by, of the whole map, and of the lists. A page loads the first or
/// the second, and the third where it has a list. What is to come in has to make room.
const KERN: u64 = 64_000;
const MEER: u64 = 106_500;
const LIJST: u64 = 111_500;

#[test]
fn the_loader_stays_within_its_budget() {
    let bytes = compressed("dist/gka.js");
    assert!(bytes <= LOADER, "{bytes} bytes, at most {LOADER}");
}

#[test]
fn each_bundle_stays_within_its_budget() {
    let site = Site::shared();
    let bundles = [
        (site.hashed(".wasm"), site.hashed(".js"), KERN),
        (site.whole(".wasm"), site.whole(".js"), MEER),
        (site.lists(".wasm"), site.lists(".js"), LIJST),
    ];
    for (wasm, glue, most) in bundles {
        let bytes = compressed(&wasm) + compressed(&glue);
        assert!(bytes <= most, "{wasm}: {bytes} bytes with its glue, at most {most}");
    }
}

/// How much goes over the line of a file of the site.
fn compressed(path: &str) -> u64 {
    let file = Site::shared().folder().join(format!("{path}.br"));
    let bytes = file.metadata().expect("it is there in brotli").len();
    println!("{bytes:>8} {path}");
    bytes
}

#[test]
fn the_start_page_stays_within_its_budget() {
    let site = Site::shared();
    let page = Page::open();
    page.requests();
    page.goto_alive(&site.url(""));
    // What would be fetched later, when there is time, is counted too.
    page.eval("new Promise((idle) => requestIdleCallback(() => requestIdleCallback(() => idle())))");
    let requests = page.requests();
    let paints = |request: &&Request| request.url == site.url("") || request.url.ends_with(".css");
    let weight = |requests: &[&Request]| requests.iter().map(|request| request.body).sum::<u64>();
    let all: Vec<&Request> = requests.iter().collect();
    let painting: Vec<&Request> = requests.iter().filter(paints).collect();
    for request in &all {
        println!("{:>8} {}", request.body, request.url.trim_start_matches(&site.url("")));
        assert_eq!(request.status, 200, "{request:?}");
    }
    let headers: u64 = requests.iter().map(|request| request.bytes - request.body).sum();
    println!("{:>8} all (and {headers} of headers), of which {} paint", weight(&all), weight(&painting));
    assert!(painting.len() >= 2, "the page and its sheet: {painting:?}");
    assert!(weight(&all) <= WHOLE, "{} bytes, at most {WHOLE}", weight(&all));
    assert!(weight(&painting) <= PAINT, "{} bytes, at most {PAINT}", weight(&painting));
}
