//! `<gka-voortgang>`: its documents. The tag's attributes, properties, events, parts and slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Answer, Drawn, Ready, Widget};
use crate::model::csv::Table;
use crate::model::voortgang::{Rapport, Voortgang, table};
use crate::model::{Choice, Words};
use crate::view::takeaway::{Takeaway, take};
use crate::view::voortgang::{Scene, voortgang as view};
use crate::view::{Links, control};
use geodata::contract::voortgang::Documents;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement, ShadowRoot};

/// Reads the documents of the report: `index`, `kerncijfers`, `begrippen`, `communities`, `experimenten`, `themas`,
/// `interventies`, `links`, `gemeenten` and `bronnen`. `src` is the address of the index as the tag has it, `words`
/// the sentences of `lang` unless that is Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn voortgang(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents = Documents {
        index: document(0),
        kerncijfers: document(1),
        begrippen: document(2),
        communities: document(3),
        experimenten: document(4),
        themas: document(5),
        interventies: document(6),
        links: document(7),
        gemeenten: document(8),
        bronnen: document(9),
    };
    let all = Voortgang::read(&documents, words.taal.code())?;
    Ok(Ready::new(Live { all, words, links: Links::of(src) }))
}

struct Live {
    all: Voortgang,
    words: Words,
    links: Links,
}

impl Takeaway for Live {
    fn name(&self) -> String {
        ["kerncijfers-", &self.all.peildatum].concat()
    }

    fn table(&self) -> Table {
        table(&self.all, &self.words)
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.all.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        let Self { all, words, links } = &*self;
        let rapport = &Rapport::new(all, words, choice);
        Drawn { tree: view(&Scene { all, words, links, rapport }), wants: Vec::new() }
    }

    fn takes(&mut self, event: &Event, _: &HtmlElement) -> bool {
        take(event, &self.words, self)
    }

    fn on(&mut self, event: &Event, fragment: &HtmlElement, choice: &Choice) -> Option<Answer> {
        if self.takes(event, fragment) {
            return None;
        }
        // Alone on a page a cell is a link to the list; in a group the list is beside it.
        let root = fragment.get_root_node().dyn_into::<ShadowRoot>().ok()?;
        if !root.host().has_attribute("groep") {
            return None;
        }
        control::asked(event, choice).map(Answer::choose)
    }
}
