//! Fourth stage: slivers closed. Ground that two regions claim or none does, on a strip narrower than a stated
//! width, gets one owner; what is wider is left for [`check`](super::check) to refuse.
//!
//! Where two hands drew one border, rounding leaves strips between the two drawings. Each strip goes to the
//! neighbour with which it shares most border (among the claimants, where there are any; then to the one
//! first in order of code), and the rings of the regions concerned are walked anew along the faces. So the
//! result is a coverage by construction. A neck that rounding pinched off is a strip too, unless it was a
//! part by itself: an islet stays, however small, and so does one that a neighbour claims too.
//!
//! The width of a strip is how far the border moves: the farthest that the side that vanishes lies from the
//! side that stays. So a long strip with one wide place is wide.

use super::coverage::{Coverage, Owner, Point, Ring, doubled_area};
use super::faces::{Face, FaceIndex, Faces, Half};
use super::geometry::distance2_from;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;

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
}

/// What became of the strips, and of what was too wide for one.
#[derive(Debug, Clone, PartialEq)]
pub struct Healed {
    pub coverage: Coverage,
    pub slivers: Vec<Sliver>,
    pub disputed: Vec<Disputed>,
}

/// The coverage with every sliver narrower than `width` metres closed; rings of regions that none touches
/// stay as they are.
pub fn heal(coverage: Coverage, width: f64) -> Healed {
    let faces = Faces::new(&coverage.rings);
    let faces_of = faces_of_rings(&faces, &coverage.rings);
    let necks = necks(&faces, &faces_of);
    let mut owners: Vec<Option<Owner>> = faces.faces.iter().map(sole_owner).collect();
    let (mut slivers, mut disputed) = (Vec::new(), Vec::new());
    for (index, face) in faces.faces.iter().enumerate().skip(1) {
        let kind = match face.covers.as_slice() {
            [] => Kind::Gap,
            [(_, 1)] if necks.contains(&(index as FaceIndex)) => Kind::Neck,
            [(_, 1)] => continue,
            _ => Kind::Overlap,
        };
        let whole = whole_part(&coverage.rings, &faces_of, &faces, index as FaceIndex);
        let heir = whole.or_else(|| heir(&faces, face, kind));
        let closed = heir.map(|to| (to, moved(&faces, face, to, width))).filter(|&(_, moved)| moved < width);
        let Some((to, moved)) = closed else {
            if kind == Kind::Overlap {
                disputed.push(dispute(&faces, face));
            }
            continue;
        };
        owners[index] = Some(to);
        slivers.push(Sliver {
            kind,
            from: face.covers.iter().map(|&(owner, _)| owner).collect(),
            to,
            at: first_vertex(&faces, face),
            width: moved,
            area: face.doubled_area as f64 / 2.0,
        });
    }
    let rings = walk_anew(&coverage, &faces, &owners);
    Healed { coverage: Coverage { places: coverage.places, rings }, slivers, disputed }
}

/// The coverage with the borders between parts of one area gone; one that is at fault stays as it is, for
/// [`check`](super::check) to judge.
pub fn dissolve(coverage: Coverage) -> Coverage {
    let healed = heal(coverage.clone(), 0.0);
    if healed.disputed.is_empty() { healed.coverage } else { coverage }
}

fn dispute(faces: &Faces, face: &Face) -> Disputed {
    let both = |&half: &Half| [half, half ^ 1];
    let rings: BTreeSet<u32> =
        face.halves.iter().flat_map(both).flat_map(|half| faces.runs(half)).copied().collect();
    Disputed {
        claims: face.covers.clone(),
        rings: rings.into_iter().map(|ring| ring as usize).collect(),
        at: first_vertex(faces, face),
        area: face.doubled_area as f64 / 2.0,
    }
}

/// The westernmost vertex of a face, of those the southernmost.
fn first_vertex(faces: &Faces, face: &Face) -> Point {
    face.halves.iter().map(|&half| faces.from(half)).min().unwrap_or_default()
}

