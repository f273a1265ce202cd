//! `<gka-landkaart src thema gemeente>`: the tag's attributes, events and life.
//!
//! | attribute | meaning |
//! |---|---|
//! | `src` | address of the export's `index.json` |
//! | `thema` | id of the thema to filter by |
//! | `gemeente` | CBS code of the chosen gemeente |
//!
//! | event | when | detail |
//! |---|---|---|
//! | `gka-select` | the reader chose a gemeente, or let go of it | `{code, naam}` or `{code: null, naam: null}` |
//! | `gka-filter` | the reader chose a thema, or all | `{thema}`, an id or `null` |
//! | `gka-load` | the widget is ready | `{release}` |
//! | `gka-error` | the widget cannot start (from the loader) | `{message}` |

use super::json::Parsed;
use super::notice::Notice;
use super::takeover::{Focused, Prerendered, RELEASE, move_children};
use crate::model::{Choice, Landkaart, Picture, surface};
use crate::view::{LandkaartView, Links};
use geodata::contract::landkaart::{Documents, Gegevens};
use geodata::topology::{TopoJson, Topology};
use js_sys::Array;
use leptos::callback::UnsyncCallback;
use leptos::{mount::mount_to, prelude::*, svg};
use std::{any::Any, cell::Cell, rc::Rc, sync::Arc};
use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{CustomEvent, CustomEventInit, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};

/// A living widget. Dropped (or freed by the loader) it leaves nothing behind in wasm memory.
#[wasm_bindgen]
pub struct Mounted {
    host: HtmlElement,
    stage: HtmlElement,
    svg: NodeRef<svg::Svg>,
    landkaart: Arc<Landkaart>,
    choice: ArcRwSignal<Choice>,
    view: Option<Box<dyn Any>>,
}

/// Whether `host` holds a prerendered map of this release, so that the map itself need not be fetched.
#[wasm_bindgen]
pub fn adoptable(host: &HtmlElement, release: &str) -> bool {
    Prerendered::find(host, release).is_some()
}

/// Starts the widget in `host`: takes over a prerendered map of the same release, or draws `map`. What the
/// reader chose before ([`Mounted::release`]) goes before the attributes. Waits for nothing: the reader
/// never sees a half-built widget.
///
/// # Errors
/// When the documents cannot be shown; nothing in the element is touched.
#[wasm_bindgen]
pub fn landkaart(
    host: HtmlElement,
    index: JsValue,
    gebieden: JsValue,
    gemeenten: JsValue,
    themas: JsValue,
    map: JsValue,
    kept: JsValue,
) -> Result<Mounted, Notice> {
    let documents = Documents {
        index: Parsed(index),
        gebieden: Parsed(gebieden),
        gemeenten: Parsed(gemeenten),
        themas: Parsed(themas),
    };
    let landkaart = Landkaart::new(Gegevens::read(&documents)?)?;
    let release = landkaart.release.clone();
    let links = Links { base: base(&host.get_attribute("src").unwrap_or_default()) };
    let choice = match kept.dyn_ref::<Array>() {
        Some(kept) => chosen(&landkaart, kept.get(0).as_string(), kept.get(1).as_string()),
        None => asked(&landkaart, &host),
    };

    let prerendered = Prerendered::find(&host, &release);
    let (view_box, markup) = match &prerendered {
        Some(prerendered) => (prerendered.view_box(), None),
        None => {
            let topology = topology(&map)?;
            if topology.gemeenten.len() != landkaart.places.len() {
                return Err(Notice::damaged(&"landkaart: expected the gemeenten of gebieden"));
            }
            let picture = Picture::new(&landkaart, choice);
            let drawn = surface::surface(&landkaart, &topology, &picture, |slug| links.gemeente(slug));
            (drawn.view_box, Some(drawn.markup))
        }
    };
    let focused = Focused::remember(&host);
    let root = shadow_root(&host)?;
    let stage = stage(&root, &release)?;
    let landkaart = Arc::new(landkaart);
    let choice = ArcRwSignal::new(choice);
    let svg = Rc::new(Cell::new(None));
    let view = {
        let (landkaart, choice, host, svg) =
            (Arc::clone(&landkaart), choice.clone(), host.clone(), Rc::clone(&svg));
        mount_to(stage.clone(), move || {
            // Made here, so that the view's owner frees it.
            let node = NodeRef::new();
            svg.set(Some(node));
            let choose = choose(&landkaart, &choice, host);
            view! { <LandkaartView landkaart links choice=RwSignal::from(choice) choose markup view_box svg=node/> }
        })
    };
    let svg = svg.get().ok_or_else(|| Notice::damaged(&"no map in the view"))?;
    if let (Some(prerendered), Some(svg)) = (&prerendered, svg.get_untracked()) {
        prerendered.give(&svg);
    }
    clear(&root, &stage);
    stage.set_hidden(false);
    if let Some(focused) = focused {
        focused.restore(&stage);
    }
    emit(&host, "gka-load", &[("release", JsValue::from_str(&release))]);
    Ok(Mounted { host, stage, svg, landkaart, choice, view: Some(Box::new(view)) })
}

