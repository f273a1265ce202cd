//! The web site of a participant: who may show an embed page in a frame.

use serde::{Deserialize, Serialize};

/// A site of the gemeente itself, with the source that shows it: a page there, or a text that names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// Scheme and host, `https://www.voorbeeldgemeente.nl`: an origin, without port or path.
    pub adres: String,
    /// The id of that source in `bronnen.json`.
    pub bron: String,
}

/// Whether this is the origin of a public site: `https`, and a host of two names or more in ASCII.
///
/// ```
/// use geodata::contract::site::is_site;
/// assert!(is_site("https://www.voorbeeldgemeente.nl"));
/// assert!(!is_site("https://www.voorbeeldgemeente.nl/nieuws"));
/// assert!(!is_site("http://www.voorbeeldgemeente.nl"));
/// assert!(!is_site("https://*.voorbeeldgemeente.nl"));
/// ```
pub fn is_site(adres: &str) -> bool {
    adres.strip_prefix("https://").is_some_and(|host| {
        host.contains('.')
            && host.split('.').all(|name| {
                let known = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                !name.is_empty() && name.bytes().all(known)
            })
    })
}
