//! The frame round a page's content: head, bar, foot.

use super::folder::File;
use super::preview;
use super::site::{Release, file};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A page before it is text.
pub struct Page<'a> {
    /// Where it stands below the root: nothing for the start page, `gemeente/zwolle/`, `404.html`.
    path: &'a str,
    title: &'a str,
    description: &'a str,
    content: Markup,
    room: Option<Room>,
    /// The module it runs, below the root.
    module: Option<&'a str>,
    /// A sheet of its own, below the root.
    sheet: Option<&'a str>,
    widget: bool,
    lists: bool,
    bare: bool,
    any_depth: bool,
    feed: Option<&'a str>,
    data: Option<serde_json::Value>,
    oembed: Option<String>,
}

/// A part of the site, as the bar names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Kaart,
    Gemeenten,
    Themas,
    Interventies,
    Sectoren,
    Cijfers,
    Tijdlijn,
    Alliantie,
    Bronnen,
    Zoeken,
}

const ROOMS: [(Room, &str, &str); 10] = [
    (Room::Kaart, "Kaart", ""),
    (Room::Gemeenten, "Gemeenten", "gemeente/"),
    (Room::Themas, "Thema’s", "thema/"),
    (Room::Interventies, "Interventies", "interventie/"),
    (Room::Sectoren, "Sectoren", "sector/"),
    (Room::Cijfers, "Cijfers", "indicator/"),
    (Room::Tijdlijn, "Tijdlijn", "tijdlijn/"),
    (Room::Alliantie, "Alliantie", "kerncijfers/"),
    (Room::Bronnen, "Bronnen", "bronnen/"),
    (Room::Zoeken, "Zoeken", "zoeken/"),
];

/// Whose site it is, in titles and for whoever shares a page.
const SITE: &str = "Gelijke Kansen Alliantie";

/// The id of what stands after the map. A page with a widget is first painted when the parser is there: a map that
/// appears in pieces is laid out and painted once for each piece, and one that waits for the list comes later.
/// A browser that does not know [`blocking`](https://html.spec.whatwg.org/multipage/links.html#link-type-expect)
/// paints as it reads.
pub const MARK: &str = "na-de-kaart";
/// The place at the end of a page. One without a map is short, and painted as a whole: of a part that is painted first
/// something may move when the rest comes.
const END: &str = "voet";

const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'%3E%3Crect width='9' height='9' rx='2' fill='%230f5c6e'/%3E%3Cpath d='M2 3.2h5M2 5.8h5' stroke='%23fff'/%3E%3C/svg%3E";

/// The way back to the root from a page that lies `depth` folders below it: nothing, `../`, `../../`.
pub fn up(depth: usize) -> String {
    "../".repeat(depth)
}