fn sole_owner(face: &Face) -> Option<Owner> {
    match face.covers.as_slice() {
        [(owner, 1)] => Some(*owner),
        _ => None,
    }
}

type FacesOf = FxHashMap<u32, BTreeSet<FaceIndex>>;

/// The faces along the inside of every ring that has a face at fault, by position of the ring.
fn faces_of_rings(faces: &Faces, rings: &[Ring]) -> FacesOf {
    let mut faces_of: FacesOf = FxHashMap::default();
    for half in faces.halves() {
        let face = faces.left(half);
        for &ring in faces.runs(half) {
            let covers = |&(owner, times): &(Owner, i32)| owner == rings[ring as usize].owner && times > 0;
            if faces.faces[face as usize].covers.iter().any(covers) {
                faces_of.entry(ring).or_default().insert(face);
            }
        }
    }
    faces_of
}

/// Faces of one region that a single ring encloses beside others.
fn necks(faces: &Faces, faces_of: &FacesOf) -> FxHashSet<FaceIndex> {
    let own = |face: &&FaceIndex| sole_owner(&faces.faces[**face as usize]).is_some();
    faces_of.values().filter(|faces| faces.len() > 1).flatten().filter(own).copied().collect()
}

/// Whose part the face is from edge to edge: of two such, the first.
fn whole_part(rings: &[Ring], faces_of: &FacesOf, faces: &Faces, index: FaceIndex) -> Option<Owner> {
    let face = &faces.faces[index as usize];
    let whole = |&ring: &u32| {
        let only = faces_of.get(&ring).is_some_and(|faces| faces.len() == 1 && faces.contains(&index));
        only && doubled_area(&rings[ring as usize].points) > 0
    };
    let around = face.halves.iter().flat_map(|&half| faces.runs(half)).copied();
    around.filter(whole).map(|ring| rings[ring as usize].owner).min()
}

/// How far the border moves when the face goes to `to`; infinite as soon as it is no strip.
fn moved(faces: &Faces, face: &Face, to: Owner, width: f64) -> f64 {
    // Of a strip the mean is never more than the widest.
    if face.width() >= 2.0 * width {
        return f64::INFINITY;
    }
    let is_to = |half: Half| sole_owner(&faces.faces[faces.left(half ^ 1) as usize]) == Some(to);
    let (gone, stays): (Vec<Half>, Vec<Half>) = face.halves.iter().partition(|&&half| is_to(half));
    if gone.is_empty() || stays.is_empty() {
        return face.width();
    }
    let distance2 = |p: [f64; 2]| {
        let to_edge = |&half: &Half| distance2_from(faces.from(half), faces.from(half ^ 1), p);
        stays.iter().map(to_edge).fold(f64::INFINITY, f64::min)
    };
    let along = |half: Half| {
        let [a, b] = [faces.from(half), faces.from(half ^ 1)].map(|p| p.map(f64::from));
        [0.0, 0.25, 0.5, 0.75].map(|part| [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part])
    };
    let bound2 = width * width;
    let mut farthest2: f64 = 0.0;
    for point in gone.iter().flat_map(|&half| along(half)) {
        farthest2 = farthest2.max(distance2(point));
        if farthest2 >= bound2 {
            return f64::INFINITY;
        }
    }
    farthest2.sqrt()
}

/// The neighbour with most border; of an overlap, the claimant.
fn heir(faces: &Faces, face: &Face, kind: Kind) -> Option<Owner> {
    let mut shared: Vec<(Owner, f64)> = Vec::new();
    for &half in &face.halves {
        let Some(owner) = sole_owner(&faces.faces[faces.left(half ^ 1) as usize]) else { continue };
        match shared.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, length)) => *length += faces.length(half),
            None => shared.push((owner, faces.length(half))),
        }
    }
    if kind == Kind::Overlap {
        shared.retain(|(owner, _)| face.covers.iter().any(|(claimant, _)| claimant == owner));
    }
    shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    shared.first().map(|&(owner, _)| owner).or_else(|| face.covers.first().map(|&(owner, _)| owner))
}

