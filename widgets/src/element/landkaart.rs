//! `<gka-landkaart>`: its documents, its drawings, its keys. The tag's attributes, properties, events, parts and
//! slots are in the README.

use super::json::Parsed;
use super::notice::Notice;
use super::shell::{Answer, Drawn, Ready, Widget};
use crate::model::bijlagen::{BEGRIPPEN, INDICATOREN, INTERVENTIES, JAARGANGEN, ROLLEN, STANDEN};
use crate::model::jaarkaart::Jaarkaart;
use crate::model::kleuring::Kleuring;
use crate::model::picture::KAART;
use crate::model::surface::{self, Surface as Drawing};
use crate::model::tegels::Tegels;
use crate::model::{Choice, Key, Landkaart, MEER, Picture, Taal, Weergave, Words};
use crate::view::landkaart::{Scene, landkaart as view};
use crate::view::surface::{Deed, Surface};
use crate::view::{Links, control};
use geodata::contract::landkaart::{Documents, Gegevens, keuzes, reeks, tegels};
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
    let taal = Taal::of(lang);
    let words = match words.dyn_ref::<Array>() {
        Some(list) => Words::read(taal, list.iter().filter_map(|sentence| sentence.as_string())),
        None => Words::dutch(),
    };
    let document = |i| Parsed(documents.get(i));
    let documents =
        Documents { index: document(0), gebieden: document(1), gemeenten: document(2), themas: document(3) };
    let landkaart = Landkaart::new(Gegevens::read(&documents, taal.code())?)?;
    let picture = Picture::new(&landkaart, &words, &Choice::default());
    let links = Links { base: base(src) };
    Ok(Ready::new(Live { landkaart, words, links, picture, surfaces: Vec::new() }))
}

struct Live {
    landkaart: Landkaart,
    words: Words,
    links: Links,
    /// What was drawn last.
    picture: Picture,
    /// The drawings in the page.
    surfaces: Vec<(Weergave, Surface)>,
}

impl Live {
    fn picture(&self, choice: &Choice) -> Picture {
        Picture::new(&self.landkaart, &self.words, choice)
    }

    /// The scene and what is drawn in it, side by side.
    fn parts(&mut self) -> (Scene<'_>, &mut Vec<(Weergave, Surface)>) {
        let Self { landkaart, words, links, picture, surfaces } = self;
        (Scene { landkaart, words, links, picture }, surfaces)
    }
}

impl Widget for Live {
    fn release(&self) -> &str {
        &self.landkaart.release
    }

    fn draw(&mut self, choice: &Choice) -> Drawn {
        self.picture = self.picture(choice);
        let wants = self.picture.wants.clone();
        Drawn { tree: view(&self.parts().0), wants }
    }

    fn find(&mut self, fragment: &HtmlElement) {
        let found = |weergave: Weergave| {
            let svg = fragment.query_selector(&["svg.", weergave.name()].concat()).ok()??;
            Some(Drawing { view_box: svg.get_attribute("viewBox")?, markup: "".into() })
        };
        self.landkaart.kaart = found(Weergave::Kaart);
        self.landkaart.tegels = found(Weergave::Tegels);
    }

    fn paint(&mut self, fragment: &HtmlElement, shown: &Choice) {
        let shown = self.picture(shown);
        let first = self.picture.rows.iter().find_map(|row| row.place).unwrap_or_default();
        let stop = self.picture.chosen.unwrap_or(first);
        for weergave in [Weergave::Kaart, Weergave::Tegels] {
            let (scene, surfaces) = self.parts();
            let svg = fragment.query_selector(&["svg.", weergave.name()].concat()).ok().flatten();
            surfaces.retain(|(known, surface)| {
                *known != weergave || svg.as_ref().is_some_and(|svg| surface.is_in(svg))
            });
            let Some(svg) = svg.filter(|_| !surfaces.iter().any(|(known, _)| *known == weergave)) else {
                continue;
            };
            if let Some(surface) = Surface::new(svg, scene.landkaart, &shown, stop) {
                surfaces.push((weergave, surface));
            }
        }
        let (scene, surfaces) = self.parts();
        for (_, surface) in surfaces.iter_mut().filter(|(weergave, _)| *weergave == scene.picture.weergave) {
            surface.paint(scene.picture);
        }
    }

