//! `<gka-tijdlijn>` without its tag: the events year by year, and the calendar of the Nationaal Programma Onderwijs.

use super::Links;
use super::download::{Offer, download};
use super::html::{Element, el};
use super::keuzes::veld;
use super::links::{in_state, segment};
use super::record::{record, sources};
use crate::model::verloop::{Moment, SOORTEN, Tijdlijn, Verloop, naam};
use crate::model::{Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub words: &'a Words,
    pub links: &'a Links,
    pub all: &'a Verloop,
    pub tijdlijn: &'a Tijdlijn,
}

/// The whole widget in one state.
pub fn tijdlijn(scene: &Scene) -> Element {
    let Scene { words, tijdlijn, .. } = scene;
    let header = el("header")
        .set("part", "header")
        .child(
            el("slot")
                .set("name", "kop")
                .child(el("p").class("kick").text(words.plain(Sentence::Naam)))
                .child(el("h2").text(words.plain(Sentence::TijdlijnKop))),
        )
        .child(el("p").class("lede").text(words.plain(Sentence::TijdlijnUitleg)));
    let velden = tijdlijn.velden.iter().map(|shown| veld(shown, ""));
    let legend = SOORTEN
        .iter()
        .enumerate()
        .map(|(at, _)| el("li").child(el("i").class(MARKS[at])).text(naam(words, at)));
    let jaren = tijdlijn.jaren.iter().map(|(jaar, moments)| {
        let first = moments.first().map_or(0, |moment| moment.at);
        let moments = moments.iter().map(|moment| one(scene, moment));
        el("div").class("jaar").key(first).child(el("h3").text(jaar)).child(el("ol").children(moments))
    });
    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .child(header)
        .child(el("div").class("velden live").set("part", "choices").children(velden))
        .child(
            el("div")
                .class("tijd")
                .set("part", "list")
                .child(el("p").class("sum").set("role", "status").text(&tijdlijn.summary))
                .child(el("ul").class("legend").children(legend))
                .children(jaren),
        )
        .children((!tijdlijn.kalender.is_empty()).then(|| kalender(scene)))
        .child(
            el("footer")
                .set("part", "sources")
                .text(&words.stand(&scene.all.peildatum))
                .child(download(words, &offer(scene))),
        )
}

/// A filled mark is a fact, an open one a plan, a struck one a plan that was not met.
const MARKS: [&str; 3] = ["feit", "plan", "mis"];

fn one(scene: &Scene, moment: &Moment) -> Element {
    let Scene { all, words, links, .. } = scene;
    let event = &all.gebeurtenissen[moment.at];
    let letter = event.stuk.as_ref().map(|stuk| {
        let href = [&links.pagina("stukken"), "#", &segment(stuk)].concat();
        el("p").class("m").child(el("a").set("href", href).text(words.plain(Sentence::HetStuk)))
    });
    el("li")
        .key(moment.at)
        .class(MARKS[moment.soort])
        .set("id", event.id.clone())
        .child(record(words, &moment.record, "h4", None).children(letter))
}

fn kalender(scene: &Scene) -> Element {
    let Scene { words, tijdlijn, .. } = scene;
    let steps =
        tijdlijn.kalender.iter().map(|step| el("li").class(MARKS[1]).child(record(words, step, "h4", None)));
    let lijsten = tijdlijn.lijsten.iter().map(|(title, punten)| {
        let punten = punten.iter().map(|punt| {
            el("li")
                .child(el("span").maybe("lang", punt.onvertaald.then_some("nl")).text(&punt.tekst))
                .children(sources(words, &punt.bronnen, ""))
        });
        el("details").child(el("summary").text(title)).child(el("ul").children(punten))
    });
    el("div")
        .class("npo")
        .set("id", "npo-kalender")
        .set("part", "calendar")
        .child(el("h3").text(words.plain(Sentence::NpoKop)))
        .child(el("p").class("m").text(words.plain(Sentence::NpoUitleg)))
        .child(el("ol").children(steps))
        .children(lijsten)
}

fn offer(scene: &Scene) -> Offer {
    let Scene { words, links, all, tijdlijn } = scene;
    let link = in_state(links.pagina("tijdlijn"), &tijdlijn.state);
    let told = [words.plain(Sentence::TijdlijnKop), &words.stand(&all.peildatum)];
    Offer::new(words, links, ["csv/tijdlijn.csv", "tijdlijn.json"], link, &told)
}
