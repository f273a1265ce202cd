//! Which response headers belong to which path: the policy as data.
//!
//! The server of `gka serve` only applies it, and so can any other web server. What the rules hold to:
//!
//! - a page runs its own scripts and wasm, and nothing else: no inline script or style, no third party;
//! - a page may be framed by its own site only, an embed page (under `/embed/`) also by the hosts named: the participants'
//!   sites, as far as the exports know them, and who asked;
//! - everything that is not a page may be used by any site: it is the same for everyone and holds no secret;
//! - a file with the hash of its content in its name never changes, nor does a pinned release; all else is asked for
//!   again.

pub mod config;
mod origin;

pub use origin::{Origin, Unusable, sites};

/// The page policy without its `frame-ancestors`.
const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                   img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// A set of paths of the published site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paths {
    /// Every path.
    All,
    /// HTML outside `/embed/`: `/`, a folder, `x.html` and a name without extension.
    Pages,
    /// HTML under `/embed/`, also that of a pinned release.
    EmbedPages,
    /// Everything that is not HTML.
    Files,
    /// What never changes: names that end in a hash, `name-0123456789ab.ext`, and pinned releases, under `/v/`.
    Hashed,
    /// All other names.
    Named,
}

impl Paths {
    pub fn contain(self, path: &str) -> bool {
        match self {
            Paths::All => true,
            Paths::Pages => is_page(path) && !is_embedded(path),
            Paths::EmbedPages => is_page(path) && is_embedded(path),
            Paths::Files => !is_page(path),
            Paths::Hashed => is_lasting(path),
            Paths::Named => !is_lasting(path),
        }
    }
}

/// One header for one set of paths. No two rules give the same header to the same path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    pub paths: Paths,
    pub header: &'static str,
    pub value: String,
}

/// The rules for a site whose embed pages may be framed by `hosts`.
pub fn rules(hosts: &[Origin]) -> Vec<Rule> {
    let hosts: String = hosts.iter().map(|host| format!(" {host}")).collect();
    let rule = |paths, header, value: &str| Rule { paths, header, value: value.to_owned() };
    vec![
        rule(Paths::All, "x-content-type-options", "nosniff"),
        rule(Paths::All, "referrer-policy", "no-referrer"),
        rule(Paths::All, "permissions-policy", "camera=(), geolocation=(), microphone=()"),
        rule(Paths::Pages, "content-security-policy", &format!("{CSP}; frame-ancestors 'self'")),
        rule(Paths::Pages, "cross-origin-resource-policy", "same-origin"),
        rule(Paths::EmbedPages, "content-security-policy", &format!("{CSP}; frame-ancestors 'self'{hosts}")),
        rule(Paths::EmbedPages, "cross-origin-resource-policy", "cross-origin"),
        rule(Paths::Files, "access-control-allow-origin", "*"),
        rule(Paths::Files, "cross-origin-resource-policy", "cross-origin"),
        rule(Paths::Hashed, "cache-control", "public, max-age=31536000, immutable"),
        rule(Paths::Named, "cache-control", "no-cache"),
    ]
}

/// The headers of one path, which starts with `/`.
pub fn of<'a>(rules: &'a [Rule], path: &str) -> impl Iterator<Item = (&'static str, &'a str)> {
    rules.iter().filter(move |rule| rule.paths.contain(path)).map(|rule| (rule.header, rule.value.as_str()))
}

/// The media type by extension, for what a site of ours holds; `None` for anything else.
pub fn media_type(path: &str) -> Option<&'static str> {
    if is_page(path) {
        return Some("text/html; charset=utf-8");
    }
    Some(match extension(path)? {
        "atom" => "application/atom+xml",
        "css" => "text/css; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "jsonld" => "application/ld+json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ts" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "xml" => "application/xml",
        "zip" => "application/zip",
        _ => return None,
    })
}

fn is_page(path: &str) -> bool {
    matches!(extension(path), None | Some("html"))
}

fn is_embedded(path: &str) -> bool {
    let pinned = path.strip_prefix("/v/").and_then(|rest| rest.find('/').map(|slash| &rest[slash..]));
    pinned.unwrap_or(path).starts_with("/embed/")
}

fn is_lasting(path: &str) -> bool {
    path.starts_with("/v/") || is_hashed(path)
}

fn is_hashed(path: &str) -> bool {
    let hash = name(path).rsplit_once('.').and_then(|(stem, _)| stem.rsplit_once('-')).map(|(_, hash)| hash);
    hash.is_some_and(|hash| {
        hash.len() == 12 && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn extension(path: &str) -> Option<&str> {
    name(path).rsplit_once('.').map(|(_, extension)| extension)
}

fn name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn headers(path: &str) -> BTreeMap<&'static str, String> {
        let rules = rules(&["https://www.voorbeeldgemeente.nl".parse().unwrap()]);
        let given: Vec<_> = of(&rules, path).map(|(name, value)| (name, value.to_owned())).collect();
        let headers: BTreeMap<_, _> = given.iter().cloned().collect();
        assert_eq!(headers.len(), given.len(), "a header twice for {path}");
        headers
    }

    #[test]
    fn a_page_runs_only_its_own_scripts_and_is_framed_only_by_itself() {
        for path in ["/", "/gemeente/GM0344.html", "/voortgang/", "/voortgang", "/404.html"] {
            assert_eq!(
                headers(path)["content-security-policy"],
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                 img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
                 frame-ancestors 'self'",
            );
            assert!(!headers(path).contains_key("access-control-allow-origin"), "{path}");
        }
    }

    #[test]
    fn an_embed_page_names_the_hosts_that_may_frame_it() {
        let csp = &headers("/embed/landkaart.html")["content-security-policy"];
        assert!(csp.ends_with("; frame-ancestors 'self' https://www.voorbeeldgemeente.nl"), "{csp}");
        assert!(!headers("/embedded.html")["content-security-policy"].contains("voorbeeld"));
        let pinned = &headers("/v/2026-11-22-0123456789ab/embed/landkaart/")["content-security-policy"];
        assert!(pinned.contains("voorbeeld"), "{pinned}");
    }

    #[test]
    fn another_site_may_load_all_but_pages() {
        for path in ["/exports/index.json", "/dist/gka.js", "/embed/kaart.svg", "/dist/gka-0123456789ab.wasm"]
        {
            assert_eq!(headers(path)["access-control-allow-origin"], "*");
            assert_eq!(headers(path)["cross-origin-resource-policy"], "cross-origin");
        }
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_forever() {
        assert!(headers("/dist/gka-0123456789ab.js")["cache-control"].ends_with("immutable"));
        assert!(headers("/v/2026-11-22-0123456789ab/dist/gka.js")["cache-control"].ends_with("immutable"));
        for path in ["/", "/dist/gka.js", "/gka-0123.js", "/a-0123456789ab/b.js", "/x-0123456789AB.js"] {
            assert_eq!(headers(path)["cache-control"], "no-cache", "{path}");
        }
    }

    #[test]
    fn every_published_format_has_its_media_type() {
        assert_eq!(media_type("/dist/gka.js"), Some("text/javascript; charset=utf-8"));
        assert_eq!(media_type("/dist/gka-0123456789ab.wasm"), Some("application/wasm"));
        assert_eq!(media_type("/exports/index.json"), Some("application/json"));
        assert_eq!(media_type("/voortgang/"), Some("text/html; charset=utf-8"));
        assert_eq!(media_type("/x.docx"), None);
    }
}
