//! A second look at the part of the map where the participants are too small to see.
//!
//! Which part that is follows from the drawing alone: the square that holds the most participants drawn smaller
//! than [`SEEN`] where the map is [`NARROW`] wide. It is shown larger in the corner of the map that holds the
//! least land; a map without such a crowd has no inset.

use super::zoom::{Bounds, Size};

/// The width of the map on a phone, in CSS pixels.
pub const NARROW: i32 = 328;
/// What is narrower or lower than this many CSS pixels is hard to see, and harder to tell from its neighbour.
const SEEN: i32 = 10;
/// A crowd has at least so many.
const CROWD: usize = 3;
/// The side of the square that is looked at, and of the inset, in hundredths of the map's width.
const LOOKED_AT: i32 = 16;
const SHOWN: i32 = 42;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Inset {
    /// The part of the map that it shows.
    pub part: Bounds,
    /// Where it stands on the map.
    pub frame: Bounds,
}

/// The inset of a map on which the participants and all the land lie so.
pub fn inset(participants: &[Bounds], land: &[Bounds], map: Size) -> Option<Inset> {
    let least = SEEN * map.width / NARROW;
    let is_small = |area: &&Bounds| (area.right - area.left).min(area.bottom - area.top) < least;
    let small: Vec<Bounds> = participants.iter().filter(is_small).copied().collect();
    let side = map.width * LOOKED_AT / 100;
    let crowd = |[x, y]: [i32; 2]| {
        let inside = move |area: &&Bounds| {
            area.left >= x && area.right <= x + side && area.top >= y && area.bottom <= y + side
        };
        small.iter().filter(inside)
    };
    // A square that holds the most has something of them at its left and at its top.
    let corners = small.iter().flat_map(|one| small.iter().map(|other| [one.left, other.top]));
    let best = corners.max_by_key(|&corner| (crowd(corner).count(), std::cmp::Reverse(corner)))?;
    let held: Vec<Bounds> = crowd(best).copied().collect();
    let around = Bounds::around(held.iter().copied()).filter(|_| held.len() >= CROWD)?;
    Some(Inset { part: square(around, side), frame: corner(land, map) })
}

/// The square of this side round the middle of an area.
fn square(area: Bounds, side: i32) -> Bounds {
    let (left, top) = (area.left.midpoint(area.right) - side / 2, area.top.midpoint(area.bottom) - side / 2);
    Bounds { left, top, right: left + side, bottom: top + side }
}

/// The corner of the map where a square hides the least land.
fn corner(land: &[Bounds], map: Size) -> Bounds {
    let side = map.width * SHOWN / 100;
    let corners =
        [[0, 0], [map.width - side, 0], [0, map.height - side], [map.width - side, map.height - side]];
    let squares = corners.map(|[left, top]| Bounds { left, top, right: left + side, bottom: top + side });
    let hidden = |square: &Bounds| {
        let common = |area: &Bounds| {
            let width = area.right.min(square.right) - area.left.max(square.left);
            let height = area.bottom.min(square.bottom) - area.top.max(square.top);
            i64::from(width.max(0)) * i64::from(height.max(0))
        };
        land.iter().map(common).sum::<i64>()
    };
    squares.into_iter().min_by_key(hidden).expect("a map has four corners")
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Size = Size { width: 3280, height: 4000 };

    fn bounds([left, top, right, bottom]: [i32; 4]) -> Bounds {
        Bounds { left, top, right, bottom }
    }

    /// Four villages of 50 x 50 round 1000 2000 and one far away; a town.
    fn participants() -> Vec<Bounds> {
        let village = |[x, y]: [i32; 2]| bounds([x, y, x + 50, y + 50]);
        let mut all: Vec<Bounds> =
            [[1000, 2000], [1100, 2000], [1000, 2100], [1200, 2200], [3000, 100]].map(village).into();
        all.push(bounds([900, 1900, 1300, 2300]));
        all
    }

    #[test]
    fn the_square_with_most_of_the_small_ones_is_shown_in_the_emptiest_corner() {
        let land = [bounds([0, 2000, 3280, 4000]), bounds([1500, 0, 3280, 2000])];
        let inset = inset(&participants(), &land, MAP).expect("a crowd");
        assert_eq!(inset.part, bounds([863, 1863, 1387, 2387]));
        assert_eq!(inset.frame, bounds([0, 0, 1377, 1377]));
    }

    #[test]
    fn a_map_without_a_crowd_has_none() {
        let participants = participants();
        assert_eq!(inset(&participants[3..], &[], MAP), None);
        assert_eq!(inset(&[], &[], MAP), None);
    }

    #[test]
    fn what_is_drawn_large_is_no_crowd() {
        let large = [bounds([0, 0, 300, 300]); 5];
        assert_eq!(inset(&large, &[], MAP), None);
    }
}
