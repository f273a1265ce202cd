//! Arc indices in lists as deep as a geometry's type asks for.

use crate::topology::ArcIndex;
use serde::de::{Error as _, SeqAccess, Visitor};
use serde::ser::SerializeSeq;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Arc indices at the depth that the geometry's type asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Nested {
    Index(ArcIndex),
    List(Vec<Nested>),
}
impl Nested {
    pub fn is_empty(&self) -> bool {
        matches!(self, Nested::List(list) if list.is_empty())
    }
}

impl Serialize for Nested {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Nested::Index(index) => serializer.serialize_i32(*index),
            Nested::List(list) => {
                let mut sequence = serializer.serialize_seq(Some(list.len()))?;
                for element in list {
                    sequence.serialize_element(element)?;
                }
                sequence.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Nested {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NestedVisitor)
    }
}

struct NestedVisitor;

impl<'de> Visitor<'de> for NestedVisitor {
    type Value = Nested;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an arc index or a list of them")
    }

    fn visit_i64<E: serde::de::Error>(self, value: i64) -> Result<Nested, E> {
        i32::try_from(value).map(Nested::Index).map_err(|_| E::custom("arc index beyond 32 bits"))
    }

    fn visit_u64<E: serde::de::Error>(self, value: u64) -> Result<Nested, E> {
        i32::try_from(value).map(Nested::Index).map_err(|_| E::custom("arc index beyond 32 bits"))
    }

    /// JavaScript has one kind of number.
    fn visit_f64<E: serde::de::Error>(self, value: f64) -> Result<Nested, E> {
        let index = value as i32;
        if f64::from(index) == value {
            Ok(Nested::Index(index))
        } else {
            Err(E::custom("arc index is not whole"))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Nested, A::Error> {
        let mut list = Vec::new();
        while let Some(element) = sequence.next_element()? {
            list.push(element);
            if list.len() > 1 << 24 {
                return Err(A::Error::custom("more arcs than a map can have"));
            }
        }
        Ok(Nested::List(list))
    }
}