    fn on(&mut self, event: &Event, fragment: &HtmlElement, choice: &Choice) -> Answer {
        let (scene, surfaces) = self.parts();
        let weergave = scene.picture.weergave;
        let surface = surfaces.iter_mut().find(|(known, _)| *known == weergave);
        let deed = surface.and_then(|(_, surface)| surface.on(event, &scene));
        match deed {
            Some(Deed::Select(place)) => {
                let code = &scene.landkaart.places[place].code;
                let let_go = choice.get(Key::Gemeente) == Some(code);
                Answer::Choose(choice.clone().with(Key::Gemeente, (!let_go).then_some(code)))
            }
            Some(Deed::Focus(node)) => Answer::Focus(node),
            Some(Deed::Leave) => {
                let rows = [".list a[aria-current]", ".list a"].into_iter();
                let row = rows.filter_map(|row| fragment.query_selector(row).ok()?).next();
                row.and_then(|row| row.dyn_into().ok()).map_or(Answer::Nothing, Answer::Focus)
            }
            None => control::asked(event, choice).map_or(Answer::Nothing, Answer::Choose),
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
        let tegels_path = landkaart.tegels_path();
        let indicatoren = landkaart.bijlagen.indicatoren.iter().flatten();
        let indicator = indicatoren.into_iter().find(|known| known.pad.as_deref() == Some(document)).cloned();
        match document {
            KAART => {
                let topology = topology(&json, document)?;
                if topology.gemeenten.len() != landkaart.places.len() {
                    return Err(Notice::damaged(&"landkaart: expected the gemeenten of gebieden"));
                }
                landkaart.kaart = Some(surface::kaart(landkaart, &topology, &picture, page));
            }
            path if path == tegels_path => {
                let tegels = Tegels::new(landkaart, &tegels(&json).map_err(misfit)?);
                landkaart.tegels = Some(surface::tegelkaart(landkaart, &tegels, &picture, page));
            }
            INTERVENTIES => {
                landkaart.bijlagen.interventies = Some(keuzes::interventies(&json).map_err(misfit)?);
            }
            BEGRIPPEN => landkaart.bijlagen.sectoren = Some(keuzes::sectoren(&json, taal).map_err(misfit)?),
            ROLLEN => landkaart.bijlagen.rollen = Some(keuzes::rollen(&json).map_err(misfit)?),
            STANDEN => landkaart.bijlagen.standen = Some(keuzes::standen(&json, taal).map_err(misfit)?),
            JAARGANGEN => landkaart.bijlagen.jaargangen = Some(keuzes::jaargangen(&json).map_err(misfit)?),
            INDICATOREN => {
                let indicatoren = reeks::indicatoren(&json, taal, landkaart.jaar).map_err(misfit)?;
                landkaart.bijlagen.indicatoren = Some(indicatoren);
            }
            _ => match indicator {
                Some(indicator) => {
                    let kleuring = Kleuring::new(landkaart, indicator, reeks::reeks(&json).map_err(misfit)?);
                    landkaart.bijlagen.kleuringen.push(kleuring);
                }
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

fn topology(json: &Parsed, document: &str) -> Result<Topology, Notice> {
    let wire = TopoJson::read(json).map_err(|misfit| Notice::misfit(document, &misfit))?;
    Topology::try_from(wire).map_err(|error| Notice::damaged(&error))
}

/// Where the site's pages are: the folder above the one that holds the exports.
fn base(src: &str) -> String {
    let mut parts: Vec<&str> = src.split('/').collect();
    parts.pop();
    match parts.pop() {
        None => "../".to_owned(),
        Some(_) if parts.is_empty() => String::new(),
        Some(_) => parts.join("/") + "/",
    }
}
