//! The widget on the page: its parts, events and life.

use super::Page;
use serde_json::{Value, json};

impl Page {
    /// Goes to an address and waits until its widget is alive.
    #[track_caller]
    pub fn goto_alive(&self, address: &str) {
        self.goto(address);
        self.alive(1);
    }

    /// Goes to an address and waits until its widget is alive and has all that it asked for.
    #[track_caller]
    pub fn goto_complete(&self, address: &str) {
        self.goto_alive(address);
        self.wait("__coming === 0");
    }

    /// Waits until widgets were ready `times` times since the page was loaded.
    #[track_caller]
    pub fn alive(&self, times: usize) {
        self.wait(&format!("__events.filter(({{ type }}) => type === 'gka-load').length >= {times}"));
        assert_eq!(self.events("gka-load").len(), times, "times that a widget was ready");
    }

    /// The details of the widget's events of one type, from the start of the page.
    #[track_caller]
    pub fn events(&self, kind: &str) -> Vec<Value> {
        let body = "return __events.filter(({ type }) => type === arguments[0]).map(({ detail }) => detail);";
        let events = self.script_with(body, &[json!(kind)]);
        events.as_array().cloned().unwrap_or_default()
    }

    /// The first part of the widget that fits a selector.
    #[track_caller]
    pub fn part(&self, selector: &str) -> Value {
        let found = self.script_with("return one(arguments[0]);", &[json!(selector)]);
        assert!(!found.is_null(), "nothing in the widget fits {selector}");
        found
    }

    /// The texts of the parts of the widget that fit a selector, those that have one and are seen.
    #[track_caller]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.strings(&format!(
            "all({}).filter((node) => node.checkVisibility()).map((node) => node.textContent.trim())",
            json!(selector)
        ))
    }

    /// The name of the link or shape of the map that has the focus, `""` when none has.
    #[track_caller]
    pub fn focused_place(&self) -> String {
        self.text(
            "active()?.closest('.land') ? \
             active().getAttribute('aria-label') ?? active().querySelector('title')?.textContent ?? '' : ''",
        )
    }
}
