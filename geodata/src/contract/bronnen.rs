//! Where facts come from. Every record carries at least one [`Verwijzing`].

use serde::{Deserialize, Serialize};

/// `bronnen.json`: the sources that the other documents refer to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Bronnen {
    pub schema_versie: String,
    pub bronnen: Vec<Bron>,
}

/// One source: a letter, a page, a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Bron {
    /// What a [`Verwijzing`] calls it: `brief-2021-01-22`.
    pub id: String,
    pub titel: String,
    pub uitgever: String,
    /// Publication date, `2021-01-22`, or as much of it as is known: `2021-01`, `2021`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub datum: Option<String>,
    /// What archives know it by: `OCW 26413866; Kamerstuk 35 570 VIII, nr. 174`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kenmerk: Option<String>,
    /// `http` or `https`, as a source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licentie: Option<String>,
}

/// Which source says it, and where in that source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Verwijzing {
    pub bron: String,
    /// The place in the source: `Kader 2, nr. 17`. Absent when the whole source says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plaats: Option<String>,
}

/// Whether the source says it or we concluded it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Grondslag {
    Bron,
    Afgeleid,
}

/// How sure the record is, in the words of the people who made the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Zekerheid {
    Hoog,
    Midden,
    Laag,
}

/// Whether this is an address that a page may link to: `https` or `http`, with a host, without spaces.
///
/// ```
/// use geodata::contract::bronnen::is_web_address;
/// assert!(is_web_address("https://www.gelijke-kansen.nl/gemeenten"));
/// assert!(!is_web_address("javascript:alert(1)"));
/// ```
pub fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|letter: char| letter.is_alphanumeric()))
        && !url.contains(|letter: char| {
            letter.is_whitespace() || letter.is_control() || matches!(letter, '"' | '<' | '>')
        })
}
