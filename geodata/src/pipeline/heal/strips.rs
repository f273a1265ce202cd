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
use crate::pipeline::arrangement::{Half, accumulate};
use crate::pipeline::coverage::{Owner, Point, Ring, doubled_area};
use crate::pipeline::faces::{FaceIndex, Faces};
use crate::pipeline::geometry::Segment;
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
    /// Where each ring's others begin.
    more_begins: Vec<u32>,
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
        let mut more_begins = vec![0; rings.len() + 1];
        more.iter().for_each(|&(ring, _)| more_begins[ring as usize + 1] += 1);
        accumulate(&mut more_begins);
        Self { faces, rings, first, more, more_begins, has_ground }
    }

    /// The faces along the inside of a ring but for the first, in order.
    fn others(&self, ring: usize) -> &[(u32, FaceIndex)] {
        &self.more[self.more_begins[ring] as usize..self.more_begins[ring + 1] as usize]
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
            let mut faces = self.others(ring).iter().map(|&(_, face)| face).chain([first]);
            let is_lost =
                first != NONE && faces.all(|face| owners[face as usize].is_some_and(|other| other != *owner));
            (is_lost && doubled_area(points) > 0).then_some(first)
        })
    }

    /// The border of a face, into the place of another's.
    pub fn border(&self, face: FaceIndex, border: &mut Border) {
        border.sides.clear();
        border.sides.extend(self.faces.halves(face).map(|half| Side {
            half,
            edge: (self.faces.drawing.from(half), self.faces.drawing.from(half ^ 1)),
            length: self.faces.drawing.length(half),
            beyond: self.faces.faces[self.faces.left(half ^ 1) as usize].sole_owner(),
        }));
    }

    /// Who gets the face with this border, and how far that moves then; infinite where the face is no strip.
    pub fn heir(&self, face: FaceIndex, kind: Kind, border: &mut Border) -> Option<(Owner, f64)> {
        let around: f64 = border.sides.iter().map(|side| side.length).sum();
        let width = self.faces.faces[face as usize].doubled_area as f64 / around.max(1.0);
        if let Some(owner) = self.whole_part(face, border) {
            return Some((owner, border.moved(owner, width)));
        }
        let mut heirs = std::mem::take(&mut border.heirs);
        self.heirs(face, kind, border, &mut heirs);
        heirs.iter_mut().for_each(|(heir, moved)| *moved = border.moved(*heir, width));
        let least = heirs.iter().map(|&(_, moved)| moved).fold(f64::INFINITY, f64::min);
        let is_near =
            |&&(_, moved): &&(Owner, f64)| moved <= (2.0 * least).max(ROUNDED) || least.is_infinite();
        let heir = heirs.iter().find(is_near).copied();
        border.heirs = heirs;
        heir
    }

    /// A hole inside one region is drawn, not left: only what rounding opened is closed, whatever the width.
    pub fn bound(&self, border: &Border, kind: Kind, width: f64) -> f64 {
        let mut around = border.sides.iter().map(|side| side.beyond);
        let first = around.next().flatten();
        if kind == Kind::Gap && first.is_some() && around.all(|owner| owner == first) {
            width.min(ROUNDED)
        } else {
            width
        }
    }

    /// Whose part the face is, or belongs to where others claim all of it: of two such, the first.
    fn whole_part(&self, face: FaceIndex, border: &Border) -> Option<Owner> {
        let is_inside = |ring: u32| {
            self.first[ring as usize] == face
                || self.others(ring as usize).binary_search_by_key(&face, |&(_, face)| face).is_ok()
        };
        let is_alone = |ring: u32| self.others(ring as usize).is_empty();
        let is_whole = |&&ring: &&u32| {
            (!self.has_ground[ring as usize] || is_alone(ring))
                && is_inside(ring)
                && doubled_area(&self.rings[ring as usize].points) > 0
        };
        let runs = |side: &Side| self.faces.drawing.runs(side.half).iter();
        let owner = |&ring: &u32| self.rings[ring as usize].owner;
        border.sides.iter().flat_map(runs).filter(is_whole).map(owner).min()
    }

    /// The neighbours, of an overlap those that claim it, with most border first, and how much.
    fn heirs(&self, face: FaceIndex, kind: Kind, border: &Border, shared: &mut Vec<(Owner, f64)>) {
        let covers = &self.faces.faces[face as usize].covers;
        let claims = |owner: Owner| covers.iter().any(|&(claimant, _)| claimant == owner);
        shared.clear();
        for &Side { beyond, length, .. } in &border.sides {
            let Some(owner) = beyond.filter(|&owner| kind != Kind::Overlap || claims(owner)) else {
                continue;
            };
            match shared.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, sum)) => *sum += length,
                None => shared.push((owner, length)),
            }
        }
        shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        if shared.is_empty() {
            shared.extend(covers.first().map(|&(owner, _)| (owner, 0.0)));
        }
    }
}

