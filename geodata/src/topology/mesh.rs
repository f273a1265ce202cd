//! Borders drawable once: arcs joined to long lines.

use super::{Arc, ArcIndex, Position};
use std::collections::BTreeMap;

/// Joins arcs end to end, each exactly once, into as few lines as a greedy walk finds.
///
/// Indices must be of `arcs` and not negative; the lines may walk an arc backwards (`!i`).
pub fn chain(arcs: &[Arc], indices: &[ArcIndex]) -> Vec<Vec<ArcIndex>> {
    let mut at: BTreeMap<Position, Vec<ArcIndex>> = BTreeMap::new();
    for &index in indices {
        for walk in [index, !index] {
            if let Some((start, _)) = ends(arcs, walk) {
                at.entry(start).or_default().push(walk);
            }
        }
    }
    let mut unused: std::collections::BTreeSet<ArcIndex> = indices.iter().copied().collect();
    // Lines begin where an odd number of borders meet: begun elsewhere, they would be cut in two there.
    let odd = at.values().filter(|walks| walks.len() % 2 == 1).flatten().copied();
    let starts: Vec<ArcIndex> = odd.chain(indices.iter().copied()).collect();
    let mut lines = Vec::new();
    for start in starts {
        if !unused.remove(&start.max(!start)) {
            continue;
        }
        let mut line = vec![start];
        let mut last = start;
        while let Some(next) = ends(arcs, last)
            .and_then(|(_, end)| at.get(&end))
            .and_then(|walks| walks.iter().copied().find(|&walk| unused.contains(&walk.max(!walk))))
        {
            unused.remove(&next.max(!next));
            line.push(next);
            last = next;
        }
        lines.push(line);
    }
    lines
}

fn ends(arcs: &[Arc], walk: ArcIndex) -> Option<(Position, Position)> {
    let arc = arcs.get(walk.max(!walk) as usize)?;
    let (first, last) = (*arc.first()?, *arc.last()?);
    Some(if walk < 0 { (last, first) } else { (first, last) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_end_to_end_are_one_line_and_each_is_drawn_once() {
        let arcs =
            vec![vec![[0, 0], [2, 0]], vec![[4, 0], [2, 0]], vec![[4, 0], [4, 4]], vec![[9, 9], [9, 8]]];
        let lines = chain(&arcs, &[0, 1, 2, 3]);
        assert_eq!(lines.len(), 2);
        let mut drawn: Vec<i32> = lines.concat().into_iter().map(|i| i.max(!i)).collect();
        drawn.sort_unstable();
        assert_eq!(drawn, [0, 1, 2, 3]);
    }
}
