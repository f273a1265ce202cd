//! `<gka-interventies>`: its documents, its index, where the focus goes. The tag's attributes, properties, events,
//! parts and slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Answer, Drawn, Ready, Widget};
use crate::model::csv::Table;
use crate::model::interventies::listing::Listing;
use crate::model::interventies::table::table;
use crate::model::{Choice, Interventies, Words};
use crate::view::interventies::{Scene, interventies as view};
use crate::view::takeaway::{Takeaway, take};
use crate::view::{Links, control};
use geodata::contract::lijst::{Documents, Gegevens};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Element, Event, HtmlElement};

/// Reads the documents of a list: `index`, `gemeenten`, `themas`, `begrippen`, `interventies`, `bronnen` and
/// `agendas`. `src` is the address of the index as the tag has it, `words` the sentences of `lang` unless that is
/// Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn interventies(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents = Documents {
        index: document(0),
        gemeenten: document(1),
        themas: document(2),
        begrippen: document(3),
        interventies: document(4),
        bronnen: document(5),
        agendas: document(6),
    };
    let all = Interventies::new(Gegevens::read(&documents, words.taal.code())?, &words);
    let live =
        Live { all, words, links: Links::of(src), listing: Listing::default(), shown: None, go: Go::Nowhere };
    Ok(Ready::new(live))
}

struct Live {
    all: Interventies,
    words: Words,
    links: Links,
    /// What was drawn last.
    listing: Listing,
    /// The interventie that the reader was brought to.
    shown: Option<usize>,
    go: Go,
}

/// Where the focus goes once the list is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Go {
    Nowhere,
    /// To the number of interventies, when what had the focus is gone.
    Back,
    /// To the beginning of the list.
    Begin,
}

struct Seen<'a>(&'a Live);

impl Takeaway for Seen<'_> {
    fn name(&self) -> String {
        let Live { all, listing, .. } = self.0;
        let thema = listing.thema.map(|thema| all.themas[thema].id.as_str());
        ["interventies"]
            .into_iter()
            .chain(thema)
            .chain([all.peildatum.as_str()])
            .collect::<Vec<_>>()
            .join("-")
    }

    fn table(&self) -> Table {
        table(&self.0.all, &self.0.words, &self.0.listing)
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.all.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.listing = Listing::new(&self.all, &self.words, choice);
        let Self { all, words, links, listing, .. } = &*self;
        Drawn { tree: view(&Scene { all, words, links, listing }), wants: Vec::new() }
    }

    fn paint(&mut self, fragment: &HtmlElement, _: &Choice) {
        let go = std::mem::replace(&mut self.go, Go::Nowhere);
        let named = self.listing.chosen.filter(|chosen| self.shown != Some(*chosen));
        self.shown = self.listing.chosen;
        let goal = match go {
            _ if named.is_some() => "article[aria-current]",
            Go::Begin => ".sum",
            Go::Back if fragment.query_selector(":focus").is_ok_and(|focused| focused.is_none()) => ".sum",
            _ => return,
        };
        if let Ok(Some(goal)) = fragment.query_selector(goal) {
            goal.scroll_into_view();
            let _ = goal.unchecked_ref::<HtmlElement>().focus();
        }
    }

    fn takes(&mut self, event: &Event, _: &HtmlElement) -> bool {
        take(event, &self.words, &Seen(self))
    }

    fn on(&mut self, event: &Event, fragment: &HtmlElement, choice: &Choice) -> Option<Answer> {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside =
            |selector| target.as_ref().is_some_and(|target| matches!(target.closest(selector), Ok(Some(_))));
        if event.type_() == "focusin" && inside("[type=search]") {
            // What takes longest is ready before the first letter.
            self.all.woorden();
        }
        // Whoever typed goes on to what was found.
        if event.type_() == "keydown" && inside("[type=search]") && key(event).as_deref() == Some("Enter") {
            let first = fragment.query_selector("article a").ok().flatten();
            return Some(Answer::Focus(first?.dyn_into().ok()?));
        }
        if self.takes(event, fragment) {
            return None;
        }
        let next = control::asked(event, choice)?;
        if event.type_() == "click" {
            self.go = if inside(".delen") { Go::Begin } else { Go::Back };
        }
        Some(Answer::choose(next))
    }

    fn naam(&self, code: &str) -> Option<String> {
        Some(self.all.deelnemer(code)?.naam.clone())
    }
}

fn key(event: &Event) -> Option<String> {
    Some(event.dyn_ref::<web_sys::KeyboardEvent>()?.key())
}
