//! `<gka-landkaart>`: its documents, its drawings, its keys. The tag's attributes, properties, events, parts and
//! slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Answer, Drawn, Ready, Widget};
use crate::model::bijlagen::{BEGRIPPEN, Bijlagen, INDICATOREN, INTERVENTIES, JAARGANGEN, ROLLEN, STANDEN};
use crate::model::csv::Table;
use crate::model::jaarkaart::Jaarkaart;
use crate::model::kleuring::Kleuring;
use crate::model::picture::{Andere, KAART};
use crate::model::sheet::Sheet;
use crate::model::surface::{self, Surface as Drawing};
use crate::model::tegels::Tegels;
use crate::model::wijken::{Wijken, Wijkkaart};
use crate::model::{Choice, Class, Key, Landkaart, MEER, Picture, Weergave, Words};
use crate::view::combobox::{Combobox, Found};
use crate::view::landkaart::{Scene, landkaart as view};
use crate::view::surface::{Deed, Surface};
use crate::view::takeaway::{Takeaway, take};
use crate::view::{Links, control, still};
use geodata::contract::landkaart::{Documents, Gegevens, keuzes, reeks, tegels, zoek};
use geodata::json::read;
use geodata::topology::{TopoJson, Topology};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::{Event, HtmlElement};

/// Reads the documents of a landkaart: `index`, `gebieden`, `gemeenten` and `themas`. `src` is the address of the
/// index as the tag has it, `words` the sentences of `lang` unless that is Dutch.
///
/// # Errors
/// When the documents cannot be shown.
#[wasm_bindgen]
pub fn landkaart(src: &str, lang: &str, words: JsValue, documents: Array) -> Result<Ready, Notice> {
    let words = super::words(lang, &words);
    let document = |i| Parsed(documents.get(i));
    let documents =
        Documents { index: document(0), gebieden: document(1), gemeenten: document(2), themas: document(3) };
    let landkaart = Landkaart::new(Gegevens::read(&documents, words.taal.code())?)?;
    let links = Links::of(src);
    let search = Combobox::default();
    Ok(Ready::new(Live {
        landkaart,
        words,
        links,
        picture: Picture::default(),
        surfaces: Vec::new(),
        search,
    }))
}

struct Live {
    landkaart: Landkaart,
    words: Words,
    links: Links,
    /// What was drawn last.
    picture: Picture,
    /// The drawings in the page.
    surfaces: Vec<(Weergave, Surface)>,
    search: Combobox,
}

/// What is seen, to be taken away.
struct Seen<'a> {
    scene: Scene<'a>,
    fragment: &'a HtmlElement,
}

impl Takeaway for Seen<'_> {
    fn name(&self) -> String {
        let Scene { landkaart, picture, .. } = &self.scene;
        let place = picture.chosen.map(|place| landkaart.places[place].code.as_str());
        let wijken = matches!(picture.andere, Some(Andere::Wijken(_)));
        let thema = picture.thema.map(|thema| landkaart.themas[thema].id.as_str());
        [if wijken { "wijken" } else { "landkaart" }]
            .into_iter()
            .chain(place.filter(|_| wijken))
            .chain(thema.filter(|_| !wijken))
            .chain([landkaart.peildatum.as_str()])
            .collect::<Vec<_>>()
            .join("-")
    }

    fn table(&self) -> Table {
        self.scene.picture.table(self.scene.landkaart, self.scene.words)
    }

    fn sheet(&self) -> Option<Sheet> {
        still::sheet(self.fragment, &self.scene)
    }
}

impl Live {
    fn picture(&self, choice: &Choice) -> Picture {
        Picture::new(&self.landkaart, &self.words, choice)
    }

    /// How every place looks in a state.
    fn classes(&self, choice: &Choice) -> Vec<Class> {
        if choice.written() == self.picture.state {
            return self.picture.classes.clone();
        }
        self.picture(choice).classes
    }

    /// The scene, what is drawn in it, and the search, side by side.
    fn parts(&mut self) -> (Scene<'_>, &mut Vec<(Weergave, Surface)>, &mut Combobox) {
        let Self { landkaart, words, links, picture, surfaces, search } = self;
        (Scene { landkaart, words, links, picture }, surfaces, search)
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.landkaart.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.picture = self.picture(choice);
        let mut wants = self.picture.wants.clone();
        if MEER && self.search.is_waiting() {
            wants.push(self.landkaart.zoek_path());
        }
        Drawn { tree: view(&self.parts().0), wants }
    }

    /// A map without its land is none.
    fn knows(&self, fragment: &HtmlElement) -> bool {
        matches!(fragment.query_selector("svg .land"), Ok(Some(_)))
    }

