//! `<gka-gemeente>` without its tag: since when, what it does by thema, what it signed, in which figures.

use super::Links;
use super::download::{Offer, download};
use super::html::{Element, el};
use super::keuzes::veld;
use super::links::segment;
use super::record::{is_address, record, sources};
use crate::model::profiel::Profielen;
use crate::model::profiel::portrait::{BREED, Film, Groep, Kaartje, Plaats, Portrait};
use crate::model::record::Record;
use crate::model::{Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub all: &'a Profielen,
    pub words: &'a Words,
    pub links: &'a Links,
    pub portrait: &'a Portrait,
}

/// The whole widget in one state.
pub fn gemeente(scene: &Scene) -> Element {
    let Scene { all, words, portrait, .. } = scene;
    let header = el("header")
        .set("part", "header")
        .child(
            el("slot")
                .set("name", "kop")
                .child(el("p").class("kick").text(words.plain(Sentence::Naam)))
                .child(el("h2").text(&portrait.naam)),
        )
        .child(el("p").class("lede").set("role", "status").text(if portrait.waiting {
            "…"
        } else {
            &portrait.lede
        }))
        .children(portrait.herindeling.iter().map(|text| el("p").class("m").text(text)));
    let velden = portrait.velden.iter().map(|shown| veld(shown, ""));
    let filled = portrait.toetreding.is_some();
    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .child(header)
        .child(el("div").class("velden live").set("part", "choices").children(velden))
        .child(
            el("div")
                .class("profiel")
                .children(portrait.code.is_none().then(|| everyone(scene)))
                .children(filled.then(|| el("div").class("cols").child(does(scene)).child(signed(scene))))
                .children((!portrait.cijfers.is_empty()).then(|| figures(scene))),
        )
        .child(
            el("footer")
                .set("part", "sources")
                .text(&words.stand(&all.gegevens.peildatum))
                .child(download(words, &offer(scene))),
        )
}

/// The way to each profile, for who has chosen none.
fn everyone(scene: &Scene) -> Element {
    let Scene { all, links, .. } = scene;
    let items = all.gegevens.deelnemers.iter().enumerate().map(|(at, deelnemer)| {
        let link = el("a")
            .set("href", links.gemeente(&deelnemer.slug))
            .set("data-set", ["gemeente=", &deelnemer.code].concat())
            .text(&deelnemer.naam);
        el("li").key(at).child(link)
    });
    el("ul").class("namen").set("part", "list").children(items)
}

/// What the gemeente does, by thema.
fn does(scene: &Scene) -> Element {
    let Scene { all, words, links, portrait } = scene;
    let groepen = portrait.groepen.iter().map(|Groep { thema, items }| {
        let title = match thema.map(|at| &all.gegevens.themas[at]) {
            Some(thema) => el("h4")
                .maybe("lang", thema.onvertaald.then_some("nl"))
                .child(el("a").set("href", links.thema(&thema.id)).text(&thema.label)),
            None => el("h4").text(words.plain(Sentence::GeenThema)),
        };
        let records = items.iter().map(|(at, one)| interventie(scene, *at, one));
        el("div")
            .key(thema.unwrap_or(all.gegevens.themas.len()))
            .child(title.class("groep"))
            .children(records)
    });
    let code = portrait.code.as_deref().unwrap_or_default();
    let search = (!portrait.groepen.is_empty()).then(|| {
        let words = words.say(Sentence::AlleVan, &[&portrait.naam]);
        let link = el("a").class("door").set("href", links.interventies(&["gemeente=", code].concat()));
        el("p").child(link.text(&words))
    });
    el("div")
        .class("doet")
        .set("part", "list")
        .child(el("h3").text(&words.say(Sentence::WatDoet, &[&portrait.naam])))
        .child(el("p").class("m").text(&portrait.verhaal))
        .children(groepen)
        .children(search)
}

fn interventie(scene: &Scene, at: usize, one: &Record) -> Element {
    let Scene { all, words, links, portrait } = scene;
    let deel = portrait.code.as_ref().and_then(|code| all.deel(code));
    let Some(item) = deel.and_then(|deel| deel.interventies.get(at)) else { return el("article") };
    let id = ["interventie-", &item.id].concat();
    // Its address is here: the whole of it is on this page.
    let href = portrait.slug.as_ref().map(|slug| [&links.gemeente(slug), "#", &segment(&id)].concat());
    let highlighted = portrait.code.as_ref().is_some_and(|code| item.uitgelicht.contains(code));
    record(words, one, "h5", href).key(at).set("id", id).maybe("class", highlighted.then_some("uit"))
}

/// What it signed, which roles it had, how we know that it takes part.
fn signed(scene: &Scene) -> Element {
    let Scene { words, links, portrait, .. } = scene;
    let title = |sentence: Sentence| el("h3").text(words.plain(sentence));
    let some = |sentence: Sentence, records: &[Record]| {
        let records: Vec<Element> = records.iter().map(|one| record(words, one, "h4", None)).collect();
        (!records.is_empty()).then(|| el("div").child(title(sentence)).children(records))
    };
    let none = portrait.agendas.is_empty();
    let none = none.then(|| el("p").class("m").text(words.plain(Sentence::GeenAgenda)));
    let videos: Vec<Element> =
        portrait.videos.iter().map(|(one, film)| video(words, one, film.as_ref())).collect();
    let videos = (!videos.is_empty()).then(|| el("div").child(title(Sentence::VideoKop)).children(videos));
    let known = portrait.toetreding.iter().map(|one| {
        let summary = el("summary").text(words.plain(Sentence::HoeWijDatWeten));
        el("details").child(summary).child(record(words, one, "h4", None))
    });
    let code = portrait.code.as_deref().unwrap_or_default();
    let map = el("a").class("door").set("href", links.state(&["gemeente=", code].concat()));
    el("div")
        .class("tekende")
        .set("part", "card")
        .children(some(Sentence::AgendaKop, &portrait.agendas))
        .children(none)
        .children(some(Sentence::RolKop, &portrait.rollen))
        .children(videos)
        .children(known)
        .child(el("p").child(map.text(&words.say(Sentence::OpDeKaart, &[&portrait.naam]))))
}

