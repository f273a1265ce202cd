//! A host that may frame an embed page.

use geodata::contract::Exports;
use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

/// An origin as a Content-Security-Policy names it: `https://host[:port]`, the first label may be `*`.
/// `http://` only on the own machine, where there is no certificate.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin(String);

#[derive(Debug, thiserror::Error)]
#[error(
    "expected an origin such as https://www.voorbeeldgemeente.nl or https://*.voorbeeldgemeente.nl, without a path"
)]
pub struct Unusable;

impl FromStr for Origin {
    type Err = Unusable;

    fn from_str(text: &str) -> Result<Origin, Unusable> {
        let (scheme, authority) = text.split_once("://").ok_or(Unusable)?;
        let (host, port) =
            authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let local = matches!(host, "localhost" | "127.0.0.1");
        let named = host.strip_prefix("*.").unwrap_or(host);
        let labels = named.split('.').all(|label| {
            !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        });
        let known = scheme == "https" && (named.contains('.') || local) || scheme == "http" && local;
        let numbered = port.is_none_or(|port| port.parse::<u16>().is_ok_and(|port| port > 0));
        (known && labels && numbered).then(|| Origin(text.to_ascii_lowercase())).ok_or(Unusable)
    }
}

/// The sites of the participants, each once. What is no origin is left out: `geodata check` names it.
pub fn sites(exports: &Exports) -> Vec<Origin> {
    let deelnemers = exports.deelnemers.iter().flat_map(|document| &document.deelnemers);
    let sites = deelnemers.flat_map(|deelnemer| &deelnemer.sites).filter_map(|site| site.adres.parse().ok());
    sites.collect::<BTreeSet<_>>().into_iter().collect()
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_a_scheme_and_a_host() {
        for text in
            ["https://www.utrecht.nl", "https://*.utrecht.nl", "https://a.nl:8443", "http://localhost:8081"]
        {
            assert_eq!(text.parse::<Origin>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_would_open_the_policy_or_break_it_is_refused() {
        for text in [
            "*",
            "https:",
            "https://*",
            "https://*.",
            "https://*.nl/",
            "www.utrecht.nl",
            "http://www.utrecht.nl",
            "https://a.nl; script-src *",
            "https://a.nl https://b.nl",
            "https://a.nl/pad",
            "https://a.nl:0",
            "",
        ] {
            assert!(text.parse::<Origin>().is_err(), "{text:?}");
        }
    }
}
