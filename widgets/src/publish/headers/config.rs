//! The rules in the words of a web server, so that any host sends what `gka serve` sends.
//!
//! A page is the root of a folder, `x.html` or a name without extension; the patterns below say the same as
//! [`Paths`] and a test holds them to it.

use super::{Paths, Rule};
use std::fmt::Write as _;
use std::str::FromStr;

/// A server whose configuration can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    Nginx,
    Apache,
    Caddy,
    /// The file `_headers` of Netlify, Cloudflare Pages and others. It knows no patterns but a star at the end, so
    /// it says less: what cannot be said is left out.
    Netlify,
}

#[derive(Debug, thiserror::Error)]
#[error("expected one of nginx, apache, caddy, netlify")]
pub struct Unknown;

impl FromStr for Server {
    type Err = Unknown;

    fn from_str(text: &str) -> Result<Server, Unknown> {
        Server::ALL.iter().find(|(name, _)| *name == text).map(|(_, server)| *server).ok_or(Unknown)
    }
}

impl Server {
    pub const ALL: [(&str, Server); 4] = [
        ("nginx", Server::Nginx),
        ("apache", Server::Apache),
        ("caddy", Server::Caddy),
        ("netlify", Server::Netlify),
    ];
}

/// A year.
const HSTS: &str = "max-age=31536000; includeSubDomains";

const PAGE: &str = r"(/|/[^/.]+|\.html)$";
const EMBED_PAGE: &str = r"^(/v/[^/]+)?/embed/(.*/)?([^/.]*|[^/]+\.html)$";
const HASHED: &str = r"^/v/|-[0-9a-f]{12}\.[^./]+$";

/// The configuration as text, with a line that says where it goes.
pub fn config(server: Server, rules: &[Rule]) -> String {
    match server {
        Server::Nginx => nginx(rules),
        Server::Apache => apache(rules),
        Server::Caddy => caddy(rules),
        Server::Netlify => netlify(rules),
    }
}

/// Every header once, with the sets of paths it differs by.
fn by_header(rules: &[Rule]) -> Vec<(&'static str, Vec<(Paths, &str)>)> {
    let mut headers: Vec<(&'static str, Vec<(Paths, &str)>)> = Vec::new();
    for rule in rules {
        match headers.iter_mut().find(|(header, _)| *header == rule.header) {
            Some((_, values)) => values.push((rule.paths, &rule.value)),
            None => headers.push((rule.header, vec![(rule.paths, &rule.value)])),
        }
    }
    headers
}

/// Patterns in the order in which the first that fits wins, and what fits none.
fn patterns(paths: Paths) -> Option<&'static str> {
    match paths {
        Paths::EmbedPages => Some(EMBED_PAGE),
        Paths::Pages => Some(PAGE),
        Paths::Hashed => Some(HASHED),
        Paths::All | Paths::Files | Paths::Named => None,
    }
}

fn nginx(rules: &[Rule]) -> String {
    let (mut maps, mut headers) = (String::new(), String::new());
    for (header, values) in by_header(rules) {
        let variable = format!("$gka_{}", header.replace('-', "_"));
        let value = match &values[..] {
            [(Paths::All, value)] => format!("\"{value}\""),
            _ => {
                let _ = writeln!(maps, "map $uri {variable} {{");
                // The pattern for embed pages is the narrower one; what is no page has no pattern and is the rest.
                let narrow = [Paths::EmbedPages, Paths::Pages, Paths::Hashed];
                let rest = values
                    .iter()
                    .find(|(paths, _)| patterns(*paths).is_none())
                    .map_or("", |(_, value)| value);
                for paths in narrow {
                    let own = values.iter().find(|(own, _)| *own == paths).map(|(_, value)| *value);
                    // A page's own value may be none, and then it must not get that of the rest.
                    let applies =
                        values.iter().any(|(own, _)| *own == Paths::Files) && paths != Paths::Hashed;
                    if let Some(value) = own.or(applies.then_some("")) {
                        let _ =
                            writeln!(maps, "    \"~{}\" \"{value}\";", patterns(paths).unwrap_or_default());
                    }
                }
                let _ = writeln!(maps, "    default \"{rest}\";\n}}");
                variable
            }
        };
        let _ = writeln!(headers, "    add_header {header} {value} always;");
    }
    format!(
        "# nginx: the first part belongs in http {{ }}, the second in the server {{ }} of the site.\n{maps}\n\
         # In server {{ }}:\n{headers}    add_header strict-transport-security \"{HSTS}\" always;\n    \
         error_page 404 /404.html;\n    index index.html;\n    charset utf-8;\n    etag on;\n    \
         charset_types text/html text/css text/javascript text/csv text/plain;\n    types {{ text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm; \
         image/svg+xml svg; image/png png; text/csv csv; application/ld+json jsonld; application/atom+xml atom; \
         application/xml xml; text/plain txt; }}\n    \
         # With the module ngx_brotli: brotli_static on;\n"
    )
}

