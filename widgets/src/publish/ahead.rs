//! What a page with a landkaart asks for at its end: all that the map in it comes alive by.
//!
//! Left to the loader these files come one after another: the loader when the head is read, the wasm and the index when
//! it runs, the documents when the index is read. Asked for in the head they share the wire with the page itself, which
//! is then painted later. At its end all of the page is there, and the first frame still takes the processor: on a slow
//! line (150 ms, 1.6 Mbit/s, processor at a quarter) the map is painted as soon, and ready 270 ms sooner.
//!
//! A page that is opened in a state that only the whole widget knows asks for the small one in vain.

use super::dist::Bundle;
use super::fragments::FOLDER;
use geodata::contract::Index;
use maud::{Markup, html};

/// Who asks: a browser that gives a script what is still on its way. Firefox would ask again for the wasm, because the
/// loader says its digest, and WebKit for all; in both the loader asks. No query says so, but only Chromium knows
/// [this feature](https://www.w3.org/TR/device-posture/#the-device-posture-media-feature).
const SHARES: &str = "(device-posture)";

/// The line by which a page of others asks for a [fragment](super::fragments) together with the loader, from the site
/// at `base`.
pub fn line(base: &str, fragment: &str) -> String {
    format!(
        "<link rel=\"preload\" as=\"fetch\" crossorigin media=\"{SHARES}\" href=\"{base}{FOLDER}{fragment}.json\">"
    )
}

/// Addresses below the root, asked for as the loader will ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ahead {
    glue: String,
    /// The SHA-256 of the glue. What is no script cannot have one here; the loader says it.
    integrity: String,
    /// Wasm and documents.
    fetched: Vec<String>,
}

impl Ahead {
    /// Of a release whose bundle stands in `dist` and whose documents in `exports`.
    pub fn new(bundle: &Bundle, index: &Index) -> Ahead {
        let documents = &index.documenten;
        let read = [&documents.gebieden, &documents.gemeenten, &documents.themas];
        let read = read.into_iter().map(|document| document.pad.as_str());
        let documents = ["index.json"].into_iter().chain(read).map(|pad| format!("exports/{pad}"));
        Ahead {
            glue: format!("dist/{}", bundle.glue.name),
            integrity: format!("sha256-{}", bundle.glue.sum()),
            fetched: [format!("dist/{}", bundle.wasm.name)].into_iter().chain(documents).collect(),
        }
    }

    /// For a page whose way to the root is `root`.
    pub fn links(&self, root: &str) -> Markup {
        // Without scripts nothing would come alive.
        let who = format!("(scripting: enabled) and {SHARES}");
        html! {
            link rel="modulepreload" media=(who) href={ (root) (self.glue) } integrity=(self.integrity);
            @for path in &self.fetched {
                link rel="preload" as="fetch" media=(who) crossorigin href={ (root) (path) };
            }
        }
    }
}
