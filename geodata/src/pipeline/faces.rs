//! The ground between the borders: every face that the edges enclose, and whose rings cover it.
//!
//! Edges must meet in vertices only, as [`junctions`](super::junctions) leaves them. A face is walked with
//! its ground to the left; a component that lies loose inside a face is part of that face's border. Who
//! covers a face follows from winding: crossing an edge adds the rings whose left side one enters and takes
//! away those one leaves, starting from the outside, which nobody covers. So also rings that cross or cover
//! themselves are understood (they wind twice, or backwards).

use super::buckets::{high, low};
use super::coverage::{Owner, Point, Ring, doubled_area};
use super::geometry::orientation;
use super::index;
use super::junctions::edges;
use rustc_hash::FxHashMap;
use std::cmp::Ordering;

/// An edge walked one way: edge `h / 2`, from its smaller end when even. Its twin is `h ^ 1`.
pub type Half = u32;
/// By position in [`Faces::faces`]; 0 is the outside.
pub type FaceIndex = u32;

#[derive(Debug, Clone)]
pub struct Faces {
    pub faces: Vec<Face>,
    vertices: Vec<Point>,
    /// Ends as positions in `vertices`, the smaller first.
    ends: Vec<[u32; 2]>,
    face_of: Vec<FaceIndex>,
    /// Halves that leave a vertex, counter-clockwise, and where each vertex's begin.
    fans: Vec<Half>,
    fan_begins: Vec<u32>,
    place_in_fan: Vec<u32>,
    /// Per half the rings, by position, that run along it.
    runs: Vec<u32>,
    run_begins: Vec<u32>,
}

#[derive(Debug, Clone, Default)]
pub struct Face {
    /// Who covers it and how often, in order of owner; 1 where all is well, never 0.
    pub covers: Vec<(Owner, i32)>,
    /// Its border, holes included, ground to the left.
    pub halves: Vec<Half>,
    /// Twice the area in square metres, loose components taken off; of the outside, meaningless.
    pub doubled_area: i64,
    /// Metres.
    pub length: f64,
}

impl Face {
    /// The mean width in metres: of a strip, its width; of anything rounder, about half its radius.
    pub fn width(&self) -> f64 {
        self.doubled_area as f64 / self.length.max(1.0)
    }
}

impl Faces {
    pub fn new(rings: &[Ring]) -> Self {
        let mut vertices: Vec<Point> = rings.iter().flat_map(|ring| ring.points.iter().copied()).collect();
        vertices.sort_unstable();
        vertices.dedup();
        let (ends, runs, run_begins) = runs(rings, &vertices);
        let (fans, fan_begins, place_in_fan) = fans(&vertices, &ends);
        let mut made = Self {
            faces: Vec::new(),
            vertices,
            face_of: Vec::new(),
            ends,
            fans,
            fan_begins,
            place_in_fan,
            runs,
            run_begins,
        };
        made.find_faces();
        made.find_covers(rings);
        made
    }

    pub fn halves(&self) -> impl Iterator<Item = Half> + use<> {
        0..2 * self.ends.len() as Half
    }

    /// To the left of a half.
    pub fn left(&self, half: Half) -> FaceIndex {
        self.face_of[half as usize]
    }

    pub fn from(&self, half: Half) -> Point {
        self.vertices[self.vertex_from(half)]
    }

    pub fn length(&self, half: Half) -> f64 {
        let [a, b] = [self.from(half), self.from(half ^ 1)];
        f64::from(b[0] - a[0]).hypot(f64::from(b[1] - a[1]))
    }

    /// The rings, by position, that run along a half.
    pub fn runs(&self, half: Half) -> &[u32] {
        &self.runs[self.run_begins[half as usize] as usize..self.run_begins[half as usize + 1] as usize]
    }