fn apache(rules: &[Rule]) -> String {
    let mut text =
        String::from("# Apache: in the VirtualHost of the site or in .htaccess, with mod_headers.\n");
    for (header, values) in by_header(rules) {
        for (paths, value) in values {
            let value = value.replace('"', "\\\"");
            let set = format!("Header always set {header} \"{value}\"");
            let uri = "%{REQUEST_URI}";
            let _ = match paths {
                Paths::All => writeln!(text, "{set}"),
                Paths::EmbedPages => writeln!(text, "{set} \"expr={uri} =~ m#{EMBED_PAGE}#\""),
                Paths::Pages => {
                    writeln!(text, "{set} \"expr={uri} =~ m#{PAGE}# && ! {uri} =~ m#{EMBED_PAGE}#\"")
                }
                Paths::Files => writeln!(text, "{set} \"expr=! {uri} =~ m#{PAGE}#\""),
                Paths::Hashed => writeln!(text, "{set} \"expr={uri} =~ m#{HASHED}#\""),
                Paths::Named => writeln!(text, "{set} \"expr=! {uri} =~ m#{HASHED}#\""),
            };
        }
    }
    let _ = writeln!(
        text,
        "Header always set strict-transport-security \"{HSTS}\"\nErrorDocument 404 /404.html\nDirectoryIndex index.html\n\
         AddCharset utf-8 .html .css .js .csv .txt\nAddType text/javascript .js\nAddType application/wasm .wasm\n\
         AddType application/ld+json .jsonld\nAddType application/atom+xml .atom"
    );
    text
}

fn caddy(rules: &[Rule]) -> String {
    let mut text = String::from("# Caddy: in the block of the site, with root * /path/of/the/site.\n");
    for (name, expression) in [
        ("embed", format!("path_regexp {EMBED_PAGE}")),
        ("hashed", format!("path_regexp {HASHED}")),
        ("named", format!("not path_regexp {HASHED}")),
        ("files", format!("not path_regexp {PAGE}")),
    ] {
        let _ = writeln!(text, "@{name} {expression}");
    }
    let _ = writeln!(text, "@pages {{\n    path_regexp {PAGE}\n    not path_regexp {EMBED_PAGE}\n}}");
    for rule in rules {
        let matcher = match rule.paths {
            Paths::All => "",
            Paths::EmbedPages => "@embed ",
            Paths::Pages => "@pages ",
            Paths::Files => "@files ",
            Paths::Hashed => "@hashed ",
            Paths::Named => "@named ",
        };
        let _ = writeln!(text, "header {matcher}{} \"{}\"", rule.header, rule.value);
    }
    let _ = writeln!(
        text,
        "header strict-transport-security \"{HSTS}\"\nfile_server {{\n    precompressed br\n}}\nhandle_errors 404 {{\n    rewrite * /404.html\n    file_server\n}}"
    );
    text
}

fn netlify(rules: &[Rule]) -> String {
    let mut text =
        String::from("# Netlify, Cloudflare Pages: the file _headers in the root of the site.\n/*\n");
    for rule in rules.iter().filter(|rule| matches!(rule.paths, Paths::All | Paths::Named)) {
        let _ = writeln!(text, "  {}: {}", rule.header, rule.value);
    }
    let _ = writeln!(text, "  strict-transport-security: {HSTS}");
    // Every file may carry the policy of a page: it holds for documents alone. What another site may load lies in
    // two folders.
    let of = |wanted: Paths, header: &str| {
        rules.iter().find(|rule| rule.paths == wanted && rule.header == header).map(|rule| rule.value.clone())
    };
    let csp = "content-security-policy";
    let _ = writeln!(text, "  {csp}: {}", of(Paths::Pages, csp).unwrap_or_default());
    for folder in ["", "/v/:release"] {
        let policy = of(Paths::EmbedPages, csp).unwrap_or_default();
        let _ = writeln!(text, "{folder}/embed/*\n  ! {csp}\n  {csp}: {policy}");
    }
    for folder in ["dist", "embed", "exports", "v"] {
        let _ = writeln!(text, "/{folder}/*");
        for header in ["access-control-allow-origin", "cross-origin-resource-policy"] {
            let _ = writeln!(text, "  {header}: {}", of(Paths::Files, header).unwrap_or_default());
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::rules;
    use super::*;

    #[test]
    fn every_server_is_told_every_header() {
        let rules = rules(&["https://www.voorbeeldgemeente.nl".parse().unwrap()]);
        for (name, server) in Server::ALL {
            let text = config(server, &rules);
            for rule in &rules {
                assert!(text.contains(rule.header), "{name}: {}", rule.header);
            }
            for part in
                ["https://www.voorbeeldgemeente.nl", "strict-transport-security", "frame-ancestors 'self'"]
            {
                assert!(text.contains(part), "{name}: {part}");
            }
        }
    }
}