    fn find(&mut self, fragment: &HtmlElement) {
        if MEER {
            self.search.wake(fragment);
        }
        let found = |weergave: Weergave| {
            let svg = fragment.query_selector(&["svg.", weergave.name()].concat()).ok()??;
            Some(Drawing { view_box: svg.get_attribute("viewBox")?, markup: "".into() })
        };
        self.landkaart.kaart = found(Weergave::Kaart);
        self.landkaart.tegels = found(Weergave::Tegels);
    }

    fn paint(&mut self, fragment: &HtmlElement, shown: &Choice) {
        let first = self.picture.rows.iter().find_map(|row| row.place).unwrap_or_default();
        let stop = self.picture.chosen.unwrap_or(first);
        for weergave in [Weergave::Kaart, Weergave::Tegels] {
            let svg = fragment.query_selector(&["svg.", weergave.name()].concat()).ok().flatten();
            self.surfaces.retain(|(known, surface)| {
                *known != weergave || svg.as_ref().is_some_and(|svg| surface.is_in(svg))
            });
            let new = svg.filter(|_| !self.surfaces.iter().any(|(known, _)| *known == weergave));
            if let Some(svg) = new
                && let Some(surface) =
                    Surface::new(svg, &self.landkaart, &self.words, self.classes(shown), stop)
            {
                self.surfaces.push((weergave, surface));
            }
        }
        let (scene, surfaces, search) = self.parts();
        for (_, surface) in surfaces.iter_mut().filter(|(weergave, _)| *weergave == scene.picture.weergave) {
            surface.paint(scene.landkaart, scene.picture);
        }
        if MEER {
            search.refresh(fragment, &scene);
        }
    }

    fn takes(&mut self, event: &Event, fragment: &HtmlElement) -> bool {
        if !MEER {
            return false;
        }
        let seen = Seen { scene: self.parts().0, fragment };
        take(event, seen.scene.words, &seen)
    }

    fn on(&mut self, event: &Event, fragment: &HtmlElement, choice: &Choice) -> Option<Answer> {
        let (scene, surfaces, search) = self.parts();
        match search.on(event, &scene) {
            Some(Found::Place(place)) => {
                let code = &scene.landkaart.places[place].code;
                return Some(Answer::choose(choice.clone().with(Key::Gemeente, Some(code))));
            }
            Some(Found::Names) => return Some(Answer::Need(scene.landkaart.zoek_path())),
            // Whoever opens what can be taken away gets the whole, which makes it.
            None if !MEER && takes(event) => return Some(Answer::Need(KAART.to_owned())),
            None => {}
        }
        let weergave = scene.picture.weergave;
        let surface = surfaces.iter_mut().find(|(known, _)| *known == weergave);
        let deed = surface.and_then(|(_, surface)| surface.on(event, &scene));
        match deed {
            Some(Deed::Select(place)) => {
                let code = &scene.landkaart.places[place].code;
                let let_go = choice.get(Key::Gemeente) == Some(code);
                Some(Answer::choose(choice.clone().with(Key::Gemeente, (!let_go).then_some(code))))
            }
            Some(Deed::Focus(node)) => Some(Answer::Focus(node)),
            Some(Deed::Leave) => {
                let rows = [".list a[aria-current]", ".list a"].into_iter();
                let row = rows.filter_map(|row| fragment.query_selector(row).ok()?).next();
                Some(Answer::Focus(row?.dyn_into().ok()?))
            }
            Some(Deed::Zoom(zoom)) => Some(Answer::choose(choice.clone().with(Key::Zoom, zoom.as_deref()))),
            None if self.takes(event, fragment) => None,
            None => control::asked(event, choice).map(Answer::choose),
        }
    }

