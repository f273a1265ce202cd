//! Nested lists of numbers, read in one pass at whatever depth they stand.
//!
//! In GeoJSON the `type` that says how deep they are nested may come after them, so the depth is found, not
//! asked for.

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, SeqAccess, Visitor};
use std::fmt;

pub type Position = [f64; 2];

/// What a `coordinates` member holds. Third and further numbers of a position are passed over.
#[derive(Debug, Clone, PartialEq)]
pub enum Coordinates {
    /// `[]`, or lists that hold nothing else.
    Empty,
    Number(f64),
    Position(Position),
    Line(Vec<Position>),
    Lines(Vec<Vec<Position>>),
    Polygons(Vec<Vec<Vec<Position>>>),
}

impl<'de> Deserialize<'de> for Coordinates {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Nested)
    }
}

struct Nested;

impl<'de> Visitor<'de> for Nested {
    type Value = Coordinates;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("numbers, nested as the geometry's type asks")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Coordinates, E> {
        Ok(Coordinates::Number(value as f64))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Coordinates, A::Error> {
        use Coordinates::{Empty, Line, Lines, Number, Polygons, Position};
        let uneven = || A::Error::custom("expected lists of one depth");
        Ok(match list.next_element()? {
            None => Empty,
            Some(Number(x)) => {
                // A position of one number fits no range, and is refused there.
                let y = match list.next_element()? {
                    Some(Number(y)) => y,
                    None => f64::NAN,
                    Some(_) => return Err(uneven()),
                };
                while list.next_element::<IgnoredAny>()?.is_some() {}
                Position([x, y])
            }
            Some(Position(first)) => {
                let mut line = vec![first];
                while let Some(next) = list.next_element()? {
                    let Position(next) = next else { return Err(uneven()) };
                    line.push(next);
                }
                Line(line)
            }
            Some(first @ (Line(_) | Empty)) => {
                let mut lines = Vec::new();
                let mut next = Some(first);
                while let Some(item) = next {
                    match item {
                        Line(line) => lines.push(line),
                        Empty => lines.push(Vec::new()),
                        _ => return Err(uneven()),
                    }
                    next = list.next_element()?;
                }
                Lines(lines)
            }
            Some(Lines(first)) => {
                let mut polygons = vec![first];
                while let Some(next) = list.next_element()? {
                    match next {
                        Lines(lines) => polygons.push(lines),
                        Empty => polygons.push(Vec::new()),
                        _ => return Err(uneven()),
                    }
                }
                Polygons(polygons)
            }
            Some(Polygons(_)) => {
                return Err(A::Error::custom("expected no list deeper than a MultiPolygon's"));
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Coordinates, String> {
        serde_json::from_str(text).map_err(|error| error.to_string())
    }

    #[test]
    fn the_depth_is_found() {
        assert_eq!(read("[1, 2.5]"), Ok(Coordinates::Position([1.0, 2.5])));
        assert_eq!(read("[[1, 2, 9], [3, 4]]"), Ok(Coordinates::Line(vec![[1.0, 2.0], [3.0, 4.0]])));
        assert_eq!(read("[[[[1, 2]]]]"), Ok(Coordinates::Polygons(vec![vec![vec![[1.0, 2.0]]]])));
        assert_eq!(read("[]"), Ok(Coordinates::Empty));
    }

    #[test]
    fn uneven_and_bottomless_lists_are_refused() {
        assert!(read("[[1, 2], [[3, 4]]]").expect_err("uneven").contains("one depth"));
        assert!(read("[[[[[1, 2]]]]]").expect_err("too deep").contains("deeper"));
        assert!(read(&"[".repeat(100_000)).is_err());
    }
}
