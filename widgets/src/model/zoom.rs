//! Which part of the map is seen: a point of it in the middle of its frame, and how many times as large as the
//! whole.
//!
//! Everything in the map's own units, those of its `viewBox`, which begins at 0 0. The whole is seen at
//! [`ONE`]; nearer than [`NEAREST`] says nothing more, because the borders are simplified.
//!
//! # Invariant
//! A view shows nothing outside the frame: the middle is kept as far from its edges as the scale asks.

use super::sheet::hundredths;

/// The scale of the whole map, in hundredths.
pub const ONE: i32 = 100;
/// The largest scale, in hundredths.
pub const NEAREST: i32 = 1600;
/// What a press of a button does, in hundredths.
const STEP: i32 = 160;
/// How much of the frame an area may fill, in hundredths.
const FILL: i32 = 80;

/// The size of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    pub width: i32,
    pub height: i32,
}

/// A rectangle on the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// In hundredths: 100 is the whole map, 200 twice as large.
    pub scale: i32,
    /// The point of the map in the middle of the frame.
    pub x: i32,
    pub y: i32,
}

/// What a state says of it, whatever the map: of the land, of tiles, of another year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zoom<'a> {
    /// The area with this code fills the map.
    Area(&'a str),
    /// A scale in hundredths, and the middle in parts of the frame, [`PARTS`] of them along each side.
    Point([i32; 3]),
}

/// In how many parts a state divides the sides of a frame.
const PARTS: i32 = 10_000;

impl<'a> Zoom<'a> {
    /// A code begins with a letter; a point is its three numbers, as [`View::written`] gives them.
    pub fn read(value: &'a str) -> Option<Self> {
        if value.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Some(Zoom::Area(value));
        }
        let mut numbers = value.split('.').map(|number| number.parse::<u16>().ok().map(i32::from));
        let point = [numbers.next()??, numbers.next()??, numbers.next()??];
        numbers.next().is_none().then_some(Zoom::Point(point))
    }

    /// On a map where areas lie so; the whole when it has no such area.
    pub fn view(self, map: Size, area: impl FnOnce(&str) -> Option<Bounds>) -> View {
        let part = |length: i32, parts: i32| (i64::from(length) * i64::from(parts) / i64::from(PARTS)) as i32;
        match self {
            Zoom::Area(code) => area(code).map_or(View::whole(map), |area| View::of(area, map)),
            Zoom::Point([scale, x, y]) => {
                View { scale, x: part(map.width, x), y: part(map.height, y) }.within(map)
            }
        }
    }
}

/// Two fingers on the frame, in its units: the point between them, and their distance.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pinch {
    pub x: f64,
    pub y: f64,
    pub distance: f64,
}

/// Where a map stands on the screen: as large as its box allows, in the middle of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Placement {
    /// Of the map's first point, in CSS pixels.
    pub left: f64,
    pub top: f64,
    /// How many CSS pixels a unit of the map is, seen whole.
    pub unit: f64,
}

impl Placement {
    /// In a box of this width and height.
    pub fn new([left, top, width, height]: [f64; 4], map: Size) -> Self {
        let (whole_width, whole_height) = (f64::from(map.width), f64::from(map.height));
        let unit = (width / whole_width).min(height / whole_height);
        Self {
            left: left + (width - whole_width * unit) / 2.,
            top: top + (height - whole_height * unit) / 2.,
            unit,
        }
    }

    /// The point of the frame at a point of the screen.
    pub fn point(self, x: f64, y: f64) -> [f64; 2] {
        [(x - self.left) / self.unit, (y - self.top) / self.unit]
    }
}

impl Size {
    /// Of a `viewBox` that begins at 0 0; nothing for other text.
    pub fn of(view_box: &str) -> Option<Self> {
        let mut numbers = view_box.split(' ').skip(2).map(|number| number.parse().ok());
        Some(Self { width: numbers.next()??, height: numbers.next()?? })
    }
}

impl Bounds {
    /// The smallest one round all of them.
    pub fn around(all: impl IntoIterator<Item = Bounds>) -> Option<Self> {
        all.into_iter().reduce(Bounds::with)
    }

