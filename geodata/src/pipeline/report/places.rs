//! Where repairs were made, told to the feature that was mended: `{"GM0363": ["121000 487000"]}`, RD New,
//! whole metres.

use super::names::Names;
use crate::pipeline::coverage::{Owner, Point};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Points of owners, each told once, in order of code and then from the west.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    names: Names,
    places: Vec<(Owner, Point)>,
}

impl Places {
    pub fn new(names: &Names, places: Vec<(Owner, Point)>) -> Self {
        Self { names: names.clone(), places }
    }
}

impl Serialize for Places {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut places = self.places.clone();
        places.sort_unstable();
        places.dedup();
        let by_owner: Vec<_> = places.chunk_by(|a, b| a.0 == b.0).collect();
        let mut map = serializer.serialize_map(Some(by_owner.len()))?;
        for of_one in by_owner {
            let points: Vec<String> = of_one.iter().map(|(_, [x, y])| format!("{x} {y}")).collect();
            map.serialize_entry(self.names.name(of_one[0].0), &points)?;
        }
        map.end()
    }
}
