//! Codes: the names that machines use. A code is a type of its own, never a bare string.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! code {
    ($(#[$doc:meta])* $name:ident, $pattern:literal, $form:expr) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(#[cfg_attr(feature = "import", schemars(regex(pattern = $pattern)))] String);

        impl $name {
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }
            pub fn as_str(&self) -> &str {
                &self.0
            }
            /// Whether it is written as such a code must be; not whether the thing exists.
            pub fn is_well_formed(&self) -> bool {
                $form(&self.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

code! {
    /// A gemeente by its CBS code: `GM` and four digits, `GM0363`. The code outlives a change of name
    /// and means one area only together with a year.
    GemeenteCode, "^GM[0-9]{4}$", |code: &str| prefixed(code, "GM", 4)
}
code! {
    /// A province by its CBS code: `PV` and two digits, `PV27`.
    ProvincieCode, "^PV[0-9]{2}$", |code: &str| prefixed(code, "PV", 2)
}
code! {
    /// A thema by its identifier: lower case, words joined by `-`, as in an address: `extra-onderwijs`.
    ThemaId, "^[a-z0-9]+(-[a-z0-9]+)*$", |id: &str| is_id(id)
}

code! {
    /// An indicator by its identifier, written as a thema's: `ses-woa`.
    IndicatorId, "^[a-z0-9]+(-[a-z0-9]+)*$", |id: &str| is_id(id)
}
code! {
    /// An area or school by its code, of whatever [`Niveau`](super::Niveau): `NL01`, `PV27`, `GM0363`,
    /// `WK036300`, `BU03630000`, `00AP00`.
    GebiedCode, "^(NL[0-9]{2}|PV[0-9]{2}|GM[0-9]{4}|WK[0-9]{6}|BU[0-9]{8}|[0-9]{2}[A-Z]{2}[0-9]{2})$",
    |code: &str| super::Niveau::of(code).is_some()
}

/// Whether this is an identifier as addresses use them: lower-case words and digits joined by `-`.
pub fn is_id(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

fn prefixed(code: &str, prefix: &str, digits: usize) -> bool {
    code.strip_prefix(prefix)
        .is_some_and(|rest| rest.len() == digits && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_prefix_and_its_digits() {
        assert!(GemeenteCode::new("GM0363").is_well_formed());
        assert!(ProvincieCode::new("PV27").is_well_formed());
        for code in ["0363", "GM363", "gm0363", "GM036x", "GM0363 ", ""] {
            assert!(!GemeenteCode::new(code).is_well_formed(), "{code}");
        }
    }

    #[test]
    fn an_id_can_stand_in_an_address() {
        assert!(is_id("extra-onderwijs"));
        for id in ["", "Extra", "extra--onderwijs", "-extra", "extra onderwijs", "één"] {
            assert!(!is_id(id), "{id}");
        }
    }
}
