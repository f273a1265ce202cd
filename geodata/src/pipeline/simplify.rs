//! Sixth stage: fewer points on a coarser grid, with a promise.
//!
//! # The promise
//! No point of a source border, as it was read, lies farther than the tolerance from the border that replaces
//! it. Everything is in it: the rounding to whole metres, the bending through T-junctions, what closing
//! slivers and taking out spikes moved ([`spent`], arc by arc), leaving out points, and the rounding to the grid. And the drawing
//! stays a map: no border crosses or touches another or itself, no ring collapses or turns over, no islet
//! jumps over a border, no part, hole or region goes. See [`plane`], whose steps are the only changes made
//! here. The [report](super::report) measures all of it again on the finished map.
//!
//! # How
//! 1. *Thin*: remove the vertex whose removal deviates least, again and again, each time against all source
//!    points between its neighbours (decimation from below with the measure of Douglas and Peucker, "Algorithms
//!    for the reduction of the number of points required to represent a digitized line or its caricature",
//!    1973; they divide from above, which keeps ends and knows no neighbours). Half a grid diagonal is kept in
//!    hand.
//! 2. *Snap*: move every vertex that is left to the nearest grid point that the promise and the map allow.
//! 3. *Improve*: remove more, moving a neighbour by a grid step where that makes room, until nothing helps.
//! 4. *Fair*: move what is left to where the new borders follow the old ones best.
//!
//! The last two are for maps of some kilobytes: of a drawing that is large after two, it stays at two. One that
//! is large to begin with is thinned roughly in that order, and put on a fine grid at once.
//!
//! # What is not promised
//! - *The least number of points*: that is hard to find for a plane of borders (Guibas et al. 1993); this is
//!   greedy.
//! - *A subset of the source's points*, or that a higher tolerance keeps a subset of a lower one's. The grid
//!   forbids it: its width follows the tolerance, so the same vertex stands at different places.
//! - *That simplifying twice is simplifying once.* The second time the simplified border is the source, and a
//!   tolerance is measured from there: each pass may move it as far again. Simplify from the source, always.
//!   Only at a tolerance below the rounding (1.5 m on a grid of a metre), where nothing but points on a
//!   straight line goes, a second pass changes nothing.
//! - *That new borders lie everywhere within the tolerance of old ones*: a bay may be cut off whose mouth is
//!   narrow. The report measures this direction too.
//! - *Areas*: for looking at, not for measuring.

mod fair;
mod improve;
pub mod plane;
mod quiet;
mod sites;
mod snap;
mod spent;
mod thin;

pub use spent::spent;

use super::coverage::{Network, Point};
use super::problem::{Document, Problem, Reason};
use plane::Plane;

/// What the earlier stages may have moved a border already, metres: half a diagonal of the metre grid by
/// rounding, and as much by bending through a T-junction.
pub const ROUNDING: f64 = 1.5;

/// Evening out makes room to remove a little more.
const ROUNDS: usize = 3;

/// A drawing with more vertices than this is no landkaart that must be small: improving and evening out would
/// cost more than all else together, and is left out.
const LARGE: usize = 12_000;

/// A source with more vertices than this is thinned by [`thin::sweep`], and no coarse grid is tried: on that
/// some border of so many never finds room, and every grid tried in vain costs as much as the one that fits.
const LARGE_SOURCE: usize = 150_000;

/// A grid on which one end of an arc in so many shares its point with another is not tried.
const CROWDED: usize = 20;

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
    simplify_spent(network, tolerance, &vec![moved; network.arcs.len()], grid)
}

/// The same where each arc has spent its own part of the tolerance; see [`spent`].
pub fn simplify_spent(
    network: &Network,
    tolerance: f64,
    spent: &[f64],
    grid: Option<i32>,
) -> Result<Simplified, Vec<Problem>> {
    let grids = match grid {
        Some(grid) => vec![grid],
        None => automatic(tolerance, is_large(network))
            .into_iter()
            .filter(|&grid| grid == 1 || !is_crowded(network, grid))
            .collect(),
    };
    let left: Vec<f64> = spent.iter().map(|spent| (tolerance - ROUNDING - spent).max(0.0)).collect();
    let mut refused = Vec::new();
    for grid in grids {
        if grid < 1 || (grid > 1 && f64::from(grid) > tolerance) {
            return Err(vec![Problem::file(Document::Boundaries, Reason::Grid { grid, tolerance })]);
        }
        match at_grid(network, tolerance, &left, grid) {
            Ok(arcs) => return Ok(Simplified { arcs, grid }),
            Err(stuck) => refused = no_room(network, tolerance, grid, &stuck),
        }
    }
    Err(refused)
}

