//! What holds in every document of the register, whatever it is about: a rule for each name of a field.
//!
//! A date is a date, nothing ends before it begins, a gemeente exists in the year of the release, a source
//! exists and no record is without one, an address can be linked to, a text has its Dutch.

use super::{Documents, Judge};
use crate::contract::bronnen::is_web_address;
use crate::contract::code::is_id;
use crate::contract::datum::{is_before, is_datum};
use crate::import::problem::Problems;
use crate::import::read::File;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Fields that hold a date.
const DATES: [&str; 9] =
    ["datum", "datumInStuk", "na", "uiterlijk", "ondertekend", "peildatum", "van", "tot", "gepubliceerd"];
/// Fields that hold the code of a gemeente of the release's year, or several.
const GEMEENTEN: [&str; 4] = ["code", "gemeente", "gemeenten", "uitbreiding"];
/// Lists whose areas may have ended before the release's year.
const IN_TIME: &str = "gebieden";

pub fn check<T>(documents: &Documents, file: &File<T>, problems: &mut Problems) {
    // It was read as its type before.
    let Ok(value) = serde_json::from_str::<Value>(&file.text) else { return };
    let gebieden = &documents.gebieden.content.gebieden;
    let mut walk = Walk {
        judge: Judge::new(file, problems),
        codes: gebieden.iter().map(|gebied| gebied.code.as_str()).collect(),
        year: documents.gebieden.content.jaar,
        sources: &documents.known,
    };
    if let Value::Object(fields) = &value {
        for (name, value) in fields {
            if let Value::Array(records) = value {
                walk.records(name, records);
            } else {
                walk.value(name, name, value);
            }
        }
    }
}

struct Walk<'a, T> {
    judge: Judge<'a, T>,
    codes: BTreeSet<&'a str>,
    year: u16,
    sources: &'a BTreeSet<String>,
}

impl<T> Walk<'_, T> {
    /// A list of the document itself: every record stands on a source, and is found by an id of its own.
    fn records(&mut self, list: &str, records: &[Value]) {
        let mut ids = BTreeMap::new();
        for (position, record) in records.iter().enumerate() {
            let path = format!("{list}[{position}]");
            let Value::Object(fields) = record else { continue };
            if !fields.contains_key("bronnen") {
                self.judge.expected(&path, "the field bronnen", "none");
            }
            if let Some(id) = fields.get("id").and_then(Value::as_str) {
                if !is_id(id) {
                    let expected = "an identifier of lower-case words joined by -";
                    self.judge.expected(&format!("{path}.id"), expected, format!("{id:?}"));
                }
                if let Some(first) = ids.insert(id, position) {
                    let found = format!("{id:?}, which is that of {list}[{first}] too");
                    self.judge.expected(&format!("{path}.id"), "an id of its own", found);
                }
            }
            self.value(&path, "", record);
        }
    }

    fn value(&mut self, path: &str, name: &str, value: &Value) {
        match value {
            Value::Object(fields) => self.object(path, fields),
            Value::Array(items) if name == "bronnen" => self.references(path, items),
            Value::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    self.value(&format!("{path}[{position}]"), name, item);
                }
            }
            Value::String(text) => self.text(path, name, text),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn object(&mut self, path: &str, fields: &Map<String, Value>) {
        let text = |name| fields.get(name).and_then(Value::as_str);
        for (before, after) in [("van", "tot"), ("na", "uiterlijk")] {
            if let (Some(van), Some(tot)) = (text(before), text(after))
                && is_before(tot, van)
            {
                let expected = format!("a date from {van} onwards");
                self.judge.expected(&format!("{path}.{after}"), expected, format!("{tot:?}"));
            }
        }
        if fields.keys().all(|name| name == "status" || name == "url") && fields.contains_key("status") {
            let there = text("status") == Some("beschikbaar");
            if there != fields.contains_key("url") {
                let expected = "an address with beschikbaar, and only there";
                let found = if there { "none" } else { "an address" };
                self.judge.expected(path, expected, found);
            }
        }
        for (name, value) in fields {
            let in_time = name == IN_TIME;
            let path = format!("{path}.{name}");
            match value {
                Value::Array(areas) if in_time => self.areas(&path, areas),
                _ => self.value(&path, name, value),
            }
        }
    }

    fn text(&mut self, path: &str, name: &str, text: &str) {
        // The same word names a list's object elsewhere: only what looks like a code is one.
        if GEMEENTEN.contains(&name) && text.starts_with("GM") && !self.codes.contains(text) {
            self.judge.expected(path, format!("a gemeente of {}", self.year), format!("{text:?}"));
        } else if DATES.contains(&name) && text.starts_with(|first: char| first.is_ascii_digit()) {
            if !is_datum(text) {
                self.judge.datum(path, text);
            }
        } else if name == "url" && !is_web_address(text) {
            let expected = "an address that begins with https:// or http://";
            self.judge.expected(path, expected, format!("{text:?}"));
        } else if ["nl", "en", "fy", "naam", "titel"].contains(&name) {
            self.judge.filled(path, text);
        }
    }

    /// Areas in time: their codes may be of another year.
    fn areas(&mut self, path: &str, areas: &[Value]) {
        for (position, area) in areas.iter().enumerate() {
            if let Value::Object(fields) = area {
                let dates = fields.iter().filter(|(name, _)| *name != "code");
                let dates = dates.map(|(name, value)| (name.clone(), value.clone())).collect();
                self.object(&format!("{path}[{position}]"), &dates);
            }
        }
    }

    fn references(&mut self, path: &str, items: &[Value]) {
        if items.is_empty() {
            self.judge.expected(path, "at least one source", "none");
        }
        for (position, item) in items.iter().enumerate() {
            let bron = item.get("bron").and_then(Value::as_str).unwrap_or_default();
            if !self.sources.contains(bron) {
                let path = format!("{path}[{position}].bron");
                self.judge.expected(&path, "the id of a source", format!("{bron:?}"));
            }
        }
    }
}
