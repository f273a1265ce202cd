//! The values that travel between the stages: a coverage of rings in whole RD metres.

use crate::topology::ArcIndex;

/// RD New, whole metres.
pub type Point = [i32; 2];

/// Who lies to the left of a ring.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    /// Position in [`Coverage::places`].
    Gemeente(u32),
    Water,
}

/// What a map says about a gemeente besides its shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Feature number in the source, from 1.
    pub number: usize,
    pub code: String,
    pub naam: String,
    /// The area it lies in: the province of a gemeente, `PV20` to `PV31`, the gemeente of a wijk or buurt;
    /// empty where there is none.
    pub provincie: String,
}

/// A closed ring; the first point is not repeated. The owner lies to its left: outer rings run
/// counter-clockwise, holes clockwise (as in RFC 7946).
#[derive(Debug, Clone, PartialEq)]
pub struct Ring {
    pub owner: Owner,
    /// Feature number in the source, from 1.
    pub number: usize,
    /// Polygons are numbered over the whole coverage; the first ring of a polygon is its outer one.
    pub polygon: usize,
    pub points: Vec<Point>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// In order of code.
    pub places: Vec<Place>,
    pub rings: Vec<Ring>,
}

/// The same rings as walks over shared arcs.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    pub places: Vec<Place>,
    /// Each border once; a closed arc repeats its first point.
    pub arcs: Vec<Vec<Point>>,
    pub rings: Vec<ArcRing>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ArcRing {
    pub owner: Owner,
    pub number: usize,
    pub polygon: usize,
    pub arcs: Vec<ArcIndex>,
}

/// Twice the signed area of an open ring: positive when counter-clockwise. Square metres.
pub fn doubled_area(points: &[Point]) -> i64 {
    let Some(&[x0, y0]) = points.first() else { return 0 };
    // Relative to the first point, so that the products stay small and the last edge, back to it, adds nothing.
    let at = |[x, y]: Point| [i64::from(x) - i64::from(x0), i64::from(y) - i64::from(y0)];
    let twice = |[ax, ay]: [i64; 2], [bx, by]: [i64; 2]| ax * by - bx * ay;
    points.windows(2).map(|edge| twice(at(edge[0]), at(edge[1]))).sum()
}

impl Coverage {
    /// The owner as a message names it.
    pub fn name(&self, owner: Owner) -> String {
        match owner {
            Owner::Gemeente(index) => self.places[index as usize].code.clone(),
            Owner::Water => "water".to_owned(),
        }
    }
}
