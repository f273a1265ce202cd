//! The field to find a gemeente by, alive.
//!
//! The focus stays in the field; which gemeente of the list is meant is told by `aria-activedescendant`. Arrows go
//! through the list, Enter chooses, Escape closes it and, when it is closed, empties the field. Tab goes on: the
//! list closes when the focus leaves.

use super::html::el;
use super::landkaart::Scene;
use super::search::LIST;
use crate::model::MEER;
use crate::model::finding::{Finding, Hit, Zoeknaam, names};
use crate::model::search::Search;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// What the reader did with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    Place(usize),
    /// Began to search: other names than their own would help.
    Names,
}

#[derive(Default)]
pub struct Combobox {
    /// Other names, once they came.
    others: Vec<Zoeknaam>,
    asked: bool,
    /// Whether a reader began to search before there was anything to ask for other names.
    wanted: bool,
    search: Option<Search>,
    /// What the list shows.
    hits: Vec<Hit>,
    active: Option<usize>,
    /// Whether the reader closed it: names that come later do not open it again.
    closed: bool,
}

impl Combobox {
    /// Other names came.
    pub fn learn(&mut self, others: Vec<Zoeknaam>) {
        self.wanted = false;
        self.others = others;
        self.search = None;
    }

    /// Takes over a field that a reader is in already.
    pub fn wake(&mut self, fragment: &HtmlElement) {
        let focused = fragment.query_selector(".search input:focus");
        self.wanted = matches!(focused, Ok(Some(_)));
        self.asked = self.wanted;
    }

    /// Whether other names are still waited for that no event asks for.
    pub fn is_waiting(&self) -> bool {
        self.wanted
    }

    /// Shows what fits where other names came meanwhile, or what was typed before there was anything to look with.
    pub fn refresh(&mut self, fragment: &HtmlElement, scene: &Scene) {
        if self.search.is_none()
            && !self.closed
            && let Ok(Some(field)) = fragment.query_selector(".search input:focus")
            && let Ok(Some(root)) = field.closest(".search")
        {
            self.look(&root, scene);
        }
    }

    pub fn on(&mut self, event: &Event, scene: &Scene) -> Option<Found> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let root = target.closest(".search").ok()??;
        match event.type_().as_str() {
            "focusin" | "input" if !self.asked => {
                self.asked = true;
                // With those that are known already, until the others come.
                if MEER {
                    self.look(&root, scene);
                }
                return Some(Found::Names);
            }
            _ if !MEER => {}
            "focusout" => {
                let to = Reflect::get(event, &"relatedTarget".into()).ok();
                let to = to.and_then(|to| to.dyn_into::<Element>().ok());
                if !root.contains(to.as_deref()) {
                    self.close(&root);
                }
            }
            "input" => self.look(&root, scene),
            "click" => {
                let row = target.closest("[role=option]").ok()??;
                let rows = js_sys::Array::from(&row.parent_element()?.children());
                return self.take(&root, usize::try_from(rows.index_of(&row, 0)).ok()?);
            }
            "keydown" => return self.on_key(event.dyn_ref()?, &root, scene),
            _ => {}
        }
        None
    }

    fn on_key(&mut self, event: &KeyboardEvent, root: &Element, scene: &Scene) -> Option<Found> {
        let count = self.hits.len();
        match event.key().as_str() {
            "ArrowDown" if count == 0 => self.look(root, scene),
            "ArrowDown" => self.activate(root, Some(self.active.map_or(0, |active| (active + 1) % count))),
            "ArrowUp" if count > 0 => {
                self.activate(
                    root,
                    Some(self.active.map_or(count, |active| active + count).wrapping_sub(1) % count),
                );
            }
            "Enter" if count > 0 => {
                event.prevent_default();
                return self.take(root, self.active.unwrap_or_default());
            }
            "Escape" if count > 0 => self.close(root),
            "Escape" => {
                write(root, "");
                self.look(root, scene);
            }
            _ => return None,
        }
        event.prevent_default();
        None
    }

    /// Fills the list with what fits the field.
    fn look(&mut self, root: &Element, scene: &Scene) {
        let search = self.search.get_or_insert_with(|| Search::new(names(scene.landkaart, &self.others)));
        let typed = field(root).and_then(|field| Reflect::get(&field, &"value".into()).ok()?.as_string());
        let finding = Finding::new(scene.landkaart, scene.words, search, &typed.unwrap_or_default());
        self.hits = finding.hits;
        self.active = None;
        self.closed = false;
        self.show(root, &finding.said);
    }

    fn close(&mut self, root: &Element) {
        self.hits.clear();
        self.active = None;
        self.closed = true;
        self.show(root, "");
    }

    fn take(&mut self, root: &Element, row: usize) -> Option<Found> {
        let hit = self.hits.get(row)?;
        let place = hit.place;
        write(root, &hit.naam);
        self.close(root);
        // A click on the list took the focus from the field.
        if let Some(field) = field(root) {
            let _ = field.focus();
        }
        Some(Found::Place(place))
    }

    fn show(&self, root: &Element, said: &str) {
        let rows = self.hits.iter().enumerate().map(|(i, hit)| {
            el("li")
                .set("role", "option")
                .set("id", id(i))
                .set("tabindex", "-1")
                .set("aria-selected", "false")
                .text(&hit.naam)
                .text(" ")
                .child(el("small").text(&hit.note))
        });
        if let Ok(Some(list)) = root.query_selector("ul") {
            list.set_inner_html(&rows.map(|row| row.print()).collect::<String>());
            keep(&list, "hidden", self.hits.is_empty().then_some(""));
        }
        if let Ok(Some(status)) = root.query_selector("[role=status]") {
            status.set_text_content(Some(said));
            keep(&status, "class", self.hits.is_empty().then_some("none"));
        }
        if let Some(field) = field(root) {
            keep(&field, "aria-expanded", Some(if self.hits.is_empty() { "false" } else { "true" }));
            keep(&field, "aria-activedescendant", None);
        }
    }

    fn activate(&mut self, root: &Element, active: Option<usize>) {
        let row = |row: Option<usize>| root.query_selector(&["#", &id(row?)].concat()).ok().flatten();
        if let Some(before) = row(self.active) {
            keep(&before, "aria-selected", Some("false"));
        }
        self.active = active;
        if let (Some(now), Some(field)) = (row(active), field(root)) {
            keep(&now, "aria-selected", Some("true"));
            keep(&field, "aria-activedescendant", Some(&now.id()));
        }
    }
}

fn id(row: usize) -> String {
    [LIST, "-", &row.to_string()].concat()
}

fn field(root: &Element) -> Option<HtmlElement> {
    root.query_selector("input").ok()??.dyn_into().ok()
}

fn write(root: &Element, text: &str) {
    if let Some(field) = field(root) {
        let _ = Reflect::set(&field, &"value".into(), &text.into());
    }
}

fn keep(node: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    };
}