/// Nothing of a video comes before a reader starts it.
fn video(words: &Words, one: &Record, film: Option<&Film>) -> Element {
    let film = film.filter(|film| is_address(&film.url)).map(|film| {
        let captions = film.ondertiteling.as_ref().filter(|url| is_address(url)).map(|url| {
            el("track")
                .set("kind", "captions")
                .set("srclang", "nl")
                .flag("default", true)
                .set("src", url.clone())
        });
        el("video")
            .flag("controls", true)
            .set("preload", "none")
            .set("crossorigin", "anonymous")
            .set("src", film.url.clone())
            .set("aria-label", one.title.clone())
            .children(captions)
    });
    record(words, one, "h4", None).children(film)
}

fn figures(scene: &Scene) -> Element {
    let Scene { all, words, links, portrait } = scene;
    let entry = |class: &'static str, label: &str| el("li").child(el("i").class(class)).text(label);
    let legend = el("ul")
        .class("legend")
        .child(entry("sel", &portrait.naam))
        .child(entry("on", words.plain(Sentence::Nederland)));
    let link = |at: usize| {
        let indicator = &all.gegevens.indicatoren[at];
        let state = portrait.code.as_ref().map(|code| ["gemeente=", code].concat()).unwrap_or_default();
        el("a")
            .maybe("lang", indicator.onvertaald.then_some("nl"))
            .set("href", links.indicator(&indicator.id, &state))
            .text(&indicator.label)
    };
    let cards = portrait.cijfers.iter().map(|card| kaartje(scene, card, link(card.indicator)));
    let missing = (!portrait.ontbreekt.is_empty()).then(|| {
        let names = portrait.ontbreekt.iter().map(|&at| el("li").key(at).child(link(at)));
        let why = el("a").class("door").set("href", links.pagina("ontbreekt"));
        el("div")
            .class("ontbreekt")
            .child(el("h4").text(words.plain(Sentence::WatOntbreekt)))
            .child(el("ul").children(names))
            .child(el("p").child(why.text(words.plain(Sentence::WaaromOntbreekt))))
    });
    el("div")
        .class("cijfers")
        .set("part", "figures")
        .child(el("h3").text(words.plain(Sentence::InCijfers)))
        .child(el("p").class("m").text(words.plain(Sentence::CijferEnVerhaal)))
        .child(legend)
        .child(el("div").class("rooster").children(cards))
        .children(missing)
}

fn kaartje(scene: &Scene, card: &Kaartje, link: Element) -> Element {
    el("article")
        .key(card.indicator)
        .child(el("h4").child(link))
        .child(el("p").class("value").text(&card.value))
        .child(el("p").class("m").text(&card.note))
        .child(el("p").text(&card.said))
        // Its place stays its own where there is nothing to draw: what lies beside it stands in one row.
        .child(el("div").children(card.plaats.as_ref().map(|plaats| strip(scene, card, plaats))))
        .children(sources(scene.words, &card.bronnen, ""))
}

/// Where the figure stands between the lowest and the highest.
fn strip(scene: &Scene, card: &Kaartje, plaats: &Plaats) -> Element {
    let Scene { words, portrait, .. } = scene;
    let breed = BREED.to_string();
    let mark = |at: usize, from: &str, to: &str| ["M", &at.to_string(), " ", from, "V", to].concat();
    let [low, high] = &plaats.ends;
    let label = words.say(Sentence::LaagsteHoogste, &[&portrait.naam, &card.value, low, high]);
    let svg = el("svg")
        .class("plot")
        .key(usize::from(plaats.nederland.is_some()))
        .set("viewBox", ["-4 0 ", &(BREED + 8).to_string(), " 16"].concat())
        .set("role", "img")
        .set("aria-label", label)
        .child(el("path").class("alle").set("d", ["M0 8H", &breed].concat()))
        .children(plaats.nederland.map(|at| el("path").class("mee").set("d", mark(at, "3", "13"))))
        .child(el("path").class("hier").set("d", mark(plaats.hier, "1", "15")));
    let ends = el("p").class("ends").set("aria-hidden", "true");
    el("div").child(svg).child(ends.child(el("span").text(low)).child(el("span").text(high)))
}

fn offer(scene: &Scene) -> Offer {
    let Scene { all, words, links, portrait } = scene;
    let files = ["csv/interventies.csv", portrait.pad.as_deref().unwrap_or("deelnemers.json")];
    let link = match &portrait.slug {
        Some(slug) => links.gemeente(slug),
        None => links.pagina("gemeente"),
    };
    Offer::new(words, links, files, link, &[&portrait.naam, &words.stand(&all.gegevens.peildatum)])
}
