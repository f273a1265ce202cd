//! Where places are: arcs, rings and regions on the RD grid.
//!
//! The words are TopoJSON's (Bostock, Metcalf 2013, <https://github.com/topojson/topojson-specification>):
//! an *arc* is a piece of border between two *junctions*, written once and shared by the regions on
//! both sides; a *ring* is a closed walk over arcs, where `~i` walks arc `i` backwards.
//!
//! # Coordinates
//! RD New (EPSG:28992). A [`Position`] counts grid cells from [`Transform::translate`]; one cell is
//! [`Transform::scale`] whole metres wide and high. East is `x`, north is `y`.
//!
//! # Invariants
//! - Every ring is closed and has at least three different positions.
//! - A border between two regions is one arc, used once in each direction.
//! - Simplified areas are for looking at, not for measuring.

pub mod mesh;
pub mod neighbours;
pub mod part;
pub mod tegels;
pub mod topojson;

pub use neighbours::neighbours;
pub use topojson::{TopoJson, TopoJsonError};

/// Grid cells east and north of [`Transform::translate`].
pub type Position = [i32; 2];

/// A piece of border; at least two positions, the first and last are junctions (or equal: an island).
pub type Arc = Vec<Position>;

/// `i` walks arc `i` forwards, `!i` (one's complement, negative) backwards.
pub type ArcIndex = i32;

/// A closed walk over arcs.
pub type Ring = Vec<ArcIndex>;

/// An outer ring and its holes.
pub type Polygon = Vec<Ring>;

/// From grid to RD New: `metres = translate + scale * position`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Transform {
    pub scale: [i32; 2],
    pub translate: [i32; 2],
}

impl Transform {
    /// RD New, whole metres.
    pub fn metres(&self, [x, y]: Position) -> [i32; 2] {
        [self.translate[0] + self.scale[0] * x, self.translate[1] + self.scale[1] * y]
    }
}

/// The map of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Topology {
    pub jaar: u16,
    pub naamsvermelding: String,
    pub transform: Transform,
    pub arcs: Vec<Arc>,
    /// In order of code.
    pub gemeenten: Vec<Region>,
    pub water: Vec<Polygon>,
    /// Borders between two gemeenten of one province, each arc once.
    pub gemeentegrenzen: Vec<Vec<ArcIndex>>,
    /// Borders between two provinces, each arc once.
    pub provinciegrenzen: Vec<Vec<ArcIndex>>,
}

/// A gemeente on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    pub code: String,
    pub naam: String,
    /// Province code, `PV27`.
    pub provincie: String,
    /// A point well inside the largest part, RD New, whole metres.
    pub label: [i32; 2],
    pub polygons: Vec<Polygon>,
}

impl Topology {
    /// The positions along a ring, the first not repeated at the end.
    ///
    /// Indices must be in range, as the reader of [`topojson`] has checked.
    pub fn positions<'a>(&'a self, ring: &'a [ArcIndex]) -> impl Iterator<Item = Position> + 'a {
        ring.iter().flat_map(|&walk| {
            let arc = &self.arcs[walk.max(!walk) as usize];
            let count = arc.len() - 1;
            // The last of each arc is the first of the next.
            (0..count).map(move |step| if walk < 0 { arc[count - step] } else { arc[step] })
        })
    }
}
