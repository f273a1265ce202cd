//! Where repairs were made, told to the feature that was mended: `{"GM0363": ["121000 487000"]}`, RD New,
//! whole metres.

use crate::pipeline::coverage::{Coverage, Owner, Point};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Points by code, in order of code and then from the west.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(Vec<(String, Vec<Point>)>);

impl Places {
    pub fn new(coverage: &Coverage, mut places: Vec<(Owner, Point)>) -> Self {
        places.sort_unstable();
        places.dedup();
        let by_owner = places.chunk_by(|a, b| a.0 == b.0);
        Self(by_owner.map(|of| (coverage.name(of[0].0), of.iter().map(|&(_, at)| at).collect())).collect())
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, points) in &self.0 {
            let points: Vec<String> = points.iter().map(|[x, y]| format!("{x} {y}")).collect();
            map.serialize_entry(code, &points)?;
        }
        map.end()
    }
}
