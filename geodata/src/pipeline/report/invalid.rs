//! Polygons that are none by the rules of OGC simple features, as `geo` judges them.

use crate::pipeline::coverage::{Point, Ring};
use crate::pipeline::geometry::orientation;
use crate::pipeline::junctions::edges;
use crate::pipeline::vertices::Repeats;
use geo::Validation;
use geo::{Coord, LineString};

/// Polygons at fault, each by itself and with the others of its owner.
///
/// An area is not asked about where rings are `sound` (without [fault](crate::pipeline::verify::faults)) and its own
/// lie [apart](are_apart): that says as much, while `geo` tries every two edges of a ring.
pub fn invalid(rings: &[Ring], sound: bool) -> usize {
    let line = |ring: &Ring| -> LineString<f64> {
        let mut coords: Vec<Coord> =
            ring.points.iter().map(|&[x, y]| Coord { x: f64::from(x), y: f64::from(y) }).collect();
        coords.extend(coords.first().copied());
        LineString::new(coords)
    };
    let polygon = |rings: &[Ring]| geo::Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
    let mut repeats = Repeats::default();
    let of_owner = |rings: &[Ring]| {
        let polygons = || rings.chunk_by(|a, b| a.polygon == b.polygon).map(polygon);
        if (sound && are_apart(rings, &mut repeats))
            || geo::MultiPolygon::new(polygons().collect()).is_valid()
        {
            return 0;
        }
        1 + polygons().filter(|polygon| !polygon.is_valid()).count()
    };
    rings.chunk_by(|a, b| a.owner == b.owner).map(of_owner).sum()
}

/// Do the rings of one owner share no vertex, and does every hole lie in the outer ring of its polygon and in none of
/// its other holes? Where rings are sound an outer ring in another lies in a hole of that: no owner is on both sides.
fn are_apart(rings: &[Ring], repeats: &mut Repeats) -> bool {
    if rings.len() == 1 {
        return true;
    }
    let vertices: Vec<Point> = rings.iter().flat_map(|ring| &ring.points).copied().collect();
    let hole_is_right = |polygon: &[Ring], hole: usize| {
        let at = polygon[hole].points[0];
        polygon.iter().enumerate().all(|(nth, ring)| nth == hole || encloses(&ring.points, at) == (nth == 0))
    };
    !repeats.any(&vertices)
        && rings
            .chunk_by(|a, b| a.polygon == b.polygon)
            .all(|polygon| (1..polygon.len()).all(|hole| hole_is_right(polygon, hole)))
}

/// Does the ring go around a point that is not on it? By the edges east of the point.
fn encloses(ring: &[Point], at: Point) -> bool {
    let is_east = |&(a, b): &(Point, Point)| {
        (a[1] > at[1]) != (b[1] > at[1]) && (orientation(a, b, at) > 0) == (b[1] > a[1])
    };
    edges(ring).filter(is_east).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::coverage::Owner;
    use crate::pipeline::verify::faults;

    fn square(polygon: usize, [west, east]: [i32; 2], is_hole: bool) -> Ring {
        let mut points = vec![[west, west], [east, west], [east, east], [west, east]];
        if is_hole {
            points.reverse();
        }
        Ring { owner: Owner::Gemeente(0), number: 1, polygon, points }
    }

    /// An area with two holes, in one of them a part with a hole, touching or not, and a part elsewhere; each hole
    /// said to be of any of the three.
    #[test]
    fn what_is_not_asked_of_geo_is_what_geo_would_say() {
        let (mut valid, mut invalid_ones) = (0, 0);
        for inner in [[4, 16], [3, 16], [4, 17]] {
            for of_hole in 0..27 {
                let of = [of_hole % 3, of_hole / 3 % 3, of_hole / 9];
                let holes = [[3, 17], [20, 27], [6, 9]].into_iter().zip(of);
                let holes: Vec<Ring> = holes.map(|(span, polygon)| square(polygon, span, true)).collect();
                let outers = [[0, 30], inner, [40, 50]].into_iter().enumerate();
                let rings: Vec<Ring> = outers
                    .flat_map(|(polygon, span)| {
                        let own = holes.iter().filter(move |hole| hole.polygon == polygon).cloned();
                        std::iter::once(square(polygon, span, false)).chain(own)
                    })
                    .collect();
                if !faults(&rings).is_empty() {
                    continue;
                }
                let judged = invalid(&rings, false);
                assert_eq!(invalid(&rings, true), judged, "{of:?} {inner:?}");
                *if judged == 0 { &mut valid } else { &mut invalid_ones } += 1;
            }
        }
        assert!(valid > 0 && invalid_ones > 0, "{valid} {invalid_ones}");
    }
}
