//! What a message or a timeline shows of a page before anyone opens it: a picture of 1200 by 630, as
//! [Open Graph](https://ogp.me) asks for.
//!
//! The start page, every gemeente, thema and indicator has one of its own; any other page has that of the page above
//! it, in the end that of the start page. Only a site that knows its own address has previews: their addresses must be
//! whole. Each is named by a hash of what is drawn. Painting takes ten times as long as drawing, so a picture that an
//! earlier release left in the folder is read, not painted again.
//!
//! A pinned release has no copy of them: what asks for a preview is led to the live page.

mod drawing;

use super::dist::hash;
use super::folder::File;
use super::raster::{Painter, Palette, Unpaintable};
use super::site::{Content, SiteError};
use crate::model::kleuring::Kleuring;
use crate::model::picture::Entry;
use crate::model::poster::Poster;
use crate::model::{Choice, Key, Landkaart, Picture, Taal, Words};
use crate::publish::participants::Participant;
use crate::publish::record::{capital, count};
use drawing::Drawing;
use geodata::contract::landkaart::{Unreadable, reeks};
use geodata::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub const WIDTH: u32 = 1200;
pub const HEIGHT: u32 = 630;
/// The folder of all previews.
pub const FOLDER: &str = "voorproef/";

/// The previews of a site, by the path of the page.
#[derive(Debug, Default)]
pub struct Previews(BTreeMap<String, Preview>);

#[derive(Debug)]
pub struct Preview {
    /// Of the picture, below the root.
    pub path: String,
    /// What it shows, in words.
    pub alt: String,
    ground: String,
    over: String,
}

/// What a picture says.
#[derive(Debug, Clone, PartialEq)]
struct Subject {
    page: String,
    kicker: String,
    title: String,
    text: String,
    /// A number with what it counts.
    facts: Vec<(String, String)>,
    legend: Vec<Entry>,
    /// Whose the figures are.
    sources: Vec<String>,
    picture: Picture,
}

impl Previews {
    /// # Errors
    /// When the figures cannot be read, or text cannot be measured.
    pub fn new(
        content: &Content,
        landkaart: &Landkaart,
        participants: &[Participant],
    ) -> Result<Previews, SiteError> {
        let words = Words::dutch();
        let (landkaart, poster) =
            (with_figures(content, landkaart)?, Poster::new(landkaart, content.topology));
        let subjects = subjects(content, &landkaart, participants, &words);
        let painter = Painter::new(Palette::Large);
        let mut drawing = Drawing::new(&painter, &poster, &landkaart, &words);
        let mut previews = BTreeMap::new();
        for subject in subjects {
            let (ground, over) = (drawing.ground(&subject.picture), drawing.over(&subject)?);
            let name = match subject.page.trim_end_matches('/') {
                "" => "start".to_owned(),
                page => page.replace('/', "-"),
            };
            let path = format!("{FOLDER}{name}-{}.png", hash([&*ground, &*over].concat().as_bytes()));
            let alt = format!(
                "Kaart van Nederland. {}. {}",
                subject.title.trim_end_matches('.'),
                subject.picture.description
            );
            previews.insert(subject.page, Preview { path, alt, ground, over });
        }
        Ok(Previews(previews))
    }

    /// That of a page, or of the nearest page above it. A widget alone has that of the page it stands on.
    pub fn of(&self, page: &str) -> Option<&Preview> {
        let page = page.strip_prefix("embed/").unwrap_or(page);
        let folders =
            page.char_indices().rev().filter(|(_, letter)| *letter == '/').map(|(at, _)| &page[..=at]);
        folders.chain([""]).find_map(|folder| self.0.get(folder))
    }

    /// The pictures; those that are in the folder of an earlier release are taken from there.
    ///
    /// # Errors
    /// When one cannot be painted.
    pub fn files(&self, earlier: Option<&Path>) -> Result<Vec<File>, Unpaintable> {
        let painter = Painter::new(Palette::Large);
        let mut previews: Vec<&Preview> = self.0.values().collect();
        // Those on one ground after each other: the painter remembers the last.
        previews.sort_by(|one, other| one.ground.cmp(&other.ground));
        let (next, files) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        let work = || {
            while let Some(preview) = previews.get(next.fetch_add(1, Ordering::Relaxed)) {
                let there = earlier.and_then(|folder| std::fs::read(folder.join(&preview.path)).ok());
                let content = match there {
                    Some(there) => there,
                    None => painter.png([WIDTH, HEIGHT], &preview.ground, &preview.over)?,
                };
                let file = File::new(&preview.path, content);
                files.lock().expect("a thread that paints does not panic").push(file);
            }
            Ok(())
        };
        let threads = thread::available_parallelism().map_or(1, usize::from).min(previews.len());
        thread::scope(|scope| {
            let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            threads
                .into_iter()
                .try_for_each(|thread| thread.join().expect("a thread that paints does not panic"))
        })?;
        Ok(files.into_inner().expect("a thread that paints does not panic"))
    }
}

