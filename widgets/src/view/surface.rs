//! A map surface, alive: what [`model::surface`](crate::model::surface) drew, found again by position and painted by
//! one function, whether the browser parsed it from the page or from the documents, of land or of tiles.
//!
//! What was painted is remembered, so that only what changes is written and nothing is ever read back.

mod inset;
mod near;

use self::inset::Inset;
use self::near::Near;
use super::landkaart::Scene;
use crate::model::kleuring::Patroon;
use crate::model::surface::{self, order};
use crate::model::zoom::Size;
use crate::model::{Class, Landkaart, MEER, Picture, Words};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventTarget, HtmlElement, KeyboardEvent, MouseEvent};

/// What an event on the map asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Choose this place, or let go of it when it is chosen.
    Select(usize),
    /// The focus goes to this node.
    Focus(HtmlElement),
    /// Out of the map, to the list beside it.
    Leave,
    /// Look at this part of the map, as a state says it; the whole is nothing.
    Zoom(Option<String>),
}

pub struct Surface {
    svg: Element,
    /// The drawn nodes, by position.
    nodes: Array,
    /// The letters over those that take part, which are drawn last; none on the land.
    letters: Array,
    /// Position of the drawn node -> place, and back.
    order: Vec<usize>,
    drawn: Vec<u32>,
    painted: Vec<Class>,
    patterns: Vec<(Patroon, Vec<usize>)>,
    chosen: Option<usize>,
    pinned: Option<usize>,
    /// The one place that the Tab key reaches.
    stop: usize,
    near: Near,
    /// Some of them a second time.
    inset: Option<Inset>,
}

impl Surface {
    /// Takes over a drawing in which every place has a class: names what it holds, and makes it one tab stop.
    pub fn new(
        svg: Element,
        landkaart: &Landkaart,
        words: &Words,
        painted: Vec<Class>,
        stop: usize,
    ) -> Option<Self> {
        let land = svg.query_selector(".land").ok()??;
        let nodes = Array::from(&land.children());
        let letters = svg.query_selector(".letters").ok()?;
        let letters = letters.map_or_else(Array::new, |letters| Array::from(&letters.children()));
        let size = Size::of(&svg.get_attribute("viewBox")?)?;
        let order = order(landkaart);
        if nodes.length() as usize != order.len() {
            return None;
        }
        let mut drawn = vec![0; order.len()];
        for (position, &place) in order.iter().enumerate() {
            drawn[place] = position as u32;
        }
        let surface = Self {
            inset: Inset::new(&svg, &order, landkaart, words),
            svg,
            nodes,
            letters,
            order,
            drawn,
            painted,
            patterns: Vec::new(),
            chosen: None,
            pinned: None,
            stop,
            near: Near::new(size),
        };
        surface.look();
        // What an earlier life of the widget left.
        for overlay in [".chosen", ".pinned"] {
            surface.outline(overlay, None);
        }
        for place in [".land>[aria-current]", ".letters>[aria-current]"].iter().take(if MEER { 2 } else { 1 })
        {
            if let Ok(Some(node)) = surface.svg.query_selector(place) {
                keep(&node, "aria-current", None);
            }
        }
        for place in (0..landkaart.places.len()).filter(|&place| landkaart.places[place].deelnemer.is_some())
        {
            let node = surface.node(place);
            // Without script a <title> carries the name; a browser would show that as a second tooltip beside ours.
            if let Ok(Some(title)) = node.query_selector("title") {
                title.remove();
            }
            keep(&node, "aria-label", Some(&landkaart.places[place].naam));
            keep(&node, "tabindex", Some(if place == stop { "0" } else { "-1" }));
        }
        Some(surface)
    }

    /// The one painter: a class for every place, the chosen place on top.
    pub fn paint(&mut self, landkaart: &Landkaart, picture: &Picture) {
        for (place, class) in picture.classes.iter().enumerate() {
            if self.painted[place] != *class {
                let name = Some(class.name()).filter(|name| !name.is_empty());
                keep(&self.node(place), "class", name);
                for twin in [self.letters_at(place), self.twin(place)].into_iter().flatten() {
                    keep(&twin, "class", name);
                }
            }
        }
        self.painted.clone_from(&picture.classes);
        if MEER && self.patterns != picture.patterns {
            self.patterns.clone_from(&picture.patterns);
            self.paint_patterns();
        }
        let chosen = std::mem::replace(&mut self.chosen, picture.chosen);
        if chosen != picture.chosen {
            for (place, value) in [(chosen, None), (picture.chosen, Some("true"))] {
                let Some(place) = place else { continue };
                keep(&self.node(place), "aria-current", value);
                if MEER && let Some(letters) = self.letters_at(place) {
                    keep(&letters, "aria-current", value);
                }
            }
            self.outline(".chosen", picture.chosen);
        }
        if self.pinned != picture.pinned {
            self.pinned = picture.pinned;
            self.outline(".pinned", picture.pinned);
        }
        self.zoom_to(landkaart, picture, chosen != picture.chosen);
    }

