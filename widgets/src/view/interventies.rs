//! `<gka-interventies>` without its tag: headline, themas, fields to search and filter by, the list, sources.

use super::Links;
use super::chips::{self, Chips};
use super::download::{COPY, Offer, download};
use super::html::{Element, el};
use super::keuzes::veld;
use super::record::sources;
use crate::model::interventies::facet::{spoken, zekerheid};
use crate::model::interventies::listing::{FILTERS, Groep, Listing};
use crate::model::record::Verwezen;
use crate::model::{Interventies, Key, Sentence, Words};

/// What every part of the view reads.
pub struct Scene<'a> {
    pub all: &'a Interventies,
    pub words: &'a Words,
    pub links: &'a Links,
    pub listing: &'a Listing,
}

/// What every control sets besides its own: another list begins at its first part.
const ANEW: &str = "deel=&interventie=&";

/// The whole widget in one state.
pub fn interventies(scene: &Scene) -> Element {
    let Scene { all, words, links, listing } = scene;
    let header = el("header")
        .set("part", "header")
        .child(
            el("slot")
                .set("name", "kop")
                .child(el("p").class("kick").text(words.plain(Sentence::Naam)))
                .child(el("h2").maybe("lang", listing.onvertaald.then_some("nl")).text(&listing.headline)),
        )
        .child(el("p").class("lede").text(words.plain(Sentence::LijstUitleg)));
    let themas = Chips {
        themas: &all.themas,
        counts: listing.themas.clone(),
        chosen: listing.thema,
        all: links.lijst(None, None, 1),
        also: ANEW,
        label: Sentence::ThemaVanLijst,
    };
    let groepen = listing.groepen.iter().enumerate().map(|(i, groep)| groep_of(scene, i, groep));
    el("section")
        .class("gka")
        .set("part", "base")
        .set("lang", words.taal.code())
        .child(header)
        .child(zoek(scene))
        .child(chips::row(words, links, &themas))
        .child(fields(scene))
        .child(left(scene))
        .child(el("div").class("items").set("part", "list").children(groepen))
        .children((listing.delen > 1).then(|| delen(scene)))
        .child(
            el("footer")
                .set("part", "sources")
                .text(&words.stand(&all.peildatum))
                .child(download(words, &offer(scene))),
        )
}

/// Before all else: from here it is one key to the first that fits.
fn zoek(scene: &Scene) -> Element {
    let Scene { words, listing, .. } = scene;
    let input = el("input")
        .set("type", "search")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .set("placeholder", words.plain(Sentence::BijvoorbeeldVoorlezen).to_owned())
        .set("data-set", [ANEW, "zoek="].concat())
        .set("value", listing.zoek.clone());
    el("label").class("zoek live").text(words.plain(Sentence::ZoekInterventie)).text(" ").child(input)
}

/// Filtering and ordering, for which a widget must be alive.
fn fields(scene: &Scene) -> Element {
    let Scene { words, listing, .. } = scene;
    let next = if listing.keuzes { "keuzes=" } else { "keuzes=open" };
    let more = el("button")
        .class("meer")
        .set("type", "button")
        .set("data-set", next)
        .set("aria-expanded", if listing.keuzes { "true" } else { "false" })
        .text(words.plain(Sentence::MeerKeuzes));
    let velden = listing.velden.iter().map(|shown| veld(shown, ANEW));
    el("div")
        .class("zeef live")
        .set("part", "choices")
        .child(more)
        .child(el("div").class(if listing.keuzes { "velden open" } else { "velden" }).children(velden))
}

/// How many are left, of what was chosen, and the ways back.
fn left(scene: &Scene) -> Element {
    let Scene { words, listing, .. } = scene;
    let free = |key: Key, label: &str| {
        el("button")
            .key(key as usize)
            .set("type", "button")
            .set("data-set", [ANEW, key.name(), "="].concat())
            .set("aria-label", words.say(Sentence::Wis, &[label]))
            .text(label)
    };
    let buttons = listing.gekozen.iter().map(|(key, label)| free(*key, label));
    let all = || {
        let keys = FILTERS.iter().chain([&Key::Zoek]);
        let sets: String = keys.flat_map(|key| [key.name(), "=&"]).collect();
        el("button")
            .key(Key::ALL.len())
            .class("wis")
            .set("type", "button")
            .set("data-set", [ANEW, &sets].concat())
            .text(words.plain(Sentence::WisKeuzes))
    };
    let many = listing.gekozen.len() > 1 || listing.found.is_empty();
    el("div")
        .class("over")
        .child(el("p").class("sum").set("role", "status").set("tabindex", "-1").text(&listing.summary))
        .children(buttons.chain(many.then(all)))
}

fn groep_of(scene: &Scene, position: usize, groep: &Groep) -> Element {
    let title = groep.title.as_ref().map(|title| el("h3").class("groep").text(title));
    let items = groep.items.iter().map(|&at| item(scene, at, groep.title.is_some()));
    el("div").key(position).children(title.into_iter().chain(items))
}

