//! Sixth stage: fewer points on a coarser grid, with a promise.
//!
//! The promise: no point of a source border lies farther than the tolerance from the border that replaces
//! it, the rounding to the grid included. And the drawing stays a map: see [`plane`], whose steps are the
//! only changes made here.
//!
//! 1. *Thin*: remove the vertex whose removal deviates least, again and again (a greedy form of the chord
//!    test of Douglas and Peucker 1973), with half a grid diagonal kept in hand.
//! 2. *Snap*: move every vertex that is left to the nearest grid point that the promise and the map allow.
//! 3. *Improve*: remove more, moving a neighbour by a grid step where that makes room, until nothing helps.
//! 4. *Fair*: move what is left to where the new borders follow the old ones best.
//!
//! Not promised: that a higher tolerance keeps a subset of a lower one's points (the grid forbids it), nor
//! that new borders lie everywhere within the tolerance of old ones (the report measures it).

mod fair;
mod improve;
pub mod plane;
mod snap;
mod thin;

use super::coverage::{Network, Point};
use super::problem::{Document, Problem, Reason};
use plane::Plane;

/// What the earlier stages may have moved a border already, metres: half a diagonal of the metre grid by
/// rounding, and as much by bending through a T-junction.
pub const ROUNDING: f64 = 1.5;

/// Evening out makes room to remove a little more.
const ROUNDS: usize = 3;

/// A simplified network: arcs keep their numbers, points are multiples of the grid.
#[derive(Debug, Clone, PartialEq)]
pub struct Simplified {
    pub arcs: Vec<Vec<Point>>,
    /// Cell width in whole metres.
    pub grid: i32,
}

/// Simplifies at a grid, or at the coarsest of a few that leaves room for every border.
///
/// `moved`: metres of the tolerance that earlier stages have spent beside [`ROUNDING`].
pub fn simplify(
    network: &Network,
    tolerance: f64,
    moved: f64,
    grid: Option<i32>,
) -> Result<Simplified, Vec<Problem>> {
    let grids = match grid {
        Some(grid) => vec![grid],
        None => automatic(tolerance),
    };
    let mut refused = Vec::new();
    for grid in grids {
        if grid < 1 || (grid > 1 && f64::from(grid) > tolerance) {
            return Err(vec![Problem::file(Document::Boundaries, Reason::Grid { grid, tolerance })]);
        }
        match at_grid(network, tolerance - ROUNDING - moved, grid) {
            Ok(arcs) => return Ok(Simplified { arcs, grid }),
            Err(stuck) => refused = no_room(network, tolerance, grid, &stuck),
        }
    }
    Err(refused)
}

/// From two fifths of the tolerance down to the metre, on which the source itself is exact.
fn automatic(tolerance: f64) -> Vec<i32> {
    let mut grids: Vec<i32> =
        [2.5, 3.0, 4.0, 6.0, 10.0, 20.0, 50.0].iter().map(|part| (tolerance / part) as i32).collect();
    grids.retain(|&grid| grid > 1);
    grids.push(1);
    grids
}

fn at_grid(network: &Network, tolerance: f64, grid: i32) -> Result<Vec<Vec<Point>>, Vec<Point>> {
    let tolerance = tolerance.max(0.0);
    let mut plane = Plane::new(&network.arcs);
    let in_hand = if grid > 1 { f64::from(grid) * std::f64::consts::FRAC_1_SQRT_2 } else { 0.0 };
    thin::thin(&mut plane, (tolerance - in_hand).max(0.0));
    plane.index_edges();
    snap::snap(&mut plane, tolerance, grid)?;
    for _ in 0..ROUNDS {
        improve::improve(&mut plane, tolerance, grid);
        fair::fair(&mut plane, tolerance, grid);
    }
    Ok(plane.arcs())
}

/// A problem for every region whose border found no grid point.
fn no_room(network: &Network, tolerance: f64, grid: i32, stuck: &[Point]) -> Vec<Problem> {
    use super::coverage::Owner;
    let mut problems: Vec<Problem> = network
        .rings
        .iter()
        .filter_map(|ring| {
            let mut points = ring.arcs.iter().flat_map(|&arc| {
                let index = if arc < 0 { !arc } else { arc };
                &network.arcs[index as usize]
            });
            let &[x, y] = points.find(|point| stuck.contains(point))?;
            let reason = Reason::NoRoom { tolerance, grid, x, y };
            Some(match ring.owner {
                Owner::Gemeente(index) => {
                    let code = network.places[index as usize].code.as_str();
                    Problem::feature(Document::Boundaries, ring.number, Some(code), reason)
                }
                Owner::Water => Problem::feature(Document::Water, ring.number, None, reason),
            })
        })
        .collect();
    problems.dedup_by(|a, b| a.place == b.place);
    problems
}
