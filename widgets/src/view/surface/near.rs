//! Nearer: the part of the map that is seen, by state, keys, buttons and pointers, and what a pointer means there.

use super::inset::Point;
use super::{Deed, Surface, keep, shape};
use crate::model::aim::{Target, aim};
use crate::model::zoom::{Bounds, Placement, Size, View, Zoom};
use crate::model::{Landkaart, Picture};
use crate::view::gesture::Gesture;
use crate::view::landkaart::Scene;
use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, SvgGraphicsElement};

pub struct Near {
    size: Size,
    /// What the state says, and what is seen.
    zoom: Option<String>,
    view: View,
    /// Where participants lie, once a pointer came.
    targets: Vec<Target>,
    /// The place that the pointer means, and whether it points at it in the inset.
    aimed: (Option<usize>, bool),
    gesture: Gesture,
}

impl Near {
    pub fn new(size: Size) -> Self {
        let view = View::whole(size);
        Self {
            size,
            zoom: None,
            view,
            targets: Vec::new(),
            aimed: (None, false),
            gesture: Gesture::default(),
        }
    }

    pub fn size(&self) -> Size {
        self.size
    }
}

impl Surface {
    /// Shows the part of the map that a state says; a place that is chosen elsewhere comes into it.
    pub(super) fn zoom_to(&mut self, landkaart: &Landkaart, picture: &Picture, chose: bool) {
        let mut view = self.near.view;
        if self.near.zoom != picture.nearer.zoom {
            self.near.zoom.clone_from(&picture.nearer.zoom);
            let zoom = picture.nearer.zoom.as_deref().and_then(Zoom::read);
            view = match zoom {
                None => View::whole(self.near.size),
                Some(zoom) => zoom.view(self.near.size, |code| self.area(landkaart, code)),
            };
        }
        if let Some(place) = picture.chosen.filter(|_| chose && !view.is_whole()) {
            view = view.showing(self.bounds(place), self.near.size);
        }
        self.see(view);
    }

    fn see(&mut self, view: View) {
        if view != self.near.view {
            self.near.view = view;
            self.look();
        }
    }

    /// Brings the drawing in step with what is seen.
    pub(super) fn look(&self) {
        let view = self.near.view;
        if let Ok(Some(zoom)) = self.svg.query_selector(".zoom") {
            keep(&zoom, "transform", view.transform(self.near.size).as_deref());
        }
        keep(&self.svg, "data-near", (!view.is_whole()).then_some(""));
    }

    /// What the reader looks at, as a state says it.
    fn asks(&self, view: View) -> Option<Deed> {
        Some(Deed::Zoom(view.written(self.near.size)))
    }

    fn area(&self, landkaart: &Landkaart, code: &str) -> Option<Bounds> {
        if let Some(place) = landkaart.place_by_code(code) {
            return Some(self.bounds(place));
        }
        let places = landkaart.places.iter().enumerate().filter(|(_, place)| place.provinciecode == code);
        Bounds::around(places.map(|(place, _)| self.bounds(place)))
    }

    /// Where a place lies on the map, however it is seen.
    fn bounds(&self, place: usize) -> Bounds {
        let node = shape(&self.node(place)).and_then(|node| node.dyn_into::<SvgGraphicsElement>().ok());
        let Some(found) = node.and_then(|node| node.get_b_box().ok()) else { return Bounds::default() };
        let (left, top) = (found.x(), found.y());
        Bounds {
            left: left as i32,
            top: top as i32,
            right: (left + found.width()) as i32,
            bottom: (top + found.height()) as i32,
        }
    }

    fn placement(&self) -> Placement {
        let map = self.svg.get_bounding_client_rect();
        Placement::new([map.left(), map.top(), map.width(), map.height()], self.near.size)
    }

    /// How many CSS pixels a unit of the map is drawn.
    fn unit(&self) -> f64 {
        self.placement().unit * f64::from(self.near.view.scale) / 100.
    }

