//! The inset: the part of the map where most participants are too small for a pointer, drawn larger in a corner of
//! the map that has no land. Everything in the map's own units.
//!
//! Toggle and buttons stand in the corners, so a tenth of the map's height is left free over and under it. Where no
//! corner has room there is none, and neither where fewer than two are small: a ring shows one well enough.
//!
//! # Invariant
//! The [`frame`](Inset::frame) meets no land, and who is small and in the [`window`](Inset::window) is there whole.

use super::Landkaart;
use super::aim::TARGET;
use super::words::{Sentence, Words};
use super::zoom::{Bounds, Size};

/// How wide a map is drawn at most, in CSS pixels: there a participant is small or not.
const WIDEST: i32 = 580;
/// Which part of the map's width is shown.
const WINDOW: i32 = 8;
/// How much of the window is left free round those it is for.
const MARGIN: i32 = 35;
/// Which part of the map's width is left free beside it, so that its border is seen where the map fills its page.
const EDGE: i32 = 200;
/// How many times as large it is drawn, in tenths: as large as there is room for.
const SCALES: std::ops::RangeInclusive<i32> = 25..=30;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inset {
    /// What is shown.
    pub window: Bounds,
    /// Where.
    pub frame: Bounds,
}

impl Inset {
    /// On a map of this size, where places lie in these boxes; one without a size is not drawn.
    pub fn new(landkaart: &Landkaart, map: Size, boxes: &[Bounds]) -> Option<Self> {
        Self::among(map, boxes, |place| landkaart.places[place].deelnemer.is_some())
    }

    fn among(map: Size, boxes: &[Bounds], takes_part: impl Fn(usize) -> bool) -> Option<Self> {
        let mut small = Vec::new();
        for (place, one) in boxes.iter().enumerate() {
            let least = one.width().min(one.height());
            let is_small = f64::from(least) * f64::from(WIDEST) < TARGET * f64::from(map.width);
            if is_small && one.width() > 0 && takes_part(place) {
                small.push(*one);
            }
        }
        let window = window(map, &small)?;
        let (room, edge) = (map.height / 10, map.width / EDGE);
        for scale in SCALES.rev() {
            let side = window.width() * scale / 10;
            let (right, bottom) = (map.width - edge - side, map.height - room - side);
            for [left, top] in [[edge, room], [right, room], [right, bottom], [edge, bottom]] {
                let frame = square(left, top, side);
                if left >= edge && bottom >= room && !boxes.iter().any(|place| place.meets(frame)) {
                    return Some(Self { window, frame });
                }
            }
        }
        None
    }

    /// The shortest upright or level line from the frame to the window; aslant where there is none.
    pub fn leader(&self) -> [i32; 4] {
        let Self { window, frame } = self;
        let [x, to_x] = between([frame.left, frame.right], [window.left, window.right]);
        let [y, to_y] = between([frame.top, frame.bottom], [window.top, window.bottom]);
        [x, y, to_x, to_y]
    }
}

/// What an inset of these places is called, by the provincie where most of them lie.
pub fn caption(landkaart: &Landkaart, words: &Words, places: &[usize]) -> String {
    let count =
        |code: &str| places.iter().filter(|&&place| landkaart.places[place].provinciecode == code).count();
    let most = landkaart.provincies.iter().max_by_key(|(code, _)| count(code));
    words.say(Sentence::Uitsnede, &[most.map(|(_, naam)| naam.as_str()).unwrap_or_default()])
}

/// The square that holds most of the small ones, with those in its middle; of several the one farthest to the left,
/// then to the top.
fn window(map: Size, small: &[Bounds]) -> Option<Bounds> {
    let side = map.width / WINDOW;
    let room = side - 2 * (side / MARGIN);
    let (mut most, mut best) = (1, Bounds::default());
    for west in small {
        for north in small {
            let square = square(west.left, north.top, room);
            let (mut count, mut around) = (0, *west);
            for one in small.iter().filter(|one| square.holds(**one)) {
                count += 1;
                around = around.with(*one);
            }
            let first = [around.left, around.top] < [best.left, best.top];
            if square.holds(*west) && (count > most || count == most && most > 1 && first) {
                (most, best) = (count, around);
            }
        }
    }
    let start = |low: i32, high: i32, length: i32| (low.midpoint(high) - side / 2).min(length - side).max(0);
    let left = start(best.left, best.right, map.width);
    (most > 1).then(|| square(left, start(best.top, best.bottom, map.height), side))
}

fn square(left: i32, top: i32, side: i32) -> Bounds {
    Bounds { left, top, right: left + side, bottom: top + side }
}

