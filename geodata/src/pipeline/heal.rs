//! Fourth stage: slivers closed. Ground that two regions claim or none does, on a strip narrower than a stated
//! width, gets one owner; what is wider is left for [`check`](super::check) to refuse.
//!
//! Where two hands drew one border, strips lie between the two drawings. [`strips`] says who gets a strip and
//! how far the border moves by it; the rings of the regions concerned are then [walked anew](rings) along the
//! faces. So the result is a coverage by construction, and rings that no strip touches stay as they are.

use super::arrangement::Half;
use super::coverage::{Coverage, Owner, Point, Ring};
use super::faces::{Face, FaceIndex, Faces};
use strips::{Border, Strips};

mod rings;
mod strips;

/// Farther than this no border is ever moved: strips that would need it are no strips. Metres.
pub const REACH: f64 = 500.0;

/// What a sliver was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Several regions claimed it, or one twice.
    Overlap,
    /// Nobody claimed it.
    Gap,
    /// Rounding cut it off from its own region.
    Neck,
}

/// A strip that was closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Sliver {
    pub kind: Kind,
    /// Who claimed it, in order.
    pub from: Vec<Owner>,
    pub to: Owner,
    /// A vertex of it.
    pub at: Point,
    /// How far a border moved by it, metres.
    pub width: f64,
    /// Square metres.
    pub area: f64,
    /// The edges of the border that stayed: what moved has moved to these.
    pub stays: Vec<[Point; 2]>,
}

/// Ground that is claimed by several or wrongly by one, too wide to be closed.
#[derive(Debug, Clone, PartialEq)]
pub struct Disputed {
    /// Who covers it and how often; in order.
    pub claims: Vec<(Owner, i32)>,
    /// Rings, by position, along its border.
    pub rings: Vec<usize>,
    /// A vertex of it.
    pub at: Point,
    /// Square metres.
    pub area: f64,
    /// How far a border would move if it were closed; nothing when it is no strip. Metres.
    pub width: Option<f64>,
}

/// What became of the strips, and of what was too wide for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Healed {
    /// The rings anew; none where nothing had to change.
    pub rings: Option<Vec<Ring>>,
    pub slivers: Vec<Sliver>,
    pub disputed: Vec<Disputed>,
}

/// The rings with every sliver narrower than `width` metres closed; those of regions that none touches stay as
/// they are. A part that would go to others whole is disputed, not closed.
pub fn heal(coverage: &Coverage, width: f64) -> Healed {
    let faces = Faces::new(&coverage.rings);
    let strips = Strips::new(&faces, &coverage.rings);
    let mut owners: Vec<Option<Owner>> = faces.faces.iter().map(|face| face.sole_owner()).collect();
    let (mut slivers, mut disputed, mut border) = (Vec::new(), Vec::new(), Border::default());
    for (face, kind) in strips.at_fault() {
        strips.border(face, &mut border);
        let Some((to, moved)) = strips.heir(face, kind, &mut border) else { continue };
        if moved < strips.bound(&border, kind, width) {
            owners[face as usize] = Some(to);
            slivers.push(closed(&faces.faces[face as usize], &border, kind, to, moved));
        } else if kind == Kind::Overlap {
            disputed.push(dispute(&faces, face, moved));
        }
    }
    disputed.extend(strips.lost(&owners).map(|face| dispute(&faces, face, f64::INFINITY)));
    let rings = rings::walked_anew(coverage, &faces, &owners);
    Healed { rings, slivers, disputed }
}

/// The coverage with the borders between parts of one area gone; one that is at fault stays as it is, for
/// [`check`](super::check) to judge.
pub fn dissolve(coverage: Coverage) -> Coverage {
    let healed = heal(&coverage, 0.0);
    let rings = healed.rings.filter(|_| healed.disputed.is_empty()).unwrap_or(coverage.rings);
    Coverage { places: coverage.places, rings }
}

fn closed(face: &Face, border: &Border, kind: Kind, to: Owner, moved: f64) -> Sliver {
    Sliver {
        kind,
        from: face.covers.iter().map(|&(owner, _)| owner).collect(),
        to,
        at: border.first_vertex(),
        width: moved,
        area: face.doubled_area as f64 / 2.0,
        stays: border.stays(to).map(|(a, b)| [a, b]).collect(),
    }
}

fn dispute(faces: &Faces, face: FaceIndex, moved: f64) -> Disputed {
    let both = |half: Half| [half, half ^ 1];
    let runs = faces.halves(face).flat_map(both).flat_map(|half| faces.drawing.runs(half));
    let mut rings: Vec<usize> = runs.map(|&ring| ring as usize).collect();
    rings.sort_unstable();
    rings.dedup();
    Disputed {
        claims: faces.faces[face as usize].covers.clone(),
        rings,
        at: first_vertex(faces, face),
        area: faces.faces[face as usize].doubled_area as f64 / 2.0,
        width: is_strip(faces, face, moved).then_some(moved),
    }
}

/// Is it between regions, and long for what a border would move or a spike, thin for how far it reaches?
fn is_strip(faces: &Faces, face: FaceIndex, moved: f64) -> bool {
    let around: f64 = faces.halves(face).map(|half| faces.drawing.length(half)).sum();
    let is_between_regions = faces.faces[face as usize].covers.len() > 1;
    is_between_regions && moved < REACH && (around >= 8.0 * moved || 8.0 * faces.width(face) <= moved)
}

