//! What the end-to-end tests share.
//!
//! | module | what |
//! |---|---|
//! | [`site`] | the site that `gka serve` makes of the exports, on a port of its own |
//! | [`page`] | a page in a real browser: scripts, keys, pointer, what assistive technology sees |
//! | [`detour`] | a server between browser and site, which can hold, change or spoil an answer |
//! | [`exports`] | what the example exports say, to compare a page with |
//! | [`golden`] | what was kept when a person last looked |
//! | [`driver`] | a browser's driver and the sessions it opens |
//! | [`engine`] | Chromium, Firefox and WebKit, and how each is driven |
//! | [`layers`] | which room of the source may know which |
//! | [`command`] | a command that ended: what it said and how |
//! | [`http`] | an answer of the site, headers first |
//! | [`internetnl`] | what internet.nl asks of those headers |
//! | [`running`] | a process that ends with its test |
//! | [`scratch`] | a folder that goes with its test |
//! | [`state`] | the states of the landkaart that are looked at |
//! | [`until`] | waiting for a condition, never for a time |

pub mod command;
pub mod detour;
pub mod driver;
pub mod engine;
pub mod exports;
pub mod golden;
pub mod http;
pub mod internetnl;
pub mod layers;
pub mod page;
pub mod running;
pub mod scratch;
pub mod site;
pub mod state;
pub mod until;

use std::path::{Path, PathBuf};

/// The root folder of the workspace.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the crate stands in a folder of the workspace")
}

/// A release binary of the workspace; `GKA` and `GEODATA` name another one.
pub fn binary(name: &str) -> PathBuf {
    let named = std::env::var_os(name.to_uppercase()).map(PathBuf::from);
    let built = named.unwrap_or_else(|| target().join("release").join(name));
    assert!(built.is_file(), "{} is missing; build it with tests/run", built.display());
    built
}

/// Cargo's target folder: three above the test that runs, `target/release/deps/browser-…`.
pub fn target() -> PathBuf {
    let test = std::env::current_exe().expect("a running test has a path");
    test.ancestors().nth(3).expect("a test stands in target/release/deps").to_owned()
}
