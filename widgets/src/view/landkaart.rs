//! `<gka-landkaart>` without its tag: headline, thema filter, map, card, list, sources.

use super::download::{Drawing, Offer, download};
use super::html::{Element, el};
use super::{
    Links, card::cards, chips::chips, kaart, keuzes::keuzes, legend::legend, list::list, search::search,
    toggle::toggle,
};
use crate::model::{Landkaart, MEER, Picture, Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub landkaart: &'a Landkaart,
    pub words: &'a Words,
    pub links: &'a Links,
    pub picture: &'a Picture,
}

impl Scene<'_> {
    pub fn say(&self, sentence: Sentence) -> String {
        self.words.plain(sentence).to_owned()
    }

    /// A place as a tooltip or a screen reader says it.
    pub fn spoken(&self, place: usize) -> String {
        self.picture.spoken(self.landkaart, self.words, place)
    }

    /// `lang="nl"` for a text that is Dutch in a widget that is not.
    pub fn untranslated(&self, onvertaald: bool) -> Option<&'static str> {
        onvertaald.then_some("nl")
    }
}

/// What describes the map to who does not see it.
pub const DESCRIPTION: &str = "gka-beschrijving";

/// The whole widget in one state.
pub fn landkaart(scene: &Scene) -> Element {
    let Scene { landkaart, words, picture, .. } = scene;
    let header = el("header")
        .set("part", "header")
        .child(
            el("slot")
                .set("name", "kop")
                .child(el("p").class("kick").text(words.plain(Sentence::Naam)))
                .child(
                    el("h2").maybe("lang", scene.untranslated(picture.onvertaald)).text(&picture.headline),
                ),
        )
        .child(el("p").class("lede").text(&picture.lede));
    // What stands above the map is not said twice to who sees it.
    let described = if MEER && picture.description == picture.lede { "said" } else { "desc" };
    let map = el("div")
        .class("map")
        .child(toggle(scene))
        .child(kaart::stage(scene))
        .child(legend(scene))
        .child(el("p").class(described).set("id", DESCRIPTION).text(&picture.description))
        .children(about(scene))
        .child(cards(scene));
    // A choice that leaves nobody has its way back beside the sentence that says so.
    let clear = picture.empty.then(|| {
        el("button")
            .class("wis")
            .set("type", "button")
            .set("data-set", "thema=&sector=&provincie=&rol=")
            .text(words.plain(Sentence::WisKeuzes))
    });
    let side = el("div")
        .class("side")
        .child(search(scene))
        .children(column(scene))
        .child(el("p").class("sum").set("role", "status").text(&picture.summary))
        .children(clear)
        .child(list(scene));

    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .set("data-weergave", picture.weergave.name())
        .maybe("data-cijfer", picture.indicator.as_ref().filter(|_| MEER).map(|_| ""))
        .child(header)
        .child(chips(scene))
        .child(keuzes(scene))
        .child(el("div").class("cols").child(map).child(side))
        .child(
            el("footer")
                .set("part", "sources")
                .text(&landkaart.colophon(words))
                .child(download(words, &offer(scene))),
        )
}

/// What the numbers in the list count, which its name says to who hears it.
fn column(scene: &Scene) -> Option<Element> {
    let Picture { rows, figures, andere, .. } = scene.picture;
    let counts = !rows.is_empty() && !(MEER && (!figures.is_empty() || andere.is_some()));
    let text = scene.words.plain(Sentence::KolomInterventies);
    counts.then(|| el("p").class("kolom").set("aria-hidden", "true").text(text))
}

/// The way to what a figure says and where it comes from.
fn about(scene: &Scene) -> Option<Element> {
    let Scene { landkaart, links, picture, .. } = scene;
    let indicator = picture.indicator.as_ref().filter(|_| MEER)?;
    let code = picture.chosen.map(|place| landkaart.places[place].code.as_str());
    let state = code.map(|code| ["gemeente=", code].concat()).unwrap_or_default();
    let link = el("a").set("href", links.indicator(indicator, &state));
    Some(el("p").class("desc").child(link.text(&scene.say(Sentence::OverDitCijfer))))
}

fn offer(scene: &Scene) -> Offer {
    let Scene { landkaart, words, links, picture } = scene;
    let files = ["csv/gemeenten.csv", "gemeenten.json"];
    let told = [&*picture.headline, &landkaart.colophon(words)];
    Offer { drawing: Drawing::Kaart, ..Offer::new(words, links, files, links.state(&picture.state), &told) }
}
