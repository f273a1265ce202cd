//! Rings walked anew along the faces, for every region whose rings are not the border of its ground.

use crate::pipeline::arrangement::{Half, accumulate};
use crate::pipeline::coverage::{Coverage, Owner, Point, Ring, doubled_area};
use crate::pipeline::faces::{FaceIndex, Faces};
use crate::pipeline::vertices::NONE;

/// The rings of the coverage when each face has the owner given: those of regions that are right already stay
/// as they are; nothing when all are.
pub fn walked_anew(coverage: &Coverage, faces: &Faces, owners: &[Option<Owner>]) -> Option<Vec<Ring>> {
    let rows = rows(coverage);
    let borders = borders(faces, owners, rows);
    let stale = stale(coverage, faces, &borders, rows);
    if !stale.contains(&true) {
        return None;
    }
    let (halves, begins) = by_row(&borders, &stale);
    let mut walker = Walker::new(coverage, faces, owners, borders);
    let mut rings: Vec<Ring> = Vec::with_capacity(coverage.rings.len());
    for sound in coverage.rings.chunk_by(|a, b| a.owner == b.owner) {
        let owner = sound[0].owner;
        let row = row_of(owner, stale.len());
        if stale[row] {
            let halves = &halves[begins[row] as usize..begins[row + 1] as usize];
            rings.extend(walker.walk(owner, row as u32, halves));
        } else {
            rings.extend_from_slice(sound);
        }
    }
    number_polygons(&mut rings);
    Some(rings)
}

/// A row for every place that has rings, and one for water.
fn rows(coverage: &Coverage) -> usize {
    let highest = coverage.rings.iter().filter_map(|ring| match ring.owner {
        Owner::Gemeente(index) => Some(index as usize + 1),
        Owner::Water => None,
    });
    highest.max().unwrap_or_default() + 1
}

/// Per half the row of the region whose border it is, the region to its left; [`NONE`] where it is nobody's.
fn borders(faces: &Faces, owners: &[Option<Owner>], rows: usize) -> Vec<u32> {
    let mut borders = Vec::with_capacity(faces.drawing.halves().len());
    for edge in faces.drawing.halves().step_by(2) {
        let [left, right] = [edge, edge + 1].map(|half| owners[faces.left(half) as usize]);
        let row = |owner: Option<Owner>| match owner {
            Some(owner) if left != right => row_of(owner, rows) as u32,
            _ => NONE,
        };
        borders.extend([row(left), row(right)]);
    }
    borders
}

/// Which regions have a ring where no border of theirs is, or none where there is.
fn stale(coverage: &Coverage, faces: &Faces, borders: &[u32], rows: usize) -> Vec<bool> {
    let mut stale = vec![false; rows];
    let row_of_ring: Vec<u32> = coverage.rings.iter().map(|ring| row_of(ring.owner, rows) as u32).collect();
    for (half, &expected) in faces.drawing.halves().zip(borders) {
        let runs = faces.drawing.runs(half);
        let is_right = match runs {
            [] => expected == NONE,
            [ring] => row_of_ring[*ring as usize] == expected,
            _ => false,
        };
        if !is_right {
            runs.iter().for_each(|&ring| stale[row_of_ring[ring as usize] as usize] = true);
            if expected != NONE {
                stale[expected as usize] = true;
            }
        }
    }
    // A ring that passes a vertex twice is two rings.
    let mut passed = vec![NONE; faces.drawing.vertex_count()];
    for (index, ring) in coverage.rings.iter().enumerate() {
        let walked = faces.drawing.walked(index);
        let twice =
            |&vertex: &u32| std::mem::replace(&mut passed[vertex as usize], index as u32) == index as u32;
        if walked.iter().any(twice) {
            stale[row_of(ring.owner, rows)] = true;
        }
    }
    stale
}

/// The border halves of every stale region, one region after another, and where each begins.
fn by_row(borders: &[u32], stale: &[bool]) -> (Vec<Half>, Vec<u32>) {
    let of_stale = || borders.iter().zip(0..).filter(|&(&row, _)| row != NONE && stale[row as usize]);
    let mut begins = vec![0; stale.len() + 1];
    of_stale().for_each(|(&row, _)| begins[row as usize + 1] += 1);
    accumulate(&mut begins);
    let mut fill = begins.clone();
    let mut halves = vec![0; begins.last().copied().unwrap_or_default() as usize];
    for (&row, half) in of_stale() {
        halves[fill[row as usize] as usize] = half;
        fill[row as usize] += 1;
    }
    (halves, begins)
}

/// Twice the area of a ring, its points, and the first of the region's old rings along it.
type Walked = (i64, Vec<Point>, u32);

struct Walker<'a> {
    coverage: &'a Coverage,
    faces: &'a Faces,
    borders: Vec<u32>,
    /// Per face the first of those that it is one ground with: of one owner, edge to edge.
    grounds: Vec<FaceIndex>,
    done: Vec<bool>,
    /// Per vertex its place in the walk at hand.
    place: Vec<u32>,
}

