//! Spend the freedom that is left: vertices to where the new borders follow the old ones best.

use super::plane::{Plane, Site};

/// Moves sites by a grid step while that brings the source nearer on the whole; no vertex comes or goes.
pub fn fair(plane: &mut Plane, tolerance: f64, grid: i32) {
    let sites = plane.all_sites();
    for _ in 0..4 {
        let moved = sites.iter().filter(|&&site| shift(plane, site, tolerance * tolerance, grid)).count();
        if moved == 0 {
            return;
        }
    }
}

fn shift(plane: &mut Plane, site: Site, bound2: f64, grid: i32) -> bool {
    let from = plane.position(site);
    let mut best = (plane.unfairness(site, from), from);
    for dx in [-grid, 0, grid] {
        for dy in [-grid, 0, grid] {
            let to = [from[0] + dx, from[1] + dy];
            let unfairness = plane.unfairness(site, to);
            let better = unfairness < best.0;
            // Without the source at hand a vertex would fly off to sharpen the corner between long edges.
            let bound = plane.within_at(site, to, bound2) && plane.is_near_source(site, to, bound2);
            if better && bound && plane.can_move(site, to) {
                best = (unfairness, to);
            }
        }
    }
    let (_, to) = best;
    if to != from {
        plane.move_to(site, to);
    }
    to != from
}
