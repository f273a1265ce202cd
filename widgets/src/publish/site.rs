//! All pages of a release, as files in memory.

use super::page::{Page, escape, up};
use super::render::{self, Shapes};
use super::{dist, gemeente, thema};
use crate::model::landkaart::JoinError;
use crate::model::{Choice, Landkaart, Sentence, Taal, Words};
use crate::view::{Links, STYLE};
use geodata::contract::Exports;
use geodata::contract::landkaart::{Documents, Gegevens, Unreadable};
use geodata::topology::Topology;

/// A file of the site, by its path below the root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    pub path: String,
    pub content: Vec<u8>,
}

/// Why there is no site.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    #[error(transparent)]
    Join(#[from] JoinError),
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// The names that pages link to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    /// The module that defines the tags.
    pub loader: String,
    /// The sheet of the pages and of the widgets in them.
    pub style: String,
}

/// A release, joined and ready to print.
pub struct Release<'a> {
    pub exports: &'a Exports,
    pub topology: &'a Topology,
    pub landkaart: Landkaart,
    pub words: Words,
    pub assets: Assets,
}

/// The pages' sheet is the widgets' too: linked in the head it is there before the first paint, and the
/// shadow roots that link it again find it in memory. Neither half matches anything in the other's tree.
fn style() -> String {
    [include_str!("site.css"), STYLE].concat()
}

const MUNICIPAL_PAGE: &str = include_str!("../../../examples/sites/gemeente.html");
const MUNICIPAL_STYLE: &str = include_str!("../../../examples/sites/gemeente.css");

/// Every page: start, one for each participant and thema, the embed page and a municipal example.
/// `loader` is the path of the bundle's module below the root.
///
/// # Errors
/// When the documents contradict each other.
pub fn site(exports: &Exports, topology: &Topology, loader: &str) -> Result<Vec<File>, SiteError> {
    let landkaart = Landkaart::new(gegevens(exports)?)?;
    let sheet = style();
    let style = format!("site-{}.css", dist::hash(sheet.as_bytes()));
    let assets = Assets { loader: loader.to_owned(), style };
    let release = Release { exports, topology, landkaart, words: Words::dutch(), assets };
    let mut files = vec![
        file(&release.assets.style, sheet),
        start(&release),
        missing(&release),
        embed(&release),
        example(&release),
    ];
    files.push(file("voorbeeld/gemeente.css", MUNICIPAL_STYLE.to_owned()));
    files.extend((0..release.landkaart.themas.len()).map(|thema| thema::page(&release, thema)));
    files.extend((0..release.landkaart.deelnemers.len()).map(|row| gemeente::page(&release, row)));
    Ok(files)
}

/// Read as a page reads them, so that both show the same.
fn gegevens(exports: &Exports) -> Result<Gegevens, SiteError> {
    Ok(Gegevens::read(
        &Documents {
            index: serde_json::to_value(&exports.index)?,
            gebieden: serde_json::to_value(&exports.gebieden)?,
            gemeenten: serde_json::to_value(&exports.gemeenten)?,
            themas: serde_json::to_value(&exports.themas)?,
        },
        Taal::Nl.code(),
    )?)
}

pub fn file(path: &str, content: String) -> File {
    File { path: path.to_owned(), content: content.into_bytes() }
}

impl Release<'_> {
    /// The tag with everything in it: a declarative shadow root with a linked sheet, as on our own pages.
    pub fn tag(&self, depth: usize, choice: &Choice, attributes: &str) -> String {
        let root = up(depth);
        let fragment = self.fragment(choice, root.clone());
        format!(
            "<gka-landkaart src=\"{root}exports/index.json\"{attributes}><template shadowrootmode=\"open\">\
             <link rel=\"stylesheet\" href=\"{root}{style}\">{fragment}</template></gka-landkaart>",
            style = self.assets.style,
        )
    }

    fn fragment(&self, choice: &Choice, base: String) -> String {
        render::landkaart(&self.landkaart, Shapes::Land(self.topology), choice, Taal::Nl, &Links::new(base))
    }
}

fn start(release: &Release) -> File {
    let title = "Landkaart van de Gelijke Kansen Alliantie";
    let content = format!(
        "<h1 class=\"quiet\">Landkaart gelijke kansen</h1><div class=\"w\">{}</div>\
         <section class=\"w\"><h2>Plaats deze kaart op uw site</h2>\
         <p>Plak deze regels in uw pagina. De kaart gebruikt geen cookies en vraagt niets aan derden.</p>\
         <pre><code>{}</code></pre></section>",
        release.tag(0, &Choice::default(), " adres"),
        escape(
            "<script type=\"module\" src=\"https://uw-widgets.example/gka.js\"></script>\n\
             <gka-landkaart src=\"https://uw-widgets.example/exports/index.json\"></gka-landkaart>"
        ),
    );
    let description = format!(
        "{} met een agenda voor gelijke kansen in het onderwijs, op de kaart en in een lijst. Stand {}.",
        release.words.count(Sentence::Gemeenten, release.landkaart.deelnemers.len(), &[]),
        release.words.date(&release.landkaart.peildatum),
    );
    let page = Page { root: &up(0), title, description: &description, content, script: true };
    file("index.html", page.html(&release.assets))
}

/// What a server shows for an address that is not there: at any depth, so its links begin at the host's root.
fn missing(release: &Release) -> File {
    let content = "<section class=\"w\"><h1>Deze pagina bestaat niet</h1>\
        <p>Misschien is de pagina verplaatst, of zit er een tikfout in het adres.</p>\
        <p><a href=\"/\">Naar de kaart van de Gelijke Kansen Alliantie</a></p></section>";
    let page = Page {
        root: "/",
        title: "Deze pagina bestaat niet · Gelijke Kansen Alliantie",
        description: "Er is geen pagina op dit adres.",
        content: content.to_owned(),
        script: false,
    };
    file("404.html", page.html(&release.assets))
}

/// The widget alone, for an iframe.
fn embed(release: &Release) -> File {
    let content = format!(
        "<h1 class=\"quiet\">Landkaart gelijke kansen</h1>{}",
        release.tag(2, &Choice::default(), "")
    );
    let page = Page {
        root: &up(2),
        title: "Landkaart gelijke kansen",
        description: "De landkaart om in te sluiten.",
        content,
        script: true,
    };
    file("embed/landkaart/index.html", page.bare(&release.assets))
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
