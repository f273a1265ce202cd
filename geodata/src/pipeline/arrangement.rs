//! The drawing that all rings make together: every vertex once, every edge once, and which rings run along
//! each side of it.
//!
//! An edge is walked either way as a *half* (a half-edge of a doubly connected edge list; de Berg et al.,
//! "Computational geometry", chapter 2). Edges must meet in vertices only, as
//! [`junctions`](super::junctions) leaves them.

use super::coverage::{Point, Ring};
use super::geometry::orientation;
use super::vertices::Vertices;
use std::cmp::Ordering;

/// An edge walked one way: edge `h / 2`. Its twin is `h ^ 1`.
pub type Half = u32;

#[derive(Debug, Clone)]
pub struct Arrangement {
    vertices: Vec<Point>,
    /// Ends as positions in `vertices`; the even half leaves the first.
    ends: Vec<[u32; 2]>,
    /// The half after each along the border of what is to its left.
    next: Vec<Half>,
    /// Per half the rings, by position, that run along it.
    runs: Vec<u32>,
    run_begins: Vec<u32>,
    /// The rings as vertices, and where each begins.
    walked: Vec<u32>,
    walk_begins: Vec<u32>,
}

/// What rings draw: different vertices, the rings over them, and different edges.
pub struct Drawn {
    pub vertices: Vertices,
    walked: Vec<u32>,
    walk_begins: Vec<u32>,
    /// The ends of every edge.
    pub ends: Vec<[u32; 2]>,
    /// Per step of the rings, one ring after another, the half that it takes; at a repeated point none.
    pub steps: Vec<Half>,
}

/// The step from a point to itself.
pub const NO_STEP: Half = Half::MAX;

impl Drawn {
    pub fn new<'a>(rings: impl Iterator<Item = &'a [Point]> + Clone) -> Self {
        let total = rings.clone().map(<[Point]>::len).sum();
        let mut vertices = Vertices::with_room(total);
        let mut walked = Vec::with_capacity(total);
        let mut walk_begins = vec![0];
        for ring in rings {
            walked.extend(ring.iter().map(|&point| vertices.number(point)));
            walk_begins.push(walked.len() as u32);
        }
        let (ends, steps) = edges(&walked, &walk_begins, vertices.points().len());
        Self { vertices, walked, walk_begins, ends, steps }
    }
}

impl Arrangement {
    pub fn new(rings: &[Ring]) -> Self {
        let drawn = Drawn::new(rings.iter().map(|ring| ring.points.as_slice()));
        let (runs, run_begins) = runs(&drawn);
        let Drawn { vertices, walked, walk_begins, ends, .. } = drawn;
        let vertices = vertices.into_points();
        let next = next(&vertices, &ends);
        Self { vertices, ends, next, runs, run_begins, walked, walk_begins }
    }

    pub fn halves(&self) -> std::ops::Range<Half> {
        0..2 * self.ends.len() as Half
    }

    pub fn vertex_count(&self) -> usize {
        self.vertices.len()
    }

    /// Where a half begins: by number, and as a point.
    pub fn vertex(&self, half: Half) -> u32 {
        self.ends[half as usize / 2][half as usize % 2]
    }

    pub fn from(&self, half: Half) -> Point {
        self.vertices[self.vertex(half) as usize]
    }

    pub fn length(&self, half: Half) -> f64 {
        let [a, b] = [self.from(half), self.from(half ^ 1)];
        let [dx, dy] = [f64::from(b[0] - a[0]), f64::from(b[1] - a[1])];
        (dx * dx + dy * dy).sqrt()
    }

    /// The rings, by position, that run along a half.
    pub fn runs(&self, half: Half) -> &[u32] {
        &self.runs[self.run_begins[half as usize] as usize..self.run_begins[half as usize + 1] as usize]
    }

    /// The vertices of a ring by number.
    pub fn walked(&self, ring: usize) -> &[u32] {
        &self.walked[self.walk_begins[ring] as usize..self.walk_begins[ring + 1] as usize]
    }

    /// The half after this one along the border of what is to its left.
    pub fn next(&self, half: Half) -> Half {
        self.next[half as usize]
    }

    /// The same among halves that count; a walk that finds no other turns back.
    pub fn next_of(&self, half: Half, counts: impl Fn(Half) -> bool) -> Half {
        let mut next = self.next(half);
        // Clockwise from where one came.
        while next != half ^ 1 && !counts(next) {
            next = self.next(next ^ 1);
        }
        next
    }
}

