//! What a reader can take away, folded in. The same for every widget: each makes an [`Offer`], and answers clicks
//! by [`takeaway`](super::takeaway). Without script the files of the release and the text to cite it are there.

use super::Links;
use super::html::{Element, el};
use crate::model::{Sentence, Words};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// Files of the release that hold what the widget shows.
    pub csv: String,
    pub json: String,
    /// The page that shows the same state.
    pub link: String,
    /// Whose work it is, of what day.
    pub note: String,
    pub drawing: Drawing,
}

/// What can be taken as a picture too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Drawing {
    #[default]
    None,
    Kaart,
    Grafiek,
}

/// What is taken, in `data-take`.
pub const CSV: &str = "csv";
pub const SVG: &str = "svg";
pub const PNG: &str = "png";
pub const COPY: &str = "copy";

impl Offer {
    /// `files` are the CSV and the JSON below the exports, `link` is the page of the same state. `told` says what is
    /// shown and of what day; whose work it is comes before it.
    pub fn new(words: &Words, links: &Links, files: [&str; 2], link: String, told: &[&str]) -> Self {
        let [csv, json] = files.map(|name| [&links.exports, name].concat());
        let told: Vec<_> = [words.plain(Sentence::Naam)].into_iter().chain(told.iter().copied()).collect();
        Self { csv, json, link, note: told.join(". ") + ".", drawing: Drawing::None }
    }
}

pub fn download(words: &Words, offer: &Offer) -> Element {
    let take = |kind: &'static str, sentence: Sentence| {
        let button = el("button").set("type", "button").set("data-take", kind).text(words.plain(sentence));
        el("li").class("live").child(button)
    };
    let (drawings, here) = match offer.drawing {
        Drawing::None => (None, Sentence::LinkNaarLijst),
        Drawing::Kaart => (Some([Sentence::AlsTekening, Sentence::AlsAfbeelding]), Sentence::LinkHiernaartoe),
        Drawing::Grafiek => {
            (Some([Sentence::GrafiekAlsTekening, Sentence::GrafiekAlsAfbeelding]), Sentence::LinkNaarLijst)
        }
    };
    let drawings = [SVG, PNG].into_iter().zip(drawings.into_iter().flatten());
    let drawings = drawings.map(|(kind, sentence)| take(kind, sentence));
    let files = el("ul")
        .child(
            el("li").child(
                el("a")
                    .set("href", offer.csv.clone())
                    .set("data-take", CSV)
                    .set("download", "")
                    .text(words.plain(Sentence::TabelCsv)),
            ),
        )
        .children(drawings)
        .child(
            el("li").child(el("a").set("href", offer.json.clone()).text(words.plain(Sentence::AlleGegevens))),
        );
    let copy = || {
        let button = el("button").set("type", "button").class("live").set("data-take", COPY);
        button.text(words.plain(Sentence::Kopieer))
    };
    let link = el("a").set("href", offer.link.clone()).text(words.plain(here));
    let note = el("textarea")
        .flag("readonly", true)
        .set("rows", "3")
        .set("aria-label", words.plain(Sentence::Bronvermelding).to_owned())
        .text(&offer.note);
    el("details")
        .class("take")
        .child(el("summary").text(words.plain(Sentence::DownloadOfDeel)))
        .child(files)
        .child(el("p").child(link).text(" ").child(copy()))
        .child(el("p").child(note).text(" ").child(copy()))
        .child(el("p").class("said").set("role", "status").drawing("".into()))
}
