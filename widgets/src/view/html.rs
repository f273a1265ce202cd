//! Markup as a value: built by the views, printed by `publish`, compared by [`patch`](super::patch).
//!
//! A view is a function from a picture to an [`Element`]. The page is printed from it, and in the browser two of
//! them are compared in memory and only what differs is written to the DOM. So a prerendered page is alive without
//! building a node, a filter touches the rows that come and go, and a view costs the wasm its text and little more.
//! As Leptos templates each view is a type of its own with its own code to build, rebuild and remember: the first,
//! smaller landkaart was 63 kB that way (brotli) and came alive in one task of 240 ms at four times throttle. What
//! is left to Leptos is what it does best: the signals that hold the state, and the effect that follows them.
//!
//! # Invariants
//! - No two texts stand side by side and no text is empty: the parser would join or drop them, and [`Element`] does.
//! - What is printed, parsed and printed again is the same: no void element has content.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::Arc;

/// An element with its attributes in order. One word to hand on: a view hands on a great many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Element(Box<Content>);

/// What is in an [`Element`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    pub tag: &'static str,
    pub attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub content: Vec<Node>,
    /// Tells it from its siblings, so that a list that loses a row loses that row's node and no other.
    pub key: usize,
    /// Markup of its own, printed once and never compared: who draws in it keeps it.
    pub drawing: Option<Arc<str>>,
}

impl Deref for Element {
    type Target = Content;

    fn deref(&self) -> &Content {
        &self.0
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    Element(Element),
    Text(String),
}

/// An element without anything in it yet.
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Content { tag, ..Content::default() }))
}

impl Element {
    #[must_use]
    pub fn set(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.with(name, value.into())
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// The attribute when there is a value.
    #[must_use]
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Cow<'static, str>>>) -> Self {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// An attribute that says yes by being there.
    #[must_use]
    pub fn flag(self, name: &'static str, on: bool) -> Self {
        self.maybe(name, on.then_some(""))
    }

    #[must_use]
    pub fn class(self, name: &'static str) -> Self {
        self.set("class", name)
    }

    #[must_use]
    pub fn key(mut self, key: usize) -> Self {
        self.0.key = key + 1;
        self
    }

    #[must_use]
    #[inline(never)]
    pub fn text(mut self, text: &str) -> Self {
        match (text, self.0.content.last_mut()) {
            ("", _) => {}
            (text, Some(Node::Text(before))) => before.push_str(text),
            (text, _) => self.0.content.push(Node::Text(text.to_owned())),
        }
        self
    }

    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Element) -> Self {
        self.0.content.push(Node::Element(child));
        self
    }

    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Markup that the browser parses once and that is never compared.
    #[must_use]
    pub fn drawing(mut self, markup: Arc<str>) -> Self {
        self.0.drawing = Some(markup);
        self
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_ref())
    }

    /// The element as HTML text.
    pub fn print(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        html.extend(["<", self.tag]);
        for (name, value) in &self.attributes {
            html.extend([" ", name]);
            if !value.is_empty() {
                html.push_str("=\"");
                escape(value, html);
                html.push('"');
            }
        }
        html.push('>');
        if matches!(self.tag, "input" | "br" | "wbr" | "hr") {
            return;
        }
        html.push_str(self.drawing.as_deref().unwrap_or_default());
        for node in &self.content {
            node.write(html);
        }
        html.extend(["</", self.tag, ">"]);
    }

    /// How many elements stand in it, without what is drawn: those of a drawing, and the shapes of a plot.
    pub fn size(&self) -> u32 {
        if self.tag == "svg" {
            return 0;
        }
        let inside = self.content.iter().map(|node| match node {
            Node::Element(element) => element.size() + 1,
            Node::Text(_) => 0,
        });
        inside.sum()
    }
}

impl Node {
    pub fn write(&self, html: &mut String) {
        match self {
            Node::Element(element) => element.write(html),
            Node::Text(text) => escape(text, html),
        }
    }
}

fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            letter => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_it_cannot_break_out() {
        let html = el("a").set("title", "\"><script>").text("</a><b>").print();
        assert_eq!(html, "<a title=\"&quot;&gt;&lt;script&gt;\">&lt;/a&gt;&lt;b&gt;</a>");
    }

    #[test]
    fn texts_are_one_and_never_empty() {
        let element = el("p").text("een ").text("").text("zin").child(el("b").text(""));
        assert_eq!(element.content.len(), 2);
        assert_eq!(element.print(), "<p>een zin<b></b></p>");
        assert_eq!(element.size(), 1);
        assert_eq!(el("p").child(el("svg").child(el("path"))).size(), 1);
    }

    #[test]
    fn flags_and_void_elements_are_written_as_html_does() {
        let html = el("p").flag("hidden", true).flag("inert", false).child(el("input").set("type", "text"));
        assert_eq!(html.print(), "<p hidden><input type=\"text\"></p>");
    }
}
