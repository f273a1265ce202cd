//! `<gka-indicator>` without its tag: whose figure, how high, what it means, where it stands, and what the gemeente does.

mod delen;
#[cfg(feature = "csr")]
pub mod still;

use super::Links;
use super::download::{Drawing, Offer, download};
use super::html::{Element, el};
use super::keuzes::veld;
use super::record::sources;
use crate::model::meting::Metingen;
use crate::model::meting::card::Card;
use crate::model::meting::plot::{HEIGHT, WIDTH};
use crate::model::record::Verwezen;
use crate::model::{Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub all: &'a Metingen,
    pub words: &'a Words,
    pub links: &'a Links,
    pub card: &'a Card,
}

/// The whole widget in one state.
pub fn indicator(scene: &Scene) -> Element {
    let Scene { all, words, card, .. } = scene;
    let header = el("header").set("part", "header").child(
        el("slot")
            .set("name", "kop")
            .child(el("p").class("kick").text(words.plain(Sentence::InCijfers)))
            .child(el("h2").text(&card.area)),
    );
    let velden = card.velden.iter().map(|shown| veld(shown, ""));
    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .child(header)
        .child(el("div").class("velden live").set("part", "choices").children(velden))
        .child(el("div").class("cols").child(figure(scene)).child(story(scene)))
        .child(
            el("footer")
                .set("part", "sources")
                .text(&words.stand(&all.gegevens.peildatum))
                .child(download(words, &offer(scene))),
        )
}

fn figure(scene: &Scene) -> Element {
    let Scene { words, card, .. } = scene;
    let sentences = card.sentences.iter().map(|sentence| el("p").text(sentence));
    let title = el("h3").maybe("lang", card.onvertaald.then_some("nl")).text(&card.title);
    let said = el("div")
        .set("role", "status")
        .child(title)
        .child(el("p").class("value").text(if card.waiting { "…" } else { &card.value }))
        .child(el("p").class("m").text(&card.note))
        .children(sentences);
    el("div")
        .class("cijfer")
        .set("part", "card")
        .child(said)
        .children(dots(scene))
        .children(line(card))
        .children(card.through.iter().map(|text| el("p").class("m").text(text)))
        .children(card.delen.iter().enumerate().map(|(at, shown)| delen::verdeling(shown).key(at)))
        .child(meaning(words, card))
}

/// A plot between two heights, from the top: what is above the first stays empty, and is left out.
fn drawing(class: &'static str, described: String, [top, bottom]: [i32; 2]) -> Element {
    let [top, height] = [top, bottom - top].map(|length| length.to_string());
    let size = ["0 ", &top, " ", &WIDTH.to_string(), " ", &height].concat();
    el("svg").class(class).set("viewBox", size).set("role", "img").set("aria-label", described)
}

fn ends(ends: &[String; 2]) -> Element {
    el("p").class("ends").children(ends.iter().map(|end| el("span").text(end)))
}

/// Class of a mark in the drawing, class in the legend, and what it stands for.
fn legend<'a>(words: &'a Words, card: &'a Card) -> Vec<(&'static str, &'static str, &'a str)> {
    let named = card.dots.as_ref().is_some_and(|dots| dots.here.is_some());
    let own = named.then_some(("hier", "sel", card.area.as_str()));
    let others = [
        ("mee", "on", words.plain(Sentence::GemeenteDoetMee)),
        ("alle", "dim", words.plain(Sentence::AndereGemeente)),
    ];
    let whole = card.dots.as_ref().is_some_and(|dots| dots.whole.is_some());
    let whole = whole.then_some(("heel", "heel", card.whole.as_str()));
    own.into_iter().chain(whole).chain(others).collect()
}