    /// The half after this one along the border of what is to its left, among those that count.
    pub fn next(&self, half: Half, counts: impl Fn(Half) -> bool) -> Half {
        let back = half ^ 1;
        let vertex = self.vertex_from(back);
        let fan = &self.fans[self.fan_begins[vertex] as usize..self.fan_begins[vertex + 1] as usize];
        let place = self.place_in_fan[back as usize] as usize;
        // Clockwise from where one came; a walk that finds nothing else turns back.
        (1..fan.len())
            .map(|step| fan[(place + fan.len() - step) % fan.len()])
            .find(|&next| counts(next))
            .unwrap_or(back)
    }

    fn vertex_from(&self, half: Half) -> usize {
        self.ends[half as usize / 2][half as usize % 2] as usize
    }

    fn find_faces(&mut self) {
        let mut walk_of = vec![u32::MAX; 2 * self.ends.len()];
        let mut walks: Vec<Vec<Half>> = Vec::new();
        for start in self.halves() {
            if walk_of[start as usize] != u32::MAX {
                continue;
            }
            let mut walk = Vec::new();
            let mut half = start;
            while walk_of[half as usize] == u32::MAX {
                walk_of[half as usize] = walks.len() as u32;
                walk.push(half);
                half = self.next(half, |_| true);
            }
            walks.push(walk);
        }
        let areas: Vec<i64> = walks.iter().map(|walk| self.doubled_area_of(walk)).collect();
        let mut faces = vec![Face::default()];
        let mut face_of_walk = vec![0; walks.len()];
        for (walk, area) in areas.iter().enumerate().filter(|&(_, &area)| area > 0) {
            face_of_walk[walk] = faces.len() as FaceIndex;
            faces.push(Face { doubled_area: *area, ..Face::default() });
        }
        // The other walks go around the outside of a component: they lie in what is west of them. Taken from
        // the west, what they lie in is known.
        let mut outsides: Vec<(Point, usize)> = (0..walks.len())
            .filter(|&walk| areas[walk] <= 0)
            .filter_map(|walk| Some((walks[walk].iter().map(|&half| self.from(half)).min()?, walk)))
            .collect();
        outsides.sort_unstable();
        let segments: Vec<(Point, Point)> =
            (0..self.ends.len() as Half).map(|edge| (self.from(2 * edge), self.from(2 * edge + 1))).collect();
        let index = index::Segments::new(&segments);
        let west = self.vertices.first().map_or(0, |point| point[0]);
        for (at, walk) in outsides {
            if let Some(edge) = first_west(&segments, &index, at, west) {
                // The side that looks east walks down.
                let down = if segments[edge].0[1] > segments[edge].1[1] { 2 * edge } else { 2 * edge + 1 };
                face_of_walk[walk] = face_of_walk[walk_of[down] as usize];
            }
            let face = &mut faces[face_of_walk[walk] as usize];
            face.doubled_area += areas[walk];
        }
        for (walk, halves) in walks.into_iter().enumerate() {
            let length: f64 = halves.iter().map(|&half| self.length(half)).sum();
            let face = &mut faces[face_of_walk[walk] as usize];
            face.length += length;
            face.halves.extend(halves);
        }
        self.face_of = walk_of.into_iter().map(|walk| face_of_walk[walk as usize]).collect();
        self.faces = faces;
    }

    fn doubled_area_of(&self, walk: &[Half]) -> i64 {
        let points: Vec<Point> = walk.iter().map(|&half| self.from(half)).collect();
        doubled_area(&points)
    }

