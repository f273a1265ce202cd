//! Polygons that are none by the rules of OGC simple features, as `geo` judges them.

use crate::pipeline::coverage::Ring;
use geo::Validation;
use geo::{Coord, LineString};

/// Polygons at fault, each by itself and with the others of its owner.
pub fn invalid(rings: &[Ring]) -> usize {
    let line = |ring: &Ring| -> LineString<f64> {
        let mut coords: Vec<Coord> =
            ring.points.iter().map(|&[x, y]| Coord { x: f64::from(x), y: f64::from(y) }).collect();
        coords.extend(coords.first().copied());
        LineString::new(coords)
    };
    let by_polygon = rings.chunk_by(|a, b| a.polygon == b.polygon);
    let polygon = |rings: &[Ring]| geo::Polygon::new(line(&rings[0]), rings[1..].iter().map(line).collect());
    let by_owner = rings.chunk_by(|a, b| a.owner == b.owner);
    let multi = |rings: &[Ring]| {
        geo::MultiPolygon::new(rings.chunk_by(|a, b| a.polygon == b.polygon).map(polygon).collect())
    };
    by_polygon.filter(|rings| !polygon(rings).is_valid()).count()
        + by_owner.filter(|rings| !multi(rings).is_valid()).count()
}
