//! A site in an object store: what readers see, before, during and after.
//!
//! In memory and in a folder always; on a real S3 server (`s3rver`, npm) where `tests/node_modules` has it.

mod s3;

use s3::Server;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use widgets::publish::folder::{self, Folder};
use widgets::publish::ship::{Error, Shipped, Target, rollback, ship};

/// A folder that goes with its test.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Scratch {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let name = format!("gka-ship-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        Scratch(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A small site: a page, documents, an index, and many files whose name carries their hash.
fn site(root: &Path, word: &str, extra: usize) -> Vec<String> {
    let mut site = Folder::open(root).unwrap();
    for (path, text) in
        [("index.html", "page"), ("exports/themas.json", "themas"), ("exports/index.json", "index")]
    {
        site.write(path, format!("{text} of {word}").as_bytes()).unwrap();
    }
    for number in 0..extra {
        let path = format!("dist/deel-{number:012x}.svg");
        site.write(&path, format!("<svg>{word} {number}</svg>").as_bytes()).unwrap();
    }
    site.write("kaart.png", b"png").unwrap();
    site.finish().unwrap();
    folder::files(root).unwrap()
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

fn quietly(_: &str, _: usize, _: usize) {}

fn text(target: &Target, path: &str) -> Option<String> {
    wait(target.get(&target.key(path))).unwrap().map(|bytes| String::from_utf8(bytes).unwrap())
}

fn shipped(target: &Target, root: &Path, word: &str, extra: usize) -> Shipped {
    let paths = site(root, word, extra);
    wait(ship(target, root, &paths, quietly)).unwrap()
}

#[test]
fn only_what_changed_is_sent_and_placed() {
    let (folder, target) = (Scratch::new(), Target::memory());
    let first = shipped(&target, &folder.0, "maart", 3);
    // Six texts with their compressed form, and a picture.
    assert_eq!((first.sent, first.placed, first.unchanged), (13, 13, 0));
    let again = shipped(&target, &folder.0, "maart", 3);
    assert_eq!((again.sent, again.placed, again.unchanged), (0, 0, 13));
    let mut site = Folder::open(&folder.0).unwrap();
    site.write("exports/index.json", b"index of april").unwrap();
    site.write("kaart.png", b"png").unwrap();
    site.finish().unwrap();
    let next = wait(ship(&target, &folder.0, &folder::files(&folder.0).unwrap(), quietly)).unwrap();
    assert_eq!((next.sent, next.placed, next.unchanged), (2, 2, 1));
    assert_eq!(text(&target, "exports/index.json").unwrap(), "index of april");
    assert_eq!(text(&target, "index.html"), None, "a page that is no more is gone");
    assert!(text(&target, "dist/deel-000000000000.svg").is_some(), "an open page may still ask for it");
}

#[test]
fn a_rollback_puts_the_release_before_back_and_leaves_nothing_of_the_later_one() {
    let (folder, target) = (Scratch::new(), Target::memory());
    let first = shipped(&target, &folder.0, "maart", 1);
    shipped(&target, &folder.0, "april", 1);
    assert_eq!(text(&target, "index.html").unwrap(), "page of april");
    let back = wait(rollback(&target, None, quietly)).unwrap();
    assert_eq!(back.release, first.release);
    for (path, word) in
        [("index.html", "page"), ("exports/index.json", "index"), ("exports/themas.json", "themas")]
    {
        assert_eq!(text(&target, path).unwrap(), format!("{word} of maart"));
    }
    assert!(matches!(wait(rollback(&Target::memory(), None, quietly)), Err(Error::NothingBefore(_))));
}

#[test]
fn four_releases_later_the_first_is_forgotten() {
    let (folder, target) = (Scratch::new(), Target::memory());
    let first = shipped(&target, &folder.0, "een", 1);
    for word in ["twee", "drie", "vier"] {
        shipped(&target, &folder.0, word, 1);
    }
    assert_eq!(wait(target.names(".gka/releases")).unwrap().len(), 3);
    let gone = wait(rollback(&target, Some(&first.release), quietly)).unwrap_err();
    assert!(gone.to_string().ends_with(&format!("found {}", first.release)), "{gone}");
    // Three releases, each with nine contents of its own but for the picture.
    assert_eq!(wait(target.names(".gka/content")).unwrap().len(), 3 * 8 + 1);
}

#[test]
fn a_folder_is_a_store_too() {
    let (folder, store) = (Scratch::new(), Scratch::new());
    let target = Target::open(&format!("file://{}", store.0.display())).unwrap();
    shipped(&target, &folder.0, "maart", 2);
    assert_eq!(fs::read_to_string(store.0.join("index.html")).unwrap(), "page of maart");
    shipped(&target, &folder.0, "april", 2);
    wait(rollback(&target, None, quietly)).unwrap();
    assert_eq!(fs::read_to_string(store.0.join("exports/index.json")).unwrap(), "index of maart");
}

#[test]
fn an_address_that_means_nothing_is_refused() {
    for address in ["ftp://a/b", "site", "https://voorbeeld.nl/site", ""] {
        let error = Target::open(address).unwrap_err().to_string();
        assert_eq!(
            error,
            format!(
                "{address}: expected s3://BUCKET/FOLDER, az://CONTAINER/FOLDER, gs://BUCKET/FOLDER or file:///FOLDER"
            )
        );
    }
}

#[test]
fn a_store_without_room_or_permission_says_so_and_keeps_what_stood() {
    // Root may write anywhere; a full device refuses everyone.
    let folder = Scratch::new();
    let paths = site(&folder.0, "maart", 1);
    let store = Scratch::new();
    let target = Target::open(&format!("file://{}", store.0.display())).unwrap();
    wait(ship(&target, &folder.0, &paths, quietly)).unwrap();
    let april = Scratch::new();
    let paths = site(&april.0, "april", 1);
    // A file where the store needs a folder: every new content is refused.
    fs::rename(store.0.join(".gka/content"), store.0.join(".gka/away")).unwrap();
    fs::write(store.0.join(".gka/content"), "in the way").unwrap();
    let error = wait(ship(&target, &april.0, &paths, quietly)).unwrap_err().to_string();
    assert!(error.starts_with("file://") && error.lines().count() == 1, "{error}");
    assert_eq!(text(&target, "index.html").unwrap(), "page of maart");
    assert_eq!(text(&target, "exports/index.json").unwrap(), "index of maart");
}

#[test]
fn a_server_killed_half_way_leaves_the_old_release_and_the_next_run_goes_on() {
    let Some(mut server) = Server::start() else { return };
    let folder = Scratch::new();
    let target = server.target();
    let first = shipped(&target, &folder.0, "maart", 40);
    let paths = site(&folder.0, "april", 40);
    let stop = server.stopper();
    let broken = wait(ship(&target, &folder.0, &paths, |what, done, _| {
        if (what, done) == ("sending", 20) {
            stop();
        }
    }));
    let error = broken.unwrap_err().to_string();
    assert!(error.starts_with("s3://landkaart/gka/") && error.lines().count() == 1, "{error}");

    server.restart();
    let target = server.target();
    for (path, word) in
        [("index.html", "page"), ("exports/index.json", "index"), ("exports/themas.json", "themas")]
    {
        assert_eq!(
            text(&target, path).unwrap(),
            format!("{word} of maart"),
            "the reader sees the old release whole"
        );
    }
    let next = wait(ship(&target, &folder.0, &paths, quietly)).unwrap();
    assert!(next.sent >= 20 && next.sent <= first.sent - 20, "goes on where it stopped: {next:?}");
    assert_eq!(text(&target, "exports/index.json").unwrap(), "index of april");
}

#[test]
fn a_server_killed_while_the_release_is_placed_shows_the_old_index_until_the_next_run() {
    let Some(mut server) = Server::start() else { return };
    let folder = Scratch::new();
    let target = server.target();
    shipped(&target, &folder.0, "maart", 10);
    let paths = site(&folder.0, "april", 10);
    let stop = server.stopper();
    let broken = wait(ship(&target, &folder.0, &paths, |what, done, _| {
        if (what, done) == ("placing", 5) {
            stop();
        }
    }));
    assert!(broken.is_err());
    server.restart();
    let target = server.target();
    assert_eq!(text(&target, "exports/index.json").unwrap(), "index of maart");
    let next = wait(ship(&target, &folder.0, &paths, quietly)).unwrap();
    assert_eq!(next.sent, 0, "all content was there");
    assert_eq!(text(&target, "exports/index.json").unwrap(), "index of april");
    assert_eq!(text(&target, "index.html").unwrap(), "page of april");
}

#[test]
fn a_store_keeps_type_caching_and_compression_with_each_file() {
    let Some(server) = Server::start() else { return };
    let folder = Scratch::new();
    shipped(&server.target(), &folder.0, "maart", 1);
    let head = |path: &str| server.head(path);
    let page = head("index.html");
    assert!(page.contains("content-type: text/html; charset=utf-8"), "{page}");
    assert!(page.contains("cache-control: no-cache"), "{page}");
    let hashed = head("dist/deel-000000000000.svg.br");
    for line in [
        "content-type: image/svg+xml",
        "content-encoding: br",
        "cache-control: public, max-age=31536000, immutable",
    ] {
        assert!(hashed.contains(line), "{line} is not in {hashed}");
    }
}

#[test]
fn credentials_that_are_refused_are_one_line() {
    let Some(server) = Server::start() else { return };
    let target = server.target_as("nobody");
    let folder = Scratch::new();
    let paths = site(&folder.0, "maart", 1);
    let error = wait(ship(&target, &folder.0, &paths, quietly)).unwrap_err().to_string();
    assert!(error.contains("the store refused") && error.lines().count() == 1, "{error}");
}
