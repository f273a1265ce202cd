//! The ground between the borders: every face that the edges enclose, and whose rings cover it.
//!
//! A face is walked with its ground to the left; a component that lies loose inside a face is part of that
//! face's border. Who covers a face follows from winding: crossing an edge adds the rings whose left side one
//! enters and takes away those one leaves, starting from the outside, which nobody covers. So also rings that
//! cross or cover themselves are understood (they wind twice, or backwards).

use super::arrangement::{Arrangement, Half, accumulate};
use super::coverage::{Owner, Point, Ring};
use outside::Rows;

pub mod outside;

/// By position in [`Faces::faces`]; 0 is the outside.
pub type FaceIndex = u32;

#[derive(Debug, Clone)]
pub struct Faces {
    pub drawing: Arrangement,
    pub faces: Vec<Face>,
    face_of: Vec<FaceIndex>,
    /// Walks around ground, one after another, and where each begins.
    order: Vec<Half>,
    walk_begins: Vec<u32>,
    /// The walks of each face, and where each face's begin.
    walks: Vec<u32>,
    begins: Vec<u32>,
}

#[derive(Debug, Clone, Default)]
pub struct Face {
    /// Who covers it and how often, in order of owner; 1 where all is well, never 0.
    pub covers: Vec<(Owner, i32)>,
    /// Twice the area in square metres, loose components taken off; of the outside, meaningless.
    pub doubled_area: i64,
}

impl Face {
    /// The one who covers it, once.
    pub fn sole_owner(&self) -> Option<Owner> {
        match self.covers.as_slice() {
            [(owner, 1)] => Some(*owner),
            _ => None,
        }
    }
}

impl Faces {
    pub fn new(rings: &[Ring]) -> Self {
        let drawing = Arrangement::new(rings);
        let (order, walk_begins, walk_of) = walks(&drawing);
        let count = walk_begins.len() - 1;
        let walk = |walk: usize| &order[walk_begins[walk] as usize..walk_begins[walk + 1] as usize];
        let areas: Vec<i64> = (0..count).map(|index| doubled_area(&drawing, walk(index))).collect();
        let mut faces = vec![Face::default()];
        let mut face_of_walk: Vec<FaceIndex> = vec![0; count];
        for (walk, area) in areas.iter().enumerate().filter(|&(_, &area)| area > 0) {
            face_of_walk[walk] = faces.len() as FaceIndex;
            faces.push(Face { doubled_area: *area, ..Face::default() });
        }
        // The other walks go around the outside of a component: they lie in what is west of them. Taken from
        // the west, what they lie in is known.
        let westernmost = |index: usize| walk(index).iter().map(|&half| drawing.from(half)).min();
        let mut outsides: Vec<(Point, usize)> = (0..count)
            .filter(|&walk| areas[walk] <= 0)
            .filter_map(|walk| Some((westernmost(walk)?, walk)))
            .collect();
        outsides.sort_unstable();
        // The first has nothing to the west.
        let rows = if outsides.len() > 1 { Rows::new(&drawing) } else { Rows::default() };
        for (at, walk) in outsides {
            if let Some(facing) = rows.first_west(&drawing, at) {
                face_of_walk[walk] = face_of_walk[walk_of[facing as usize] as usize];
            }
            faces[face_of_walk[walk] as usize].doubled_area += areas[walk];
        }
        let (walks, begins) = by_face(&face_of_walk, faces.len());
        let face_of = walk_of.into_iter().map(|walk| face_of_walk[walk as usize]).collect();
        let mut made = Self { drawing, faces, face_of, order, walk_begins, walks, begins };
        made.find_covers(rings);
        made
    }

    /// To the left of a half.
    pub fn left(&self, half: Half) -> FaceIndex {
        self.face_of[half as usize]
    }

    /// The border of a face, holes included, ground to the left.
    pub fn halves(&self, face: FaceIndex) -> impl Iterator<Item = Half> + Clone + '_ {
        let walks = self.begins[face as usize] as usize..self.begins[face as usize + 1] as usize;
        self.walks[walks].iter().flat_map(|&walk| {
            let span = self.walk_begins[walk as usize] as usize..self.walk_begins[walk as usize + 1] as usize;
            self.order[span].iter().copied()
        })
    }

    /// The mean width in metres: of a strip, its width; of anything rounder, about half its radius.
    pub fn width(&self, face: FaceIndex) -> f64 {
        let length: f64 = self.halves(face).map(|half| self.drawing.length(half)).sum();
        self.faces[face as usize].doubled_area as f64 / length.max(1.0)
    }

    fn find_covers(&mut self, rings: &[Ring]) {
        let mut known = vec![false; self.faces.len()];
        known[0] = true;
        let mut stack: Vec<FaceIndex> = vec![0];
        let mut faces = std::mem::take(&mut self.faces);
        let mut covers: Vec<(Owner, i32)> = Vec::new();
        while let Some(face) = stack.pop() {
            for half in self.halves(face) {
                let other = self.left(half ^ 1);
                if std::mem::replace(&mut known[other as usize], true) {
                    continue;
                }
                covers.clone_from(&faces[face as usize].covers);
                let mut add = |half: Half, by: i32| {
                    for &ring in self.drawing.runs(half) {
                        let owner = rings[ring as usize].owner;
                        match covers.iter_mut().find(|(covering, _)| *covering == owner) {
                            Some((_, times)) => *times += by,
                            None => covers.push((owner, by)),
                        }
                    }
                };
                add(half ^ 1, 1);
                add(half, -1);
                covers.retain(|&(_, times)| times != 0);
                covers.sort_unstable();
                faces[other as usize].covers.clone_from(&covers);
                stack.push(other);
            }
        }
        self.faces = faces;
    }
}