impl<'a> Page<'a> {
    pub fn new(path: &'a str, title: &'a str, description: &'a str, content: Markup) -> Page<'a> {
        Page {
            path,
            title,
            description,
            content,
            room: None,
            module: None,
            sheet: None,
            widget: false,
            lists: false,
            bare: false,
            any_depth: false,
            feed: None,
            data: None,
            oembed: None,
        }
    }

    /// The part of the site that the bar marks.
    pub fn room(self, room: Room) -> Self {
        Page { room: Some(room), ..self }
    }

    /// Holds a landkaart: the loader runs, and the page is painted when the map is there.
    pub fn widget(self) -> Self {
        Page { widget: true, ..self }
    }

    /// Holds a widget without a map: the loader runs, and their sheet is linked.
    pub fn lists(self) -> Self {
        Page { lists: true, ..self }
    }

    /// Runs a module of its own, named below the root.
    pub fn module(self, path: &'a str) -> Self {
        Page { module: Some(path), ..self }
    }

    /// Has a sheet of its own beside that of the site, named below the root.
    pub fn sheet(self, path: &'a str) -> Self {
        Page { sheet: Some(path), ..self }
    }

    /// The content alone, as an iframe shows it.
    pub fn bare(self) -> Self {
        Page { bare: true, ..self }
    }

    /// Shown for any address: its links begin at the host's root.
    pub fn at_any_depth(self) -> Self {
        Page { any_depth: true, ..self }
    }

    /// Has an Atom feed beside it.
    pub fn feed(self, path: &'a str) -> Self {
        Page { feed: Some(path), ..self }
    }

    /// What it says, for machines, as JSON-LD.
    pub fn data(self, data: serde_json::Value) -> Self {
        Page { data: Some(data), ..self }
    }

    /// The address of its oEmbed document.
    pub fn oembed(self, address: Option<String>) -> Self {
        Page { oembed: address, ..self }
    }

    pub fn file(self, release: &Release) -> File {
        let path = match self.path {
            "" => "index.html".to_owned(),
            path if path.ends_with('/') => format!("{path}index.html"),
            path => path.to_owned(),
        };
        file(&path, self.document(release).into_string() + "\n")
    }

    fn document(self, release: &Release) -> Markup {
        let root = if self.any_depth { "/".to_owned() } else { up(self.path.matches('/').count()) };
        let home = if root.is_empty() { "./" } else { &root };
        html! {
            (DOCTYPE)
            html lang="nl" class=[self.bare.then_some("bare")] {
                (self.head(release, &root))
                body {
                    @if self.bare {
                        main { (self.content) }
                        @if !self.widget { div id=(END) {} }
                    } @else {
                        header class="bar" {
                            nav aria-label="Hoofdmenu" {
                                ul {
                                    @for (room, label, path) in ROOMS {
                                        li { a href={ @if path.is_empty() { (home) } @else { (root) (path) } } aria-current=[(self.room == Some(room)).then_some("true")] { (label) } }
                                    }
                                }
                            }
                        }
                        main { (self.content) }
                        footer class="foot" id=(END) {
                            p {
                                "Gegevens: " a href={ (root) "exports/index.json" } { "JSON" }
                                ", vrij te gebruiken met naamsvermelding (CC BY 4.0). "
                                a href={ (root) "ontbreekt/" } { "Wat ontbreekt" } " · "
                                a href={ (root) "plaatsen/" } { "Plaats de kaart op uw site" }
                            }
                        }
                    }
                    @if self.widget { (release.assets.ahead.links(&root)) }
                }
            }
        }
    }

    fn head(&self, release: &Release, root: &str) -> Markup {
        let title = match self.path {
            "" => self.title.to_owned(),
            _ => format!("{} · {SITE}", self.title),
        };
        let address =
            release.base_url().filter(|_| !self.any_depth).map(|base| format!("{base}{}", self.path));
        html! {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width,initial-scale=1";
                meta name="description" content=(self.description);
                meta name="color-scheme" content="light dark";
                link rel="icon" href=(PreEscaped(ICON));
                link rel="stylesheet" href={ (root) (release.assets.style) } data-gka[self.widget || self.lists];
                // A document of its own sheet holds lists too, and runs nothing.
                @if self.lists || self.sheet.is_some() { link rel="stylesheet" href={ (root) (release.assets.list_style) } data-gka; }
                @if let Some(sheet) = self.sheet { link rel="stylesheet" href={ (root) (sheet) }; }
                link rel="expect" href={ "#" (if self.widget { MARK } else { END }) } blocking="render";
                @if self.widget || self.lists {
                    script type="module" src={ (root) (release.assets.loader) } {}
                }
                @if let Some(module) = self.module { script type="module" src={ (root) (module) } {} }
                @if let Some(feed) = self.feed { link rel="alternate" type="application/atom+xml" href=(feed) title=(self.title); }
                @if let Some(oembed) = &self.oembed { link rel="alternate" type="application/json+oembed" href=(oembed) title=(self.title); }
                @if let Some(address) = address {
                    link rel="canonical" href=(address);
                    meta property="og:url" content=(address);
                    meta property="og:title" content=(self.title);
                    meta property="og:description" content=(self.description);
                    meta property="og:type" content="website";
                    meta property="og:locale" content="nl_NL";
                    meta property="og:site_name" content=(SITE);
                    @if let Some(preview) = release.previews.of(self.path) {
                        meta property="og:image" content=(release.address(&preview.path));
                        meta property="og:image:type" content="image/png";
                        meta property="og:image:width" content=(preview::WIDTH);
                        meta property="og:image:height" content=(preview::HEIGHT);
                        meta property="og:image:alt" content=(preview.alt);
                        meta name="twitter:card" content="summary_large_image";
                    }
                }
                // A block of data, not a script: it runs nothing and no policy forbids it.
                @if let Some(data) = &self.data { script type="application/ld+json" { (PreEscaped(data.to_string().replace('<', "\\u003c"))) } }
            }
        }
    }
}
