//! Where the pages are that a widget's links lead to, so that it works before and without any script.

use crate::model::Weergave;

/// Relative or absolute addresses that end in `/`, or nothing for the folder of the page itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// The root of the site.
    pub base: String,
    /// The folder of the exports.
    pub exports: String,
}

impl Links {
    /// To a site that has its exports where `gka publish` puts them.
    pub fn new(base: String) -> Self {
        Self { exports: [&base, "exports/"].concat(), base }
    }

    /// To the site whose exports have their index at this address.
    pub fn of(index: &str) -> Self {
        let folder = |path: &str| path.rfind('/').and_then(|slash| Some(path.get(..=slash)?.to_owned()));
        let exports = folder(index).unwrap_or_default();
        let base = match exports.strip_suffix('/') {
            None => "../".to_owned(),
            Some(path) => folder(path).unwrap_or_default(),
        };
        Self { base, exports }
    }

    /// The page that shows a state.
    pub fn state(&self, state: &str) -> String {
        in_state(self.start(), state)
    }

    pub fn gemeente(&self, slug: &str) -> String {
        [&self.base, "gemeente/", &segment(slug), "/"].concat()
    }

    pub fn thema(&self, id: &str) -> String {
        [&self.base, "thema/", &segment(id), "/"].concat()
    }

    /// The list of a thema, of a sector, or of all; each part of it is a page.
    pub fn lijst(&self, thema: Option<&str>, sector: Option<&str>, deel: usize) -> String {
        let folder = match (thema, sector) {
            (Some(thema), _) => self.thema(thema),
            (None, Some(sector)) => [&self.base, "sector/", &segment(sector), "/"].concat(),
            (None, None) => [&self.base, "interventie/"].concat(),
        };
        if deel > 1 { [&folder, &deel.to_string(), "/"].concat() } else { folder }
    }

    /// The page of an indicator in a state.
    pub fn indicator(&self, id: &str, state: &str) -> String {
        in_state([&self.base, "indicator/", &segment(id), "/"].concat(), state)
    }

    /// An interventie in the list of its first thema, else of its first sector.
    pub fn interventie(&self, themas: &[String], sectoren: &[String], id: &str) -> String {
        let [thema, sector] = [themas, sectoren].map(|ids| ids.first().map(String::as_str));
        [&self.lijst(thema, sector, 1), "#interventie-", &segment(id)].concat()
    }

    /// The list of all, in a state.
    pub fn interventies(&self, state: &str) -> String {
        in_state(self.lijst(None, None, 1), state)
    }

    /// The page in a folder below the root.
    pub fn pagina(&self, folder: &str) -> String {
        [&self.base, folder, "/"].concat()
    }

    pub fn start(&self) -> String {
        if self.base.is_empty() { "./".to_owned() } else { self.base.clone() }
    }

    /// The page that shows all in this way: the start page the kaart, that of the gemeenten the list.
    pub fn weergave(&self, weergave: Weergave) -> String {
        match weergave {
            Weergave::Kaart => self.start(),
            Weergave::Tegels => [&self.base, "tegels/"].concat(),
            Weergave::Lijst => [&self.base, "gemeente/"].concat(),
        }
    }
}

/// A page in a state.
pub fn in_state(page: String, state: &str) -> String {
    if state.is_empty() { page } else { [&page, "?", state].concat() }
}

/// One step of a path, whatever a document calls it.
pub fn segment(name: &str) -> String {
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
        let links = Links::new("../".to_owned());
        assert_eq!(links.gemeente("s-hertogenbosch"), "../gemeente/s-hertogenbosch/");
        assert_eq!(links.gemeente("../x\"javascript:y"), "../gemeente/%2e%2e%2fx%22javascript%3ay/");
    }

    #[test]
    fn the_site_lies_above_its_exports() {
        for (index, base, exports) in [
            ("exports/index.json", "", "exports/"),
            ("../exports/index.json", "../", "../exports/"),
            (
                "https://gka.example/kaart/data/index.json",
                "https://gka.example/kaart/",
                "https://gka.example/kaart/data/",
            ),
            ("/exports/index.json", "/", "/exports/"),
            ("index.json", "../", ""),
        ] {
            assert_eq!(Links::of(index), Links { base: base.to_owned(), exports: exports.to_owned() });
        }
        assert_eq!(Links::new("../".to_owned()), Links::of("../exports/index.json"));
    }

    #[test]
    fn a_state_is_shown_by_the_start_page() {
        let links = Links::new(String::new());
        assert_eq!(links.state(""), "./");
        assert_eq!(links.state("thema=taal"), "./?thema=taal");
    }
}
