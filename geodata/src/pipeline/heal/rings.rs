//! Rings walked anew along the faces, for every region whose rings are not the border of its ground.

use crate::pipeline::arrangement::{Half, accumulate};
use crate::pipeline::coverage::{Coverage, Owner, Point, Ring, doubled_area};
use crate::pipeline::faces::{FaceIndex, Faces};
use crate::pipeline::vertices::NONE;

/// The rings of the coverage when each face has the owner given: those of regions that are right already stay
/// as they are; nothing when all are.
pub fn walked_anew(coverage: &Coverage, faces: &Faces, owners: &[Option<Owner>]) -> Option<Vec<Ring>> {
    let stale = stale(coverage, faces, owners);
    if !stale.contains(&true) {
        return None;
    }
    let mut walker = Walker::new(coverage, faces, owners);
    let (halves, begins) = walker.borders(&stale);
    let mut rings: Vec<Ring> = Vec::with_capacity(coverage.rings.len());
    for sound in coverage.rings.chunk_by(|a, b| a.owner == b.owner) {
        let owner = sound[0].owner;
        let row = row_of(owner, stale.len());
        if stale[row] {
            rings.extend(walker.walk(owner, &halves[begins[row] as usize..begins[row + 1] as usize]));
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

/// Which regions have a ring where no border of theirs is, or none where there is.
fn stale(coverage: &Coverage, faces: &Faces, owners: &[Option<Owner>]) -> Vec<bool> {
    let rows = rows(coverage);
    let mut stale = vec![false; rows];
    for half in faces.drawing.halves() {
        let runs = faces.drawing.runs(half);
        let left = owners[faces.left(half) as usize];
        let expected = left.filter(|_| left != owners[faces.left(half ^ 1) as usize]);
        let is_right = match (runs, expected) {
            ([], None) => true,
            ([ring], Some(expected)) => coverage.rings[*ring as usize].owner == expected,
            _ => false,
        };
        if !is_right {
            for owner in
                expected.into_iter().chain(runs.iter().map(|&ring| coverage.rings[ring as usize].owner))
            {
                stale[row_of(owner, rows)] = true;
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

/// Twice the area of a ring, its points, and the first of the region's old rings along it.
type Walked = (i64, Vec<Point>, u32);

struct Walker<'a> {
    coverage: &'a Coverage,
    faces: &'a Faces,
    owners: &'a [Option<Owner>],
    /// Per face the first of those that it is one ground with: of one owner, edge to edge.
    grounds: Vec<FaceIndex>,
    done: Vec<bool>,
    /// Per vertex its place in the walk at hand.
    place: Vec<u32>,
}

impl<'a> Walker<'a> {
    fn new(coverage: &'a Coverage, faces: &'a Faces, owners: &'a [Option<Owner>]) -> Self {
        Self {
            coverage,
            faces,
            owners,
            grounds: grounds(faces, owners),
            done: vec![false; faces.drawing.halves().len()],
            place: vec![NONE; faces.drawing.vertex_count()],
        }
    }

    fn is_border_of(&self, owner: Owner, half: Half) -> bool {
        let of = |half: Half| self.owners[self.faces.left(half) as usize];
        of(half) == Some(owner) && of(half ^ 1) != Some(owner)
    }

    /// The border halves of every stale region, one region after another, and where each begins.
    fn borders(&self, stale: &[bool]) -> (Vec<Half>, Vec<u32>) {
        let border = |half: Half| {
            let owner = self.owners[self.faces.left(half) as usize]?;
            let row = row_of(owner, stale.len());
            (stale[row] && self.is_border_of(owner, half)).then_some(row)
        };
        let mut begins = vec![0; stale.len() + 1];
        for row in self.faces.drawing.halves().filter_map(border) {
            begins[row + 1] += 1;
        }
        accumulate(&mut begins);
        let mut fill = begins.clone();
        let mut halves = vec![0; begins.last().copied().unwrap_or_default() as usize];
        for half in self.faces.drawing.halves() {
            if let Some(row) = border(half) {
                halves[fill[row] as usize] = half;
                fill[row] += 1;
            }
        }
        (halves, begins)
    }

    /// The polygons of one region in order of its first ring: one for each ground, holes after the outer ring.
    fn walk(&mut self, owner: Owner, halves: &[Half]) -> Vec<Ring> {
        let mut walked: Vec<(FaceIndex, Walked)> = Vec::new();
        let mut around = Vec::new();
        for &start in halves {
            let mut half = start;
            while !std::mem::replace(&mut self.done[half as usize], true) {
                around.push(half);
                half = self.faces.drawing.next_of(half, |half| self.is_border_of(owner, half));
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
        let mut polygons: Vec<(u32, &[(FaceIndex, Walked)])> =
            walked.chunk_by(|a, b| a.0 == b.0).map(|rings| (first(rings), rings)).collect();
        polygons.sort_by_key(|&(first, rings)| (first, rings[0].0));
        let of_owner = || self.coverage.rings.iter().find(|ring| ring.owner == owner);
        let number_of = |first: u32| {
            self.coverage.rings.get(first as usize).or_else(of_owner).map_or(0, |ring| ring.number)
        };
        let ring = |polygon: usize, first: u32, points: &[Point]| Ring {
            owner,
            number: number_of(first),
            polygon,
            points: points.to_vec(),
        };
        let numbered = polygons.iter().enumerate();
        numbered
            .flat_map(|(polygon, &(first, rings))| {
                rings.iter().map(move |(_, (_, points, _))| (polygon, first, points))
            })
            .map(|(polygon, first, points)| ring(polygon, first, points))
            .collect()
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
        let own = |&&run: &&u32| self.coverage.rings[run as usize].owner == owner;
        let runs = ring.iter().flat_map(|&half| self.faces.drawing.runs(half)).filter(own);
        let first = runs.min().copied().unwrap_or(u32::MAX);
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

fn grounds(faces: &Faces, owners: &[Option<Owner>]) -> Vec<FaceIndex> {
    let mut ground = vec![FaceIndex::MAX; faces.faces.len()];
    for start in 0..faces.faces.len() as FaceIndex {
        if ground[start as usize] != FaceIndex::MAX {
            continue;
        }
        ground[start as usize] = start;
        let mut stack = vec![start];
        while let Some(face) = stack.pop() {
            for half in faces.halves(face) {
                let other = faces.left(half ^ 1);
                if ground[other as usize] == FaceIndex::MAX
                    && owners[other as usize] == owners[start as usize]
                {
                    ground[other as usize] = start;
                    stack.push(other);
                }
            }
        }
    }
    ground
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
