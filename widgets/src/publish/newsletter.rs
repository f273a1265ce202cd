//! A block for a newsletter: about a thema, about a gemeente, or about one in the other.
//!
//! | file | what |
//! |---|---|
//! | `NAME.html` | the block: one table, styles in it, no script, no sheet, no picture but the map |
//! | `NAME.txt` | the same for who reads mail as text |
//! | `NAME.mjml` | the same for who makes the newsletter in [MJML](https://mjml.io) |
//! | `NAME.png` | the map, twice as large as it is shown |
//!
//! [`Letter`] holds what is said; the children only write it down. Every link leads to a page that shows the same
//! without script. What mail programs can do is taken from <https://www.caniemail.com>: no SVG, no `<picture>`, no
//! `prefers-color-scheme`; so every text stands on a colour of its own, and a program that turns colours round
//! turns both.

mod html;
mod mjml;
mod text;

use super::folder::File;
use super::raster::{Painter, Unpaintable};
use crate::model::poster::Poster;
use crate::model::words::Sentence;
use crate::model::{Choice, Key, Landkaart, Picture, Words};
use geodata::contract::{Exports, Interventie};
use geodata::topology::Topology;

/// Interventies that a block tells of; the page has all.
const SHOWN: usize = 5;
/// How wide the map is shown, in CSS pixels.
pub const MAP_WIDTH: u32 = 440;

/// Makes letters of a release.
pub struct Editor<'a> {
    exports: &'a Exports,
    landkaart: &'a Landkaart,
    words: Words,
    poster: Poster,
    /// Where the site is, and where the pictures are; both end in `/`.
    site: String,
    pictures: String,
}

/// What one block says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Of its files: `taal`, `taal-dordrecht`, `dordrecht`.
    pub name: String,
    pub lang: &'static str,
    pub kicker: String,
    pub title: String,
    pub intro: String,
    pub picture: Image,
    pub items: Vec<Item>,
    /// Where all of it is.
    pub more: Link,
    pub colophon: String,
}

/// The map in the block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    pub src: String,
    /// What the map shows, in words.
    pub alt: String,
    pub width: u32,
    pub height: u32,
    pub href: String,
}

/// One interventie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub title: Link,
    pub summary: String,
    /// Where it is done.
    pub places: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub words: String,
    pub href: String,
}

/// What a block is about: positions in the landkaart's lists. Both open is the alliance as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    thema: Option<usize>,
    gemeente: Option<usize>,
}

/// Something that is not in the release.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    #[error("--thema: expected one of {known}, found {asked}")]
    Thema { asked: String, known: String },
    #[error("--gemeente: expected the CBS code of a participant, such as {example}, found {asked}")]
    Gemeente { asked: String, example: String },
}

