//! Texts in a reader's language, and in Dutch where nobody wrote them in that one.

use crate::json::{Json, Reader};

/// A text in a language, and whether it is Dutch because nobody wrote it in that one.
pub fn vertaald(item: &Reader<impl Json>, key: &str, taal: &str) -> (String, bool) {
    item.under(key, |label| match label.maybe(taal) {
        Some(text) => (text, false),
        None => (label.text("nl"), true),
    })
}

/// Two texts in one language, both or none: nobody reads a summary in another language than its title.
pub fn paar(item: &Reader<impl Json>, [one, two]: [&str; 2], taal: &str) -> (String, String, bool) {
    let there = |key| item.get(key).get(taal).text().is_some();
    let taal = if there(one) && there(two) { taal } else { "" };
    let (first, onvertaald) = vertaald(item, one, taal);
    (first, vertaald(item, two, taal).0, onvertaald)
}

/// A text that may be missing.
pub fn misschien(item: &Reader<impl Json>, key: &str, taal: &str) -> Option<String> {
    item.under(key, |label| label.maybe(taal).or_else(|| label.maybe("nl")))
}
