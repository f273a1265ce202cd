//! Where the arrow keys lead: for each gemeente the one above, right, below and left of it.
//!
//! Gemeenten that share a border come first, by the way from label to label; across water the nearest. Links
//! are made in pairs where geometry allows, so that right and then left returns. A key leads nowhere only
//! at the edge of the land, and from every gemeente every other one can be reached. On the maps of 2020 to 2022
//! five of six keys are taken back by the opposite one; the sixth leads where nobody is free to lead back, as
//! a large gemeente has more neighbours on a side than keys.
//!
//! The browser needs none of this: the result stands in the exports.

use super::{Region, Topology};
use std::collections::BTreeSet;

/// Up, right, down, left; each opposite two places on.
const DIRECTIONS: [[i64; 2]; 4] = [[0, 1], [1, 0], [0, -1], [-1, 0]];

/// How many times farther someone without a shared border counts.
const ACROSS: f64 = 3.0;

/// A pair is linked both ways unless one of them has someone this many times nearer in that direction.
const PATIENCE: f64 = 3.0;

/// Up, right, down and left of each gemeente, as positions in `gemeenten`.
///
/// `None` where nobody lies within 45 degrees of the direction. Positions are `u16`: a topology of more
/// regions has no neighbours beyond the 65,535th.
pub fn neighbours(topology: &Topology) -> Vec<[Option<u16>; 4]> {
    let regions = &topology.gemeenten;
    let links = links(regions, &adjacent(topology));
    let mut leads = vec![[None; 4]; regions.len()];
    pair(&links, &mut leads);
    fill(&links, &mut leads);
    connect(&links, &mut leads);
    leads
}

/// From one to another in a direction; lower scores are nearer and straighter.
#[derive(Debug, Clone, Copy)]
struct Link {
    from: u16,
    to: u16,
    direction: usize,
    score: f64,
    /// Within 45 degrees.
    straight: bool,
}

/// Pairs that lie on both sides of an arc, smaller position first.
pub fn adjacent(topology: &Topology) -> BTreeSet<(u16, u16)> {
    let mut first: Vec<Option<u16>> = vec![None; topology.arcs.len()];
    let mut pairs = BTreeSet::new();
    for (region, position) in topology.gemeenten.iter().zip(0_u16..) {
        for &walk in region.polygons.iter().flatten().flatten() {
            match first.get_mut(walk.max(!walk) as usize) {
                Some(Some(other)) if *other != position => {
                    pairs.insert((*other, position));
                }
                Some(side) => *side = Some(position),
                None => {}
            }
        }
    }
    pairs
}

/// Every way from everyone to everyone, best first.
fn links(regions: &[Region], adjacent: &BTreeSet<(u16, u16)>) -> Vec<Link> {
    let mut links = Vec::new();
    for (a, from) in regions.iter().zip(0_u16..) {
        for (b, to) in regions.iter().zip(0_u16..).filter(|&(_, to)| to != from) {
            let [dx, dy] = [0, 1].map(|axis| i64::from(b.label[axis]) - i64::from(a.label[axis]));
            let shared = adjacent.contains(&(from.min(to), from.max(to)));
            for (direction, [x, y]) in DIRECTIONS.into_iter().enumerate() {
                let along = dx * x + dy * y;
                let aside = (dx * y - dy * x).abs();
                // Neighbours may lie as far as 63 degrees off; others must be well in the direction.
                if along <= 0 || aside > if shared { 2 * along } else { along } {
                    continue;
                }
                let bend = aside as f64 / along as f64;
                let score = (along as f64).hypot(aside as f64)
                    * (1.0 + 2.0 * bend * bend)
                    * if shared { 1.0 } else { ACROSS };
                links.push(Link { from, to, direction, score, straight: aside <= along });
            }
        }
    }
    links.sort_by(|a, b| a.score.total_cmp(&b.score).then((a.from, a.to).cmp(&(b.from, b.to))));
    links
}

/// Both ways at once, the best pairs first.
fn pair(links: &[Link], leads: &mut [[Option<u16>; 4]]) {
    let mut best = vec![[f64::INFINITY; 4]; leads.len()];
    for link in links {
        let best = &mut best[link.from as usize][link.direction];
        *best = best.min(link.score);
    }
    for link in links.iter().filter(|link| link.direction < 2) {
        let (there, back) = (link.direction, link.direction + 2);
        let (from, to) = (link.from as usize, link.to as usize);
        let free = leads[from][there].is_none() && leads[to][back].is_none();
        let fair = link.score <= PATIENCE * best[from][there].min(best[to][back]);
        // Nobody is reached by two keys of the same gemeente while another waits.
        let known = leads[from].contains(&Some(link.to)) || leads[to].contains(&Some(link.from));
        if free && fair && !known {
            leads[from][there] = Some(link.to);
            leads[to][back] = Some(link.from);
        }
    }
}

