//! The level of an area: which code it has, and inside which gemeente it lies.

use super::GemeenteCode;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The closed list of levels, from large to small. A school is a vestiging: a place, not an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Niveau {
    Land,
    Provincie,
    Gemeente,
    Wijk,
    Buurt,
    School,
}

impl Niveau {
    pub const ALL: [(&str, Self); 6] = [
        ("land", Self::Land),
        ("provincie", Self::Provincie),
        ("gemeente", Self::Gemeente),
        ("wijk", Self::Wijk),
        ("buurt", Self::Buurt),
        ("school", Self::School),
    ];

    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(_, niveau)| *niveau == self).map_or("", |(name, _)| name)
    }

    /// The level that a code is written for, by its form alone.
    ///
    /// ```
    /// use geodata::contract::Niveau;
    /// assert_eq!(Niveau::of("WK036300"), Some(Niveau::Wijk));
    /// assert_eq!(Niveau::of("00AP00"), Some(Niveau::School));
    /// assert_eq!(Niveau::of("363"), None);
    /// ```
    pub fn of(code: &str) -> Option<Self> {
        let bytes = code.as_bytes();
        let digits = |from: usize, length: usize| {
            bytes.len() == from + length && bytes[from..].iter().all(u8::is_ascii_digit)
        };
        let prefixed = |prefix: &str, length: usize| code.starts_with(prefix) && digits(2, length);
        let school = bytes.len() == 6
            && bytes[..2].iter().chain(&bytes[4..]).all(u8::is_ascii_digit)
            && bytes[2..4].iter().all(u8::is_ascii_uppercase);
        match () {
            () if code == "NL01" => Some(Self::Land),
            () if prefixed("PV", 2) => Some(Self::Provincie),
            () if prefixed("GM", 4) => Some(Self::Gemeente),
            () if prefixed("WK", 6) => Some(Self::Wijk),
            () if prefixed("BU", 8) => Some(Self::Buurt),
            () if school => Some(Self::School),
            () => None,
        }
    }

    /// The gemeente that a wijk or a buurt lies in, which its code says; a gemeente lies in itself.
    pub fn gemeente(code: &str) -> Option<GemeenteCode> {
        match Self::of(code)? {
            Self::Gemeente => Some(GemeenteCode::new(code)),
            Self::Wijk | Self::Buurt => Some(GemeenteCode::new(format!("GM{}", code.get(2..6)?))),
            Self::Land | Self::Provincie | Self::School => None,
        }
    }

    /// Whether its values are cut into a document for each gemeente: a reader looks at one at a time.
    pub fn is_per_gemeente(self) -> bool {
        matches!(self, Self::Wijk | Self::Buurt | Self::School)
    }
}

impl fmt::Display for Niveau {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_of_a_code_says_its_level() {
        let table = [
            ("NL01", Some(Niveau::Land)),
            ("PV27", Some(Niveau::Provincie)),
            ("GM0363", Some(Niveau::Gemeente)),
            ("WK036300", Some(Niveau::Wijk)),
            ("BU03630000", Some(Niveau::Buurt)),
            ("31MM00", Some(Niveau::School)),
            ("GM0363 ", None),
            ("GM036", None),
            ("31mm00", None),
            ("31MÉ0", None),
            ("", None),
        ];
        for (code, expected) in table {
            assert_eq!(Niveau::of(code), expected, "{code}");
        }
    }

    #[test]
    fn a_wijk_lies_in_the_gemeente_of_its_code() {
        assert_eq!(Niveau::gemeente("WK036300"), Some(GemeenteCode::new("GM0363")));
        assert_eq!(Niveau::gemeente("BU03630000"), Some(GemeenteCode::new("GM0363")));
        assert_eq!(Niveau::gemeente("31MM00"), None);
    }
}
