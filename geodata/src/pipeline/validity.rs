//! Is a source polygon one by itself, whatever its neighbours are? Judged by `geo` on the coordinates as they
//! were read (OGC simple features), and given a place here, which `geo` does not.

use super::read::Feature;
use geo::Validation;
use geo::algorithm::validation::{InvalidPolygon, RingRole};
use geo::{Coord, LineString};

type Position = [f64; 2];

/// What is wrong with the polygons of a feature, and where: RD New metres.
#[derive(Debug, Clone, PartialEq)]
pub struct Invalid {
    /// Feature number in the source, from 1.
    pub number: usize,
    pub what: String,
    pub at: Position,
}

/// Every feature with a polygon at fault, in file order: the first fault, and how many polygons more have one.
pub fn invalid(features: &[Feature]) -> Vec<Invalid> {
    let of = |feature: &Feature| {
        let mut faults = feature.polygons.iter().filter_map(|polygon| fault(polygon));
        let (what, at) = faults.next()?;
        let what = match faults.count() {
            0 => what,
            more => format!("{what} (and {more} more of its polygons)"),
        };
        Some(Invalid { number: feature.number, what, at })
    };
    features.iter().filter_map(of).collect()
}

/// Does a border of the feature pass the place, given in whole metres?
pub fn passes(feature: &Feature, at: [i32; 2]) -> bool {
    let [x, y] = at.map(f64::from);
    let near = |edge: &[Position]| {
        let [dx, dy] = [edge[1][0] - edge[0][0], edge[1][1] - edge[0][1]];
        let [px, py] = [x - edge[0][0], y - edge[0][1]];
        let along = (px * dx + py * dy) / (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
        let part = along.clamp(0.0, 1.0);
        (px - part * dx).hypot(py - part * dy) <= 1.0
    };
    feature.polygons.iter().flatten().any(|ring| ring.windows(2).any(near))
}

fn fault(polygon: &[Vec<Position>]) -> Option<(String, Position)> {
    let line = |ring: &Vec<Position>| -> LineString<f64> {
        LineString::new(ring.iter().map(|&[x, y]| Coord { x, y }).collect())
    };
    let (outer, holes) = polygon.split_first()?;
    let judged = geo::Polygon::new(line(outer), holes.iter().map(line).collect());
    let error = judged.check_validation().err()?;
    let ring = |role: RingRole| match role {
        RingRole::Exterior => 0,
        RingRole::Interior(index) => index + 1,
    };
    let name = |role: RingRole| match role {
        RingRole::Exterior => "the outer ring".to_owned(),
        RingRole::Interior(index) => format!("hole {}", index + 1),
    };
    let (what, role) = match error {
        InvalidPolygon::TooFewPointsInRing(role) => {
            (format!("fewer than three different positions in {}", name(role)), role)
        }
        InvalidPolygon::NonFiniteCoord(role, _) => (format!("no number in {}", name(role)), role),
        InvalidPolygon::SelfIntersection(role) => {
            let points = &polygon[ring(role)];
            return Some(match contact(points) {
                Some((how, at)) => (format!("{} that {how}", name(role)), at),
                None => (format!("{} that meets itself", name(role)), points[0]),
            });
        }
        InvalidPolygon::InteriorRingNotContainedInExteriorRing(role) => {
            (format!("{} not inside the outer ring", name(role)), role)
        }
        InvalidPolygon::IntersectingRingsOnALine(one, two)
        | InvalidPolygon::IntersectingRingsOnAnArea(one, two) => {
            (format!("{} and {} on the same ground", name(one), name(two)), two)
        }
    };
    Some((what, polygon.get(ring(role)).and_then(|points| points.first()).copied().unwrap_or_default()))
}

/// How and where a closed ring first meets itself. Every pair of edges is tried: only rings already known to
/// be at fault come here.
fn contact(ring: &[Position]) -> Option<(&'static str, Position)> {
    let edges: Vec<(Position, Position)> =
        ring.windows(2).map(|pair| (pair[0], pair[1])).filter(|(a, b)| a != b).collect();
    let count = edges.len();
    for (index, &(a, b)) in edges.iter().enumerate() {
        let (_, after) = edges[(index + 1) % count];
        let ahead = (after[0] - b[0]) * (b[0] - a[0]) + (after[1] - b[1]) * (b[1] - a[1]);
        if side(a, b, after) == 0.0 && ahead < 0.0 {
            return Some(("has a spike", b));
        }
    }
    for (index, &(a, b)) in edges.iter().enumerate() {
        for &(c, d) in &edges[index + 1..] {
            if a == c || b == d {
                return Some(("touches itself", if a == c { a } else { b }));
            }
            if b == c || d == a {
                continue;
            }
            if cross(a, b, c, d) {
                return Some(("crosses itself", a));
            }
            if let Some(at) = [c, d].into_iter().find(|&p| on(a, b, p)) {
                return Some(("touches itself", at));
            }
            if let Some(at) = [a, b].into_iter().find(|&p| on(c, d, p)) {
                return Some(("touches itself", at));
            }
        }
    }
    None
}

/// Positive when `c` lies left of `a -> b`.
fn side(a: Position, b: Position, c: Position) -> f64 {
    (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
}

/// Do the segments cross in a point that is an end of neither?
fn cross(a: Position, b: Position, c: Position, d: Position) -> bool {
    side(a, b, c) * side(a, b, d) < 0.0 && side(c, d, a) * side(c, d, b) < 0.0
}

/// Does the point lie on the closed segment?
fn on(a: Position, b: Position, p: Position) -> bool {
    side(a, b, p) == 0.0
        && (0..2).all(|axis| a[axis].min(b[axis]) <= p[axis] && p[axis] <= a[axis].max(b[axis]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(ring: &[Position]) -> Option<(String, Position)> {
        fault(&[ring.to_vec()])
    }

    #[test]
    fn a_square_is_a_polygon() {
        assert_eq!(found(&[[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0], [0.0, 0.0]]), None);
    }

    #[test]
    fn a_bow_tie_crosses_itself() {
        let (what, at) =
            found(&[[0.0, 0.0], [4.0, 4.0], [4.0, 0.0], [0.0, 4.0], [0.0, 0.0]]).expect("a fault");
        assert_eq!((what.as_str(), at), ("the outer ring that crosses itself", [0.0, 0.0]));
    }

    #[test]
    fn a_spike_is_named_at_its_tip() {
        let (what, at) = found(&[[0.0, 0.0], [4.0, 0.0], [9.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 0.0]])
            .expect("a fault");
        assert_eq!((what.as_str(), at), ("the outer ring that has a spike", [9.0, 0.0]));
    }

    #[test]
    fn a_ring_that_passes_a_vertex_twice_touches_itself_there() {
        let ring = [[0.0, 0.0], [4.0, 0.0], [2.0, 2.0], [4.0, 4.0], [0.0, 4.0], [2.0, 2.0], [0.0, 0.0]];
        let (what, at) = found(&ring).expect("a fault");
        assert_eq!((what.as_str(), at), ("the outer ring that touches itself", [2.0, 2.0]));
    }
}