    fn find_covers(&mut self, rings: &[Ring]) {
        let mut known = vec![false; self.faces.len()];
        known[0] = true;
        let mut stack: Vec<FaceIndex> = vec![0];
        while let Some(face) = stack.pop() {
            for place in 0..self.faces[face as usize].halves.len() {
                let half = self.faces[face as usize].halves[place];
                let other = self.left(half ^ 1);
                if std::mem::replace(&mut known[other as usize], true) {
                    continue;
                }
                let mut covers = self.faces[face as usize].covers.clone();
                let mut add = |half: Half, by: i32| {
                    for &ring in self.runs(half) {
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
                self.faces[other as usize].covers = covers;
                stack.push(other);
            }
        }
    }
}

type Rows = (Vec<[u32; 2]>, Vec<u32>, Vec<u32>);

/// The edges, and who runs along each half of them.
fn runs(rings: &[Ring], vertices: &[Point]) -> Rows {
    let names: FxHashMap<Point, u32> = vertices.iter().copied().zip(0..).collect();
    let mut walked: Vec<([u32; 2], bool, u32)> = rings
        .iter()
        .zip(0..)
        .flat_map(|(ring, index)| edges(&ring.points).map(move |edge| (edge, index)))
        .filter(|((a, b), _)| a != b)
        .map(|((a, b), ring)| ([names[&a.min(b)], names[&a.max(b)]], a > b, ring))
        .collect();
    walked.sort_unstable();
    let mut ends: Vec<[u32; 2]> = Vec::new();
    let (mut runs, mut begins) = (Vec::with_capacity(walked.len()), Vec::new());
    for (edge, backwards, ring) in walked {
        if ends.last() != Some(&edge) {
            ends.push(edge);
        }
        let half = 2 * (ends.len() - 1) + usize::from(backwards);
        while begins.len() <= half {
            begins.push(runs.len() as u32);
        }
        runs.push(ring);
    }
    begins.resize(2 * ends.len() + 1, runs.len() as u32);
    (ends, runs, begins)
}

fn fans(vertices: &[Point], ends: &[[u32; 2]]) -> (Vec<Half>, Vec<u32>, Vec<u32>) {
    let mut begins = vec![0_u32; vertices.len() + 1];
    for end in ends.iter().flatten() {
        begins[*end as usize + 1] += 1;
    }
    for vertex in 0..vertices.len() {
        begins[vertex + 1] += begins[vertex];
    }
    let mut fill = begins.clone();
    let mut fans = vec![0; 2 * ends.len()];
    for (end, half) in ends.iter().flatten().zip(0..) {
        fans[fill[*end as usize] as usize] = half;
        fill[*end as usize] += 1;
    }
    let mut places = vec![0; fans.len()];
    for (vertex, &at) in vertices.iter().enumerate() {
        let fan = &mut fans[begins[vertex] as usize..begins[vertex + 1] as usize];
        let to = |half: Half| vertices[ends[half as usize / 2][1 - half as usize % 2] as usize];
        fan.sort_unstable_by(|&a, &b| by_angle(at, to(a), to(b)));
        for (half, place) in fan.iter().zip(0..) {
            places[*half as usize] = place;
        }
    }
    (fans, begins, places)
}

/// From due east counter-clockwise.
pub fn by_angle(at: Point, a: Point, b: Point) -> Ordering {
    let lower = |p: Point| p[1] < at[1] || (p[1] == at[1] && p[0] < at[0]);
    lower(a).cmp(&lower(b)).then_with(|| orientation(at, b, a).cmp(&0)).then_with(|| a.cmp(&b))
}

/// The first edge straight west of a vertex (just above it, so that no vertex is hit).
fn first_west(
    segments: &[(Point, Point)],
    index: &index::Segments,
    [x, y]: Point,
    west: i32,
) -> Option<usize> {
    let height = f64::from(y);
    index
        .near(low([west, y], [x, y]), high([west, y], [x, y]))
        .map(|name| name as usize)
        .filter(|&name| (segments[name].0[1] <= y) != (segments[name].1[1] <= y))
        .filter_map(|name| {
            let (a, b) = segments[name];
            let slope = f64::from(b[0] - a[0]) / f64::from(b[1] - a[1]);
            let at = f64::from(a[0]) + (height - f64::from(a[1])) * slope;
            (at < f64::from(x)).then_some((at, slope, name))
        })
        .max_by(|one, two| one.0.total_cmp(&two.0).then_with(|| one.1.total_cmp(&two.1)))
        .map(|(_, _, name)| name)
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