/// Do so many ends of arcs fall on the same grid point that trying the grid is in vain?
fn is_crowded(network: &Network, grid: i32) -> bool {
    let mut ends: Vec<Point> = network.arcs.iter().flat_map(|arc| [arc[0], arc[arc.len() - 1]]).collect();
    let mut different = |round: fn(i32, i32) -> i32| {
        ends.iter_mut().for_each(|end| *end = end.map(|value| round(value, grid)));
        ends.sort_unstable();
        ends.dedup();
        ends.len()
    };
    let apart = different(|value, _| value);
    let on_grid = different(|value, grid| (value + grid / 2).div_euclid(grid));
    (apart - on_grid) * CROWDED > apart
}

fn is_large(network: &Network) -> bool {
    network.arcs.iter().map(Vec::len).sum::<usize>() > LARGE_SOURCE
}

/// From two fifths of the tolerance, in a large drawing a twentieth, down to the metre, on which the source
/// itself is exact.
fn automatic(tolerance: f64, is_large: bool) -> Vec<i32> {
    let parts = [2.5, 3.0, 4.0, 6.0, 10.0, 20.0, 50.0];
    let parts = if is_large { &parts[5..] } else { &parts[..] };
    let mut grids: Vec<i32> = parts.iter().map(|part| (tolerance / part) as i32).collect();
    grids.retain(|&grid| grid > 1);
    grids.push(1);
    grids
}

fn at_grid(
    network: &Network,
    tolerance: f64,
    left: &[f64],
    grid: i32,
) -> Result<Vec<Vec<Point>>, Vec<Point>> {
    let mut plane = Plane::new(&network.arcs, left.to_vec());
    let in_hand = if grid > 1 { f64::from(grid) * std::f64::consts::FRAC_1_SQRT_2 } else { 0.0 };
    plane.keep_in_hand(in_hand);
    if is_large(network) {
        thin::sweep(&mut plane)
    } else {
        thin::thin(&mut plane)
    }
    plane.keep_in_hand(0.0);
    plane.index_edges();
    snap::snap(&mut plane, tolerance, grid)?;
    let (mut removing, mut moving) = (vec![None; plane.node_count()], vec![None; plane.site_count()]);
    for _ in 0..if plane.all_sites().len() > LARGE { 0 } else { ROUNDS } {
        improve::improve(&mut plane, grid, &mut removing);
        fair::fair(&mut plane, grid, &mut moving);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::{ArcRing, Owner};

    /// One region, its border one closed arc.
    fn island(points: &[Point]) -> Network {
        let arc: Vec<Point> = points.iter().chain(points.first()).copied().collect();
        let ring = ArcRing { owner: Owner::Water, number: 1, polygon: 0, arcs: vec![0] };
        Network { places: vec![], arcs: vec![arc], rings: vec![ring] }
    }

    const ISLAND: [Point; 7] = [[3, 7], [411, 5], [815, 2], [1203, 9], [1207, 803], [611, 821], [5, 809]];

    fn simplified(network: &Network, tolerance: f64) -> Simplified {
        simplify(network, tolerance, 0.0, None).expect("room")
    }

    #[test]
    fn the_grid_forbids_that_a_higher_tolerance_keeps_a_subset() {
        let [low, high] = [20.0, 90.0].map(|tolerance| simplified(&island(&ISLAND), tolerance));
        assert!(low.grid < high.grid && high.arcs[0].len() <= low.arcs[0].len());
        assert!(high.arcs[0].iter().any(|point| !low.arcs[0].contains(point)));
    }

    #[test]
    fn a_second_pass_below_the_rounding_changes_nothing() {
        let once = simplified(&island(&ISLAND), 1.0);
        assert_eq!(once.grid, 1);
        let twice = simplified(&Network { arcs: once.arcs.clone(), ..island(&ISLAND) }, 1.0);
        assert_eq!(once, twice);
    }

    #[test]
    fn an_arc_that_closing_slivers_moved_has_less_to_spend() {
        let whole = simplify_spent(&island(&ISLAND), 30.0, &[0.0], Some(1)).expect("room");
        let spent = simplify_spent(&island(&ISLAND), 30.0, &[28.0], Some(1)).expect("room");
        assert!(whole.arcs[0].len() < spent.arcs[0].len());
    }
}
