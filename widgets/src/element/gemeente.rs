//! `<gka-gemeente>`: its documents, and the slice of a gemeente that comes when it is asked for. The tag's attributes,
//! properties, events, parts and slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Drawn, Ready, Widget};
use crate::model::csv::Table;
use crate::model::profiel::Profielen;
use crate::model::profiel::portrait::Portrait;
use crate::model::{Choice, Key, Words};
use crate::view::Links;
use crate::view::gemeente::{Scene, gemeente as view};
use crate::view::takeaway::{Takeaway, take};
use geodata::contract::profiel::{Deel, Documents, Gegevens};
use js_sys::Array;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

/// Reads the documents of a profile: `index`, `gebieden`, `deelnemers`, `themas`, `begrippen`, `indicatoren` and
/// `delen`. `src` is the address of the index as the tag has it, `words` the sentences of `lang` unless that is Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn gemeente(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents = Documents {
        index: document(0),
        gebieden: document(1),
        deelnemers: document(2),
        themas: document(3),
        begrippen: document(4),
        indicatoren: document(5),
        delen: document(6),
    };
    let all = Profielen::new(Gegevens::read(&documents, words.taal.code())?);
    Ok(Ready::new(Live { all, words, links: Links::of(src), choice: Choice::default() }))
}

struct Live {
    all: Profielen,
    words: Words,
    links: Links,
    /// What was drawn last.
    choice: Choice,
}

impl Takeaway for Live {
    fn name(&self) -> String {
        let code = self.choice.get(Key::Gemeente);
        let deelnemers = &self.all.gegevens.deelnemers;
        let deelnemer = deelnemers.iter().find(|deelnemer| Some(deelnemer.code.as_str()) == code);
        let slug = deelnemer.map_or("gemeente", |deelnemer| &deelnemer.slug);
        [slug, "-", &self.all.gegevens.peildatum].concat()
    }

    fn table(&self) -> Table {
        self.all.table(&self.words, self.choice.get(Key::Gemeente).unwrap_or_default())
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.all.gegevens.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.choice = choice.clone();
        let Self { all, words, links, .. } = &*self;
        let portrait = &Portrait::new(all, words, choice);
        let wants = all.lacks(choice).map(str::to_owned).into_iter().collect();
        Drawn { tree: view(&Scene { all, words, links, portrait }), wants }
    }

    fn lacks(&self, choice: &Choice) -> Option<String> {
        self.all.lacks(choice).map(str::to_owned)
    }

    fn takes(&mut self, event: &Event, _: &HtmlElement) -> bool {
        take(event, &self.words, self)
    }

    fn give(&mut self, document: &str, json: JsValue, _: &Choice) -> Result<(), Notice> {
        let read = Deel::read(&Parsed(json), self.words.taal.code());
        self.all.learn(document, read.map_err(|misfit| Notice::misfit(document, &misfit))?);
        Ok(())
    }

    fn naam(&self, code: &str) -> Option<String> {
        self.all.naam(code).map(str::to_owned)
    }
}