/// The rings of every region whose rings are not the border of its faces, from the faces.
fn walk_anew(coverage: &Coverage, faces: &Faces, owners: &[Option<Owner>]) -> Vec<Ring> {
    let owner_left = |half: Half| owners[faces.left(half) as usize];
    let is_border = |half: Half| owner_left(half).is_some() && owner_left(half) != owner_left(half ^ 1);
    let mut stale: BTreeSet<Owner> = BTreeSet::new();
    for half in faces.halves() {
        let runs = faces.runs(half);
        let expected = owner_left(half).filter(|_| is_border(half));
        if runs.len() != usize::from(expected.is_some())
            || runs.iter().any(|&ring| Some(coverage.rings[ring as usize].owner) != expected)
        {
            stale.extend(expected);
            stale.extend(runs.iter().map(|&ring| coverage.rings[ring as usize].owner));
        }
    }
    // A ring that passes a vertex twice is two rings.
    stale.extend(coverage.rings.iter().filter(|ring| passes_twice(&ring.points)).map(|ring| ring.owner));

    let mut borders: FxHashMap<Owner, Vec<Half>> = FxHashMap::default();
    for half in faces.halves().filter(|&half| is_border(half)) {
        if let Some(owner) = owner_left(half).filter(|owner| stale.contains(owner)) {
            borders.entry(owner).or_default().push(half);
        }
    }
    let grounds = grounds(faces, owners);
    let mut rings: Vec<Ring> = Vec::with_capacity(coverage.rings.len());
    for sound in coverage.rings.chunk_by(|a, b| a.owner == b.owner) {
        let owner = sound[0].owner;
        match borders.remove(&owner) {
            Some(halves) => rings.extend(walk(coverage, faces, owners, &grounds, owner, &halves)),
            None if stale.contains(&owner) => {}
            None => rings.extend_from_slice(sound),
        }
    }
    number_polygons(&mut rings);
    rings
}

fn passes_twice(points: &[Point]) -> bool {
    let mut sorted = points.to_vec();
    sorted.sort_unstable();
    sorted.windows(2).any(|pair| pair[0] == pair[1])
}

/// Per face the first of those that it is one ground with: of one owner, edge to edge.
fn grounds(faces: &Faces, owners: &[Option<Owner>]) -> Vec<FaceIndex> {
    let mut ground = vec![FaceIndex::MAX; faces.faces.len()];
    for start in 0..faces.faces.len() {
        if ground[start] != FaceIndex::MAX {
            continue;
        }
        ground[start] = start as FaceIndex;
        let mut stack = vec![start];
        while let Some(face) = stack.pop() {
            for &half in &faces.faces[face].halves {
                let other = faces.left(half ^ 1) as usize;
                if ground[other] == FaceIndex::MAX && owners[other] == owners[start] {
                    ground[other] = start as FaceIndex;
                    stack.push(other);
                }
            }
        }
    }
    ground
}

/// Twice the area of a ring, its points, and the first of the region's old rings along it.
type Walked = (i64, Vec<Point>, u32);

