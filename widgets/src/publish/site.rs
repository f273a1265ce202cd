//! All pages of a release, as files in memory.
//!
//! - `documents`: the documents as a page has them.
//! - [`Edition`]: the release in one language, as a page reads them.
//! - `tags`: the widgets as a page holds them.

mod documents;
mod edition;
mod tags;

use super::ahead::Ahead;
use super::dist::{self, Bundle};
use super::figures::Figures;
use super::participants::{Participant, participants};
use super::preview::Previews;
use super::raster::Unpaintable;
use super::record::SECTOREN;
use super::{feed, fragments, pages, sitemap};
use crate::model::interventies::listing::Listing;
use crate::model::landkaart::JoinError;
use crate::model::{Choice, Key, Landkaart, Taal};
use crate::view::{LIST_STYLE, STYLE};
use geodata::contract::DeelGemeente;
use geodata::contract::landkaart::{Cel, Unreadable};
use geodata::contract::{Exports, GemeenteCode, Interventie, ProvincieCode, Zoek};
use geodata::topology::Topology;
use std::collections::BTreeMap;
use std::path::Path;

pub use super::folder::File;
use documents::Documents;
pub use edition::Edition;

/// Why there is no site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    #[error(transparent)]
    Join(#[from] JoinError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Picture(#[from] Unpaintable),
}

/// What pages link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The module that defines the tags.
    pub loader: String,
    /// What a page with a landkaart asks for at its end.
    pub ahead: Ahead,
    /// The sheet of the pages and of the landkaart in them.
    pub style: String,
    /// What comes to it where a page has another widget.
    pub list_style: String,
    /// Where the site will stand, with a slash at the end. Without it there are no whole addresses: no sitemap, no
    /// canonical links, no oEmbed.
    pub base_url: Option<String>,
}

/// What a site is made of.
#[derive(Debug, Clone, Copy)]
pub struct Content<'a> {
    pub exports: &'a Exports,
    pub figures: &'a Figures,
    /// Other names of gemeenten.
    pub zoek: Option<&'a Zoek>,
    /// The slices of gemeenten; none where the release has none.
    pub delen: Option<&'a Delen>,
    pub topology: &'a Topology,
    /// The cells of the tegelkaart; none where the release has no such map.
    pub tegels: &'a [Cel],
    /// The folder where an earlier release of the site may be.
    pub earlier: Option<&'a Path>,
}

/// The slices of a release: the list of them, and the first of each gemeente by its path.
#[derive(Debug, Clone, PartialEq)]
pub struct Delen {
    pub list: geodata::contract::Delen,
    pub gemeenten: BTreeMap<String, DeelGemeente>,
}

/// A release, joined and ready to print.
pub struct Release<'a> {
    pub exports: &'a Exports,
    pub figures: &'a Figures,
    pub zoek: Option<&'a Zoek>,
    pub delen: Option<&'a Delen>,
    pub topology: &'a Topology,
    /// In Dutch, the language of the pages.
    pub edition: Edition,
    pub participants: Vec<Participant>,
    /// None where the site does not know its own address.
    pub previews: Previews,
    pub assets: Assets,
}

/// The pages' sheet is the widgets' too, because the prerendered widget stands in the page itself. Neither half
/// matches anything that belongs to the other.
fn style() -> String {
    bare(&[include_str!("site.css"), STYLE].concat())
}

/// Without what is said of the rules, which is for who writes them: before the first paint a reader waits for every
/// byte.
pub fn bare(sheet: &str) -> String {
    let mut parts = sheet.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |rules, part| rules + part.split_once("*/").map_or("", |(_, behind)| behind))
}

const MUNICIPAL_PAGE: &str = include_str!("../../../examples/sites/gemeente.html");
const MUNICIPAL_STYLE: &str = include_str!("../../../examples/sites/gemeente.css");

