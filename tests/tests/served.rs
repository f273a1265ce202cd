//! The answers of the server that `gka serve` starts.

use tests::http::get;
use tests::site::Site;

#[test]
fn a_page_comes_with_its_policy() {
    let site = Site::shared();
    let page = get(&site.url(""), &[]);
    assert_eq!(page.status(), 200);
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    assert_eq!(page.header("cache-control"), "no-cache");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    let policy = page.header("content-security-policy");
    assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; "), "{policy}");
    assert!(policy.ends_with("; frame-ancestors 'self'"), "{policy}");
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = Site::shared();
    let first = get(&site.url("dist/gka.js"), &[]);
    let tag = first.header("etag");
    assert!(!tag.is_empty());
    let second = get(&site.url("dist/gka.js"), &[("If-None-Match", tag)]);
    assert_eq!((second.status(), second.body.len()), (304, 0));
    assert_eq!(second.header("cache-control"), "no-cache");
}

#[test]
fn the_wasm_is_compressed_typed_and_for_everyone_and_for_ever() {
    let site = Site::shared();
    let wasm = get(&site.url(&site.hashed("wasm")), &[("Accept-Encoding", "br")]);
    assert_eq!(wasm.status(), 200);
    assert_eq!(wasm.header("content-type"), "application/wasm");
    assert_eq!(wasm.header("content-encoding"), "br");
    assert_eq!(wasm.header("access-control-allow-origin"), "*");
    assert_eq!(wasm.header("cross-origin-resource-policy"), "cross-origin");
    assert_eq!(wasm.header("cache-control"), "public, max-age=31536000, immutable");
    let plain = get(&site.url(&site.hashed("wasm")), &[]);
    assert_eq!((plain.header("content-encoding"), &plain.body[..4]), ("", &b"\0asm"[..]));
}

#[test]
fn a_folder_is_its_index_and_what_is_missing_is_said_in_dutch() {
    let site = Site::shared();
    let folder = get(&site.url("dist"), &[]);
    assert_eq!((folder.status(), folder.header("location")), (307, "/dist/"));
    for path in ["bestaat-niet", "dist/gka-0123456789ab.js", "../Cargo.toml", "%2e%2e/Cargo.toml"] {
        let missing = get(&site.url(path), &[]);
        assert_eq!(missing.status(), 404, "{path}");
        assert_eq!(missing.header("content-type"), "text/html; charset=utf-8");
        assert_eq!(missing.header("cache-control"), "no-cache");
        assert!(missing.text().contains("Deze pagina bestaat niet"), "{}", missing.text());
    }
}

#[test]
fn a_named_host_may_frame_embed_pages_only() {
    let site =
        Site::start(&["--embed-host", "https://www.utrecht.nl", "--embed-host", "https://*.school.nl"]);
    let page = get(&site.url(""), &[]);
    assert!(page.header("content-security-policy").ends_with("; frame-ancestors 'self'"));
    std::fs::create_dir_all(site.folder().join("embed/proef")).unwrap();
    std::fs::write(site.folder().join("embed/proef/index.html"), "<!doctype html>").unwrap();
    let embed = get(&site.url("embed/proef/"), &[]);
    assert_eq!(embed.status(), 200);
    let policy = embed.header("content-security-policy");
    assert!(
        policy.contains("; frame-ancestors 'self' https://www.utrecht.nl https://*.school.nl"),
        "{policy}"
    );
}