    /// A path for each pattern, over the places that have it, and in the inset. There are none until a figure is
    /// missing.
    fn paint_patterns(&self) {
        each(&self.svg, ".patronen", &|old| old.remove());
        let width = self.near.size().width;
        let inset = self.inset.as_ref().and_then(Inset::land);
        // What is drawn larger gets finer patterns, which are seen about as large.
        for (again, land) in [(false, self.land()), (true, inset)] {
            let Some(land) = land else { continue };
            let (begin, width) =
                (surface::PATRONEN[usize::from(again)], if again { width * 2 / 5 } else { width });
            let mut markup = String::new();
            for (patroon, places) in &self.patterns {
                let node = |place: usize| if again { self.twin(place) } else { Some(self.node(place)) };
                let shapes = places.iter().filter_map(|&place| shape(&node(place)?)?.get_attribute("d"));
                markup += &surface::patroon(begin, *patroon, &shapes.collect::<String>());
            }
            if !markup.is_empty() {
                let drawing = surface::patronen(begin, width, &markup);
                let _ = land.insert_adjacent_html("afterend", &drawing);
            }
        }
    }

    fn land(&self) -> Option<Element> {
        self.svg.query_selector(".land").ok()?
    }

    /// Copies the shape of a place into an overlay, also that of the inset, or empties it.
    fn outline(&self, overlay: &str, place: Option<usize>) {
        let shape = place.and_then(|place| shape(&self.node(place))?.get_attribute("d"));
        each(&self.svg, overlay, &|overlay| keep(&overlay, "d", shape.as_deref()));
    }

    fn node(&self, place: usize) -> Element {
        self.nodes.get(self.drawn[place]).unchecked_into()
    }

    /// The shape in the inset.
    fn twin(&self, place: usize) -> Option<Element> {
        self.inset.as_ref()?.node(place)
    }

    fn letters_at(&self, place: usize) -> Option<Element> {
        let land = self.nodes.length() - self.letters.length();
        self.letters.get(self.drawn[place].checked_sub(land)?).dyn_into().ok()
    }

    fn place_at(&self, target: Option<EventTarget>) -> Option<usize> {
        let node = target?.dyn_into::<Element>().ok()?.closest(".land>*").ok()??;
        match usize::try_from(self.nodes.index_of(&node, 0)) {
            Ok(position) => self.order.get(position).copied(),
            Err(_) => self.inset.as_ref()?.place_at(&node),
        }
    }

    /// Makes a place the tab stop. A place that does not take part is one only while the focus is on it.
    fn stop_at(&mut self, scene: &Scene, place: usize) {
        let before = std::mem::replace(&mut self.stop, place);
        if before != place {
            let node = self.node(before);
            if scene.landkaart.places[before].deelnemer.is_some() {
                keep(&node, "tabindex", Some("-1"));
            } else {
                ["tabindex", "role", "aria-label"].iter().for_each(|name| keep(&node, name, None));
            }
        }
        let node = self.node(place);
        keep(&node, "tabindex", Some("0"));
        if scene.landkaart.places[place].deelnemer.is_none() {
            keep(&node, "aria-label", Some(&scene.spoken(place)));
            keep(&node, "role", Some("button"));
        }
    }

    /// Whether it is the drawing in this `<svg>`, and still there.
    pub fn is_in(&self, svg: &Element) -> bool {
        self.svg == *svg && svg.contains(Some(&self.node(0)))
    }

    pub fn on(&mut self, event: &Event, scene: &Scene) -> Option<Deed> {
        match event.type_().as_str() {
            "click" if super::control::plain(event) => return self.on_click(event.dyn_ref()?, scene),
            "keydown" => return self.on_key(event.dyn_ref()?, scene),
            "focusin" => return self.on_focus(event, scene),
            "focusout" => {
                self.outline(".focus", None);
                self.label(scene, None, false);
            }
            "pointerout" => self.on_leave(event, scene),
            kind if kind.starts_with("pointer") => return self.on_pointer(event.dyn_ref()?, kind, scene),
            _ => {}
        }
        None
    }

