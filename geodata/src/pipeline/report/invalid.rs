//! Polygons that are none by the rules of OGC simple features, as `geo` judges them.

use crate::pipeline::coverage::Ring;
use geo::Validation;
use geo::{Coord, LineString};

/// Polygons at fault, each by itself and with the others of its owner.
///
/// An area of one ring is not asked about where rings are `sound` (without
/// [fault](crate::pipeline::verify::faults)): that says as much, while `geo` tries every two edges of a ring.
pub fn invalid(rings: &[Ring], sound: bool) -> usize {
    let line = |ring: &Ring| -> LineString<f64> {
        let mut coords: Vec<Coord> =
            ring.points.iter().map(|&[x, y]| Coord { x: f64::from(x), y: f64::from(y) }).collect();
        coords.extend(coords.first().copied());
        LineString::new(coords)
    };
    let polygon = |rings: &[Ring]| geo::Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
    let of_owner = |rings: &[Ring]| {
        let polygons = || rings.chunk_by(|a, b| a.polygon == b.polygon).map(polygon);
        if (sound && rings.len() == 1) || geo::MultiPolygon::new(polygons().collect()).is_valid() {
            return 0;
        }
        1 + polygons().filter(|polygon| !polygon.is_valid()).count()
    };
    rings.chunk_by(|a, b| a.owner == b.owner).map(of_owner).sum()
}
