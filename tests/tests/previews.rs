//! What a message shows of a page before anyone opens it: pages of a site that knows its own address, see
//! `tests::site::publish`.

use std::collections::BTreeSet;
use std::fs;
use tests::command::gka;
use tests::root;
use tests::site::publish;

const BASE: &str = "https://kaart.example/rapport/";

/// The content of a meta tag of a page; nothing where it has none.
fn meta<'a>(page: &'a str, property: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("<meta property=\"{property}\" content=\""))?;
    rest.split_once('"').map(|(content, _)| content)
}

/// Width and height of a PNG, from its first chunk.
fn size(png: &[u8]) -> [u32; 2] {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n", "the first bytes of a PNG");
    [16, 20].map(|at| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes")))
}

#[test]
fn a_page_of_each_kind_has_a_picture_of_its_own_and_any_other_that_of_a_page_above() {
    let site = publish(BASE);
    let page = |path: &str| fs::read_to_string(site.path().join(path).join("index.html")).expect(path);
    let mut pictures = BTreeSet::new();
    for path in [
        "",
        "gemeente/dordrecht/",
        "gemeente/hulst/",
        "thema/taalbevordering/",
        "indicator/opleiding-laag/",
        "indicator/vsv/",
    ] {
        let page = page(path);
        let address = meta(&page, "og:image").unwrap_or_else(|| panic!("{path}: no picture"));
        let file = address.strip_prefix(BASE).unwrap_or_else(|| panic!("{path}: {address} is not whole"));
        let picture = fs::read(site.path().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        assert_eq!(size(&picture), [1200, 630], "{file}");
        assert!(picture.len() < 100_000, "{file}: {} bytes", picture.len());
        let told = ["og:image:width", "og:image:height", "og:image:type"].map(|name| meta(&page, name));
        assert_eq!(told, [Some("1200"), Some("630"), Some("image/png")], "{path}");
        let alt = meta(&page, "og:image:alt").unwrap_or_default();
        assert!(alt.starts_with("Kaart van Nederland. ") && alt.len() > 60, "{path}: {alt:?}");
        assert!(pictures.insert(address.to_owned()), "{path} has the picture of another page");
    }
    let same = |one: &str, other: &str| {
        assert_eq!(meta(&page(one), "og:image"), meta(&page(other), "og:image"), "{one} and {other}");
    };
    same("tijdlijn/", "");
    same("indicator/", "");
    same("embed/landkaart/", "");
    let pinned = fs::read_dir(site.path().join("v")).expect("a pinned release").flatten().next();
    assert!(
        !pinned.expect("a pinned release").path().join("voorproef").exists(),
        "a pinned copy of pictures"
    );

    // No picture that anything paints: it stays only when it is read.
    let start = page("");
    let file = meta(&start, "og:image")
        .and_then(|address| address.strip_prefix(BASE))
        .expect("a picture")
        .to_owned();
    fs::write(site.path().join(&file), b"een eigen plaatje").expect("a file");
    let exports = root().join("examples/exports");
    let arguments = ["publish", exports.to_str().unwrap(), "--base-url", BASE, "--out"];
    let again = gka(&[&arguments[..], &[site.path().to_str().unwrap()]].concat());
    assert_eq!(again.code, Some(0), "{}", again.stderr);
    assert!(again.stdout.contains(": 0 files written"), "painted again: {}", again.stdout);
    assert_eq!(fs::read(site.path().join(file)).expect("a file"), b"een eigen plaatje");
}
