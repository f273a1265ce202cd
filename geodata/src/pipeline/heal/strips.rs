//! Which faces are strips, who gets them, and how far the border moves by that.
//!
//! A strip goes to a claimant, where there are any, or else to a neighbour: to the one with which it shares
//! most border, unless the border would move more than twice as far as it needs to (then to the one for whom
//! it moves least). A neck that rounding pinched off is a strip too. A part by itself is none: an islet stays,
//! however small, and so does one that neighbours claim too, all of it.
//!
//! How far the border moves is the farthest that the side that vanishes lies from the side that stays, and no
//! less than the mean width. So a long strip with one wide place is wide, and so is a bay with a narrow mouth.

use super::{Kind, REACH};
use crate::pipeline::arrangement::Half;
use crate::pipeline::coverage::{Owner, Point, Ring, doubled_area};
use crate::pipeline::faces::{FaceIndex, Faces};
use crate::pipeline::geometry::distance2_from;
use crate::pipeline::index;

/// What rounding to whole metres and bending through vertices can leave open inside one region. Metres.
const ROUNDED: f64 = 2.0;

/// From so many edges on both sides together an index is faster.
const MANY: usize = 256;

const NONE: FaceIndex = FaceIndex::MAX;

pub struct Strips<'a> {
    faces: &'a Faces,
    rings: &'a [Ring],
    /// Per ring a face along its inside, and the others where there are others.
    first: Vec<FaceIndex>,
    more: Vec<(u32, FaceIndex)>,
    /// Per ring: is there ground along its inside that nobody else claims?
    has_ground: Vec<bool>,
}

impl<'a> Strips<'a> {
    pub fn new(faces: &'a Faces, rings: &'a [Ring]) -> Self {
        let mut first = vec![NONE; rings.len()];
        let mut more = Vec::new();
        let mut has_ground = vec![false; rings.len()];
        for half in faces.drawing.halves() {
            let face = faces.left(half);
            for &ring in faces.drawing.runs(half) {
                let known = &mut first[ring as usize];
                if *known == face {
                    continue;
                }
                let owner = rings[ring as usize].owner;
                let covers = |&(covering, times): &(Owner, i32)| covering == owner && times > 0;
                if !faces.faces[face as usize].covers.iter().any(covers) {
                    continue;
                }
                has_ground[ring as usize] |= faces.faces[face as usize].sole_owner() == Some(owner);
                if *known == NONE {
                    *known = face;
                } else {
                    more.push((ring, face));
                }
            }
        }
        more.sort_unstable();
        more.dedup();
        Self { faces, rings, first, more, has_ground }
    }

    /// Faces that are not as they should be, in order: claimed twice, by nobody, or cut off.
    pub fn at_fault(&self) -> Vec<(FaceIndex, Kind)> {
        let mut is_neck = vec![false; self.faces.faces.len()];
        // Faces of one region that a single ring encloses beside others; the largest is its body.
        for faces in self.more.chunk_by(|(ring, _), (other, _)| ring == other) {
            let (ring, _) = faces[0];
            let enclosed =
                || std::iter::once(self.first[ring as usize]).chain(faces.iter().map(|&(_, face)| face));
            let body = enclosed()
                .filter(|&face| self.faces.faces[face as usize].sole_owner().is_some())
                .max_by_key(|&face| (self.faces.faces[face as usize].doubled_area, face));
            for face in enclosed().filter(|&face| Some(face) != body) {
                is_neck[face as usize] = true;
            }
        }
        let kind = |face: FaceIndex| match self.faces.faces[face as usize].covers.as_slice() {
            [] => Some(Kind::Gap),
            [(_, 1)] => is_neck[face as usize].then_some(Kind::Neck),
            _ => Some(Kind::Overlap),
        };
        (1..self.faces.faces.len() as FaceIndex).filter_map(|face| Some((face, kind(face)?))).collect()
    }

    /// Of every part that keeps no ground when faces get these owners, a face.
    pub fn lost(&self, owners: &[Option<Owner>]) -> impl Iterator<Item = FaceIndex> {
        (0..self.rings.len()).filter_map(|ring| {
            let Ring { owner, points, .. } = &self.rings[ring];
            let first = self.first[ring];
            let more = self.more.partition_point(|&(other, _)| (other as usize) < ring);
            let others = self.more[more..].iter().take_while(|&&(other, _)| other as usize == ring);
            let mut faces = others.map(|&(_, face)| face).chain([first]);
            let is_lost =
                first != NONE && faces.all(|face| owners[face as usize].is_some_and(|other| other != *owner));
            (is_lost && doubled_area(points) > 0).then_some(first)
        })
    }

    /// Who gets the face, and how far the border moves then; infinite where the face is no strip.
    pub fn heir(&self, face: FaceIndex, kind: Kind, sides: &mut Sides) -> Option<(Owner, f64)> {
        if let Some(owner) = self.whole_part(face) {
            return Some((owner, self.moved(face, owner, sides)));
        }
        let mut heirs = self.heirs(face, kind);
        heirs.iter_mut().for_each(|(heir, moved)| *moved = self.moved(face, *heir, sides));
        let least = heirs.iter().map(|&(_, moved)| moved).fold(f64::INFINITY, f64::min);
        heirs.into_iter().find(|&(_, moved)| moved <= (2.0 * least).max(ROUNDED) || least.is_infinite())
    }

