//! Publications into one folder: each stays at its own address, until `--keep` lets the oldest go.

use std::fs;
use std::path::Path;
use tests::command::gka;
use tests::scratch::Scratch;
use tests::site::publish;

fn releases(out: &Path) -> Vec<String> {
    let folders = fs::read_dir(out.join("v")).expect("pinned releases");
    let mut names: Vec<_> = folders
        .map(|entry| entry.expect("a folder").file_name().into_string().expect("a plain name"))
        .collect();
    names.sort();
    names
}

/// Publishes for a host of its own, so that each is another release.
fn published(exports: &str, out: &Path, host: &str, more: &[&str]) {
    let base = format!("https://{host}.example/");
    let out = out.to_str().expect("a plain path");
    let ended = gka(&[&["publish", exports, "--out", out, "--base-url", &base], more].concat());
    assert_eq!(ended.code, Some(0), "{}", ended.stderr);
}

#[test]
fn a_release_keeps_its_address_until_the_oldest_are_let_go() {
    let exports = tests::root().join("examples/exports");
    let exports = exports.to_str().expect("a plain path");
    let folder: Scratch = publish("https://een.example/");
    let out = folder.path();
    let [one] = &releases(out)[..] else { panic!("one release: {:?}", releases(out)) };
    published(exports, out, "twee", &[]);
    let two = releases(out);
    assert_eq!(two.len(), 2);
    assert!(two.contains(one), "{two:?} without {one}");
    published(exports, out, "drie", &["--keep", "2"]);
    let kept = releases(out);
    assert_eq!(kept.len(), 2);
    assert!(!kept.contains(one), "the oldest goes: {kept:?}");
    assert_eq!(kept.iter().filter(|name| two.contains(name)).count(), 1);
    for name in &kept {
        let release = out.join("v").join(name);
        assert!(release.join("index.html").is_file() && release.join("exports/index.json").is_file());
    }
    assert!(out.join("index.html").is_file());
}

#[test]
fn to_keep_none_is_refused_in_one_line() {
    let folder = Scratch::new();
    let out = folder.path().join("site");
    let ended =
        gka(&["publish", "examples/exports", "--out", out.to_str().expect("a plain path"), "--keep", "0"]);
    assert_eq!(ended.code, Some(2));
    assert!(ended.stderr.starts_with("error: ") && ended.stderr.contains("--keep"), "{}", ended.stderr);
    assert!(!out.exists());
}