    /// The smallest one round two.
    pub fn with(self, other: Bounds) -> Self {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    pub fn width(self) -> i32 {
        self.right - self.left
    }

    pub fn height(self) -> i32 {
        self.bottom - self.top
    }

    /// Whether the whole of another lies in it.
    pub fn holds(self, other: Bounds) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Whether they share a point; edges count.
    pub fn meets(self, other: Bounds) -> bool {
        self.left <= other.right
            && other.left <= self.right
            && self.top <= other.bottom
            && other.top <= self.bottom
    }

    fn middle(self) -> (i32, i32) {
        (self.left.midpoint(self.right), self.top.midpoint(self.bottom))
    }
}

impl View {
    pub fn whole(map: Size) -> Self {
        Self { scale: ONE, x: map.width / 2, y: map.height / 2 }
    }

    /// As a state holds it; nothing for the whole.
    pub fn written(self, map: Size) -> Option<String> {
        let parts =
            |length: i32, at: i32| (i64::from(at) * i64::from(PARTS) / i64::from(length.max(1))) as i32;
        let point = [self.scale, parts(map.width, self.x), parts(map.height, self.y)];
        (!self.is_whole()).then(|| point.map(|number| number.to_string()).join("."))
    }

    pub fn is_whole(self) -> bool {
        self.scale == ONE
    }

    /// An area in the middle, with room round it.
    pub fn of(area: Bounds, map: Size) -> Self {
        let fit = |length: i32, room: i32| FILL * room / length.max(1);
        let (x, y) = area.middle();
        let scale = fit(area.right - area.left, map.width).min(fit(area.bottom - area.top, map.height));
        Self { scale, x, y }.within(map)
    }

    /// One press nearer.
    pub fn nearer(self, map: Size) -> Self {
        Self { scale: self.scale * STEP / 100, ..self }.within(map)
    }

    /// One press farther.
    pub fn farther(self, map: Size) -> Self {
        Self { scale: self.scale * 100 / STEP, ..self }.within(map)
    }

    /// The same scale, and an area that lies outside the frame, or partly, in the middle of it.
    pub fn showing(self, area: Bounds, map: Size) -> Self {
        let seen = self.window(map);
        let (x, y) = area.middle();
        if seen.holds(area) { self } else { Self { x, y, ..self }.within(map) }
    }

    /// What two fingers make of a view when they move from one place to another: what lay between them stays
    /// between them.
    pub fn pinched(self, from: Pinch, to: Pinch, map: Size) -> Self {
        // Not `clamp`, which would bring the formatting of fractions along for its message.
        let spread = if from.distance > 0. { to.distance / from.distance } else { 1. };
        let scale = (f64::from(self.scale) * spread).max(f64::from(ONE)).min(f64::from(NEAREST));
        let middle = |finger: f64, other: f64, length: i32, at: i32| {
            let half = f64::from(length) / 2.;
            let held = f64::from(at) + (finger - half) * 100. / f64::from(self.scale);
            (held - (other - half) * 100. / scale) as i32
        };
        Self {
            scale: scale as i32,
            x: middle(from.x, to.x, map.width, self.x),
            y: middle(from.y, to.y, map.height, self.y),
        }
        .within(map)
    }

    /// The part of the map in the frame.
    pub fn window(self, map: Size) -> Bounds {
        let (width, height) = (map.width * 50 / self.scale, map.height * 50 / self.scale);
        Bounds { left: self.x - width, top: self.y - height, right: self.x + width, bottom: self.y + height }
    }

    /// The point of the map at a point of the frame.
    pub fn at(self, x: f64, y: f64, map: Size) -> (f64, f64) {
        let along = |point: f64, length: i32, middle: i32| {
            (point - f64::from(length) / 2.) * 100. / f64::from(self.scale) + f64::from(middle)
        };
        (along(x, map.width, self.x), along(y, map.height, self.y))
    }

    /// For the `transform` of what is drawn; nothing when the whole is seen.
    pub fn transform(self, map: Size) -> Option<String> {
        let shift = |length: i32, middle: i32| (length / 2 - middle * self.scale / 100).to_string();
        let (x, y) = (shift(map.width, self.x), shift(map.height, self.y));
        let scale = hundredths(self.scale);
        (!self.is_whole()).then(|| ["translate(", &x, " ", &y, ") scale(", &scale, ")"].concat())
    }

