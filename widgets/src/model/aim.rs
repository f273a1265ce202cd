//! Which place a pointer means: the one it is on, but a small participant has room round it.
//!
//! A participant that is drawn smaller than [`TARGET`] answers to a pointer within half of that from its middle
//! (WCAG 2.2, 2.5.8 Target Size: 24 CSS pixels), the nearest one where two do; unless the pointer is on another
//! small one itself.

use super::zoom::Bounds;

/// The least width and height of a target, in CSS pixels.
pub const TARGET: f64 = 24.;

/// A participant on the map: its place and where it lies, in the map's units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Target {
    pub place: usize,
    pub bounds: Bounds,
}

impl Target {
    /// Whether it is drawn smaller than a pointer can be expected to hit.
    fn is_small(&self, unit: f64) -> bool {
        let Bounds { left, top, right, bottom } = self.bounds;
        f64::from((right - left).min(bottom - top)) * unit < TARGET
    }

    /// The square of how far its middle lies from a point, in CSS pixels.
    fn distance(&self, (x, y): (f64, f64), unit: f64) -> f64 {
        let Bounds { left, top, right, bottom } = self.bounds;
        let away = |low: i32, high: i32, at: f64| (f64::from(low + high) / 2. - at) * unit;
        away(left, right, x).powi(2) + away(top, bottom, y).powi(2)
    }
}

/// The place that a pointer at a point of the map means: `on` is the one whose shape is there, `unit` how many
/// CSS pixels a unit of the map is drawn.
pub fn aim(targets: &[Target], point: (f64, f64), unit: f64, on: Option<usize>) -> Option<usize> {
    let small = || targets.iter().filter(|target| target.is_small(unit));
    if small().any(|target| Some(target.place) == on) {
        return on;
    }
    let reach = (TARGET / 2.).powi(2);
    let near = small().map(|target| (target.distance(point, unit), target.place));
    let nearest =
        near.filter(|(distance, _)| *distance <= reach).min_by(|one, other| one.0.total_cmp(&other.0));
    nearest.map(|(_, place)| place).or(on)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two villages of 4 x 4 with 14 between their middles, and a town of 100 x 100 round the second.
    const TARGETS: [Target; 3] = [
        Target { place: 7, bounds: Bounds { left: 0, top: 0, right: 4, bottom: 4 } },
        Target { place: 8, bounds: Bounds { left: 14, top: 0, right: 18, bottom: 4 } },
        Target { place: 9, bounds: Bounds { left: 10, top: -50, right: 110, bottom: 50 } },
    ];

    fn at(x: f64, y: f64, on: usize) -> Option<usize> {
        aim(&TARGETS, (x, y), 1., Some(on))
    }

    #[test]
    fn a_small_participant_answers_within_half_a_target() {
        assert_eq!(at(2., 13.9, 1), Some(7));
        assert_eq!(at(2., 14.1, 1), Some(1));
        assert_eq!(at(-9.9, 2., 1), Some(7));
    }

    #[test]
    fn the_nearer_of_two_answers() {
        assert_eq!(at(8.9, 2., 1), Some(7));
        assert_eq!(at(9.1, 2., 1), Some(8));
    }

    #[test]
    fn a_small_one_answers_before_the_large_one_it_lies_in() {
        assert_eq!(at(20., 5., 9), Some(8));
        assert_eq!(at(60., 5., 9), Some(9));
    }

    #[test]
    fn a_pointer_on_a_small_one_means_that_one() {
        assert_eq!(at(15., 2., 7), Some(7));
    }

    #[test]
    fn what_is_drawn_large_needs_no_help() {
        assert_eq!(aim(&TARGETS, (2., 5.), 10., Some(1)), Some(1));
        assert_eq!(aim(&TARGETS, (2., 5.), 10., None), None);
    }
}
