//! Where a site will stand.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;
use url::Url;

/// The address of the root of a site, with a slash at the end: `https://kaart.voorbeeldgemeente.nl/rapport/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl(String);

#[derive(Debug, thiserror::Error)]
#[error("expected an address such as https://kaart.voorbeeldgemeente.nl/, without ? and #")]
pub struct Unusable;

impl FromStr for BaseUrl {
    type Err = Unusable;

    fn from_str(text: &str) -> Result<BaseUrl, Unusable> {
        let url = Url::parse(text).map_err(|_| Unusable)?;
        let plain =
            matches!(url.scheme(), "http" | "https") && url.query().is_none() && url.fragment().is_none();
        let address = url.as_str();
        plain
            .then(|| BaseUrl(if address.ends_with('/') { address.to_owned() } else { format!("{address}/") }))
            .ok_or(Unusable)
    }
}

impl Deref for BaseUrl {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        assert_eq!(&*"https://kaart.nl".parse::<BaseUrl>().unwrap(), "https://kaart.nl/");
        assert_eq!(&*"http://127.0.0.1:8080/a".parse::<BaseUrl>().unwrap(), "http://127.0.0.1:8080/a/");
    }

    #[test]
    fn what_is_no_place_for_a_site_is_refused() {
        for text in ["kaart.nl", "ftp://kaart.nl/", "https://kaart.nl/?a=b", "https://kaart.nl/#x", ""] {
            assert!(text.parse::<BaseUrl>().is_err(), "{text:?}");
        }
    }
}