/// The polygons of one region in order of its first ring: one for each ground, holes after the outer ring.
fn walk(
    coverage: &Coverage,
    faces: &Faces,
    owners: &[Option<Owner>],
    grounds: &[FaceIndex],
    owner: Owner,
    halves: &[Half],
) -> Vec<Ring> {
    let counts = |half: Half| {
        let (left, right) = (owners[faces.left(half) as usize], owners[faces.left(half ^ 1) as usize]);
        left == Some(owner) && right != Some(owner)
    };
    let mut waiting: FxHashSet<Half> = halves.iter().copied().collect();
    let mut by_ground: FxHashMap<FaceIndex, Vec<Walked>> = FxHashMap::default();
    for &start in halves {
        let mut around = Vec::new();
        let mut half = start;
        while waiting.remove(&half) {
            around.push(half);
            half = faces.next(half, counts);
        }
        for ring in at_repeats(faces, around) {
            let points: Vec<Point> = ring.iter().map(|&half| faces.from(half)).collect();
            let own = |&&run: &&u32| coverage.rings[run as usize].owner == owner;
            let first = ring.iter().flat_map(|&half| faces.runs(half)).filter(own).min();
            let ground = grounds[faces.left(ring[0]) as usize];
            let first = first.copied().unwrap_or(u32::MAX);
            by_ground.entry(ground).or_default().push((doubled_area(&points), points, first));
        }
    }
    let mut polygons: Vec<(u32, FaceIndex, Vec<Walked>)> = by_ground
        .into_iter()
        .map(|(ground, mut rings)| {
            // The one outer ring is the one that runs counter-clockwise.
            rings.sort_by_key(|ring| (ring.0 < 0, ring.2, ring.1.first().copied()));
            (rings.iter().map(|ring| ring.2).min().unwrap_or(u32::MAX), ground, rings)
        })
        .collect();
    polygons.sort_by_key(|&(first, ground, _)| (first, ground));
    let number_of = |first: u32| {
        let ring = coverage.rings.get(first as usize);
        ring.or_else(|| coverage.rings.iter().find(|ring| ring.owner == owner)).map_or(0, |ring| ring.number)
    };
    let ring = |polygon: usize, first: u32, points: Vec<Point>| Ring {
        owner,
        number: number_of(first),
        polygon,
        points,
    };
    polygons
        .into_iter()
        .enumerate()
        .flat_map(|(polygon, (first, _, rings))| {
            rings.into_iter().map(move |(_, points, _)| (polygon, first, points))
        })
        .map(|(polygon, first, points)| ring(polygon, first, points))
        .collect()
}

/// A walk cut wherever it comes back to a vertex: rings that meet themselves nowhere.
fn at_repeats(faces: &Faces, walk: Vec<Half>) -> Vec<Vec<Half>> {
    let mut rings = Vec::new();
    let mut kept: Vec<Half> = Vec::new();
    let mut at: FxHashMap<Point, usize> = FxHashMap::default();
    for half in walk {
        let point = faces.from(half);
        if let Some(&start) = at.get(&point) {
            let ring = kept.split_off(start);
            for gone in &ring {
                at.remove(&faces.from(*gone));
            }
            rings.push(ring);
        }
        at.insert(point, kept.len());
        kept.push(half);
    }
    rings.push(kept);
    rings.retain(|ring| ring.len() > 2);
    rings
}

/// Numbers polygons over the whole coverage; within a region they differ already.
fn number_polygons(rings: &mut [Ring]) {
    let mut number = 0;
    let mut last = None;
    for ring in rings {
        let this = (ring.owner, ring.polygon);
        if last.is_some() && last != Some(this) {
            number += 1;
        }
        last = Some(this);
        ring.polygon = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::verify;

    fn ring(owner: u32, polygon: usize, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon, points: points.to_vec() }
    }

    fn healed(rings: Vec<Ring>) -> (Vec<Ring>, Vec<Sliver>) {
        let healed = heal(Coverage { places: vec![], rings }, 1.5);
        (healed.coverage.rings, healed.slivers)
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

    #[test]
    fn a_wide_overlap_is_left_alone() {
        let left = ring(0, 0, &[[0, 0], [40, 0], [60, 20], [40, 40], [0, 40]]);
        let right = ring(1, 1, &[[40, 0], [90, 0], [90, 40], [40, 40]]);
        let healed = heal(Coverage { places: vec![], rings: vec![left, right] }, 1.5);
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
}