    /// A hole inside one region is drawn, not left: only what rounding opened is closed, whatever the width.
    pub fn bound(&self, face: FaceIndex, kind: Kind, width: f64) -> f64 {
        let mut around = self.faces.halves(face).map(|half| self.beyond(half));
        let first = around.next().flatten();
        if kind == Kind::Gap && first.is_some() && around.all(|owner| owner == first) {
            width.min(ROUNDED)
        } else {
            width
        }
    }

    /// The sole owner of what is on the other side.
    fn beyond(&self, half: Half) -> Option<Owner> {
        self.faces.faces[self.faces.left(half ^ 1) as usize].sole_owner()
    }

    /// Whose part the face is, or belongs to where others claim all of it: of two such, the first.
    fn whole_part(&self, face: FaceIndex) -> Option<Owner> {
        let is_inside =
            |ring: u32| self.first[ring as usize] == face || self.more.binary_search(&(ring, face)).is_ok();
        let is_alone = |ring: u32| self.more.binary_search_by_key(&ring, |&(ring, _)| ring).is_err();
        let is_whole = |&&ring: &&u32| {
            is_inside(ring)
                && (!self.has_ground[ring as usize] || is_alone(ring))
                && doubled_area(&self.rings[ring as usize].points) > 0
        };
        let runs = |half: Half| self.faces.drawing.runs(half).iter();
        let owner = |&ring: &u32| self.rings[ring as usize].owner;
        self.faces.halves(face).flat_map(runs).filter(is_whole).map(owner).min()
    }

    /// The neighbours, of an overlap those that claim it, with most border first, and how much.
    fn heirs(&self, face: FaceIndex, kind: Kind) -> Vec<(Owner, f64)> {
        let covers = &self.faces.faces[face as usize].covers;
        let claims = |owner: Owner| covers.iter().any(|&(claimant, _)| claimant == owner);
        let mut shared: Vec<(Owner, f64)> = Vec::new();
        for half in self.faces.halves(face) {
            let Some(owner) = self.beyond(half).filter(|&owner| kind != Kind::Overlap || claims(owner))
            else {
                continue;
            };
            let length = self.faces.drawing.length(half);
            match shared.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, sum)) => *sum += length,
                None => shared.push((owner, length)),
            }
        }
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        if shared.is_empty() {
            shared.extend(covers.first().map(|&(owner, _)| (owner, 0.0)));
        }
        shared
    }

    /// How far the border moves when the face goes to `to`.
    fn moved(&self, face: FaceIndex, to: Owner, sides: &mut Sides) -> f64 {
        let width = self.faces.width(face);
        // Of a strip the mean is never more than the widest.
        if width >= 2.0 * REACH {
            return f64::INFINITY;
        }
        let Sides { gone, stays } = sides;
        gone.clear();
        stays.clear();
        for half in self.faces.halves(face) {
            let edge = (self.faces.drawing.from(half), self.faces.drawing.from(half ^ 1));
            if self.beyond(half) == Some(to) { &mut *gone } else { &mut *stays }.push(edge);
        }
        if gone.is_empty() {
            return width;
        }
        if stays.is_empty() {
            // All of its border goes, to wherever the nearest other is.
            return extent(gone);
        }
        // Where only the mouth of a bay is the heir's, what goes lies near what stays and the bay is wide all the same.
        farthest(gone, stays).max(width)
    }
}

/// The border of a face in two: what goes and what stays when it gets an owner. Filled anew for every face.
#[derive(Default)]
pub struct Sides {
    gone: Vec<Edge>,
    stays: Vec<Edge>,
}

/// The diagonal of the box of the edges, which follow each other.
fn extent(edges: &[Edge]) -> f64 {
    let span = |axis: usize| {
        let along = || edges.iter().map(|(from, _)| f64::from(from[axis]));
        along().fold(f64::MIN, f64::max) - along().fold(f64::MAX, f64::min)
    };
    span(0).hypot(span(1))
}

type Edge = (Point, Point);

/// The farthest that the first edges lie from the others, tried at every vertex and three times between.
fn farthest(gone: &[Edge], stays: &[Edge]) -> f64 {
    let index = (gone.len() + stays.len() > MANY).then(|| index::Segments::new(stays));
    let mut farthest2: f64 = 0.0;
    let mut last = 0;
    for &(a, b) in gone {
        let step = [0, 1].map(|axis| f64::from(b[axis] - a[axis]));
        for part in [0.0, 0.25, 0.5, 0.75] {
            let p = [0, 1].map(|axis| f64::from(a[axis]) + step[axis] * part);
            let distance2 = |(a, b): Edge| distance2_from(a, b, p);
            // What the point before was near to is often near enough.
            if distance2(stays[last]) <= farthest2 {
                continue;
            }
            let all = stays.iter().map(|&edge| distance2(edge)).enumerate();
            let nearest = match &index {
                None => all.min_by(|a, b| a.1.total_cmp(&b.1)),
                Some(index) => {
                    let reach = REACH as i32 + 1;
                    let around = p.map(|value| value as i32);
                    let near =
                        index.near(around.map(|value| value - reach), around.map(|value| value + reach));
                    near.map(|name| (name as usize, distance2(stays[name as usize])))
                        .min_by(|a, b| a.1.total_cmp(&b.1))
                }
            };
            let Some((name, nearest2)) = nearest.filter(|&(_, nearest2)| nearest2 < REACH * REACH) else {
                return f64::INFINITY;
            };
            last = name;
            farthest2 = farthest2.max(nearest2);
        }
    }
    farthest2.sqrt()
}
