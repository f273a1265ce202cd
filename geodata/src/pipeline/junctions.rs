//! Third stage: edges meet in vertices only. A vertex of one region on an edge of another becomes a vertex of
//! both, and so does the crossing of two edges.
//!
//! Borders are drawn by several hands: one side has a vertex where the other runs straight on, or the two
//! lie centimetres apart and cross once rounded. [`pixels`] bends every edge through what it meets, by at
//! most 0.71 m; [`threads`] takes out what is then left of rings that ran back along themselves. Ground that
//! two regions claim, or none, is not judged here but in the next stage.

use super::arrangement::{Drawn, Half, NO_STEP};
use super::buckets::{high, low};
use super::coverage::{Coverage, Owner, Point, Ring};
use super::geometry::distance2;
use super::index::{Cells, Segments};
use pixels::{Bent, Edge};
use rustc_hash::FxHashSet;
use threads::{Gone, Threads};

mod pixels;
mod threads;

/// What had to be done to make borders meet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Repairs {
    /// Different vertices of the source.
    pub different: usize,
    /// Vertices inserted into edges that they lay on, counted once for an edge.
    pub vertices: usize,
    /// Where, ring by ring: an edge that two regions share stands here for both.
    pub inserted: Vec<(Owner, Point)>,
    /// Spikes and loops closed that were less than a metre wide.
    pub threads: Vec<(Owner, Point)>,
    /// How far what was taken out there lay from the nearest edge that stayed, for both ends of that. Metres.
    pub reaches: Vec<(Point, f64)>,
}

/// The coverage with every T-junction and every crossing given its vertex.
pub fn junctions(coverage: Coverage) -> (Coverage, Repairs) {
    let Coverage { places, mut rings } = coverage;
    let Drawn { vertices, ends, steps, .. } = Drawn::new(rings.iter().map(|ring| ring.points.as_slice()));
    let mut repairs = Repairs { different: vertices.points().len(), ..Repairs::default() };
    let points = vertices.into_points();
    let bent =
        pixels::bent(ends.iter().map(|end| (points[end[0] as usize], points[end[1] as usize])).collect());
    repairs.vertices = bent.inserted;
    let mut rest = steps.as_slice();
    for ring in &mut rings {
        let (steps, others) = rest.split_at(ring.points.len());
        rest = others;
        if !bent.is_straight() {
            let inserted = route(&mut ring.points, steps, &bent);
            repairs.inserted.extend(inserted.into_iter().map(|point| (ring.owner, point)));
        }
    }
    let (mut threads, mut went) = (Threads::default(), Vec::new());
    for ring in &mut rings {
        let closed = threads.remove(&mut ring.points, &mut went);
        repairs.threads.extend(closed.into_iter().map(|point| (ring.owner, point)));
    }
    repairs.reaches = reaches(&went, &rings);
    (Coverage { places, rings }, repairs)
}

/// Of what is on no ring any more, how far it lies from the nearest edge, told of both ends of that.
fn reaches(went: &[Gone], rings: &[Ring]) -> Vec<(Point, f64)> {
    if went.is_empty() {
        return Vec::new();
    }
    // The foot is the end of an edge: none that is nearer lies outside this box.
    let around = |&Gone { point, foot }: &Gone| {
        let to_foot = (point[0] - foot[0]).abs().max((point[1] - foot[1]).abs()) + 1;
        (point.map(|value| value - to_foot), point.map(|value| value + to_foot))
    };
    let points = || rings.iter().flat_map(|ring| &ring.points).copied();
    let count: usize = rings.iter().map(|ring| ring.points.len()).sum();
    let cells = Cells::over(points(), count / 2);
    let mut is_asked = vec![false; cells.count()];
    for (low, high) in went.iter().map(around) {
        cells.of(low, high).for_each(|cell| is_asked[cell] = true);
    }
    let mut lost: FxHashSet<Point> = went.iter().map(|gone| gone.point).collect();
    points().filter(|&point| is_asked[cells.name(point)]).for_each(|point| _ = lost.remove(&point));
    let is_near = |&(a, b): &Edge| match (cells.name(a), cells.name(b)) {
        (one, other) if one == other => is_asked[one],
        _ => cells.of(low(a, b), high(a, b)).any(|cell| is_asked[cell]),
    };
    let edges: Vec<Edge> = rings.iter().flat_map(|ring| edges(&ring.points)).filter(is_near).collect();
    let index = Segments::within(cells, &edges);
    let reach = |gone: &Gone| {
        let (low, high) = around(gone);
        let near = index.near(low, high).map(|name| edges[name as usize]);
        let distances = near.map(|(a, b)| (distance2(a, b, gone.point), a, b));
        distances.min_by(|one, other| one.0.total_cmp(&other.0))
    };
    let nearest = went.iter().filter(|gone| lost.contains(&gone.point)).filter_map(reach);
    nearest.flat_map(|(distance2, a, b)| [(a, distance2.sqrt()), (b, distance2.sqrt())]).collect()
}

/// Bends the ring, whose steps take these halves; which vertices came in?
fn route(points: &mut Vec<Point>, steps: &[Half], bent: &Bent) -> Vec<Point> {
    let (mut routed, mut inserted, mut inner) = (Vec::new(), Vec::new(), Vec::new());
    for (nth, &half) in steps.iter().enumerate().filter(|&(_, &half)| half != NO_STEP) {
        bent.inner(half / 2, &mut inner);
        if inner.is_empty() {
            continue;
        }
        if half % 2 == 1 {
            inner.reverse();
        }
        if inserted.is_empty() {
            routed.reserve(points.len() + points.len() / 2);
        }
        // Since the last edge that bent nothing has changed.
        routed.extend_from_slice(&points[routed.len() - inserted.len()..=nth]);
        inserted.extend_from_slice(&inner);
        routed.append(&mut inner);
    }
    if !inserted.is_empty() {
        routed.extend_from_slice(&points[routed.len() - inserted.len()..]);
        *points = routed;
    }
    inserted
}

pub(super) fn edges(points: &[Point]) -> impl Iterator<Item = (Point, Point)> + '_ {
    points.iter().copied().zip(points.iter().skip(1).chain(points.first()).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(owner: u32, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon: owner as usize, points: points.to_vec() }
    }

    #[test]
    fn a_vertex_on_a_foreign_edge_becomes_a_vertex_of_both() {
        let left = ring(0, &[[0, 0], [4, 0], [4, 8], [0, 8]]);
        let right = ring(1, &[[4, 0], [8, 0], [8, 8], [4, 8], [4, 3]]);
        let (coverage, repairs) = junctions(Coverage { places: vec![], rings: vec![left, right] });
        let inserted = vec![(Owner::Gemeente(0), [4, 3])];
        assert_eq!(repairs, Repairs { different: 7, vertices: 1, inserted, ..Repairs::default() });
        assert_eq!(coverage.rings[0].points, [[0, 0], [4, 0], [4, 3], [4, 8], [0, 8]]);
    }
}