    fn on_click(&mut self, event: &MouseEvent, scene: &Scene) -> Option<Deed> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        if let Ok(Some(button)) = target.closest("[data-zoom]") {
            return self.step(&button.get_attribute("data-zoom")?);
        }
        if !self.svg.contains(Some(&target)) {
            return None;
        }
        let dragged = self.is_drag();
        let place = self.aim(event, scene)?;
        event.prevent_default();
        if dragged {
            return None;
        }
        self.stop_at(scene, place);
        Some(Deed::Select(place))
    }

    fn on_key(&mut self, event: &KeyboardEvent, scene: &Scene) -> Option<Deed> {
        let place = self.place_at(event.target())?;
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return None;
        }
        let neighbour =
            |direction: usize| scene.landkaart.places[place].neighbours[direction].map(usize::from);
        let rows = &scene.picture.rows;
        let key = event.key();
        let goal = match key.as_str() {
            "ArrowUp" => neighbour(0),
            "ArrowRight" => neighbour(1),
            "ArrowDown" => neighbour(2),
            "ArrowLeft" => neighbour(3),
            "Home" => rows.iter().find_map(|row| row.place),
            "End" => rows.iter().rev().find_map(|row| row.place),
            "Enter" | " " => {
                event.prevent_default();
                return Some(Deed::Select(place));
            }
            "Escape" => return Some(Deed::Leave),
            sign @ ("+" | "=" | "-" | "0") => {
                event.prevent_default();
                return self.step(sign);
            }
            letter if !letter.is_empty() && letter.chars().nth(1).is_none() => {
                scene.picture.next_named(letter, place)
            }
            _ => return None,
        };
        event.prevent_default();
        let goal = goal?;
        self.stop_at(scene, goal);
        // SVG and HTML elements share their `focus`, but no interface that web-sys knows.
        Some(Deed::Focus(self.node(goal).unchecked_into()))
    }

    fn on_focus(&mut self, event: &Event, scene: &Scene) -> Option<Deed> {
        let place = self.place_at(event.target())?;
        self.stop_at(scene, place);
        let visible = self.node(place).matches(":focus-visible").unwrap_or(true);
        self.outline(".focus", visible.then_some(place));
        let deed = if visible { self.bring(place) } else { None };
        self.label(scene, Some(place), false);
        deed
    }

    /// The pointer went; the name of a place that still has the focus comes back.
    fn on_leave(&mut self, event: &Event, scene: &Scene) {
        let entered = js_sys::Reflect::get(event, &"relatedTarget".into()).ok();
        let entered = entered.and_then(|target| target.dyn_into::<Element>().ok());
        if entered.is_some_and(|entered| self.svg.contains(Some(&entered))) {
            return;
        }
        self.point(None, None, false, scene);
        let focused = self.svg.query_selector(".land>:focus").ok().flatten();
        self.label(scene, focused.and_then(|node| self.place_at(Some(node.into()))), false);
    }

    /// Shows the name of a place above it, in the `.tip` beside the drawing; `inset` says where it is pointed at.
    fn label(&self, scene: &Scene, place: Option<usize>, inset: bool) {
        let tip = self.svg.parent_element().and_then(|stage| stage.query_selector(".tip").ok()?);
        let Some(tip) = tip.and_then(|tip| tip.dyn_into::<HtmlElement>().ok()) else { return };
        let inset = self.inset.as_ref().filter(|_| inset);
        let shown = |place| inset.map_or_else(|| shape(&self.node(place)), |inset| inset.node(place));
        let Some((node, place)) = place.and_then(|place| Some((shown(place)?, place))) else {
            tip.set_hidden(true);
            return;
        };
        // Read all before writing any: the browser lays out once.
        let (shape, map) = (node.get_bounding_client_rect(), self.svg.get_bounding_client_rect());
        let frame = inset.map_or_else(|| map.clone(), Inset::frame);
        let (from, to) = (shape.left().max(frame.left()), shape.right().min(frame.right()));
        let left = ((from + to) / 2. - map.left()) as i32;
        let top = (shape.top().max(frame.top()) - map.top()) as i32;
        tip.set_text_content(Some(&scene.spoken(place)));
        tip.set_hidden(false);
        // In its middle above the place, but never over the left edge.
        let place = ["max(0px,", &left.to_string(), "px - 50%) ", &top.to_string(), "px"].concat();
        let _ = HtmlElement::style(&tip).set_property("translate", &place);
    }
}

/// Does something with all of a drawing that a selector finds.
fn each(drawing: &Element, selector: &str, work: &dyn Fn(Element)) {
    let Ok(found) = drawing.query_selector_all(selector) else { return };
    (0..found.length()).filter_map(|i| found.get(i)?.dyn_into().ok()).for_each(work);
}

/// The path of a place: the node itself, or the one inside its link.
fn shape(node: &Element) -> Option<Element> {
    if node.has_attribute("d") { Some(node.clone()) } else { node.query_selector("path").ok()? }
}

fn keep(node: &Element, name: &str, value: Option<&str>) {
    match value {
        None => drop(node.remove_attribute(name)),
        Some(value) => {
            let written: Result<(), JsValue> = node.set_attribute(name, value);
            debug_assert!(written.is_ok());
        }
    }
}