    fn give(&mut self, document: &str, json: JsValue, choice: &Choice) -> Result<(), Notice> {
        // Whoever wants this gets the whole first.
        if !MEER {
            return Ok(());
        }
        let json = Parsed(json);
        let misfit = |misfit| Notice::misfit(document, &misfit);
        let picture = self.picture(choice);
        let page = |slug: &str| self.links.gemeente(slug);
        let taal = self.words.taal.code();
        let landkaart = &mut self.landkaart;
        let (tegels_path, zoek_path) = (landkaart.tegels_path(), landkaart.zoek_path());
        let indicatoren = landkaart.bijlagen.indicatoren.iter().flatten();
        let indicator = indicatoren.into_iter().find(|known| known.pad.as_deref() == Some(document)).cloned();
        match document {
            KAART => {
                let topology = topology(&json, document)?;
                if topology.gemeenten.len() != landkaart.places.len() {
                    return Err(Notice::damaged(&"landkaart: expected the gemeenten of gebieden"));
                }
                landkaart.kaart = Some(surface::kaart(landkaart, &topology, &picture, &self.words, page));
            }
            path if path == tegels_path => {
                let tegels = Tegels::new(landkaart, &read(&json, tegels).map_err(misfit)?);
                landkaart.tegels = Some(surface::tegelkaart(landkaart, &tegels, &picture, page));
            }
            path if path == zoek_path => self.search.learn(read(&json, zoek::zoeknamen).map_err(misfit)?),
            INTERVENTIES => {
                landkaart.bijlagen.interventies = Some(read(&json, keuzes::interventies).map_err(misfit)?);
            }
            BEGRIPPEN => {
                landkaart.bijlagen.sectoren =
                    Some(read(&json, |all| keuzes::keuzes(all, "sectoren", taal)).map_err(misfit)?)
            }
            ROLLEN => landkaart.bijlagen.rollen = Some(read(&json, keuzes::rollen).map_err(misfit)?),
            STANDEN => {
                landkaart.bijlagen.standen =
                    Some(read(&json, |all| keuzes::standen(all, taal)).map_err(misfit)?)
            }
            JAARGANGEN => {
                landkaart.bijlagen.jaargangen = Some(read(&json, keuzes::jaargangen).map_err(misfit)?);
                landkaart.bijlagen.wijken.pad = read(&json, keuzes::wijken).map_err(misfit)?;
            }
            INDICATOREN => {
                let jaar = landkaart.jaar;
                let indicatoren = read(&json, |all| reeks::indicatoren(all, taal, jaar)).map_err(misfit)?;
                landkaart.bijlagen.indicatoren = Some(indicatoren);
            }
            _ => match indicator {
                Some(indicator) => {
                    let reeks = read(&json, reeks::reeks).map_err(misfit)?;
                    let place = |code: &str| landkaart.place_by_code(code);
                    let kleuring = Kleuring::new(landkaart.places.len(), place, indicator, reeks);
                    landkaart.bijlagen.kleuringen.push(kleuring);
                }
                None if wijken(&mut landkaart.bijlagen, &self.words, &json, document)? => {}
                // The only other that is asked for.
                None => landkaart.bijlagen.jaarkaarten.push(Jaarkaart::new(&topology(&json, document)?)),
            },
        }
        Ok(())
    }

    fn naam(&self, code: &str) -> Option<String> {
        let place = self.landkaart.place_by_code(code)?;
        Some(self.landkaart.places[place].naam.clone())
    }
}

/// Whether a document is about wijken; if so it is read.
fn wijken(bijlagen: &mut Bijlagen, words: &Words, json: &Parsed, document: &str) -> Result<bool, Notice> {
    let misfit = |misfit| Notice::misfit(document, &misfit);
    let Bijlagen { wijken, indicatoren, .. } = bijlagen;
    let indicator = indicatoren.as_deref().and_then(Wijken::indicator);
    if wijken.pad.as_deref() == Some(document) {
        wijken.maps = Some(read(json, |all| keuzes::delen(all, "gemeenten")).map_err(misfit)?);
    } else if indicator.and_then(|indicator| indicator.wijken.as_deref()) == Some(document) {
        wijken.figures = Some(read(json, |all| keuzes::delen(all, "delen")).map_err(misfit)?);
    } else if let Some(gemeente) = Wijken::gemeente(&wijken.maps, document) {
        let wire = TopoJson::read_wijken(json).map_err(misfit)?;
        let topology = Topology::try_from(wire).map_err(|error| Notice::damaged(&error))?;
        wijken.kaarten.push(Wijkkaart::new(gemeente, &topology));
    } else if let Some(gemeente) = Wijken::gemeente(&wijken.figures, document) {
        let reeks = read(json, reeks::reeks).map_err(misfit)?;
        let kaart = wijken.kaarten.iter_mut().find(|kaart| kaart.gemeente == gemeente);
        if let (Some(kaart), Some(indicator)) = (kaart, indicator) {
            kaart.colour(words, indicator.clone(), reeks);
        }
    } else {
        return Ok(false);
    }
    Ok(true)
}

fn topology(json: &Parsed, document: &str) -> Result<Topology, Notice> {
    let wire = TopoJson::read(json).map_err(|misfit| Notice::misfit(document, &misfit))?;
    Topology::try_from(wire).map_err(|error| Notice::damaged(&error))
}

/// Whether an event is about what can be taken away.
fn takes(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    event.type_() == "click" && target.is_some_and(|target| matches!(target.closest(".take"), Ok(Some(_))))
}