/// The westernmost vertex of a face, of those the southernmost.
fn first_vertex(faces: &Faces, face: FaceIndex) -> Point {
    faces.halves(face).map(|half| faces.drawing.from(half)).min().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::{Ring, doubled_area};
    use crate::pipeline::verify;

    fn ring(owner: u32, polygon: usize, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon, points: points.to_vec() }
    }

    fn healed(rings: Vec<Ring>) -> (Vec<Ring>, Vec<Sliver>) {
        healed_below(1.5, rings)
    }

    fn healed_below(width: f64, rings: Vec<Ring>) -> (Vec<Ring>, Vec<Sliver>) {
        let coverage = Coverage { places: vec![], rings };
        let healed = heal(&coverage, width);
        (healed.rings.unwrap_or(coverage.rings), healed.slivers)
    }

    #[test]
    fn a_narrow_gap_goes_to_the_neighbour_with_most_border() {
        let left = ring(0, 0, &[[0, 0], [40, 0], [41, 20], [40, 40], [0, 40]]);
        let right = ring(1, 1, &[[40, 0], [90, 0], [90, 40], [40, 40], [42, 30], [42, 10]]);
        let (rings, slivers) = healed(vec![left.clone(), right]);
        assert_eq!(slivers.len(), 1);
        assert_eq!((slivers[0].kind, slivers[0].area), (Kind::Gap, 40.0));
        assert_eq!(slivers[0].to, Owner::Gemeente(1));
        assert_eq!(verify::faults(&rings), []);
        assert_eq!(rings[0], left);
        assert_eq!(verify::open_faces(&rings), 0);
    }

    #[test]
    fn a_narrow_overlap_goes_to_one_claimant() {
        let left = ring(0, 0, &[[0, 0], [40, 0], [41, 20], [40, 40], [0, 40]]);
        let right = ring(1, 1, &[[40, 0], [90, 0], [90, 40], [40, 40]]);
        let (rings, slivers) = healed(vec![left, right]);
        assert_eq!(slivers[0].kind, Kind::Overlap);
        assert_eq!(slivers[0].from, [Owner::Gemeente(0), Owner::Gemeente(1)]);
        assert_eq!(verify::faults(&rings), []);
    }

    /// As the Lauwersmeer lies between Het Hogeland, Noardeast-Fryslân and Westerkwartier in 2023, where the last has
    /// only a short shore.
    #[test]
    fn a_bay_stays_open_however_short_the_shore_of_one_neighbour() {
        let west = ring(
            0,
            0,
            &[[0, 0], [480, 0], [480, 20], [100, 20], [100, 900], [500, 900], [500, 1000], [0, 1000]],
        );
        let south = ring(1, 1, &[[480, 0], [500, 0], [500, 20], [480, 20]]);
        let east = ring(
            2,
            2,
            &[[500, 0], [1000, 0], [1000, 1000], [500, 1000], [500, 900], [900, 900], [900, 20], [500, 20]],
        );
        let rings = vec![west, south, east];
        assert_eq!(healed_below(62.0, rings.clone()), (rings, vec![]));
    }

    #[test]
    fn a_wide_overlap_is_left_alone() {
        let left = ring(0, 0, &[[0, 0], [40, 0], [60, 20], [40, 40], [0, 40]]);
        let right = ring(1, 1, &[[40, 0], [90, 0], [90, 40], [40, 40]]);
        let healed = heal(&Coverage { places: vec![], rings: vec![left, right] }, 1.5);
        assert_eq!(healed.slivers, []);
        assert_eq!(healed.disputed[0].claims, [(Owner::Gemeente(0), 1), (Owner::Gemeente(1), 1)]);
        assert_eq!(healed.disputed[0].area, 400.0);
    }

    #[test]
    fn a_hole_that_touches_its_outer_ring_stays_a_hole() {
        let pinched =
            ring(0, 0, &[[0, 0], [90, 0], [90, 90], [50, 90], [70, 40], [30, 40], [50, 90], [0, 90]]);
        let (rings, slivers) = healed(vec![pinched]);
        assert_eq!(slivers, []);
        assert_eq!(rings.len(), 2);
        assert_eq!(rings[0].polygon, rings[1].polygon);
        assert!(doubled_area(&rings[0].points) > 0 && doubled_area(&rings[1].points) < 0);
    }

    #[test]
    fn an_islet_of_a_metre_stays() {
        let sea = ring(0, 0, &[[0, 0], [90, 0], [90, 90], [0, 90]]);
        let hole = ring(0, 0, &[[20, 20], [21, 21], [21, 20]]);
        let islet = ring(1, 1, &[[20, 20], [21, 20], [21, 21]]);
        let rings = vec![sea, hole, islet];
        assert_eq!(healed(rings.clone()), (rings, vec![]));
    }

    /// As the postcodes of 2021 have it at 2461 in 2421: narrower than the strips between neighbours are wide.
    #[test]
    fn an_islet_in_a_hole_that_another_hand_drew_stays() {
        let sea = ring(0, 0, &[[0, 0], [900, 0], [900, 900], [0, 900]]);
        let hole = ring(0, 0, &[[200, 200], [209, 240], [230, 226], [221, 188]]);
        let islet = ring(1, 1, &[[203, 199], [220, 189], [229, 228], [205, 238]]);
        let (rings, slivers) = healed_below(62.0, vec![sea, hole, islet]);
        assert!(!slivers.is_empty());
        assert_eq!(verify::faults(&rings), []);
        assert_eq!(verify::open_faces(&rings), 0);
        assert_eq!(rings.len(), 3);
        assert!(
            rings.iter().any(|ring| ring.owner == Owner::Gemeente(1) && doubled_area(&ring.points) > 1_500)
        );
    }

    #[test]
    fn a_part_that_another_claims_whole_is_not_given_away() {
        let square = [[0, 0], [9, 0], [9, 9], [0, 9]];
        let coverage = Coverage { places: vec![], rings: vec![ring(0, 0, &square), ring(1, 1, &square)] };
        assert_eq!(heal(&coverage, 62.0).disputed.len(), 1);
    }
}