/// From the stretch of the frame to that of the window: upright or level along the frame's edge, else between the ends
/// that are nearest.
fn between([low, high]: [i32; 2], [other_low, other_high]: [i32; 2]) -> [i32; 2] {
    match () {
        () if high < other_low => [high, other_low],
        () if other_high < low => [low, other_high],
        () if other_low <= low => [low; 2],
        () => [high.min(other_high); 2],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    const MAP: Size = Size { width: 1600, height: 2000 };

    fn at(left: i32, top: i32) -> Bounds {
        Bounds { left, top, right: left + 20, bottom: top + 20 }
    }

    /// With land all over the map but for a part at the left.
    fn with_land_from(left: i32, participants: &[Bounds]) -> Option<Inset> {
        let land = Bounds { left, top: 0, right: MAP.width, bottom: MAP.height };
        Inset::among(MAP, &[participants, &[land]].concat(), |place| place < participants.len())
    }

    #[test]
    fn it_shows_where_most_small_ones_lie_in_a_corner_without_land() {
        let small = [at(900, 100), at(1000, 1000), at(1050, 1020), at(1100, 1100), at(1500, 1700)];
        let inset = with_land_from(700, &small).unwrap();
        assert_eq!(inset.window, Bounds { left: 960, top: 960, right: 1160, bottom: 1160 });
        assert_eq!(inset.frame, Bounds { left: 8, top: 200, right: 608, bottom: 800 });
        assert_eq!(inset.leader(), [608, 800, 960, 960]);
    }

    #[test]
    fn it_is_as_large_as_there_is_room_for() {
        let small = [at(1000, 1000), at(1050, 1020)];
        let width = |left| with_land_from(left, &small).map(|inset| inset.frame.width());
        assert_eq!([609, 608, 549, 509, 508].map(width), [Some(600), Some(580), Some(540), Some(500), None]);
    }

    #[test]
    fn one_small_participant_or_a_map_full_of_land_has_none() {
        assert_eq!(Inset::among(MAP, &[at(800, 10), at(900, 900)], |_| true), None);
        assert_eq!(with_land_from(0, &[at(800, 900), at(900, 900)]), None);
        assert_eq!(
            Inset::among(Size { width: 1600, height: 400 }, &[at(700, 0), at(730, 0)], |_| true),
            None
        );
        let large = Bounds { left: 700, top: 0, right: 790, bottom: 90 };
        assert_eq!(Inset::among(MAP, &[large, large], |_| true), None);
        assert_eq!(Inset::among(Size::default(), &[at(0, 0), at(0, 0)], |_| true), None);
    }

    /// Numbers that look like chance and are the same every time (Knuth's MMIX generator).
    fn chance(seed: &mut u64, below: i32) -> i32 {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((*seed >> 33) % below as u64) as i32
    }

    #[test]
    fn wherever_participants_lie_the_inset_keeps_its_promises() {
        let (mut seed, mut found) = (1, 0);
        for _ in 0..400 {
            let count = chance(&mut seed, 40) as usize;
            let mut places: Vec<Bounds> = (0..count)
                .map(|_| {
                    let [left, top] = [chance(&mut seed, 1500), chance(&mut seed, 1900)];
                    let [width, height] = [0, 0].map(|_| 5 + chance(&mut seed, 90));
                    Bounds { left, top, right: left + width, bottom: top + height }
                })
                .collect();
            let inset = Inset::among(MAP, &places, |_| true);
            places.reverse();
            assert_eq!(Inset::among(MAP, &places, |_| true), inset, "the order of participants says nothing");
            let Some(Inset { window, frame }) = inset else { continue };
            found += 1;
            for inside in [window, frame] {
                assert!(inside.left >= 0 && inside.right <= MAP.width, "{inside:?}");
                assert!(inside.top >= 0 && inside.bottom <= MAP.height, "{inside:?}");
            }
            assert!(!places.iter().any(|place| place.meets(frame)), "{frame:?} covers a participant");
            let is_held = |place: &&Bounds| {
                let small = place.width().min(place.height()) * WIDEST < 24 * MAP.width;
                small && window.holds(**place)
            };
            assert!(places.iter().filter(is_held).count() > 1, "{window:?} is for two or more");
            assert!(frame.width() * 10 >= window.width() * 25, "{frame:?} is 2.5 times {window:?}");
        }
        assert!(found > 50, "{found} insets");
    }

    #[test]
    fn it_is_called_by_the_provincie_of_most_of_its_places() {
        let landkaart = fixture::landkaart();
        assert_eq!(caption(&landkaart, &Words::dutch(), &[1, 2, 3]), "In Fryslân");
        assert_eq!(caption(&landkaart, &Words::dutch(), &[0, 1, 2]), "In Groningen");
    }
}
