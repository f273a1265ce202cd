//! The inset, alive: its shapes, by the place they show a second time, and what a pointer on it points at.

use crate::model::inset::caption;
use crate::model::{Landkaart, Words};
use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, MouseEvent};

pub struct Inset {
    /// The rectangle of the map that is shown, drawn under all of it.
    sea: Element,
    nodes: Array,
    /// Position of the node -> place.
    places: Vec<usize>,
}

/// Where a pointer is on the map, pointing at it by way of the inset.
pub struct Point {
    pub at: (f64, f64),
    /// How many CSS pixels a unit of the map is drawn there.
    pub unit: f64,
}

impl Inset {
    /// The one in a drawing whose shapes stand in this order. It is called in the language of the widget.
    pub fn new(drawing: &Element, order: &[usize], landkaart: &Landkaart, words: &Words) -> Option<Self> {
        let part = |selector| drawing.query_selector(selector).ok()?;
        let (sea, land) = (part(".sea")?, part(".inset .land")?);
        let positions = land.get_attribute("data-at")?;
        let position = |position: &str| order.get(usize::from(position.parse::<u16>().ok()?)).copied();
        let places: Vec<usize> = positions.split(' ').filter_map(position).collect();
        let nodes = Array::from(&land.children());
        if nodes.length() as usize != places.len() {
            return None;
        }
        let (name, text) = (caption(landkaart, words, &places), part(".inset text")?);
        if text.text_content().as_deref() != Some(&name) {
            text.set_text_content(Some(&name));
        }
        Some(Self { sea, nodes, places })
    }

    /// The group of its shapes.
    pub fn land(&self) -> Option<Element> {
        self.nodes.get(0).dyn_into::<Element>().ok()?.parent_element()
    }

    /// The shape that shows a place a second time.
    pub fn node(&self, place: usize) -> Option<Element> {
        let position = self.places.iter().position(|known| *known == place)?;
        self.nodes.get(position as u32).dyn_into().ok()
    }

    pub fn place_at(&self, target: &Element) -> Option<usize> {
        self.places.get(usize::try_from(self.nodes.index_of(target, 0)).ok()?).copied()
    }

    /// Where it is in the window.
    pub fn frame(&self) -> DomRect {
        self.sea.get_bounding_client_rect()
    }

    /// Whether a pointer is on it.
    pub fn has(&self, event: &MouseEvent) -> bool {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        target.is_some_and(|target| matches!(target.closest(".inset"), Ok(Some(_))))
    }

    /// Nothing when the pointer is not on it.
    pub fn point(&self, event: &MouseEvent) -> Option<Point> {
        if !self.has(event) {
            return None;
        }
        let frame = self.frame();
        let shown = |name| Some(f64::from(self.sea.get_attribute(name)?.parse::<i32>().ok()?));
        let (left, top, unit) = (shown("x")?, shown("y")?, frame.width() / shown("width")?);
        let along = |start: f64, at: i32, from: f64| start + (f64::from(at) - from) / unit;
        let at = (along(left, event.client_x(), frame.left()), along(top, event.client_y(), frame.top()));
        Some(Point { at, unit })
    }
}
