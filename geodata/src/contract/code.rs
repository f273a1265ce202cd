//! Codes: the names that machines use. A code is a type of its own, never a bare string.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }
            pub fn as_str(&self) -> &str {
                &self.0
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
    GemeenteCode
}
code! {
    /// A province by its CBS code: `PV` and two digits, `PV27`.
    ProvincieCode
}
code! {
    /// A thema by its identifier: lower case, words joined by `-`, as in an address: `extra-onderwijs`.
    ThemaId
}
