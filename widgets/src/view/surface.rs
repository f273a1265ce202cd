//! The map surface, alive: what [`model::surface`](crate::model::surface) drew, found again by position
//! and painted by one function, whether the browser parsed it from the page or from the TopoJSON.
//!
//! Nothing here remembers a node: the `<svg>` is asked each time, so a surface that was taken out and
//! put back works on. Only participants and the two overlays are ever rewritten.

use super::landkaart::Scene;
use crate::model::{Choice, surface::order};
use leptos::{ev, html, prelude::*, svg};
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, EventTarget, SvgElement};

#[derive(Clone)]
pub struct Surface {
    scene: Scene,
    svg: NodeRef<svg::Svg>,
    tip: NodeRef<html::P>,
    /// Position of the drawn node -> place, and back.
    order: Arc<Vec<usize>>,
    drawn: Arc<Vec<usize>>,
    /// The one place that the Tab key reaches.
    stop: RwSignal<usize>,
}

impl Surface {
    pub fn new(scene: Scene, svg: NodeRef<svg::Svg>, tip: NodeRef<html::P>) -> Self {
        let order = order(&scene.landkaart);
        let mut drawn = vec![0; order.len()];
        for (position, &place) in order.iter().enumerate() {
            drawn[place] = position;
        }
        let first = scene.picture.with_untracked(|picture| picture.rows.first().map_or(0, |row| row.place));
        let stop = RwSignal::new(scene.choice.get_untracked().place.unwrap_or(first));
        Self { scene, svg, tip, order: Arc::new(order), drawn: Arc::new(drawn), stop }
    }

    /// Keeps the drawing in step with the picture from now on. The first run changes nothing on a
    /// surface that already shows it.
    pub fn follow(&self) {
        let surface = self.clone();
        Effect::new(move |_| {
            if surface.svg.get().is_some() {
                surface.paint();
            }
        });
    }

    /// The one painter: a class for every participant, the chosen place on top, one tab stop.
    fn paint(&self) {
        let Choice { place: chosen, .. } = self.scene.choice.get();
        let stop = self.stop.get();
        self.forget_stop(stop);
        self.scene.picture.with(|picture| {
            for (place, class) in picture.classes.iter().enumerate() {
                if self.scene.landkaart.places[place].deelnemer.is_none() && place != stop {
                    continue;
                }
                let Some(node) = self.node(place) else { continue };
                self.name(&node, place);
                keep(&node, "class", Some(class.name()).filter(|name| !name.is_empty()));
                keep(&node, "tabindex", Some(if place == stop { "0" } else { "-1" }));
                keep(&node, "aria-current", (chosen == Some(place)).then_some("true"));
            }
        });
        self.outline(".chosen", chosen);
    }

    /// A place that does not take part was a tab stop only while the focus passed over it.
    fn forget_stop(&self, stop: usize) {
        let Some(node) = self.land().and_then(|land| land.query_selector("path[tabindex]").ok()?) else {
            return;
        };
        if self.node(stop).as_ref() != Some(&node) {
            for attribute in ["tabindex", "role", "aria-label"] {
                keep(&node, attribute, None);
            }
        }
    }

    /// Gives a node its accessible name. Without script a `<title>` carries it; a browser would show
    /// that as a second tooltip beside ours.
    fn name(&self, node: &Element, place: usize) {
        if let Ok(Some(title)) = node.query_selector("title") {
            title.remove();
        }
        let takes_part = self.scene.landkaart.places[place].deelnemer.is_some();
        let naam = &self.scene.landkaart.places[place].naam;
        if takes_part {
            keep(node, "aria-label", Some(naam));
        } else {
            keep(node, "aria-label", Some(&[naam, ", doet niet mee"].concat()));
            keep(node, "role", Some("button"));
        }
    }

    /// Copies the shape of a place into one of the overlays, or empties it.
    fn outline(&self, overlay: &str, place: Option<usize>) {
        let Some(overlay) = self.svg.get_untracked().and_then(|svg| svg.query_selector(overlay).ok()?) else {
            return;
        };
        let shape =
            place.and_then(|place| self.node(place)).and_then(|node| shape(&node)?.get_attribute("d"));
        keep(&overlay, "d", shape.as_deref());
    }

    fn land(&self) -> Option<Element> {
        self.svg.get_untracked()?.query_selector(".land").ok()?
    }

    fn node(&self, place: usize) -> Option<Element> {
        self.land()?.children().item(self.drawn[place] as u32)
    }

    fn place_at(&self, target: Option<EventTarget>) -> Option<usize> {
        let node = target?.dyn_into::<Element>().ok()?.closest(".land>*").ok()??;
        let position = js_sys::Array::from(&self.land()?.children()).index_of(&node, 0);
        self.order.get(usize::try_from(position).ok()?).copied()
    }

