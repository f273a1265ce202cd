//! Codes as others write them: with the year before (`2022GM0363`), or as digits alone.

use super::as_text;
use crate::pipeline::Level;
use crate::pipeline::problem::{Document, Problem, Reason};
use crate::pipeline::read::Feature;
use serde_json::Value;
use std::collections::BTreeMap;

/// Property that PDOK gives the year in.
const JAARCODE: &str = "jaarcode";

/// Years that features say, as far as they are not the year asked for.
pub struct Years {
    jaar: u16,
    /// By property and year: the first feature, and how many.
    others: BTreeMap<(String, String), (usize, usize)>,
}

impl Years {
    pub fn new(jaar: u16) -> Self {
        Self { jaar, others: BTreeMap::new() }
    }

    /// Takes the year off a code such as `2022GM0363`, and notes it.
    pub fn take_off(&mut self, feature: &mut Feature, key: &str) {
        if let Some(Value::String(code)) = feature.properties.get_mut(key)
            && let Some((year, rest)) = code.split_at_checked(4)
            && year.bytes().all(|byte| byte.is_ascii_digit())
            && rest.starts_with(|letter: char| letter.is_ascii_uppercase())
        {
            let (year, rest) = (year.to_owned(), rest.to_owned());
            *code = rest;
            self.note(key, year, feature.number);
        }
        if let Some(year) = feature.properties.get(JAARCODE).map(as_text) {
            self.note(JAARCODE, year, feature.number);
        }
    }

    fn note(&mut self, key: &str, year: String, number: usize) {
        if year != self.jaar.to_string() {
            self.others.entry((key.to_owned(), year)).or_insert((number, 0)).1 += 1;
        }
    }

    /// A problem for each other year.
    pub fn others(self) -> Vec<Problem> {
        let problem = |((key, found), (first, features))| {
            let reason = Reason::OtherYear { jaar: self.jaar, key, found, features };
            Problem::feature(Document::Boundaries, first, None, reason)
        };
        self.others.into_iter().map(problem).collect()
    }
}

/// Puts the prefix before a code of digits alone, zeros between where the level says how many digits.
pub fn complete(feature: &mut Feature, key: &str, prefix: &str, level: Level) -> bool {
    let Some(value) = feature.properties.get_mut(key) else { return false };
    let text = as_text(value);
    let bare = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if bare {
        let width = level.form().filter(|(letters, _)| *letters == prefix).map_or(0, |(_, digits)| digits);
        *value = Value::String(format!("{prefix}{text:0>width$}"));
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_gets_its_zeros_back() {
        let properties = json!({"c": 14}).as_object().cloned().unwrap_or_default();
        let mut feature = Feature { number: 1, properties, polygons: vec![], geometry: None };
        assert!(complete(&mut feature, "c", "GM", Level::Gemeente));
        assert_eq!(feature.properties["c"], "GM0014");
        assert!(!complete(&mut feature, "c", "GM", Level::Gemeente));
    }
}
