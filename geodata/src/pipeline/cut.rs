//! Fourth stage: rings cut at the junctions, where borders meet or part.
//!
//! A vertex is a junction when the rings through it do not all pass between the same two neighbours
//! (Bostock, topojson-server `cut.js`, 2013).

use super::coverage::{Coverage, Owner, Place, Point, Ring};
use super::vertices::{NONE, Vertices};

/// The rings as pieces that still stand once for each side.
#[derive(Debug, Clone, PartialEq)]
pub struct Cut {
    pub places: Vec<Place>,
    pub rings: Vec<CutRing>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct CutRing {
    pub owner: Owner,
    pub number: usize,
    pub polygon: usize,
    /// Each piece begins where the one before ends; a single piece may be closed upon itself.
    pub pieces: Vec<Vec<Point>>,
}

pub fn cut(coverage: Coverage) -> Cut {
    let total = coverage.rings.iter().map(|ring| ring.points.len()).sum();
    let mut vertices = Vertices::with_room(total);
    let walked: Vec<u32> =
        coverage.rings.iter().flat_map(|ring| &ring.points).map(|&point| vertices.number(point)).collect();
    let is_junction = junctions(&coverage.rings, &walked, vertices.into_points().len());
    let mut rest = walked.as_slice();
    let rings = coverage.rings.into_iter().map(|ring| {
        let (walk, others) = rest.split_at(ring.points.len());
        rest = others;
        cut_ring(ring, |index| is_junction[walk[index] as usize])
    });
    Cut { rings: rings.collect(), places: coverage.places }
}

/// Per vertex: do rings pass it in several ways?
fn junctions(rings: &[Ring], walked: &[u32], vertices: usize) -> Vec<bool> {
    let mut passes = vec![[NONE; 2]; vertices];
    let mut is_junction = vec![false; vertices];
    let mut rest = walked;
    for ring in rings {
        let (walk, others) = rest.split_at(ring.points.len());
        rest = others;
        for (index, &vertex) in walk.iter().enumerate() {
            let before = walk[if index == 0 { walk.len() - 1 } else { index - 1 }];
            let after = walk[if index + 1 == walk.len() { 0 } else { index + 1 }];
            let pass = [before.min(after), before.max(after)];
            let known = &mut passes[vertex as usize];
            if known[0] == NONE {
                *known = pass;
            } else if *known != pass {
                is_junction[vertex as usize] = true;
            }
        }
    }
    is_junction
}

fn cut_ring(ring: Ring, is_junction: impl Fn(usize) -> bool) -> CutRing {
    let Ring { owner, number, polygon, points } = ring;
    let count = points.len();
    // Without a junction any vertex may begin the arc, as long as both sides choose the same one.
    let start = (0..count).find(|&index| is_junction(index)).unwrap_or_else(|| {
        let smallest = points.iter().enumerate().min_by_key(|&(_, &point)| point);
        smallest.map_or(0, |(index, _)| index)
    });
    let mut pieces = Vec::new();
    let mut from = start;
    for to in (start + 1..count).filter(|&index| is_junction(index)) {
        pieces.push(points[from..=to].to_vec());
        from = to;
    }
    // The last runs over the end of the list, up to the first junction: there is none before it.
    pieces.push([&points[from..], &points[..=start]].concat());
    CutRing { owner, number, polygon, pieces }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(owner: u32, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon: owner as usize, points: points.to_vec() }
    }

    #[test]
    fn two_neighbours_are_cut_where_their_border_begins_and_ends() {
        let rings =
            vec![ring(0, &[[0, 0], [4, 0], [4, 4], [0, 4]]), ring(1, &[[4, 0], [8, 0], [8, 4], [4, 4]])];
        let cut = cut(Coverage { places: vec![], rings });
        assert_eq!(cut.rings[0].pieces, [vec![[4, 0], [4, 4]], vec![[4, 4], [0, 4], [0, 0], [4, 0]]]);
        assert_eq!(cut.rings[1].pieces.len(), 2);
    }

    #[test]
    fn an_enclave_begins_at_the_same_vertex_on_both_sides() {
        let hole = ring(0, &[[2, 2], [2, 3], [3, 3], [3, 2]]);
        let fill = ring(1, &[[3, 3], [2, 3], [2, 2], [3, 2]]);
        let cut = cut(Coverage { places: vec![], rings: vec![hole, fill] });
        assert_eq!(cut.rings[0].pieces[0][0], [2, 2]);
        assert_eq!(cut.rings[1].pieces[0][0], [2, 2]);
    }
}