impl<'a> Editor<'a> {
    /// `site` is the address of the published site, `pictures` that of the folder the pictures will be in.
    pub fn new(
        exports: &'a Exports,
        landkaart: &'a Landkaart,
        topology: &Topology,
        site: &str,
        pictures: &str,
    ) -> Editor<'a> {
        let folder = |address: &str| [address.trim_end_matches('/'), "/"].concat();
        Editor {
            exports,
            landkaart,
            words: Words::dutch(),
            poster: Poster::new(landkaart, topology),
            site: folder(site),
            pictures: folder(pictures),
        }
    }

    /// A subject by the id of a thema, the code of a participant, or both.
    ///
    /// # Errors
    /// When the release has no such thema or participant.
    pub fn subject(&self, thema: Option<&str>, gemeente: Option<&str>) -> Result<Subject, Unknown> {
        let Landkaart { themas, deelnemers, .. } = self.landkaart;
        let thema = thema.map(|asked| {
            themas.iter().position(|thema| thema.id == asked).ok_or_else(|| Unknown::Thema {
                asked: asked.to_owned(),
                known: themas.iter().map(|thema| thema.id.as_str()).collect::<Vec<_>>().join(", "),
            })
        });
        let gemeente = gemeente.map(|asked| {
            deelnemers.iter().position(|gemeente| gemeente.code == asked).ok_or_else(|| Unknown::Gemeente {
                asked: asked.to_owned(),
                example: deelnemers.first().map(|gemeente| gemeente.code.clone()).unwrap_or_default(),
            })
        });
        Ok(Subject { thema: thema.transpose()?, gemeente: gemeente.transpose()? })
    }

    /// Every subject there is: each thema, each participant, and each thema in each participant.
    pub fn subjects(&self) -> Vec<Subject> {
        let some = |count: usize| (0..count).map(Some);
        let (themas, gemeenten) = (self.landkaart.themas.len(), self.landkaart.deelnemers.len());
        let crossed =
            some(themas).flat_map(|thema| some(gemeenten).map(move |gemeente| Subject { thema, gemeente }));
        some(themas)
            .map(|thema| Subject { thema, gemeente: None })
            .chain(some(gemeenten).map(|gemeente| Subject { thema: None, gemeente }))
            .chain(crossed)
            .collect()
    }

    pub fn letter(&self, subject: Subject) -> Letter {
        let (landkaart, words) = (self.landkaart, &self.words);
        let thema = subject.thema.map(|thema| &landkaart.themas[thema]);
        let gemeente = subject.gemeente.map(|gemeente| &landkaart.deelnemers[gemeente]);
        let everywhere = Subject { gemeente: None, ..subject };
        let picture = Picture::new(landkaart, words, &self.choice(everywhere));
        let items: Vec<&Interventie> = self
            .exports
            .interventies
            .interventies
            .iter()
            .filter(|item| {
                thema.is_none_or(|thema| item.themas.iter().any(|known| known.id.as_str() == thema.id))
            })
            .filter(|item| {
                gemeente
                    .is_none_or(|gemeente| item.gemeenten.iter().any(|code| code.as_str() == gemeente.code))
            })
            .collect();
        let known = words.count(Sentence::Interventies, items.len(), &[]);
        let title = match (thema, gemeente, items.len()) {
            (_, None, _) => picture.headline.clone(),
            (None, Some(gemeente), 0) => format!("{} doet mee", gemeente.naam),
            (None, Some(gemeente), _) => format!("{known} in {}", gemeente.naam),
            (Some(thema), Some(gemeente), 0) => {
                format!("Nog geen interventies bij {} bekend in {}", thema.in_zin, gemeente.naam)
            }
            (Some(thema), Some(gemeente), _) => format!("{known} bij {} in {}", thema.in_zin, gemeente.naam),
        };
        let intro = match (thema, gemeente) {
            (_, None) => picture.description.clone(),
            (None, Some(gemeente)) => words.say(Sentence::MeeSinds, &[&words.date(&gemeente.sinds)]),
            (Some(_), Some(_)) => picture.headline.clone() + ".",
        };
        let name: Vec<&str> = [thema.map(|thema| &*thema.id), gemeente.map(|gemeente| &*gemeente.slug)]
            .into_iter()
            .flatten()
            .collect();
        let name = name.join("-");
        let page = match (thema, gemeente) {
            (Some(thema), _) => self.thema_page(&thema.id),
            (None, Some(gemeente)) => [&self.site, "gemeente/", &gemeente.slug, "/"].concat(),
            (None, None) => self.site.clone(),
        };
        let (width, height) = self.shown();
        let shown = gemeente.map(|gemeente| format!(" {} is gemarkeerd.", gemeente.naam)).unwrap_or_default();
        Letter {
            lang: words.taal.code(),
            kicker: words.plain(Sentence::Naam).to_owned(),
            title,
            intro,
            picture: Image {
                src: [&self.pictures, &name, ".png"].concat(),
                alt: format!("Kaart van Nederland. {}. {}{shown}", picture.headline, picture.description),
                width,
                height,
                href: page.clone(),
            },
            more: Link {
                words: match items.len() {
                    0..=SHOWN => "Bekijk de kaart en de bronnen".to_owned(),
                    _ => format!("Bekijk alle {known}"),
                },
                href: page,
            },
            items: items
                .into_iter()
                .take(SHOWN)
                .map(|item| self.item(item, thema.map(|thema| &*thema.id)))
                .collect(),
            colophon: landkaart.colophon(words),
            name,
        }
    }

    /// The files of one block, the picture among them.
    ///
    /// # Errors
    /// When the map cannot be painted.
    pub fn files(&self, subject: Subject, painter: &Painter) -> Result<[File; 4], Unpaintable> {
        let letter = self.letter(subject);
        let picture = Picture::new(self.landkaart, &self.words, &self.choice(subject));
        let (width, height) = self.shown();
        let over = self.poster.taking_part(self.landkaart, &picture);
        let png = painter.png([width * 2, height * 2], &self.poster.ground(), &over)?;
        let file =
            |extension: &str, content: Vec<u8>| File::new([&letter.name, ".", extension].concat(), content);
        Ok([
            file("html", html::block(&letter).into_bytes()),
            file("txt", text::twin(&letter).into_bytes()),
            file("mjml", mjml::source(&letter).into_bytes()),
            file("png", png),
        ])
    }

    fn item(&self, item: &Interventie, thema: Option<&str>) -> Item {
        let thema = thema.or_else(|| item.themas.first().map(|thema| thema.id.as_str()));
        let names = self.landkaart.deelnemers.iter();
        let names: Vec<&str> = names
            .filter(|gemeente| item.gemeenten.iter().any(|code| code.as_str() == gemeente.code))
            .map(|gemeente| gemeente.naam.as_str())
            .chain(item.regio.as_deref())
            .collect();
        let page = thema.map_or_else(|| self.site.clone(), |thema| self.thema_page(thema));
        Item {
            title: Link { words: item.titel.nl.clone(), href: [&page, "#interventie-", &item.id].concat() },
            summary: item.samenvatting.nl.clone(),
            places: names.join(", "),
        }
    }

    /// Width and height of the map as it is shown, in CSS pixels; the picture has twice as many.
    fn shown(&self) -> (u32, u32) {
        (MAP_WIDTH, self.poster.height(MAP_WIDTH))
    }

    fn thema_page(&self, id: &str) -> String {
        [&self.site, "thema/", id, "/"].concat()
    }

    fn choice(&self, subject: Subject) -> Choice {
        Choice::default()
            .with(Key::Thema, subject.thema.map(|thema| &*self.landkaart.themas[thema].id))
            .with(Key::Gemeente, subject.gemeente.map(|gemeente| &*self.landkaart.deelnemers[gemeente].code))
    }
}