/// One interventie: what, where, for whom, from which source.
pub fn item(scene: &Scene, at: usize, below: bool) -> Element {
    let Scene { all, words, links, listing } = scene;
    let item = &all.items[at];
    let chosen = listing.chosen == Some(at);
    let id = ["interventie-", &item.id].concat();
    let place = all.place(at);
    let address =
        [&links.lijst(place.thema, place.sector, place.deel), "#", &super::links::segment(&id)].concat();
    let title = el(if below { "h4" } else { "h3" })
        .maybe("lang", item.onvertaald.then_some("nl"))
        .child(el("a").set("href", address.clone()).text(&item.titel));
    let copy = chosen.then(|| {
        // What is copied stands before its button.
        let link = el("a").set("href", address).flag("hidden", true);
        let button = el("button").set("type", "button").class("live").set("data-take", COPY);
        el("p")
            .class("deel")
            .child(link)
            .child(button.text(words.plain(Sentence::KopieerLink)))
            .child(el("span").set("role", "status").drawing("".into()))
    });
    el("article")
        .key(at)
        .set("id", id)
        .set("tabindex", "-1")
        .maybe("aria-current", chosen.then_some("true"))
        .children(highlighted(scene, at))
        .child(title)
        .child(el("p").maybe("lang", item.onvertaald.then_some("nl")).text(&item.samenvatting))
        .child(facts(scene, at))
        .children(item.toelichting.as_ref().map(|more| {
            el("p").class("m").maybe("lang", (words.taal.code() != "nl").then_some("nl")).text(more)
        }))
        .children(source_line(scene, at))
        .children(copy)
}

/// In which gemeenten a source highlights it.
fn highlighted(scene: &Scene, at: usize) -> Option<Element> {
    let names = scene.all.items[at].uitgelicht.iter().filter_map(|code| scene.all.deelnemer(code));
    let names: Vec<&str> = names.map(|deelnemer| deelnemer.naam.as_str()).collect();
    let said = || scene.words.say(Sentence::UitgelichtIn, &[&names.join(", ")]);
    (!names.is_empty()).then(|| el("p").class("uit").text(&said()))
}

/// Where it is done, with what, for whom, when.
fn facts(scene: &Scene, at: usize) -> Element {
    let Scene { all, words, links, .. } = scene;
    let item = &all.items[at];
    let mut line = el("p").class("m");
    let mut between = "";
    for deelnemer in item.gemeenten.iter().filter_map(|code| all.deelnemer(code)) {
        line = line
            .text(between)
            .child(el("a").set("href", links.gemeente(&deelnemer.slug)).text(&deelnemer.naam));
        between = ", ";
    }
    let labels = |facet: usize, ids: &[String]| {
        let labels = ids.iter().filter_map(|id| Some(all.facetten[facet].waarde(id)?.label.as_str()));
        labels.collect::<Vec<_>>().join(", ")
    };
    // The first of the closed list says that nobody looked.
    let bewijs = all.facetten[4].waarden.iter().skip(1).find(|waarde| waarde.id == item.bewijs);
    let facts = [
        item.regio.clone().unwrap_or_default(),
        labels(0, &item.themas),
        labels(1, &item.sectoren),
        spoken(words, &item.periode),
        bewijs.map(|waarde| waarde.label.clone()).unwrap_or_default(),
    ];
    for fact in facts.iter().filter(|fact| !fact.is_empty()) {
        line = line.text(if between.is_empty() { "" } else { " · " }).text(fact);
        between = ", ";
    }
    line
}

fn source_line(scene: &Scene, at: usize) -> Option<Element> {
    let Scene { all, words, .. } = scene;
    let item = &all.items[at];
    let known = item.bronnen.iter().filter_map(|(id, plaats)| {
        let bron = all.bron(id)?;
        Some(Verwezen { titel: bron.titel.clone(), url: bron.url.clone(), plaats: plaats.clone() })
    });
    sources(words, &known.collect::<Vec<_>>(), zekerheid(words, &item.zekerheid))
}

/// The parts of a long list: a page each, which a living widget shows in place.
fn delen(scene: &Scene) -> Element {
    let Scene { all, words, links, listing } = scene;
    let thema = listing.thema.map(|thema| all.themas[thema].id.as_str());
    let link = |key: usize, deel: usize, sentence: Sentence| {
        let deel_ = deel.to_string();
        el("a")
            .key(key)
            .set("href", links.lijst(thema, None, deel))
            .set("data-set", ["interventie=&deel=", &deel_].concat())
            .text(&words.say(sentence, &[&words.whole(listing.size)]))
    };
    let before = (listing.deel > 1).then(|| link(0, listing.deel - 1, Sentence::Vorige));
    let behind = (listing.deel < listing.delen).then(|| link(1, listing.deel + 1, Sentence::Volgende));
    let now = words.say(Sentence::DeelVan, &[&words.whole(listing.deel), &words.whole(listing.delen)]);
    el("nav")
        .class("delen")
        .set("aria-label", words.plain(Sentence::Delen).to_owned())
        .children(before)
        .child(el("span").text(&now))
        .children(behind)
}

fn offer(scene: &Scene) -> Offer {
    let Scene { all, words, links, listing } = scene;
    let files = ["csv/interventies.csv", "interventies.json"];
    let told = [&listing.headline, &*words.stand(&all.peildatum)];
    Offer::new(words, links, files, links.interventies(&listing.state), &told)
}