/// Keys that lead nowhere yet lead to the best within 45 degrees.
fn fill(links: &[Link], leads: &mut [[Option<u16>; 4]]) {
    for link in links.iter().filter(|link| link.straight) {
        leads[link.from as usize][link.direction].get_or_insert(link.to);
    }
}

/// Lends keys to those who cannot be reached, until everyone can.
fn connect(links: &[Link], leads: &mut [[Option<u16>; 4]]) {
    // Each round reaches at least one more, unless someone has no direction at all (equal labels).
    for _ in 0..leads.len() {
        let (out, back) = (reach(leads, false), reach(leads, true));
        let missing =
            |reached: &[bool], link: &Link| reached[link.from as usize] && !reached[link.to as usize];
        let lend = if let Some(link) = best_loan(links, leads, |link| missing(&out, link)) {
            link
        } else if let Some(link) =
            best_loan(links, leads, |link| back[link.to as usize] && !back[link.from as usize])
        {
            link
        } else {
            return;
        };
        leads[lend.from as usize][lend.direction] = Some(lend.to);
    }
}

/// The best link whose key is free, or whose present target can be reached by another key too.
fn best_loan(links: &[Link], leads: &[[Option<u16>; 4]], wanted: impl Fn(&Link) -> bool) -> Option<Link> {
    let mut reached_by = vec![0_u32; leads.len()];
    for to in leads.iter().flatten().flatten() {
        reached_by[*to as usize] += 1;
    }
    let spare =
        |link: &Link| leads[link.from as usize][link.direction].is_none_or(|to| reached_by[to as usize] > 1);
    links.iter().find(|link| wanted(link) && spare(link)).copied()
}

/// Who can be reached from the first; or, backwards, who can reach the first.
fn reach(leads: &[[Option<u16>; 4]], backwards: bool) -> Vec<bool> {
    let mut ways: Vec<Vec<u16>> = vec![Vec::new(); leads.len()];
    for (targets, from) in leads.iter().zip(0_u16..) {
        for &to in targets.iter().flatten() {
            let (a, b) = if backwards { (to, from) } else { (from, to) };
            ways[a as usize].push(b);
        }
    }
    let mut reached = vec![false; leads.len()];
    let mut stack = vec![0_u16];
    while let Some(at) = stack.pop() {
        if reached.get(at as usize) == Some(&false) {
            reached[at as usize] = true;
            stack.extend(&ways[at as usize]);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::topology::{Topology, Transform};

    /// Squares of ten metres at the given corners, in one row of arcs each: neighbours by nearness only.
    fn squares(corners: &[[i32; 2]]) -> Topology {
        let arc = |&[x, y]: &[i32; 2]| vec![[x, y], [x + 10, y], [x + 10, y + 10], [x, y + 10], [x, y]];
        let region = |(index, &[x, y]): (usize, &[i32; 2])| Region {
            code: format!("GM{index:04}"),
            naam: String::new(),
            provincie: "PV20".to_owned(),
            label: [x + 5, y + 5],
            polygons: vec![vec![vec![index as i32]]],
        };
        Topology {
            jaar: 2021,
            naamsvermelding: String::new(),
            transform: Transform { scale: [1, 1], translate: [0, 0] },
            arcs: corners.iter().map(arc).collect(),
            gemeenten: corners.iter().enumerate().map(region).collect(),
            water: vec![],
            gemeentegrenzen: vec![],
            provinciegrenzen: vec![],
        }
    }

    fn everyone_reaches_everyone(leads: &[[Option<u16>; 4]]) -> bool {
        reach(leads, false).into_iter().chain(reach(leads, true)).all(|reached| reached)
    }

    #[test]
    fn right_then_left_returns() {
        let leads = neighbours(&squares(&[[0, 0], [20, 0], [0, 20], [20, 20]]));
        assert_eq!(leads[0], [Some(2), Some(1), None, None]);
        assert_eq!(leads[3], [None, None, Some(1), Some(2)]);
    }

    #[test]
    fn an_island_far_off_is_reached_and_left() {
        let leads = neighbours(&squares(&[[0, 0], [20, 0], [40, 0], [10, 500]]));
        assert!(everyone_reaches_everyone(&leads));
        assert!(leads[3][2].is_some());
    }

    #[test]
    fn a_shared_border_goes_before_a_straighter_way() {
        let mut topology = squares(&[[0, 0], [30, 20], [36, 0]]);
        // The second borders the first by a shared arc.
        topology.gemeenten[1].polygons[0][0].push(!0);
        assert_eq!(neighbours(&topology)[0][1], Some(1));
    }

    #[test]
    fn a_scatter_is_one_whole() {
        let corners: Vec<[i32; 2]> = (0..60).map(|n| [(n * 7919) % 1009, (n * 104_729) % 997]).collect();
        assert!(everyone_reaches_everyone(&neighbours(&squares(&corners))));
    }

    #[test]
    fn one_gemeente_leads_nowhere() {
        assert_eq!(neighbours(&squares(&[[0, 0]])), [[None; 4]]);
    }
}