#[wasm_bindgen]
impl Mounted {
    /// An attribute of the tag changed after the start; the rest of the choice stays the reader's.
    pub fn attribute(&self, name: &str) {
        let mut choice = self.choice.get_untracked();
        let asked = asked(&self.landkaart, &self.host);
        match name {
            "thema" => choice.thema = asked.thema,
            _ => choice.place = asked.place,
        }
        if self.choice.get_untracked() != choice {
            self.choice.set(choice);
        }
    }

    /// The element left the page. The map's nodes stay in it, as if it were prerendered: put back
    /// into the page, the next start takes them over, and is given the returned choice.
    pub fn release(mut self) -> Array {
        let choice = self.choice.get_untracked();
        let thema = choice.thema.map(|thema| self.landkaart.themas[thema].id.as_str());
        let code = choice.place.map(|place| self.landkaart.places[place].code.as_str());
        let kept = self.stage.clone_node().ok().and_then(|stage| stage.dyn_into::<HtmlElement>().ok());
        if let (Some(kept), Some(svg)) = (kept, self.svg.try_get_untracked().flatten()) {
            let still = svg.clone_node().ok().and_then(|svg| svg.dyn_into::<web_sys::Element>().ok());
            if let Some(still) = still {
                move_children(&svg, &still);
                let _ = kept.append_child(&still);
                let _ = self.stage.before_with_node_1(&kept);
            }
        }
        drop(self.view.take());
        self.stage.remove();
        [thema, code].into_iter().map(|text| text.map_or(JsValue::NULL, JsValue::from_str)).collect()
    }
}

fn topology(map: &JsValue) -> Result<Topology, Notice> {
    let wire = TopoJson::read(&Parsed(map.clone())).map_err(|misfit| Notice::damaged(&misfit))?;
    Topology::try_from(wire).map_err(|error| Notice::damaged(&error))
}

/// What the tag's attributes ask for.
fn asked(landkaart: &Landkaart, host: &HtmlElement) -> Choice {
    chosen(landkaart, host.get_attribute("thema"), host.get_attribute("gemeente"))
}

/// An unknown thema or code chooses nothing.
fn chosen(landkaart: &Landkaart, thema: Option<String>, code: Option<String>) -> Choice {
    Choice {
        thema: thema.and_then(|id| landkaart.thema_by_id(&id)),
        place: code.and_then(|code| landkaart.place_by_code(&code)),
    }
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

fn choose(
    landkaart: &Arc<Landkaart>,
    choice: &ArcRwSignal<Choice>,
    host: HtmlElement,
) -> UnsyncCallback<Choice> {
    let (landkaart, choice) = (Arc::clone(landkaart), choice.clone());
    UnsyncCallback::new(move |next: Choice| {
        let before = choice.get_untracked();
        choice.set(next);
        let text = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
        if next.place != before.place {
            let place = next.place.map(|place| &landkaart.places[place]);
            let code = text(place.map(|place| place.code.as_str()));
            let naam = text(place.map(|place| place.naam.as_str()));
            emit(&host, "gka-select", &[("code", code), ("naam", naam)]);
        }
        if next.thema != before.thema {
            let thema = text(next.thema.map(|thema| landkaart.themas[thema].id.as_str()));
            emit(&host, "gka-filter", &[("thema", thema)]);
        }
    })
}

fn emit(host: &HtmlElement, name: &str, detail: &[(&str, JsValue)]) {
    let object = js_sys::Object::new();
    for (key, value) in detail {
        let _ = js_sys::Reflect::set(&object, &JsValue::from_str(key), value);
    }
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &options) {
        let _ = host.dispatch_event(&event);
    }
}

fn shadow_root(host: &HtmlElement) -> Result<ShadowRoot, JsValue> {
    match host.shadow_root() {
        Some(root) => Ok(root),
        None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)),
    }
}

/// The place the view is built in, hidden until it is whole.
fn stage(root: &ShadowRoot, release: &str) -> Result<HtmlElement, JsValue> {
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let stage: HtmlElement = document.create_element("div")?.unchecked_into();
    stage.set_hidden(true);
    stage.set_attribute(RELEASE, release)?;
    root.append_child(&stage)?;
    Ok(stage)
}

/// Takes away what the widget replaces: everything of the shadow root but the stage and the sheet.
/// Light-DOM content stays, unseen: the shadow root has no slot.
fn clear(root: &ShadowRoot, stage: &HtmlElement) {
    let mut child = root.first_element_child();
    while let Some(element) = child {
        child = element.next_element_sibling();
        if element != **stage && element.tag_name() != "LINK" {
            element.remove();
        }
    }
}
