//! `<gka-tijdlijn>`: its documents. The tag's attributes, properties, events, parts and slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Drawn, Ready, Widget};
use crate::model::csv::Table;
use crate::model::verloop::Tijdlijn;
use crate::model::{Choice, Words};
use crate::view::Links;
use crate::view::takeaway::{Takeaway, take};
use crate::view::tijdlijn::{Scene, tijdlijn as view};
use geodata::contract::verloop::{Documents, Gegevens};
use js_sys::Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

/// Reads the documents of a timeline: `index`, `tijdlijn`, `bronnen` and `npo`. `src` is the address of the index as
/// the tag has it, `words` the sentences of `lang` unless that is Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn tijdlijn(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents =
        Documents { index: document(0), tijdlijn: document(1), bronnen: document(2), npo: document(3) };
    let all = Gegevens::read(&documents, words.taal.code())?;
    Ok(Ready::new(Live { all, words, links: Links::of(src), tijdlijn: Tijdlijn::default() }))
}

struct Live {
    all: Gegevens,
    words: Words,
    links: Links,
    /// What was drawn last.
    tijdlijn: Tijdlijn,
}

impl Takeaway for Live {
    fn name(&self) -> String {
        ["tijdlijn-", &self.all.peildatum].concat()
    }

    fn table(&self) -> Table {
        self.tijdlijn.table(&self.all, &self.words)
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.all.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.tijdlijn = Tijdlijn::new(&self.all, &self.words, choice);
        let Self { all, words, links, tijdlijn } = &*self;
        Drawn { tree: view(&Scene { all, words, links, tijdlijn }), wants: Vec::new() }
    }

    fn takes(&mut self, event: &Event, _: &HtmlElement) -> bool {
        take(event, &self.words, self)
    }
}
