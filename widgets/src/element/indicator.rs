//! `<gka-indicator>`: its documents, and the figures that come when they are asked for. The tag's attributes,
//! properties, events, parts and slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Drawn, Ready, Widget};
use crate::model::csv::Table;
use crate::model::meting::card::Card;
use crate::model::meting::{Document, Metingen};
use crate::model::sheet::Sheet;
use crate::model::{Choice, Key, Words};
use crate::view::Links;
use crate::view::indicator::{Scene, indicator as view, still};
use crate::view::takeaway::{Takeaway, take};
use geodata::contract::meting::{self, Documents, Gegevens};
use geodata::json::read;
use js_sys::Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

/// Reads the documents of a card: `index`, `gebieden`, `gemeenten`, `indicatoren`, `interventies` and `bronnen`.
/// `src` is the address of the index as the tag has it, `words` the sentences of `lang` unless that is Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn indicator(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents = Documents {
        index: document(0),
        gebieden: document(1),
        gemeenten: document(2),
        indicatoren: document(3),
        interventies: document(4),
        bronnen: document(5),
    };
    let all = Metingen::new(Gegevens::read(&documents, words.taal.code())?);
    Ok(Ready::new(Live { all, words, links: Links::of(src), choice: Choice::default() }))
}

struct Live {
    all: Metingen,
    words: Words,
    links: Links,
    /// What was drawn last.
    choice: Choice,
}

/// The card as it is seen.
struct Seen<'a> {
    live: &'a Live,
    fragment: &'a HtmlElement,
}

impl Takeaway for Seen<'_> {
    fn name(&self) -> String {
        let Live { all, choice, .. } = self.live;
        let id = all.indicator(choice).map_or("indicator", |indicator| indicator.id.as_str());
        [id, "-", &all.gegevens.peildatum].concat()
    }

    fn table(&self) -> Table {
        let Live { all, words, choice, .. } = self.live;
        let gemeente = choice.get(Key::Gemeente);
        all.indicator(choice).map(|indicator| all.table(words, indicator, gemeente)).unwrap_or_default()
    }

    fn sheet(&self) -> Option<Sheet> {
        let Live { all, words, choice, .. } = self.live;
        still::sheet(self.fragment, words, &Card::new(all, words, choice))
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.all.gegevens.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.choice = choice.clone();
        let Self { all, words, links, .. } = &*self;
        let card = &Card::new(all, words, choice);
        let wants = all.lacks(choice).map(str::to_owned).into_iter().collect();
        Drawn { tree: view(&Scene { all, words, links, card }), wants }
    }

    fn lacks(&self, choice: &Choice) -> Option<String> {
        self.all.lacks(choice).map(str::to_owned)
    }

    fn takes(&mut self, event: &Event, fragment: &HtmlElement) -> bool {
        take(event, &self.words, &Seen { live: self, fragment })
    }

    fn give(&mut self, document: &str, json: JsValue, _: &Choice) -> Result<(), Notice> {
        let (json, all) = (&Parsed(json), &mut self.all);
        let learnt = match all.document(document) {
            Document::Cijfers => read(json, meting::cijfers).map(|cijfers| all.learn(document, cijfers)),
            Document::Lijst => read(json, meting::lijst).map(|lijst| all.delen.learn_list(document, lijst)),
            Document::Deel => read(json, meting::deel).map(|deel| all.delen.learn(document, deel)),
        };
        learnt.map_err(|misfit| Notice::misfit(document, &misfit))
    }

    fn naam(&self, code: &str) -> Option<String> {
        self.all.naam(code).map(str::to_owned)
    }
}