/// Every half once, in walks around the ground to its left; where each walk begins, and which a half is in.
fn walks(drawing: &Arrangement) -> (Vec<Half>, Vec<u32>, Vec<u32>) {
    let count = drawing.halves().len();
    let mut walk_of = vec![u32::MAX; count];
    let (mut order, mut begins) = (Vec::with_capacity(count), vec![0]);
    for start in drawing.halves() {
        if walk_of[start as usize] != u32::MAX {
            continue;
        }
        let walk = begins.len() as u32 - 1;
        let mut half = start;
        while walk_of[half as usize] == u32::MAX {
            walk_of[half as usize] = walk;
            order.push(half);
            half = drawing.next(half);
        }
        begins.push(order.len() as u32);
    }
    (order, begins, walk_of)
}

fn doubled_area(drawing: &Arrangement, walk: &[Half]) -> i64 {
    let Some(&first) = walk.first() else { return 0 };
    // Relative to the first point, so that the products stay small.
    let [x0, y0] = drawing.from(first).map(i64::from);
    let at = |half: Half| drawing.from(half).map(i64::from);
    let step = |&half: &Half| {
        let ([ax, ay], [bx, by]) = (at(half), at(half ^ 1));
        (ax - x0) * (by - y0) - (bx - x0) * (ay - y0)
    };
    walk.iter().map(step).sum()
}

/// The walks in order of face, and where each face's begin.
fn by_face(face_of_walk: &[FaceIndex], faces: usize) -> (Vec<u32>, Vec<u32>) {
    let mut begins = vec![0; faces + 1];
    for &face in face_of_walk {
        begins[face as usize + 1] += 1;
    }
    accumulate(&mut begins);
    let mut fill = begins.clone();
    let mut walks = vec![0; face_of_walk.len()];
    for (&face, walk) in face_of_walk.iter().zip(0..) {
        walks[fill[face as usize] as usize] = walk;
        fill[face as usize] += 1;
    }
    (walks, begins)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(owner: u32, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon: owner as usize, points: points.to_vec() }
    }

    fn covers(rings: &[Ring]) -> Vec<(i64, Vec<(Owner, i32)>)> {
        let faces = Faces::new(rings).faces;
        let mut found: Vec<_> =
            faces[1..].iter().map(|face| (face.doubled_area, face.covers.clone())).collect();
        found.sort();
        found
    }

    const ONE: Owner = Owner::Gemeente(1);
    const TWO: Owner = Owner::Gemeente(2);

    #[test]
    fn ground_that_two_claim_is_a_face_of_both() {
        let one = ring(1, &[[0, 0], [4, 0], [6, 0], [6, 4], [4, 4], [0, 4]]);
        let two = ring(2, &[[4, 0], [6, 0], [8, 0], [8, 4], [6, 4], [4, 4]]);
        assert_eq!(
            covers(&[one, two]),
            [(16, vec![(ONE, 1), (TWO, 1)]), (16, vec![(TWO, 1)]), (32, vec![(ONE, 1)])]
        );
    }

    #[test]
    fn a_hole_and_what_lies_loose_in_it_are_faces_of_their_own() {
        let outer = ring(1, &[[0, 0], [10, 0], [10, 10], [0, 10]]);
        let hole = ring(1, &[[2, 2], [2, 8], [8, 8], [8, 2]]);
        let island = ring(2, &[[4, 4], [5, 4], [5, 5], [4, 5]]);
        assert_eq!(
            covers(&[outer, hole, island]),
            [(2, vec![(TWO, 1)]), (70, vec![]), (128, vec![(ONE, 1)])]
        );
    }

    #[test]
    fn a_bow_tie_winds_backwards_on_one_side() {
        let bow_tie = ring(1, &[[0, 0], [2, 2], [4, 4], [4, 0], [2, 2], [0, 4]]);
        assert_eq!(covers(&[bow_tie]), [(8, vec![(ONE, -1)]), (8, vec![(ONE, 1)])]);
    }
}