/// The edges, and the half that each step takes: sorted by counting on the smaller end.
fn edges(walked: &[u32], walk_begins: &[u32], vertices: usize) -> (Vec<[u32; 2]>, Vec<Half>) {
    let mut begins = vec![0_u32; vertices + 1];
    each_step(walked, walk_begins, |from, to, _| begins[from.min(to) as usize + 1] += 1);
    accumulate(&mut begins);
    // The larger end and the step.
    let mut sorted = vec![(0_u32, 0_u32); walked.len()];
    let mut fill = begins.clone();
    each_step(walked, walk_begins, |from, to, step| {
        let at = &mut fill[from.min(to) as usize];
        sorted[*at as usize] = (from.max(to), step as u32);
        *at += 1;
    });
    let mut ends: Vec<[u32; 2]> = Vec::with_capacity(walked.len() / 2);
    let mut steps = vec![NO_STEP; walked.len()];
    for (small, span) in begins.windows(2).enumerate() {
        let around = &mut sorted[span[0] as usize..span[1] as usize];
        around.sort_unstable();
        for &(large, step) in around.iter() {
            if ends.last() != Some(&[small as u32, large]) {
                ends.push([small as u32, large]);
            }
            let is_backwards = walked[step as usize] == large;
            steps[step as usize] = 2 * (ends.len() as Half - 1) + Half::from(is_backwards);
        }
    }
    (ends, steps)
}

/// Visits every step of the rings from one vertex to another, with its place.
fn each_step(walked: &[u32], walk_begins: &[u32], mut visit: impl FnMut(u32, u32, usize)) {
    for span in walk_begins.windows(2) {
        let ring = &walked[span[0] as usize..span[1] as usize];
        let ends = ring.iter().skip(1).chain(ring.first());
        for ((&from, &to), at) in ring.iter().zip(ends).zip(span[0] as usize..) {
            if from != to {
                visit(from, to, at);
            }
        }
    }
}

/// Who runs along each half, in order of ring, and where each half's begin.
fn runs(drawn: &Drawn) -> (Vec<u32>, Vec<u32>) {
    let taken = drawn.walk_begins.windows(2).zip(0..).flat_map(|(span, ring)| {
        let steps = &drawn.steps[span[0] as usize..span[1] as usize];
        steps.iter().filter(|&&half| half != NO_STEP).map(move |&half| (half as usize, ring))
    });
    let mut begins = vec![0; 2 * drawn.ends.len() + 1];
    taken.clone().for_each(|(half, _)| begins[half + 1] += 1);
    accumulate(&mut begins);
    let mut fill = begins.clone();
    let mut runs = vec![0; begins.last().copied().unwrap_or_default() as usize];
    taken.for_each(|(half, ring)| {
        runs[fill[half] as usize] = ring;
        fill[half] += 1;
    });
    (runs, begins)
}

/// From the halves that leave each vertex in order of angle: the next along a border is the one clockwise.
fn next(vertices: &[Point], ends: &[[u32; 2]]) -> Vec<Half> {
    let mut begins = vec![0_u32; vertices.len() + 1];
    for end in ends.iter().flatten() {
        begins[*end as usize + 1] += 1;
    }
    accumulate(&mut begins);
    let mut fill = begins.clone();
    let mut fans = vec![0; 2 * ends.len()];
    for (end, half) in ends.iter().flatten().zip(0..) {
        fans[fill[*end as usize] as usize] = half;
        fill[*end as usize] += 1;
    }
    let mut next = vec![0; fans.len()];
    for (vertex, &at) in vertices.iter().enumerate() {
        let fan = &mut fans[begins[vertex] as usize..begins[vertex + 1] as usize];
        let to = |half: Half| vertices[ends[half as usize / 2][1 - half as usize % 2] as usize];
        if fan.len() > 2 {
            fan.sort_unstable_by(|&a, &b| by_angle(at, to(a), to(b)));
        }
        let mut before = fan.last().copied().unwrap_or_default();
        for &half in fan.iter() {
            next[half as usize ^ 1] = before;
            before = half;
        }
    }
    next
}

/// Counts to where each begins.
pub fn accumulate(counts: &mut [u32]) {
    let mut sum = 0;
    for count in counts {
        sum += *count;
        *count = sum;
    }
}

/// From due east counter-clockwise.
pub fn by_angle(at: Point, a: Point, b: Point) -> Ordering {
    let lower = |p: Point| p[1] < at[1] || (p[1] == at[1] && p[0] < at[0]);
    lower(a).cmp(&lower(b)).then_with(|| orientation(at, b, a).cmp(&0)).then_with(|| a.cmp(&b))
}