    /// Moves the keyboard focus to a place and makes it the tab stop.
    fn go(&self, place: usize) {
        self.stop.set(place);
        if let Some(node) = self.node(place) {
            self.name(&node, place);
            keep(&node, "tabindex", Some("0"));
            if let Some(node) = node.dyn_ref::<SvgElement>() {
                let _ = node.focus();
            }
        }
    }

    /// Out of the map, to the list beside it.
    fn leave(&self) {
        let Some(list) = self.scene.list.get_untracked() else { return };
        let row = ["a[aria-current]", "a"].into_iter().find_map(|row| list.query_selector(row).ok()?);
        if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = row.focus();
        }
    }

    fn select(&self, place: usize) {
        let choice = self.scene.choice.get_untracked();
        let place = (choice.place != Some(place)).then_some(place);
        self.scene.choose.run(Choice { place, ..choice });
    }

    pub fn on_click(&self, event: &ev::MouseEvent) {
        if let Some(place) = self.place_at(event.target()).filter(|_| super::chips::plain(event)) {
            event.prevent_default();
            self.stop.set(place);
            self.select(place);
        }
    }

    pub fn on_keydown(&self, event: &ev::KeyboardEvent) {
        let Some(place) = self.place_at(event.target()) else { return };
        let neighbour =
            |direction: usize| self.scene.landkaart.places[place].neighbours[direction].map(usize::from);
        let rows = |last: bool| {
            self.scene.picture.with_untracked(|picture| {
                if last { picture.rows.last() } else { picture.rows.first() }.map(|row| row.place)
            })
        };
        let goal = match event.key().as_str() {
            "ArrowUp" => neighbour(0),
            "ArrowRight" => neighbour(1),
            "ArrowDown" => neighbour(2),
            "ArrowLeft" => neighbour(3),
            "Home" => rows(false),
            "End" => rows(true),
            "Enter" | " " => {
                event.prevent_default();
                return self.select(place);
            }
            "Escape" => return self.leave(),
            _ => return,
        };
        event.prevent_default();
        if let Some(goal) = goal {
            self.go(goal);
        }
    }

    /// Shows the name of the place under the pointer or the focus.
    pub fn on_enter(&self, event: &ev::Event, focus: bool) {
        let place = self.place_at(event.target());
        if let Some(place) = place.filter(|_| focus) {
            self.stop.set(place);
            let visible = self.node(place).is_some_and(|node| node.matches(":focus-visible").unwrap_or(true));
            self.outline(".focus", visible.then_some(place));
        }
        self.label(place);
    }

    /// The pointer or the focus went; the name of a place that still has the focus comes back.
    pub fn on_leave(&self, focus: bool) {
        if focus {
            self.outline(".focus", None);
        }
        let focused = self.svg.get_untracked().and_then(|svg| svg.query_selector(".land>:focus").ok()?);
        self.label(focused.filter(|_| !focus).and_then(|node| self.place_at(Some(node.into()))));
    }

    fn label(&self, place: Option<usize>) {
        let (Some(tip), Some(svg)) = (self.tip.get_untracked(), self.svg.get_untracked()) else { return };
        let Some((node, place)) = place.and_then(|place| Some((shape(&self.node(place)?)?, place))) else {
            tip.set_hidden(true);
            return;
        };
        let place = &self.scene.landkaart.places[place];
        let words = if place.deelnemer.is_some() { "" } else { ", doet niet mee" };
        tip.set_text_content(Some(&[&place.naam, words].concat()));
        tip.set_hidden(false);
        let (shape, map) = (node.get_bounding_client_rect(), svg.get_bounding_client_rect());
        let left = (shape.left() - map.left() + shape.width() / 2.) as i32;
        let top = (shape.top() - map.top()) as i32;
        let style = web_sys::HtmlElement::style(&tip);
        let _ = style.set_property("left", &[&left.to_string(), "px"].concat());
        let _ = style.set_property("top", &[&top.to_string(), "px"].concat());
    }
}

/// The path of a place: the node itself, or the one inside its link.
fn shape(node: &Element) -> Option<Element> {
    if node.has_attribute("d") { Some(node.clone()) } else { node.query_selector("path").ok()? }
}

/// Writes an attribute only when it differs: a surface that is right already is left alone.
fn keep(node: &Element, name: &str, value: Option<&str>) {
    match value {
        None => drop(node.remove_attribute(name)),
        Some(value) if node.get_attribute(name).as_deref() == Some(value) => {}
        Some(value) => {
            let written: Result<(), JsValue> = node.set_attribute(name, value);
            debug_assert!(written.is_ok());
        }
    }
}
