//! Fifth stage: each piece of border once, whichever side it was first met from.

use super::coverage::{ArcRing, Network, Point};
use super::cut::Cut;
use crate::topology::ArcIndex;
use rustc_hash::FxHashMap;

pub fn dedup(cut: Cut) -> Network {
    let mut known: FxHashMap<(Point, Point, Point, usize), Vec<ArcIndex>> = FxHashMap::default();
    let mut arcs: Vec<Vec<Point>> = Vec::new();
    let rings = cut
        .rings
        .into_iter()
        .map(|ring| {
            let walk = ring.pieces.into_iter().map(|piece| {
                let candidates = known.entry(signature(&piece)).or_default();
                for &index in candidates.iter() {
                    let arc = &arcs[index as usize];
                    if *arc == piece {
                        return index;
                    }
                    if arc.iter().rev().eq(piece.iter()) {
                        return !index;
                    }
                }
                let index = ArcIndex::try_from(arcs.len()).expect("fewer arcs than 2^31");
                candidates.push(index);
                arcs.push(piece);
                index
            });
            ArcRing { owner: ring.owner, number: ring.number, polygon: ring.polygon, arcs: walk.collect() }
        })
        .collect();
    Network { places: cut.places, arcs, rings }
}

/// The same for a piece and its reverse: both ends, the smaller of the points next to them, the length.
fn signature(piece: &[Point]) -> (Point, Point, Point, usize) {
    let last = piece.len() - 1;
    let (a, b) = (piece[0], piece[last]);
    let next = if a < b {
        piece[1]
    } else if b < a {
        piece[last - 1]
    } else {
        piece[1].min(piece[last - 1])
    };
    (a.min(b), a.max(b), next, piece.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::{Coverage, Owner, Ring};
    use crate::pipeline::cut::cut;

    fn ring(owner: u32, points: &[Point]) -> Ring {
        Ring { owner: Owner::Gemeente(owner), number: 1, polygon: owner as usize, points: points.to_vec() }
    }

    #[test]
    fn neighbours_share_one_arc() {
        let rings =
            vec![ring(0, &[[0, 0], [4, 0], [4, 4], [0, 4]]), ring(1, &[[4, 0], [8, 0], [8, 4], [4, 4]])];
        let network = dedup(cut(Coverage { places: vec![], rings }));
        assert_eq!(network.arcs.len(), 3);
        assert!(network.rings[1].arcs.contains(&!network.rings[0].arcs[0]));
    }

    #[test]
    fn an_enclave_and_its_hole_are_one_arc() {
        let hole = ring(0, &[[2, 2], [2, 3], [3, 3], [3, 2]]);
        let fill = ring(1, &[[3, 3], [2, 3], [2, 2], [3, 2]]);
        let network = dedup(cut(Coverage { places: vec![], rings: vec![hole, fill] }));
        assert_eq!(network.arcs.len(), 1);
        assert_eq!(network.rings[1].arcs, [!network.rings[0].arcs[0]]);
    }
}
