//! Fourth stage: rings cut at the junctions, where borders meet or part.
//!
//! A vertex is a junction when the rings through it do not all pass between the same two neighbours
//! (Bostock, topojson-server `cut.js`, 2013).

use super::coverage::{Coverage, Owner, Place, Point, Ring};
use rustc_hash::FxHashMap;

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
    let passes = passes(&coverage.rings);
    let rings = coverage.rings.into_iter().map(|ring| cut_ring(ring, &passes)).collect();
    Cut { places: coverage.places, rings }
}

/// How rings pass a vertex: between two neighbours, or in several ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    Between(Point, Point),
    Junction,
}

fn passes(rings: &[Ring]) -> FxHashMap<Point, Pass> {
    let mut passes = FxHashMap::default();
    for ring in rings {
        let points = &ring.points;
        for (index, &point) in points.iter().enumerate() {
            let before = points[(index + points.len() - 1) % points.len()];
            let after = points[(index + 1) % points.len()];
            let pass = Pass::Between(before.min(after), before.max(after));
            passes
                .entry(point)
                .and_modify(|known| {
                    if *known != pass {
                        *known = Pass::Junction
                    }
                })
                .or_insert(pass);
        }
    }
    passes
}

fn cut_ring(ring: Ring, passes: &FxHashMap<Point, Pass>) -> CutRing {
    let Ring { owner, number, polygon, mut points } = ring;
    let is_junction = |point: &Point| passes.get(point) == Some(&Pass::Junction);
    // Without a junction any vertex may begin the arc, as long as both sides choose the same one.
    let start = points.iter().position(is_junction).unwrap_or_else(|| {
        let smallest = points.iter().enumerate().min_by_key(|&(_, &point)| point);
        smallest.map_or(0, |(index, _)| index)
    });
    points.rotate_left(start);
    points.push(points[0]);
    let mut pieces = Vec::new();
    let mut piece = vec![points[0]];
    let last = points.len() - 1;
    for (index, point) in points.into_iter().enumerate().skip(1) {
        piece.push(point);
        if index == last || is_junction(&point) {
            pieces.push(std::mem::replace(&mut piece, vec![point]));
        }
    }
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
