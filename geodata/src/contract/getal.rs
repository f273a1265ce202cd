//! A number as people write it: 50, not 50.0.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Finite. Whole numbers up to 2^53 are written without a fraction.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Getal(f64);

impl Getal {
    /// `None` for what is not a number, or infinite.
    pub fn new(waarde: f64) -> Option<Self> {
        waarde.is_finite().then_some(Self(waarde))
    }

    pub fn value(self) -> f64 {
        self.0
    }

    fn whole(self) -> Option<i64> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        (self.0.fract() == 0.0 && self.0.abs() < EXACT).then_some(self.0 as i64)
    }
}

/// For a number that is known to be finite, as those of a table are.
impl From<f64> for Getal {
    fn from(waarde: f64) -> Self {
        Self(waarde)
    }
}

impl From<u32> for Getal {
    fn from(waarde: u32) -> Self {
        Self(waarde.into())
    }
}

impl fmt::Display for Getal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Getal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.0),
        }
    }
}

impl<'de> Deserialize<'de> for Getal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        f64::deserialize(deserializer).map(Self)
    }
}
