//! `<gka-voortgang>` without its tag: lines with communities and experiments, the matrix, key figures, links.

use super::Links;
use super::download::{Offer, download};
use super::html::{Element, el};
use super::links::{in_state, segment};
use super::record::{record, sources};
use crate::model::record::Record;
use crate::model::voortgang::{Cel, Kern, Rapport, Rij, Voortgang};
use crate::model::{Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub all: &'a Voortgang,
    pub words: &'a Words,
    pub links: &'a Links,
    pub rapport: &'a Rapport,
}

/// The whole widget in one state.
pub fn voortgang(scene: &Scene) -> Element {
    let Scene { all, words, rapport, .. } = scene;
    let title = |sentence: Sentence| el("h3").text(words.plain(sentence));
    let header = el("header")
        .set("part", "header")
        .child(
            el("slot")
                .set("name", "kop")
                .child(el("p").class("kick").text(words.plain(Sentence::Naam)))
                .child(el("h2").text(words.plain(Sentence::VoortgangKop))),
        )
        .child(el("p").class("lede").text(words.plain(Sentence::VoortgangUitleg)));
    let dagen = rapport.dagen.iter().enumerate().map(|(at, (day, figures))| {
        let figures = figures.iter().map(|figure| kern(words, figure));
        el("div")
            .class("jaar")
            .key(at)
            .child(el("h4").class("groep").text(day))
            .child(el("div").class("rooster").children(figures))
    });
    let some = |sentence: Sentence, class: &'static str, records: Vec<Element>| {
        (!records.is_empty()).then(|| {
            el("div").class(class).child(title(sentence)).child(el("div").class("naast").children(records))
        })
    };
    let lijnen = rapport.lijnen.iter().map(|one| record(words, one, "h4", None)).collect();
    let further = rapport.links.iter().map(|one| record(words, one, "h4", None)).collect();
    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .child(header)
        .child(
            el("div")
                .class("voortgang profiel")
                .children(some(Sentence::DrieLijnen, "lijnen", lijnen))
                .children((!rapport.matrix.is_empty()).then(|| matrix(scene)))
                .children(some(
                    Sentence::Communities,
                    "leren",
                    many(scene, "community", &rapport.communities),
                ))
                .children(some(
                    Sentence::Experimenten,
                    "proef",
                    many(scene, "experiment", &rapport.experimenten),
                ))
                .child(
                    el("div")
                        .set("part", "figures")
                        .child(title(Sentence::Kerncijfers))
                        .child(el("p").class("m").text(words.plain(Sentence::KernUitleg)))
                        .children(dagen),
                )
                .children(some(Sentence::VerderLezen, "verder", further)),
        )
        .child(
            el("footer")
                .set("part", "sources")
                .text(&words.stand(&all.peildatum))
                .child(download(words, &offer(scene))),
        )
}

/// Records with a page of their own.
fn many(scene: &Scene, folder: &str, records: &[(String, Record)]) -> Vec<Element> {
    let Scene { words, links, .. } = scene;
    let one = |(id, one): &(String, Record)| {
        let page = links.pagina(&[folder, "/", &segment(id)].concat());
        record(words, one, "h4", Some(page))
    };
    records.iter().map(one).collect()
}

fn kern(words: &Words, kern: &Kern) -> Element {
    let dutch = (words.taal.code() != "nl").then_some("nl");
    let Record { title, onvertaald, toelichting, bronnen, zeker, .. } = &kern.record;
    let small = |text: &str| el("small").text(text);
    let before = (!kern.before.is_empty()).then(|| small(&kern.before));
    let between = if before.is_some() { " " } else { "" };
    let value = el("p").class("value").children(before).text(between).text(&kern.amount).text(" ");
    el("article")
        .set("id", kern.id.clone())
        .child(el("h5").maybe("lang", onvertaald.then_some("nl")).text(title))
        .child(value.child(small(&kern.eenheid).maybe("lang", dutch)))
        .children(toelichting.iter().map(|text| el("p").class("m").maybe("lang", dutch).text(text)))
        .children(sources(words, bronnen, zeker))
}

/// How many interventies there are for each thema and sector; a cell leads to their list.
fn matrix(scene: &Scene) -> Element {
    let Scene { all, words, rapport, .. } = scene;
    let head = all.sectoren.iter().map(|sector| {
        el("th").set("scope", "col").maybe("lang", sector.onvertaald.then_some("nl")).text(&sector.label)
    });
    let head = el("tr")
        .child(el("th").set("scope", "col").text(words.plain(Sentence::Thema)))
        .children(head)
        .child(el("th").set("scope", "col").text(words.plain(Sentence::Alles)));
    let rows = rapport.matrix.iter().map(|row| rij(scene, row));
    let table = el("table").child(el("thead").child(head)).child(el("tbody").children(rows));
    el("div")
        .class("matrix")
        .set("part", "matrix")
        .child(el("h3").text(words.plain(Sentence::MatrixKop)))
        .child(el("p").class("m").text(words.plain(Sentence::MatrixUitleg)))
        .child(el("div").class("scroll").child(table))
}

fn rij(scene: &Scene, row: &Rij) -> Element {
    let Scene { all, links, .. } = scene;
    let thema = &all.themas[row.thema];
    let name = el("a").set("href", links.thema(&thema.id)).text(&thema.label);
    let name = name.maybe("lang", thema.onvertaald.then_some("nl"));
    let whole = Cel { count: row.all, step: 0, chosen: false };
    let cells = all.sectoren.iter().zip(&row.cells).map(|(sector, cell)| {
        cel(scene, &thema.id, &sector.id, cell, &[&thema.label, ", ", &sector.label].concat())
    });
    el("tr").child(el("th").set("scope", "row").child(name)).children(cells).child(cel(
        scene,
        &thema.id,
        "",
        &whole,
        &thema.label,
    ))
}

const STEPS: [&str; 6] = ["geen", "k0", "k1", "k2", "k3", "k4"];

fn cel(scene: &Scene, thema: &str, sector: &str, cell: &Cel, label: &str) -> Element {
    let Scene { words, links, .. } = scene;
    if cell.count == 0 {
        return el("td")
            .child(el("span").set("aria-hidden", "true").text("–"))
            .child(el("span").class("said").text(words.plain(Sentence::GeenEnkele)));
    }
    let sets = ["thema=", thema, "&sector=", sector].concat();
    let state = if sector.is_empty() { ["thema=", thema].concat() } else { sets.clone() };
    let link = el("a")
        .class(STEPS[cell.step.min(5)])
        .set("href", links.interventies(&state))
        .set("data-set", sets)
        .set("aria-label", [label, ": ", &words.count(Sentence::Interventies, cell.count, &[])].concat())
        .maybe("aria-current", cell.chosen.then_some("true"))
        .text(&words.whole(cell.count));
    el("td").child(link)
}

fn offer(scene: &Scene) -> Offer {
    let Scene { all, words, links, rapport } = scene;
    let link = in_state(links.pagina("kerncijfers"), &rapport.state);
    let told = [words.plain(Sentence::VoortgangKop), &words.stand(&all.peildatum)];
    Offer::new(words, links, ["csv/kerncijfers.csv", "kerncijfers.json"], link, &told)
}