/// An edge of the border of a face, its ground to the left.
struct Side {
    half: Half,
    edge: Edge,
    /// Metres.
    length: f64,
    /// The sole owner of what is on the other side.
    beyond: Option<Owner>,
}

/// The border of a face. Filled anew for every face.
#[derive(Default)]
pub struct Border {
    sides: Vec<Side>,
    /// In two: what goes and what stays when the face gets an owner.
    gone: Vec<Edge>,
    stays: Vec<Segment>,
    heirs: Vec<(Owner, f64)>,
}

impl Border {
    /// The edges that stay the border of somebody when the face goes to `to`.
    pub fn stays(&self, to: Owner) -> impl Iterator<Item = Edge> + '_ {
        self.sides.iter().filter(move |side| side.beyond != Some(to)).map(|side| side.edge)
    }

    /// The westernmost vertex, of those the southernmost.
    pub fn first_vertex(&self) -> Point {
        self.sides.iter().map(|side| side.edge.0).min().unwrap_or_default()
    }

    /// How far it moves when the face, of a mean width in metres, goes to `to`.
    fn moved(&mut self, to: Owner, width: f64) -> f64 {
        // Of a strip the mean is never more than the widest.
        if width >= 2.0 * REACH {
            return f64::INFINITY;
        }
        let Self { sides, gone, stays, .. } = self;
        gone.clear();
        stays.clear();
        for &Side { edge, beyond, .. } in sides.iter() {
            if beyond == Some(to) {
                gone.push(edge);
            } else {
                stays.push(Segment::new(edge.0, edge.1));
            }
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
fn farthest(gone: &[Edge], stays: &[Segment]) -> f64 {
    let index = (gone.len() + stays.len() > MANY)
        .then(|| index::Segments::new(&stays.iter().map(Segment::ends).collect::<Vec<_>>()));
    let mut farthest2: f64 = 0.0;
    let mut last = 0;
    for &(a, b) in gone {
        let step = [0, 1].map(|axis| f64::from(b[axis] - a[axis]));
        for part in [0.0, 0.25, 0.5, 0.75] {
            let p = [0, 1].map(|axis| f64::from(a[axis]) + step[axis] * part);
            // What the point before was near to is often near enough.
            if stays[last].is_within(p, farthest2) {
                continue;
            }
            let mut nearest = (stays[last].distance2(p), last);
            let mut look = |name: usize| {
                if stays[name].is_within(p, nearest.0) {
                    nearest = (stays[name].distance2(p), name);
                }
            };
            match &index {
                None => (0..stays.len()).for_each(look),
                Some(index) => {
                    let reach = REACH as i32 + 1;
                    let around = p.map(|value| value as i32);
                    let (low, high) = (around.map(|value| value - reach), around.map(|value| value + reach));
                    index.near(low, high).for_each(|name| look(name as usize));
                }
            }
            if nearest.0 >= REACH * REACH {
                return f64::INFINITY;
            }
            last = nearest.1;
            farthest2 = farthest2.max(nearest.0);
        }
    }
    farthest2.sqrt()
}
