//! Strips that got one owner, as the report tells of them.

use super::names::Names;
use super::rounded;
use crate::pipeline::coverage::Point;
use crate::pipeline::heal::{Kind, Sliver};
use serde::ser::{Serialize, Serializer};

/// Every strip closed, in order of face.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Slivers {
    names: Names,
    slivers: Vec<Sliver>,
}

/// A strip narrower than the stated width that got one owner.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct Closed<'a> {
    kind: &'static str,
    /// Who claimed it, by code.
    from: Vec<&'a str>,
    /// Whose it became.
    to: &'a str,
    /// A vertex of it, RD New, whole metres.
    at: Point,
    /// How far a border moved by it, metres.
    width: f64,
    square_metres: f64,
}

impl Slivers {
    pub fn new(names: &Names, slivers: Vec<Sliver>) -> Self {
        Self { names: names.clone(), slivers }
    }

    pub fn len(&self) -> usize {
        self.slivers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.slivers.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Sliver> {
        self.slivers.iter()
    }

    fn closed(&self, sliver: &Sliver) -> Closed<'_> {
        Closed {
            kind: match sliver.kind {
                Kind::Overlap => "overlap",
                Kind::Gap => "gap",
                Kind::Neck => "neck",
            },
            from: sliver.from.iter().map(|&owner| self.names.name(owner)).collect(),
            to: self.names.name(sliver.to),
            at: sliver.at,
            width: rounded(sliver.width, 100.0),
            square_metres: sliver.area,
        }
    }
}

impl Serialize for Slivers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.slivers.iter().map(|sliver| self.closed(sliver)))
    }
}