/// Every page of the report, the embed pages and a municipal example. The `bundle` will stand in `dist` and the
/// exports in `exports`; `base_url` as in [`Assets`].
///
/// # Errors
/// When the documents contradict each other.
pub fn site(content: Content, bundle: &Bundle, base_url: Option<&str>) -> Result<Vec<File>, SiteError> {
    let Content { exports, figures, zoek, delen, topology, tegels, earlier } = content;
    let sheet = style();
    let lists = bare(LIST_STYLE);
    let named = |name: &str, sheet: &str| format!("{name}-{}.css", dist::hash(sheet.as_bytes()));
    let (style, list_style) = (named("site", &sheet), named("lijst", &lists));
    let assets = Assets {
        loader: format!("dist/{}", bundle.loader.name),
        ahead: Ahead::new(bundle, &exports.index),
        style,
        list_style,
        base_url: base_url.map(str::to_owned),
    };
    let documents = Documents::new(exports)?;
    let (edition, participants) = (Edition::new(&documents, &content, Taal::Nl)?, participants(exports));
    let previews = match base_url {
        Some(_) => Previews::new(&content, &edition.landkaart, &participants)?,
        None => Previews::default(),
    };
    let release =
        Release { exports, figures, zoek, delen, topology, edition, participants, previews, assets };
    let mut files = fragments::fragments(&release, &release.edition);
    for taal in [Taal::En, Taal::Fy] {
        files.extend(fragments::fragments(&release, &Edition::new(&documents, &content, taal)?));
    }
    drop(documents);
    files.extend([
        file(&release.assets.style, sheet),
        file(&release.assets.list_style, lists),
        pages::start::page(&release),
        pages::gemeenten::page(&release),
        pages::thema::list(&release),
        pages::sector::list(&release),
        pages::indicator::list(&release),
        pages::community::list(&release),
        pages::experiment::list(&release),
        pages::stukken::page(&release),
        pages::bronnen::page(&release),
        pages::ontbreekt::page(&release),
        pages::missing::page(&release),
        example(&release),
        file("voorbeeld/gemeente.css", MUNICIPAL_STYLE.to_owned()),
    ]);
    files.extend((!tegels.is_empty()).then(|| pages::tegels::page(&release, tegels)));
    files.extend(pages::tijdlijn::page(&release));
    files.extend(pages::kerncijfers::page(&release));
    files.extend(pages::rapport::pages(&release));
    files.extend(pages::zoeken::pages(&release));
    files.extend(pages::plaatsen::pages(&release));
    files.extend(release.participants.iter().map(|participant| pages::gemeente::page(&release, participant)));
    for (position, thema) in exports.themas.themas.iter().enumerate() {
        files.extend(pages::thema::pages(&release, position));
        files.push(feed::feed(&release, thema));
    }
    for (_, id) in SECTOREN {
        files.extend(pages::sector::pages(&release, id));
    }
    files.extend(pages::interventies::pages(&release));
    files.extend(figures.indicatoren().iter().map(|indicator| pages::indicator::page(&release, indicator)));
    files
        .extend(pages::community::all(&release).map(|community| pages::community::page(&release, community)));
    files.extend(
        pages::experiment::all(&release).map(|experiment| pages::experiment::page(&release, experiment)),
    );
    files.extend(release.previews.files(earlier)?);
    files.extend(sitemap::sitemap(release.base_url(), &exports.index.uitgegeven, &files));
    Ok(files)
}

/// The landkaart of a release in Dutch.
///
/// # Errors
/// When the documents contradict each other.
pub fn landkaart(exports: &Exports) -> Result<Landkaart, SiteError> {
    edition::landkaart(&Documents::new(exports)?, Taal::Nl)
}

pub fn file(path: &str, content: String) -> File {
    File::new(path, content)
}

impl Release<'_> {
    /// A state of the list for each part of it.
    pub fn parts<'a>(&self, choice: &'a Choice) -> impl Iterator<Item = Choice> + use<'a> {
        let delen = Listing::new(&self.edition.interventies, &self.edition.words, choice).delen;
        (1..=delen).map(|deel| {
            let deel = deel.to_string();
            choice.clone().with(Key::Deel, Some(deel.as_str()).filter(|deel| *deel != "1"))
        })
    }

    pub fn base_url(&self) -> Option<&str> {
        self.assets.base_url.as_deref()
    }

    /// The whole address of a path below the root where the site knows its own, else the path.
    pub fn address(&self, path: &str) -> String {
        [self.base_url().unwrap_or_default(), path].concat()
    }

    /// What is known of a gemeente, in the order of the document.
    pub fn interventies<'a>(&'a self, code: &'a GemeenteCode) -> impl Iterator<Item = &'a Interventie> {
        let all = self.exports.interventies.interventies.iter();
        all.filter(move |interventie| interventie.gemeenten.contains(code))
    }

    pub fn provincie(&self, code: &ProvincieCode) -> &str {
        let mut provincies = self.exports.gebieden.provincies.iter();
        provincies.find(|provincie| provincie.code == *code).map_or("", |provincie| &provincie.naam)
    }
}

/// A municipal page with the pasted snippet: plain light-DOM content inside the tag.
fn example(release: &Release) -> File {
    let fragment = release.fragment(&Choice::default(), "../".to_owned());
    let page = MUNICIPAL_PAGE
        .replace("{{loader}}", &format!("../{}", release.assets.loader))
        .replace("{{src}}", "../exports/index.json")
        .replace("{{fragment}}", &fragment);
    file("voorbeeld/index.html", page)
}
