//! Nested lists of numbers, read in one pass at whatever depth they stand.
//!
//! In GeoJSON the `type` that says how deep they are nested may come after them, so the depth is found, not
//! asked for. Nearly all of a file is numbers: `serde_json` only sees where the lists end, and that they are
//! JSON; the numbers are read here. A number is the nearest `f64`, or the one beside it where it has more than
//! fifteen digits: a difference of less than a millionth of a millimetre.

use serde::de::{Deserialize, Deserializer, Error};
use serde_json::value::RawValue;

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
        let text = <&RawValue>::deserialize(deserializer)?.get();
        let mut reader = Reader { bytes: text.as_bytes(), at: 0 };
        reader.value(0).map_err(D::Error::custom)
    }
}

const UNEVEN: &str = "expected lists of one depth";
const DEEP: &str = "expected no list deeper than a MultiPolygon's";
const NUMBER: &str = "expected numbers, nested as the geometry's type asks";

/// A MultiPolygon's lists, with positions the deepest.
const DEPTH: usize = 4;

/// What is left of a text that is known to be JSON.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is no space; 0 at the end.
    fn peek(&mut self) -> u8 {
        loop {
            match self.bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                Some(&byte) => return byte,
                None => return 0,
            }
        }
    }

    /// Is there one more in the list at hand? Passes the comma, or the end of the list.
    fn more(&mut self) -> bool {
        let byte = self.peek();
        self.at += 1;
        byte == b','
    }

    fn value(&mut self, depth: usize) -> Result<Coordinates, &'static str> {
        use Coordinates::{Empty, Line, Lines, Number, Polygons, Position};
        if self.peek() != b'[' {
            return self.number().map(Number);
        }
        if depth > DEPTH {
            return Err(DEEP);
        }
        self.at += 1;
        match self.peek() {
            b']' => {
                self.at += 1;
                return Ok(Empty);
            }
            b'[' => {}
            _ => return self.position().map(Position),
        }
        match self.value(depth + 1)? {
            Position(first) => {
                let mut line = vec![first];
                while self.more() {
                    if self.peek() != b'[' {
                        return Err(UNEVEN);
                    }
                    self.at += 1;
                    if self.peek() == b'[' {
                        return Err(UNEVEN);
                    }
                    line.push(self.position()?);
                }
                Ok(Line(line))
            }
            first @ (Line(_) | Empty) => {
                let mut lines = Vec::new();
                let mut next = first;
                loop {
                    match next {
                        Line(line) => lines.push(line),
                        Empty => lines.push(Vec::new()),
                        _ => return Err(UNEVEN),
                    }
                    if !self.more() {
                        return Ok(Lines(lines));
                    }
                    next = self.value(depth + 1)?;
                }
            }
            Lines(first) => {
                let mut polygons = vec![first];
                while self.more() {
                    match self.value(depth + 1)? {
                        Lines(lines) => polygons.push(lines),
                        Empty => polygons.push(Vec::new()),
                        _ => return Err(UNEVEN),
                    }
                }
                Ok(Polygons(polygons))
            }
            Polygons(_) => Err(DEEP),
            Number(_) => Err(UNEVEN),
        }
    }

    /// The rest of a position, its opening bracket passed.
    fn position(&mut self) -> Result<Position, &'static str> {
        if self.peek() == b']' {
            return Err(UNEVEN);
        }
        let x = self.number()?;
        // A position of one number fits no range, and is refused there.
        let mut y = f64::NAN;
        let mut nth = 1;
        while self.more() {
            self.peek();
            let number = self.number()?;
            if nth == 1 {
                y = number;
            }
            nth += 1;
        }
        Ok([x, y])
    }

    fn number(&mut self) -> Result<f64, &'static str> {
        let begin = self.at;
        let is_negative = self.bytes.get(self.at) == Some(&b'-');
        self.at += usize::from(is_negative);
        let whole = self.at;
        let mut digits = self.digits(0);
        let mut decimals = 0;
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            let point = self.at;
            digits = self.digits(digits);
            decimals = self.at - point;
        }
        let is_plain = !matches!(self.bytes.get(self.at), Some(b'e' | b'E'));
        // Nineteen digits fit.
        if is_plain && self.at - whole <= 20 && decimals < POWERS.len() {
            if self.at == whole {
                return Err(NUMBER);
            }
            let number = digits as f64 / POWERS[decimals];
            return Ok(if is_negative { -number } else { number });
        }
        while matches!(self.bytes.get(self.at), Some(b'0'..=b'9' | b'.' | b'-' | b'+' | b'e' | b'E')) {
            self.at += 1;
        }
        std::str::from_utf8(&self.bytes[begin..self.at]).ok().and_then(|text| text.parse().ok()).ok_or(NUMBER)
    }

    /// The digits that follow, after those before them; wraps when there are too many.
    fn digits(&mut self, mut before: u64) -> u64 {
        while let Some(eight) = self.bytes[self.at..].first_chunk().and_then(eight_digits) {
            before = before.wrapping_mul(100_000_000).wrapping_add(eight);
            self.at += 8;
        }
        while let Some(&byte) = self.bytes.get(self.at) {
            let digit = byte.wrapping_sub(b'0');
            if digit > 9 {
                break;
            }
            before = before.wrapping_mul(10).wrapping_add(u64::from(digit));
            self.at += 1;
        }
        before
    }
}

/// What eight digits say, all at once (Lemire 2018, "Quickly parsing eight digits"); nothing when they are not eight.
fn eight_digits(text: &[u8; 8]) -> Option<u64> {
    const HIGH: u64 = 0xf0f0_f0f0_f0f0_f0f0;
    const ZEROS: u64 = 0x3030_3030_3030_3030;
    let word = u64::from_le_bytes(*text);
    let above_nine = word.wrapping_add(0x0606_0606_0606_0606);
    if word & HIGH != ZEROS || above_nine & HIGH != ZEROS {
        return None;
    }
    let ones = word - ZEROS;
    let tens = ones.wrapping_mul(10).wrapping_add(ones >> 8);
    let even = (tens & 0xff_0000_00ff).wrapping_mul(0xf_4240_0000_0064);
    let odd = (tens >> 16 & 0xff_0000_00ff).wrapping_mul(0x2710_0000_0001);
    Some(even.wrapping_add(odd) >> 32)
}

/// Powers of ten that are exact.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

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

    #[test]
    fn numbers_are_read_as_others_read_them() {
        for text in [
            "0",
            "-0.5",
            "122183.30728769525",
            "5.387205833333333",
            "1e5",
            "-1.25E-3",
            "123456789012345678901.5",
            "12345678",
            "98765432.10123456",
        ] {
            let Ok(Coordinates::Number(found)) = read(text) else { panic!("{text}") };
            let expected: f64 = text.parse().expect("a number");
            assert!((found - expected).abs() <= expected.abs() * 2e-16, "{text}: {found}");
        }
        assert!(read("\"1\"").is_err() && read("[1, null]").is_err());
    }
}