/// All gemeenten as dots, with the one that is looked at.
fn dots(scene: &Scene) -> Option<Element> {
    let Scene { words, card, .. } = scene;
    let dots = card.dots.as_ref()?;
    let entries = legend(words, card);
    let upright = |class: &'static str, x: Option<i32>| {
        x.map(|x| {
            el("path").class(class).set("d", ["M", &x.to_string(), " 0v", &HEIGHT.to_string()].concat())
        })
    };
    let (whole, here) = (upright("heel", dots.whole), upright("hier", dots.here));
    // What is added to a drawing would be parsed as HTML: with a mark it is another drawing.
    let svg = drawing("plot", card.described.clone(), [0, HEIGHT])
        .key(usize::from(here.is_some()) + 2 * usize::from(whole.is_some()))
        .child(el("path").class("alle").set("d", dots.others.clone()))
        .child(el("path").class("mee").set("d", dots.taking_part.clone()))
        .children(whole)
        .children(here);
    let entry =
        |(_, class, label): &(&str, &'static str, &str)| el("li").child(el("i").class(class)).text(label);
    let legend = el("ul").class("legend").children(entries.iter().map(entry));
    Some(el("div").child(svg).child(ends(&card.ends)).child(legend))
}

fn line(card: &Card) -> Option<Element> {
    let line = card.line.as_ref()?;
    let svg = drawing("plot", card.described_line(), [0, HEIGHT])
        .child(el("path").class("breuk").set("d", line.breaks.clone()))
        .child(el("path").class("lijn").set("d", line.path.clone()));
    Some(el("div").child(svg).child(ends(&card.years)))
}

fn meaning(words: &Words, card: &Card) -> Element {
    let formule =
        card.formule.as_ref().map(|formule| el("p").text(&words.say(Sentence::HoeGeteld, &[formule])));
    let more = card.toelichting.as_ref().map(|more| el("p").text(more));
    let bronnen = card.bronnen.iter().map(|(titel, url)| Verwezen {
        titel: titel.clone(),
        url: url.clone(),
        plaats: None,
    });
    el("div")
        .class("uitleg")
        .child(el("h4").text(words.plain(Sentence::WatBetekent)))
        .child(el("p").text(&card.definitie))
        .children(formule)
        .children(more)
        .children(sources(words, &bronnen.collect::<Vec<_>>(), ""))
}

/// What the gemeente does: a figure never stands alone.
fn story(scene: &Scene) -> Element {
    let Scene { all, words, links, card } = scene;
    let items = card.items.iter().map(|&at| {
        let item = &all.gegevens.interventies[at];
        let address = links.interventie(&item.themas, &item.sectoren, &item.id);
        el("li")
            .key(at)
            .maybe("lang", item.onvertaald.then_some("nl"))
            .child(el("a").set("href", address).text(&item.titel))
            .child(el("p").class("m").text(&item.samenvatting))
    });
    let title = match card.slug {
        Some(_) => words.say(Sentence::WatDoet, &[&card.area]),
        None => words.plain(Sentence::HetVerhaal).to_owned(),
    };
    let profile = card.slug.as_ref().map(|slug| {
        let words = words.say(Sentence::MeerOver, &[&card.area]);
        el("p").child(el("a").class("door").set("href", links.gemeente(slug)).text(&words))
    });
    el("div")
        .class("verhaal")
        .child(el("h3").text(&title))
        .child(el("p").class("m").text(&card.story))
        .children((!card.items.is_empty()).then(|| el("ul").children(items)))
        .children(profile)
}

fn offer(scene: &Scene) -> Offer {
    let Scene { all, words, links, card } = scene;
    let files = ["csv/indicatoren.csv", card.csv.as_deref().unwrap_or("indicatoren.json")];
    let link = links.indicator(&card.id, &card.state);
    let told = [&card.title, &card.area, &card.value, &card.note, &*words.stand(&all.gegevens.peildatum)];
    let drawing = if !card.plots().is_empty() { Drawing::Grafiek } else { Drawing::None };
    Offer { drawing, ..Offer::new(words, links, files, link, &told) }
}
