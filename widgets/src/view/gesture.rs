//! Fingers and a mouse on the map: two fingers spread and move it, a mouse drags it once it is larger than its
//! frame. One finger is the page's own, to scroll by, and so is the wheel.

use crate::model::zoom::{Pinch, Placement, Size, View};
use web_sys::PointerEvent;

/// How far a mouse moves before it drags, in CSS pixels: a hand trembles while it clicks.
const SLOP: f64 = 4.;

#[derive(Default)]
pub struct Gesture {
    /// Who is down, and where on the frame.
    down: Vec<(i32, [f64; 2])>,
    start: Option<(View, Pinch)>,
    /// A drag ended: the click that follows it is none.
    dragged: bool,
}

impl Gesture {
    /// A pointer came down.
    pub fn down(&mut self, event: &PointerEvent, placement: Placement, view: View) {
        self.dragged = false;
        let mouse = event.pointer_type() == "mouse";
        if event.button() != 0 || (mouse && view.is_whole()) || self.down.len() > 1 {
            return;
        }
        self.down.push((event.pointer_id(), at(event, placement)));
        self.start = self.pinch(mouse).map(|pinch| (view, pinch));
    }

    /// A pointer moved; what is seen then, while it spreads or drags the map.
    pub fn moved(&mut self, event: &PointerEvent, placement: Placement, map: Size) -> Option<View> {
        let point = at(event, placement);
        self.down.iter_mut().find(|(id, _)| *id == event.pointer_id())?.1 = point;
        let mouse = event.pointer_type() == "mouse";
        let (view, from) = self.start?;
        let to = self.pinch(mouse)?;
        let still = mouse && !self.dragged && (to.x - from.x).hypot(to.y - from.y) * placement.unit < SLOP;
        if still {
            return None;
        }
        self.dragged = true;
        Some(view.pinched(from, to, map))
    }

    /// A pointer went up or was taken away; whether that ended a gesture.
    pub fn up(&mut self, event: &PointerEvent) -> bool {
        self.down.retain(|(id, _)| *id != event.pointer_id());
        self.start.take().is_some() && self.dragged
    }

    /// Whether the click that comes now is the end of a drag.
    pub fn swallows_click(&mut self) -> bool {
        std::mem::take(&mut self.dragged)
    }

    /// Between two fingers, or at the mouse.
    fn pinch(&self, mouse: bool) -> Option<Pinch> {
        match (&self.down[..], mouse) {
            (&[(_, [x, y])], true) => Some(Pinch { x, y, distance: 0. }),
            (&[(_, [x, y]), (_, [other_x, other_y])], false) => Some(Pinch {
                x: (x + other_x) / 2.,
                y: (y + other_y) / 2.,
                distance: (x - other_x).hypot(y - other_y),
            }),
            _ => None,
        }
    }
}

fn at(event: &PointerEvent, placement: Placement) -> [f64; 2] {
    placement.point(event.client_x().into(), event.client_y().into())
}
