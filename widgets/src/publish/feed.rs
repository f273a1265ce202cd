//! An Atom feed (RFC 4287) of a thema: its interventies as entries, all of them.
//!
//! A source seldom says when an interventie was written down, so every entry carries the day of the release.

use super::pages::thema::of_thema;
use super::record::period;
use super::site::{File, Release};
use geodata::contract::Thema;
use maud::html;
use sha2::{Digest as _, Sha256};

pub fn feed(release: &Release, thema: &Thema) -> File {
    let index = &release.exports.index;
    let path = format!("thema/{}/", thema.id);
    let updated = format!("{}T00:00:00Z", index.uitgegeven);
    // With a base every address is whole; without one they are relative to the feed.
    let here = release.base_url().map_or(String::new(), |base| format!("{base}{path}"));
    let entries = of_thema(release, thema).map(|item| {
        let names: Vec<&str> = item.gemeenten.iter().map(|code| release.naam(code)).collect();
        html! {
            entry {
                title { (item.titel.nl) }
                id { (urn(&item.id)) }
                link href={ (here) "#interventie-" (item.id) } {}
                updated { (updated) }
                summary { (item.samenvatting.nl) @if !names.is_empty() { " (" (names.join(", ")) ")" } @if let Some(when) = &item.periode { " " (period(when)) } }
            }
        }
    });
    let body = html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" {
            title { (thema.label.nl) ", Gelijke Kansen Alliantie" }
            id { (urn(&path)) }
            link rel="self" href={ (here) "feed.atom" } {}
            link rel="alternate" type="text/html" href={ @if here.is_empty() { "./" } @else { (here) } } {}
            updated { (updated) }
            author { name { "Gelijke Kansen Alliantie" } }
            rights { "CC BY 4.0" }
            @for entry in entries { (entry) }
        }
    };
    let declaration = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    super::site::file(&format!("{path}feed.atom"), [declaration, &body.into_string(), "\n"].concat())
}

/// A name that stays, whatever the address of the site: a UUID (version 8, RFC 9562) of the SHA-256 of an id.
fn urn(id: &str) -> String {
    let mut bytes: [u8; 16] = Sha256::digest(id)[..16].try_into().expect("a SHA-256 has 32 bytes");
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_uuid_of_version_8_and_stays() {
        let name = urn("amsterdam-familieschool");
        assert_eq!(name, urn("amsterdam-familieschool"));
        assert_eq!(name.len(), "urn:uuid:".len() + 36);
        assert_eq!(name.as_bytes()["urn:uuid:".len() + 14], b'8');
    }
}
