//! Remove vertices on the grid, moving a neighbour by a step where that makes room.

use super::plane::{Node, Plane, Site};
use super::quiet::Moment;
use crate::pipeline::coverage::Point;

/// Repeats until a whole round removes nothing.
///
/// `tried`: per node when it was last tried in vain.
pub fn improve(plane: &mut Plane, grid: i32, tried: &mut [Option<Moment>]) {
    let steps: Vec<Point> = steps(grid);
    for _ in 0..12 {
        let mut removed = 0;
        for node in plane.inner_nodes() {
            let last = &mut tried[node as usize];
            if !plane.is_node_left(node) || last.is_some_and(|last| is_quiet(plane, node, grid, last)) {
                continue;
            }
            if collapse(plane, node, &steps) {
                removed += 1;
            } else {
                *last = Some(plane.changes().now());
            }
        }
        if removed == 0 {
            return;
        }
    }
}

/// Has nothing changed that removing the node looks at?
fn is_quiet(plane: &Plane, node: Node, grid: i32, since: Moment) -> bool {
    let (before, after) = plane.sides(node);
    [before, after]
        .into_iter()
        .all(|side| plane.changes().is_quiet(plane.around(plane.site(side), grid), since))
}

/// Removes the node, with its sides where they are or a step away.
fn collapse(plane: &mut Plane, node: Node, steps: &[Point]) -> bool {
    let (before, after) = plane.sides(node);
    let (a, b) = (plane.site(before), plane.site(after));
    if a == b {
        return false;
    }
    let (from_a, from_b) = (plane.position(a), plane.position(b));
    for &step_a in steps {
        let to_a = [from_a[0] + step_a[0], from_a[1] + step_a[1]];
        if !others_within(plane, a, before, node, to_a) {
            continue;
        }
        for &step_b in steps {
            let to_b = [from_b[0] + step_b[0], from_b[1] + step_b[1]];
            if plane.within(before, after, to_a, to_b)
                && others_within(plane, b, node, after, to_b)
                && perform(plane, node, (a, from_a, to_a), (b, from_b, to_b))
                // Where the sides are neighbours too, the moves were judged apart: judge them together.
                && settle(plane, node, (a, from_a), (b, from_b))
            {
                return true;
            }
        }
    }
    false
}

/// Edges at the site, but for the one that goes.
fn others_within(plane: &Plane, site: Site, from: Node, to: Node, at: Point) -> bool {
    let place = |node: Node| if plane.site(node) == site { at } else { plane.at(node) };
    plane
        .edges_at(site)
        .filter(|&edge| edge != (from, to))
        .all(|(a, b)| plane.within(a, b, place(a), place(b)))
}

type Move = (Site, Point, Point);

/// Both moves and the removal, or nothing.
fn perform(plane: &mut Plane, node: Node, a: Move, b: Move) -> bool {
    if !shift(plane, a) {
        return false;
    }
    if shift(plane, b) {
        if plane.can_remove(node) {
            return true;
        }
        plane.move_to(b.0, b.1);
    }
    plane.move_to(a.0, a.1);
    false
}

fn shift(plane: &mut Plane, (site, from, to): Move) -> bool {
    if from == to {
        return true;
    }
    let allowed = plane.can_move(site, to);
    if allowed {
        plane.move_to(site, to);
    }
    allowed
}

fn settle(plane: &mut Plane, node: Node, a: (Site, Point), b: (Site, Point)) -> bool {
    let (before, after) = plane.sides(node);
    let fits = [a.0, b.0].into_iter().all(|site| {
        plane
            .edges_at(site)
            .filter(|&edge| edge != (before, node) && edge != (node, after))
            .all(|(from, to)| plane.within(from, to, plane.at(from), plane.at(to)))
    });
    if fits {
        plane.remove(node);
        plane.note_move(a.0, a.1);
        plane.note_move(b.0, b.1);
    } else {
        plane.move_to(b.0, b.1);
        plane.move_to(a.0, a.1);
    }
    fits
}

/// Nowhere first, then the eight around.
fn steps(grid: i32) -> Vec<Point> {
    let mut steps: Vec<Point> = (-1..=1).flat_map(|x| (-1..=1).map(move |y| [x * grid, y * grid])).collect();
    steps.sort_by_key(|&[x, y]| i64::from(x).pow(2) + i64::from(y).pow(2));
    steps
}
