//! Where each seat would stand if cells could stand anywhere: one apart from its neighbours, in the direction
//! they really have, and water kept open.
//!
//! A system of springs, each with the vector that two gemeenten ought to have between them; solved by
//! relaxation. Then what overlaps is pushed apart, as in Dorling's cartograms (Area Cartograms: Their Use and
//! Creation, 1996). No cell yet; [`super::assign`] gives each seat one.

use super::seats::{Seats, apart};
use std::collections::VecDeque;

/// Width of a cell where land is divided as finely as on average, metres: lengths across water are in it.
const CELL_METRES: f64 = 9000.0;

/// Fewer borders than this between two gemeenten, and what lies between is land.
const BORDERS_AROUND_WATER: u16 = 5;

/// The longest stretch of water, in cells.
const WIDEST_WATER: f64 = 5.0;

/// How strongly a seat is held to its place on the map.
const ANCHOR: f64 = 0.02;

const RELAXATIONS: usize = 600;
const PUSHES: usize = 400;

/// A spring between two seats.
pub struct Link {
    pub seats: [usize; 2],
    /// From the first to the second, in cells.
    vector: [f64; 2],
    strength: f64,
    /// To an island, within its province: what comes nearest to a border.
    pub island: bool,
}

/// Springs along borders, across water, and to islands.
pub fn links(seats: &Seats) -> Vec<Link> {
    let borders = borders(seats);
    let along = |pair: &super::seats::Pair| {
        let [a, b] = pair.seats;
        Link { seats: pair.seats, vector: seats.towards(a, b), strength: pair.weight, island: false }
    };
    let mut links: Vec<Link> = seats.pairs.iter().map(along).collect();
    let all = &seats.seats;
    for a in 0..all.len() {
        for b in a + 1..all.len() {
            let between = borders[a][b];
            if between < BORDERS_AROUND_WATER || !face_each_other(seats, a, b) {
                continue;
            }
            let same = all[a].provincie == all[b].provincie;
            let (long, strength) = match (between == u16::MAX, same) {
                (true, true) => (1.0, 1.0),
                (true, false) => (2.0, 0.1),
                (false, _) => ((apart(all[a].at, all[b].at) / CELL_METRES).clamp(1.0, WIDEST_WATER), 1.0),
            };
            let vector = seats.towards(a, b).map(|part| part * long);
            links.push(Link { seats: [a, b], vector, strength, island: between == u16::MAX && same });
        }
    }
    links
}

/// A place for each seat, in cells to the right and down.
pub fn embed(seats: &Seats, links: &[Link]) -> Vec<[f64; 2]> {
    let anchors: Vec<[f64; 2]> =
        seats.seats.iter().map(|seat| seat.at.map(|metres| metres / CELL_METRES)).collect();
    let mut springs: Vec<Vec<(usize, [f64; 2], f64)>> = vec![Vec::new(); anchors.len()];
    for link in links {
        let ([a, b], [x, y]) = (link.seats, link.vector);
        springs[a].push((b, [-x, -y], link.strength));
        springs[b].push((a, [x, y], link.strength));
    }
    let mut at = anchors.clone();
    for _ in 0..RELAXATIONS {
        for seat in 0..at.len() {
            let mut sum = anchors[seat].map(|part| part * ANCHOR);
            let mut strength = ANCHOR;
            for &(other, [x, y], spring) in &springs[seat] {
                sum = [sum[0] + spring * (at[other][0] + x), sum[1] + spring * (at[other][1] + y)];
                strength += spring;
            }
            at[seat] = sum.map(|part| part / strength);
        }
    }
    for _ in 0..PUSHES {
        at = pushed_apart(&at, links);
    }
    at
}

/// One step: overlapping seats away from each other, springs a little towards their length.
fn pushed_apart(at: &[[f64; 2]], links: &[Link]) -> Vec<[f64; 2]> {
    let mut moved = at.to_vec();
    let mut shift = |a: usize, b: usize, [x, y]: [f64; 2]| {
        moved[a] = [moved[a][0] + x, moved[a][1] + y];
        moved[b] = [moved[b][0] - x, moved[b][1] - y];
    };
    for a in 0..at.len() {
        for b in a + 1..at.len() {
            let long = apart(at[a], at[b]).max(1e-6);
            if long < 1.0 {
                let push = (long - 1.0) / 4.0 / long;
                shift(a, b, [0, 1].map(|axis| (at[b][axis] - at[a][axis]) * push));
            }
        }
    }
    for link in links {
        let [a, b] = link.seats;
        let pull = 0.05 * link.strength;
        shift(a, b, [0, 1].map(|axis| (at[b][axis] - at[a][axis] - link.vector[axis]) * pull));
    }
    moved
}

/// How many borders must be crossed from each to each; the largest number where no way leads.
fn borders(seats: &Seats) -> Vec<Vec<u16>> {
    let mut next: Vec<Vec<usize>> = vec![Vec::new(); seats.seats.len()];
    for pair in &seats.pairs {
        let [a, b] = pair.seats;
        next[a].push(b);
        next[b].push(a);
    }
    let from = |start: usize| {
        let mut borders = vec![u16::MAX; next.len()];
        borders[start] = 0;
        let mut queue = VecDeque::from([start]);
        while let Some(seat) = queue.pop_front() {
            for &other in &next[seat] {
                if borders[other] == u16::MAX {
                    borders[other] = borders[seat] + 1;
                    queue.push_back(other);
                }
            }
        }
        borders
    };
    (0..next.len()).map(from).collect()
}

/// Nobody stands in the circle between them (Gabriel and Sokal 1969).
fn face_each_other(seats: &Seats, a: usize, b: usize) -> bool {
    let ([ax, ay], [bx, by]) = (seats.seats[a].at, seats.seats[b].at);
    let (middle, radius) = ([(ax + bx) / 2.0, (ay + by) / 2.0], apart([ax, ay], [bx, by]) / 2.0);
    let inside = |seat: usize| seat != a && seat != b && apart(seats.seats[seat].at, middle) < radius;
    !(0..seats.seats.len()).any(inside)
}