    fn within(self, map: Size) -> Self {
        let scale = self.scale.clamp(ONE, NEAREST);
        let keep = |middle: i32, length: i32| {
            let half = length * 50 / scale;
            middle.clamp(half, (length - half).max(half))
        };
        Self { scale, x: keep(self.x, map.width), y: keep(self.y, map.height) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Size = Size { width: 1000, height: 1200 };

    fn bounds([left, top, right, bottom]: [i32; 4]) -> Bounds {
        Bounds { left, top, right, bottom }
    }

    #[test]
    fn a_map_has_the_size_of_its_view_box() {
        assert_eq!(Size::of("0 0 1000 1200"), Some(MAP));
        assert_eq!(Size::of("0 0 1000"), None);
        assert_eq!(Size::of(""), None);
    }

    #[test]
    fn a_map_stands_in_the_middle_of_a_box_of_another_shape() {
        let wide = Placement::new([10., 20., 800., 600.], MAP);
        assert_eq!(wide, Placement { left: 160., top: 20., unit: 0.5 });
        assert_eq!(wide.point(410., 320.), [500., 600.]);
        assert_eq!(Placement::new([0., 0., 500., 900.], MAP).top, 150.);
    }

    #[test]
    fn what_is_written_is_read_back() {
        let view = View { scale: 250, x: 400, y: 600 };
        assert_eq!(view.written(MAP).as_deref(), Some("250.4000.5000"));
        let read = |value| Zoom::read(value).map(|zoom| zoom.view(MAP, |_| Some(bounds([0, 0, 10, 10]))));
        assert_eq!(read("250.4000.5000"), Some(view));
        assert_eq!(read("PV20"), Some(View::of(bounds([0, 0, 10, 10]), MAP)));
        assert_eq!(View::whole(MAP).written(MAP), None);
        for nothing in ["", "250", "250.400", "1.2.3.4", "-1.2.3", "1e308.2.3", "99999.1.1"] {
            assert_eq!(Zoom::read(nothing), None, "{nothing}");
        }
        assert_eq!(read("0.0.65535"), Some(View::whole(MAP)));
        assert_eq!(Zoom::Area("PV99").view(MAP, |_| None), View::whole(MAP));
    }

    #[test]
    fn the_whole_is_not_transformed() {
        assert_eq!(View::whole(MAP).transform(MAP), None);
        assert_eq!(View::whole(MAP).farther(MAP), View::whole(MAP));
    }

    #[test]
    fn an_area_is_shown_in_the_middle_with_room_round_it() {
        let view = View::of(bounds([400, 500, 500, 540]), MAP);
        assert_eq!(view, View { scale: 800, x: 450, y: 520 });
        assert_eq!(view.transform(MAP).as_deref(), Some("translate(-3100 -3560) scale(8.00)"));
    }

    #[test]
    fn nothing_outside_the_frame_is_shown() {
        let view = View::of(bounds([0, 0, 200, 200]), MAP);
        assert_eq!(view, View { scale: 400, x: 125, y: 150 });
        assert_eq!(view.window(MAP), bounds([0, 0, 250, 300]));
        let pinch = |distance| Pinch { x: 0., y: 0., distance };
        assert_eq!(view.pinched(pinch(100.), pinch(1.), MAP), View::whole(MAP));
    }

    #[test]
    fn a_point_is_never_shown_nearer_than_the_borders_are_true() {
        assert_eq!(View::of(bounds([500, 600, 500, 600]), MAP).scale, NEAREST);
        let mut view = View::whole(MAP);
        for _ in 0..20 {
            view = view.nearer(MAP);
        }
        assert_eq!(view, View { scale: NEAREST, x: 500, y: 600 });
    }

    #[test]
    fn nearer_and_farther_end_at_the_whole() {
        let mut view = View::whole(MAP).nearer(MAP).nearer(MAP).farther(MAP);
        assert!(!view.is_whole());
        view = view.farther(MAP);
        assert!(view.is_whole(), "{view:?}");
    }

    #[test]
    fn what_lies_between_two_fingers_stays_between_them() {
        let whole = View::whole(MAP);
        let from = Pinch { x: 250., y: 300., distance: 100. };
        let to = Pinch { x: 300., y: 300., distance: 200. };
        let view = whole.pinched(from, to, MAP);
        assert_eq!(view.scale, 200);
        assert_eq!(whole.at(from.x, from.y, MAP), view.at(to.x, to.y, MAP));
    }

    #[test]
    fn an_area_in_sight_moves_nothing() {
        let view = View { scale: 400, x: 500, y: 600 };
        assert_eq!(view.showing(bounds([480, 580, 520, 620]), MAP), view);
        assert_eq!(view.showing(bounds([100, 100, 140, 140]), MAP), View { scale: 400, x: 125, y: 150 });
    }

    #[test]
    fn a_scale_is_written_with_two_decimals() {
        let written = |scale| View { scale, x: 500, y: 600 }.transform(MAP).unwrap_or_default();
        assert!(written(205).ends_with("scale(2.05)"), "{}", written(205));
        assert!(written(1600).ends_with("scale(16.00)"));
    }
}