impl<'a> Walker<'a> {
    fn new(coverage: &'a Coverage, faces: &'a Faces, owners: &[Option<Owner>], borders: Vec<u32>) -> Self {
        Self {
            coverage,
            faces,
            borders,
            grounds: grounds(faces, owners),
            done: vec![false; faces.drawing.halves().len()],
            place: vec![NONE; faces.drawing.vertex_count()],
        }
    }

    /// The polygons of one region in order of its first ring: one for each ground, holes after the outer ring.
    fn walk(&mut self, owner: Owner, row: u32, halves: &[Half]) -> Vec<Ring> {
        let mut walked: Vec<(FaceIndex, Walked)> = Vec::new();
        let mut around = Vec::new();
        for &start in halves {
            let mut half = start;
            while !std::mem::replace(&mut self.done[half as usize], true) {
                around.push(half);
                half = self.faces.drawing.next_of(half, |half| self.borders[half as usize] == row);
            }
            self.cut_at_repeats(owner, &around, &mut walked);
            around.clear();
        }
        // The one outer ring of a ground is the one that runs counter-clockwise.
        walked.sort_by(|(ground, a), (other, b)| {
            let key = |ring: &Walked| (ring.0 < 0, ring.2, ring.1.first().copied());
            ground.cmp(other).then_with(|| key(a).cmp(&key(b)))
        });
        let first =
            |rings: &[(FaceIndex, Walked)]| rings.iter().map(|(_, ring)| ring.2).min().unwrap_or(u32::MAX);
        let mut polygons: Vec<(u32, &mut [(FaceIndex, Walked)])> =
            walked.chunk_by_mut(|a, b| a.0 == b.0).map(|rings| (first(rings), rings)).collect();
        polygons.sort_by_key(|(first, rings)| (*first, rings[0].0));
        let of_owner = || self.coverage.rings.iter().find(|ring| ring.owner == owner);
        let number_of = |first: u32| {
            self.coverage.rings.get(first as usize).or_else(of_owner).map_or(0, |ring| ring.number)
        };
        let mut rings = Vec::with_capacity(polygons.iter().map(|(_, rings)| rings.len()).sum());
        for (polygon, (first, walked)) in polygons.into_iter().enumerate() {
            rings.extend(walked.iter_mut().map(|(_, (_, points, _))| Ring {
                owner,
                number: number_of(first),
                polygon,
                points: std::mem::take(points),
            }));
        }
        rings
    }

    /// Cuts a walk wherever it comes back to a vertex: rings that meet themselves nowhere.
    fn cut_at_repeats(&mut self, owner: Owner, walk: &[Half], walked: &mut Vec<(FaceIndex, Walked)>) {
        let mut kept: Vec<Half> = Vec::with_capacity(walk.len());
        for &half in walk {
            let vertex = self.faces.drawing.vertex(half) as usize;
            if self.place[vertex] != NONE {
                let start = self.place[vertex] as usize;
                self.finish(owner, &kept[start..], walked);
                kept.truncate(start);
            }
            self.place[vertex] = kept.len() as u32;
            kept.push(half);
        }
        self.finish(owner, &kept, walked);
    }

    /// Notes a ring, and forgets the places of its vertices.
    fn finish(&mut self, owner: Owner, ring: &[Half], walked: &mut Vec<(FaceIndex, Walked)>) {
        for &half in ring {
            self.place[self.faces.drawing.vertex(half) as usize] = NONE;
        }
        if ring.len() < 3 {
            return;
        }
        let points: Vec<Point> = ring.iter().map(|&half| self.faces.drawing.from(half)).collect();
        let mut first = u32::MAX;
        for &run in ring.iter().flat_map(|&half| self.faces.drawing.runs(half)) {
            if run < first && self.coverage.rings[run as usize].owner == owner {
                first = run;
            }
        }
        let ground = self.grounds[self.faces.left(ring[0]) as usize];
        walked.push((ground, (doubled_area(&points), points, first)));
    }
}

/// By position of the place, water last.
fn row_of(owner: Owner, rows: usize) -> usize {
    match owner {
        Owner::Gemeente(index) => index as usize,
        Owner::Water => rows - 1,
    }
}

/// By union of the faces on either side of an edge, the smaller number first (Tarjan 1975, with paths halved).
fn grounds(faces: &Faces, owners: &[Option<Owner>]) -> Vec<FaceIndex> {
    fn first(ground: &mut [FaceIndex], mut face: FaceIndex) -> FaceIndex {
        while ground[face as usize] != face {
            ground[face as usize] = ground[ground[face as usize] as usize];
            face = ground[face as usize];
        }
        face
    }
    let mut ground: Vec<FaceIndex> = (0..faces.faces.len() as FaceIndex).collect();
    for edge in faces.drawing.halves().step_by(2) {
        let [left, right] = [edge, edge + 1].map(|half| faces.left(half));
        if left != right && owners[left as usize] == owners[right as usize] {
            let [left, right] = [left, right].map(|face| first(&mut ground, face));
            ground[left.max(right) as usize] = left.min(right);
        }
    }
    (0..ground.len() as FaceIndex).map(|face| first(&mut ground, face)).collect()
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
