//! Owners as a report names them: by code, and water as that.

use crate::pipeline::coverage::{Coverage, Owner};
use std::sync::Arc;

/// Shared by all that a report tells of owners: codes are written out when the report is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(Arc<[String]>);

impl Names {
    pub fn of_owners(coverage: &Coverage) -> Self {
        Self(coverage.places.iter().map(|place| place.code.clone()).collect())
    }

    pub fn name(&self, owner: Owner) -> &str {
        match owner {
            Owner::Gemeente(index) => &self.0[index as usize],
            Owner::Water => "water",
        }
    }
}
