//! Spend the freedom that is left: vertices to where the new borders follow the old ones best.

use super::plane::{Plane, Site};
use super::quiet::Moment;

/// Moves sites by a grid step while that brings the source nearer on the whole; no vertex comes or goes.
///
/// `tried`: per site when it was last tried in vain.
pub fn fair(plane: &mut Plane, grid: i32, tried: &mut [Option<Moment>]) {
    let sites = plane.all_sites();
    for _ in 0..4 {
        let mut moved = 0;
        for &site in &sites {
            let last = &mut tried[site as usize];
            if last.is_some_and(|last| plane.changes().is_quiet(plane.around(site, grid), last)) {
                continue;
            }
            if shift(plane, site, grid) {
                *last = None;
                moved += 1;
            } else {
                *last = Some(plane.changes().now());
            }
        }
        if moved == 0 {
            return;
        }
    }
}

fn shift(plane: &mut Plane, site: Site, grid: i32) -> bool {
    let from = plane.position(site);
    let mut best = (plane.unfairness(site, from), from);
    for dx in [-grid, 0, grid] {
        for dy in [-grid, 0, grid] {
            let to = [from[0] + dx, from[1] + dy];
            let unfairness = plane.unfairness(site, to);
            let better = unfairness < best.0;
            // Without the source at hand a vertex would fly off to sharpen the corner between long edges.
            let bound = plane.within_at(site, to) && plane.is_near_source(site, to);
            if better && bound && plane.can_move(site, to) {
                best = (unfairness, to);
            }
        }
    }
    let (_, to) = best;
    if to != from {
        plane.move_to(site, to);
        plane.note_move(site, from);
    }
    to != from
}
