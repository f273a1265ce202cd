//! Where the pages are that a widget's links lead to, so that it works before and without any script.

use crate::model::Weergave;

/// A relative or absolute address that ends in `/`, or nothing when the page itself is at the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    pub base: String,
}

impl Links {
    pub fn gemeente(&self, slug: &str) -> String {
        [&self.base, "gemeente/", &segment(slug), "/"].concat()
    }

    pub fn thema(&self, id: &str) -> String {
        [&self.base, "thema/", &segment(id), "/"].concat()
    }

    pub fn start(&self) -> String {
        if self.base.is_empty() { "./".to_owned() } else { self.base.clone() }
    }

    /// The page that shows all in this way; the start page shows the kaart.
    pub fn weergave(&self, weergave: Weergave) -> String {
        match weergave {
            Weergave::Kaart => self.start(),
            other => [&self.base, other.name(), "/"].concat(),
        }
    }
}

/// One step of a path, whatever a document calls it.
fn segment(name: &str) -> String {
    let mut path = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_' {
            path.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from_digit(value.into(), 16).unwrap_or('0');
            path.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_step_of_a_path() {
        let links = Links { base: "../".to_owned() };
        assert_eq!(links.gemeente("s-hertogenbosch"), "../gemeente/s-hertogenbosch/");
        assert_eq!(links.gemeente("../x\"javascript:y"), "../gemeente/%2e%2e%2fx%22javascript%3ay/");
    }
}