    /// The place that a pointer means: see [`aim`].
    pub(super) fn aim(&mut self, event: &MouseEvent, scene: &Scene) -> Option<usize> {
        if self.near.targets.is_empty() {
            let takes_part = |place: &usize| scene.landkaart.places[*place].deelnemer.is_some();
            let target = |place| Target { place, bounds: self.bounds(place) };
            self.near.targets = (0..self.order.len()).filter(takes_part).map(target).collect();
        }
        // A screen reader's click has no place on the screen.
        if event.detail() == 0 && event.type_() == "click" {
            return self.place_at(event.target());
        }
        let Point { at, unit } =
            self.inset.as_ref().and_then(|inset| inset.point(event)).unwrap_or_else(|| {
                let [x, y] = self.placement().point(event.client_x().into(), event.client_y().into());
                Point { at: self.near.view.at(x, y, self.near.size), unit: self.unit() }
            });
        aim(&self.near.targets, at, unit, self.place_at(event.target()))
    }

    /// Whether the click that comes now ends a drag.
    pub(super) fn is_drag(&mut self) -> bool {
        self.near.gesture.swallows_click()
    }

    /// The pointer means a place: says so, and lights it up where the pointer is not `on` its shape, which the browser
    /// lights up itself. `inset` says where the pointer is.
    pub(super) fn point(&mut self, place: Option<usize>, on: Option<usize>, inset: bool, scene: &Scene) {
        let (before, _) = self.near.aimed;
        if self.near.aimed == (place, inset) {
            return;
        }
        self.near.aimed = (place, inset);
        for (place, value) in [(before, None), (place, Some(""))] {
            let Some(place) = place else { continue };
            let beside = value.is_none() || on != Some(place);
            if beside || inset {
                keep(&self.node(place), "data-aim", value);
            }
            if let Some(twin) = self.twin(place).filter(|_| beside || !inset) {
                keep(&twin, "data-aim", value);
            }
        }
        self.label(scene, place, inset);
    }

    /// Nearer, farther, or the whole, by a key or the sign of a button.
    pub(super) fn step(&self, sign: &str) -> Option<Deed> {
        let Near { view, size, .. } = self.near;
        match sign {
            "+" | "=" => self.asks(view.nearer(size)),
            "-" => self.asks(view.farther(size)),
            _ => self.asks(View::whole(size)),
        }
    }

    /// A place that gets the focus comes into sight.
    pub(super) fn bring(&mut self, place: usize) -> Option<Deed> {
        let view = self.near.view;
        if view.is_whole() {
            return None;
        }
        let next = view.showing(self.bounds(place), self.near.size);
        self.see(next);
        if next == view { None } else { self.asks(next) }
    }

    pub(super) fn on_pointer(&mut self, event: &PointerEvent, kind: &str, scene: &Scene) -> Option<Deed> {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = target.is_some_and(|target| self.svg.contains(Some(&target)));
        match kind {
            "pointerdown" if inside => {
                let (placement, view) = (self.placement(), self.near.view);
                self.near.gesture.down(event, placement, view);
            }
            "pointermove" if inside => {
                let (placement, size) = (self.placement(), self.near.size);
                if let Some(view) = self.near.gesture.moved(event, placement, size) {
                    // From here on the pointer is the map's, wherever it goes.
                    let _ = self.svg.set_pointer_capture(event.pointer_id());
                    keep(&self.svg, "data-hand", Some(""));
                    self.see(view);
                    self.point(None, None, false, scene);
                } else {
                    let place = self.aim(event, scene);
                    let inset = self.inset.as_ref().is_some_and(|inset| inset.has(event));
                    self.point(place, self.place_at(event.target()), inset, scene);
                }
            }
            "pointerup" | "pointercancel" if self.near.gesture.up(event) => {
                keep(&self.svg, "data-hand", None);
                return self.asks(self.near.view);
            }
            _ => {}
        }
        None
    }
}
