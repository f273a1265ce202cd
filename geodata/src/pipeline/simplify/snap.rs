//! Move every vertex to a grid point.

use super::plane::{Plane, Site};
use crate::pipeline::coverage::Point;

/// So many sites may ask others to make room; and one in a hundred.
const CROWD: usize = 16;

/// Moves each site to the nearest grid point that the promise and the map allow; the sites that found none
/// are returned as `Err`, as the source has them.
pub fn snap(plane: &mut Plane, tolerance: f64, grid: i32) -> Result<(), Vec<Point>> {
    let steps = spiral(tolerance, grid);
    let mut waiting: Vec<Site> = plane.all_sites();
    waiting.retain(|&site| !is_on_grid(plane.position(site), grid));
    // Where many find no place the grid is too coarse, and making room one by one would take forever.
    let crowd = CROWD + plane.all_sites().len() / 100;
    // A vertex in the way may be gone in the next round.
    while !waiting.is_empty() {
        let before = waiting.len();
        waiting.retain(|&site| !snap_one(plane, site, grid, &steps));
        if waiting.len() == before && waiting.len() <= crowd {
            waiting.retain(|&site| !make_room(plane, site, grid, &steps));
        }
        if waiting.len() == before {
            return Err(waiting.into_iter().map(|site| plane.drawn_at(site)).collect());
        }
    }
    Ok(())
}

fn snap_one(plane: &mut Plane, site: Site, grid: i32, steps: &[Point]) -> bool {
    let from = plane.position(site);
    let nearest = from.map(|value| (value + grid / 2).div_euclid(grid) * grid);
    let free = steps
        .iter()
        .map(|step| [nearest[0] + step[0], nearest[1] + step[1]])
        .find(|&to| plane.within_at(site, to) && plane.can_move(site, to));
    if let Some(to) = free {
        plane.move_to(site, to);
    }
    free.is_some()
}

/// Lets a site nearby step aside for one that found no grid point.
fn make_room(plane: &mut Plane, site: Site, grid: i32, steps: &[Point]) -> bool {
    let at = plane.position(site);
    for other in plane.sites_near(at, 3 * grid).into_iter().filter(|&other| other != site) {
        let from = plane.position(other);
        for step in steps.iter().take(25) {
            let to = [from[0] + step[0], from[1] + step[1]];
            if to == from || !plane.within_at(other, to) || !plane.can_move(other, to) {
                continue;
            }
            plane.move_to(other, to);
            if snap_one(plane, site, grid, steps) {
                return true;
            }
            // The way back is free: nothing else has moved.
            plane.move_to(other, from);
        }
    }
    false
}

pub fn is_on_grid([x, y]: Point, grid: i32) -> bool {
    x % grid == 0 && y % grid == 0
}

/// Grid steps in metres within the tolerance, nearest first.
fn spiral(tolerance: f64, grid: i32) -> Vec<Point> {
    let reach = (tolerance / f64::from(grid)).min(8.0) as i32;
    let mut steps: Vec<Point> =
        (-reach..=reach).flat_map(|x| (-reach..=reach).map(move |y| [x, y])).collect();
    steps.sort_by_key(|&[x, y]| x * x + y * y);
    steps.into_iter().map(|step| step.map(|cells| cells * grid)).collect()
}