/// The landkaart with the figures that colour it, as a reader sees it who chose an indicator.
fn with_figures(content: &Content, landkaart: &Landkaart) -> Result<Landkaart, SiteError> {
    let mut landkaart = landkaart.clone();
    let Some(document) = &content.figures.indicatoren else { return Ok(landkaart) };
    let read = json::read(&serde_json::to_value(document)?, |all| {
        reeks::indicatoren(all, Taal::Nl.code(), landkaart.jaar)
    });
    let indicatoren = read.map_err(|misfit| Unreadable::Misfit { document: "indicatoren", misfit })?;
    for indicator in &indicatoren {
        let figures = indicator.pad.as_ref().and_then(|path| content.figures.cijfers.get(path));
        if let Some(figures) = figures {
            let reeks = json::read(&serde_json::to_value(figures)?, reeks::reeks);
            let reeks = reeks.map_err(|misfit| Unreadable::Misfit { document: "cijfers", misfit })?;
            let place = |code: &str| landkaart.place_by_code(code);
            let kleuring = Kleuring::new(landkaart.places.len(), place, indicator.clone(), reeks);
            landkaart.bijlagen.kleuringen.push(kleuring);
        }
    }
    landkaart.bijlagen.indicatoren = Some(indicatoren);
    Ok(landkaart)
}

fn subjects(
    content: &Content,
    landkaart: &Landkaart,
    participants: &[Participant],
    words: &Words,
) -> Vec<Subject> {
    let picture =
        |key: Key, value: &str| Picture::new(landkaart, words, &Choice::default().with(key, Some(value)));
    let start = Picture::new(landkaart, words, &Choice::default());
    let mut subjects = vec![Subject {
        page: String::new(),
        kicker: String::new(),
        title: start.headline.clone(),
        // The rest of it asks to choose, and a picture cannot be chosen in.
        text: start.lede.split_inclusive(". ").next().unwrap_or_default().trim_end().to_owned(),
        facts: Vec::new(),
        legend: start.legend.clone(),
        sources: Vec::new(),
        picture: start,
    }];
    subjects.extend(participants.iter().map(|participant| {
        let picture = picture(Key::Gemeente, participant.code.as_str());
        gemeente(content, participant, picture)
    }));
    subjects.extend(landkaart.themas.iter().map(|thema| {
        let picture = picture(Key::Thema, &thema.id);
        Subject {
            page: format!("thema/{}/", thema.id),
            kicker: thema.label.clone(),
            title: picture.headline.clone(),
            text: picture.lede.clone(),
            facts: Vec::new(),
            legend: picture.legend.clone(),
            sources: Vec::new(),
            picture,
        }
    }));
    subjects.extend(landkaart.bijlagen.indicatoren.iter().flatten().map(|indicator| {
        let picture = picture(Key::Indicator, &indicator.id);
        let kleuring = landkaart.bijlagen.kleuring(&indicator.id);
        Subject {
            page: format!("indicator/{}/", indicator.id),
            kicker: kleuring.map_or("Cijfer".to_owned(), |kleuring| {
                format!("Per gemeente, {}", words.date(&kleuring.periode))
            }),
            title: indicator.label.clone(),
            text: if kleuring.is_some() { String::new() } else { picture.lede.clone() },
            facts: Vec::new(),
            legend: kleuring.map(|_| picture.legend.clone()).unwrap_or_default(),
            sources: kleuring.map(|_| publishers(content, &indicator.id)).unwrap_or_default(),
            picture,
        }
    }));
    subjects
}

/// A gemeente: how much is known of what it does, as far as it is anything.
fn gemeente(content: &Content, participant: &Participant, picture: Picture) -> Subject {
    let all = content.exports.interventies.interventies.iter();
    let known: Vec<_> = all.filter(|item| item.gemeenten.contains(&participant.code)).collect();
    let themas: BTreeSet<_> = known.iter().flat_map(|item| &item.themas).map(|thema| &thema.id).collect();
    let facts = [(known.len(), "interventie", "interventies"), (themas.len(), "thema", "thema’s")];
    let facts = facts.into_iter().filter(|(number, ..)| *number > 0);
    let provincies = content.exports.gebieden.provincies.iter();
    let mut provincies = provincies.filter(|provincie| provincie.code == participant.provincie);
    Subject {
        page: format!("gemeente/{}/", participant.slug),
        kicker: provincies.next().map(|provincie| provincie.naam.clone()).unwrap_or_default(),
        title: participant.naam.clone(),
        text: capital(&participant.since),
        facts: facts
            .map(|(number, one, many)| {
                let noun = count(number, one, many);
                (
                    number.to_string(),
                    noun.split_once(' ').map(|(_, noun)| noun.to_owned()).unwrap_or_default(),
                )
            })
            .collect(),
        legend: Vec::new(),
        sources: Vec::new(),
        picture,
    }
}

/// Who published the figures of an indicator, each once.
fn publishers(content: &Content, indicator: &str) -> Vec<String> {
    let mut indicatoren = content.figures.indicatoren().iter();
    let bronnen = indicatoren.find(|known| known.id.as_str() == indicator).map(|known| &known.bronnen);
    let ids = bronnen.into_iter().flatten().map(|reference| &reference.bron);
    let all = &content.exports.bronnen.bronnen;
    let publishers =
        ids.filter_map(|id| all.iter().find(|bron| bron.id == *id)).map(|bron| bron.uitgever.clone());
    publishers.collect::<BTreeSet<_>>().into_iter().collect()
}
