//! What every widget shares: state, take-over, drawing, events. A next widget is one more [`Widget`].

use super::group::Group;
use super::notice::Notice;
use super::takeover::{self, ALIVE, STATE};
use crate::model::{Choice, Key};
use crate::view::control;
use crate::view::html::Element as Tree;
use crate::view::patch::patch;
use js_sys::{Function, Object, Reflect};
use leptos::prelude::{ArcRwSignal, Get, GetUntracked, ImmediateEffect, Set, Track};
use send_wrapper::SendWrapper;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, CustomEventInit, Event, HtmlElement};

/// A widget without its tag: what it shows of a state, and what it makes of the reader's deeds.
pub trait Widget {
    fn release(&self) -> &str;
    /// Whether a prerendered fragment of its release has all that it needs.
    fn knows(&self, fragment: &HtmlElement) -> bool {
        fragment.first_element_child().is_some()
    }
    /// A document without which a state cannot be shown.
    fn lacks(&self, _: &Choice) -> Option<String> {
        None
    }
    /// Looks which drawings a fragment has, so that they are not asked for.
    fn find(&mut self, _: &HtmlElement) {}
    /// One state as markup, with the documents it lacks.
    fn draw(&mut self, choice: &Choice) -> Drawn;
    /// Brings the drawings of a fragment in step with the state that was drawn last. Those that it did not know yet
    /// show the given one. A widget without drawings has nothing to do.
    fn paint(&mut self, _: &HtmlElement, _: &Choice) {}
    /// Whether the reader takes something away with this event; it is done.
    fn takes(&mut self, event: &Event, fragment: &HtmlElement) -> bool;
    /// What an event asks for.
    fn on(&mut self, event: &Event, fragment: &HtmlElement, choice: &Choice) -> Option<Answer> {
        if self.takes(event, fragment) {
            return None;
        }
        control::asked(event, choice).map(Answer::choose)
    }
    /// A document that was asked for, drawn in a state.
    ///
    /// # Errors
    /// When it is not as the contract says.
    fn give(&mut self, _: &str, _: JsValue, _: &Choice) -> Result<(), Notice> {
        Ok(())
    }
    /// The name of a chosen code, for `gka-select`.
    fn naam(&self, _: &str) -> Option<String> {
        None
    }
}

pub struct Drawn {
    pub tree: Tree,
    pub wants: Vec<String>,
}

/// What becomes of an event.
pub enum Answer {
    Choose(Box<Choice>),
    /// A document would help.
    Need(String),
    /// The focus goes there; the events of that come when this one is over.
    Focus(HtmlElement),
}

impl Answer {
    pub fn choose(choice: Choice) -> Self {
        Self::Choose(Box::new(choice))
    }
}

/// A widget that read its documents and is not in the page yet.
#[wasm_bindgen]
pub struct Ready {
    widget: Box<dyn Widget>,
}

impl Ready {
    pub fn new(widget: impl Widget + 'static) -> Self {
        Self { widget: Box::new(widget) }
    }
}

#[wasm_bindgen]
impl Ready {
    /// Whether `host` holds a prerendered widget of this release, so that its drawing need not be fetched.
    pub fn adoptable(&self, host: &HtmlElement) -> bool {
        found(&*self.widget, host).is_some()
    }

    /// A document that a state needs before the widget is in the page.
    pub fn lacks(&self, state: &str) -> Option<String> {
        self.widget.lacks(&Choice::default().and(state))
    }

    /// Hands over a document before the widget is in the page.
    ///
    /// # Errors
    /// When it is not as the contract says.
    pub fn give(&mut self, document: &str, json: JsValue, state: &str) -> Result<(), Notice> {
        self.widget.give(document, json, &Choice::default().and(state))
    }

    /// Starts the widget in `host`: takes over the prerendered fragment of its release, or draws one.
    ///
    /// `state` is what the host, the address or an earlier life of the element asks for, as
    /// [`Choice::written`]; `groep` the name under which it is shared, if it is; `tell` is called with `"need"` and
    /// a document, and with `"choice"` and the state when it changed.
    ///
    /// # Errors
    /// When the page cannot be written; nothing in the element is touched.
    pub fn mount(
        self,
        host: HtmlElement,
        groep: Option<String>,
        state: &str,
        tell: Function,
    ) -> Result<Mounted, Notice> {
        let mut widget = self.widget;
        let asked = Choice::default().and(state);
        let focused = takeover::focused(&host);
        let root = takeover::shadow_root(&host)?;
        let (fragment, shown, drawn) = match found(&*widget, &host) {
            Some(fragment) => {
                let shown = Choice::default().and(&fragment.get_attribute(STATE).unwrap_or_default());
                widget.find(&fragment);
                let drawn = widget.draw(&shown);
                if !takeover::shows(&fragment, &drawn.tree) {
                    takeover::redraw(&fragment, &drawn.tree)?;
                }
                takeover::move_in(&root, &fragment, focused);
                (fragment, shown, drawn)
            }
            None => {
                let fragment = takeover::fragment(&root, widget.release())?;
                let drawn = widget.draw(&asked);
                fragment.set_inner_html(&drawn.tree.print());
                root.append_child(&fragment)?;
                (fragment, asked.clone(), drawn)
            }
        };
        takeover::clear(&root, &fragment);
        // What only works in a living widget is seen from here on.
        let _ = fragment.set_attribute(ALIVE, "");
        fragment.set_hidden(false);
        let shell = Rc::new(Shell {
            own: ArcRwSignal::new(asked.clone()),
            group: Group::join(groep, asked),
            given: ArcRwSignal::new(()),
            widget: Cell::new(Some(widget)),
            shown: Cell::new((shown, drawn.tree)),
            first: Cell::new(Some(drawn.wants)),
            host,
            fragment,
            tell,
        });
        let drawing = SendWrapper::new(Rc::clone(&shell));
        let effect = ImmediateEffect::new(move || drawing.draw());
        Ok(Mounted { shell, effect: Some(effect) })
    }
}

fn found(widget: &dyn Widget, host: &HtmlElement) -> Option<HtmlElement> {
    takeover::find(host, widget.release()).filter(|fragment| widget.knows(fragment))
}

/// A living widget. Dropped (or freed by the loader) it leaves nothing behind in wasm memory.
#[wasm_bindgen]
pub struct Mounted {
    shell: Rc<Shell>,
    effect: Option<ImmediateEffect>,
}

#[wasm_bindgen]
impl Mounted {
    /// Something happened in the widget.
    pub fn on(&self, event: &Event) {
        let shell = &self.shell;
        let choice = shell.choice();
        match shell.with(|widget| widget.on(event, &shell.fragment, &choice)).flatten() {
            Some(Answer::Choose(next)) => {
                shell.choose(&next);
                shell.announce(&choice, &next);
            }
            Some(Answer::Focus(node)) => drop(node.focus()),
            Some(Answer::Need(document)) => shell.tell("need", &document),
            None => {}
        }
    }

    /// The page asks for a state, as [`Choice::written`]: what it does not name stays the reader's.
    pub fn ask(&self, state: &str) {
        self.shell.choose(&self.shell.choice().and(state));
    }

    /// The state, as [`Choice::written`].
    pub fn state(&self) -> String {
        self.shell.choice().written()
    }

    /// A document that was asked for.
    ///
    /// # Errors
    /// When it is not as the contract says; the widget stays as it was.
    pub fn give(&self, document: &str, json: JsValue) -> Result<(), Notice> {
        let choice = self.shell.choice();
        let given = self.shell.with(|widget| widget.give(document, json, &choice));
        given.unwrap_or(Ok(()))?;
        self.shell.given.set(());
        Ok(())
    }

    /// Ends the widget. Its markup stays in the element, ready to be taken over when the element returns to a page:
    /// in a state that needs no more documents than a page has.
    pub fn release(mut self) -> String {
        drop(self.effect.take());
        let state = self.shell.choice();
        let plain = state.plain();
        self.shell.show(&plain);
        let _ = self.shell.fragment.set_attribute(STATE, &plain.written());
        let _ = self.shell.fragment.remove_attribute(ALIVE);
        state.written()
    }
}

struct Shell {
    host: HtmlElement,
    fragment: HtmlElement,
    tell: Function,
    /// What only this widget shows differently, and what its group shares.
    own: ArcRwSignal<Choice>,
    group: Group,
    /// Notifies when a document came.
    given: ArcRwSignal<()>,
    /// Away only while it is at work.
    widget: Cell<Option<Box<dyn Widget>>>,
    /// What the fragment shows: a state, and its markup.
    shown: Cell<(Choice, Tree)>,
    /// What the first drawing lacks, until it is seen.
    first: Cell<Option<Vec<String>>>,
}

impl Shell {
    fn with<T>(&self, work: impl FnOnce(&mut dyn Widget) -> T) -> Option<T> {
        let mut widget = self.widget.take()?;
        let done = work(&mut *widget);
        self.widget.set(Some(widget));
        Some(done)
    }

    fn join(own: Choice, shared: Choice) -> Choice {
        let mut choice = shared;
        for key in Key::ALL.into_iter().filter(|key| key.is_own()) {
            choice.set(key, own.get(key));
        }
        choice
    }

    fn choice(&self) -> Choice {
        Self::join(self.own.get_untracked(), self.group.choice.get_untracked())
    }

    fn choose(&self, next: &Choice) {
        let before = self.choice();
        let (mut own, mut shared) = (false, false);
        before.differences(next).for_each(|key| if key.is_own() { own = true } else { shared = true });
        if own {
            self.own.set(next.clone());
        }
        if shared {
            self.group.choice.set(next.clone());
        }
    }

    /// The reader chose: the page is told.
    fn announce(&self, before: &Choice, next: &Choice) {
        let changed = |of: fn(Key) -> bool| before.differences(next).any(of);
        if changed(|key| key == Key::Gemeente) {
            let code = next.get(Key::Gemeente);
            let naam = code.and_then(|code| self.with(|widget| widget.naam(code)).flatten());
            emit(&self.host, "gka-select", &[("code", code), ("naam", naam.as_deref())]);
        }
        if changed(Key::is_filter) {
            let filters = Key::ALL.into_iter().filter(|key| key.is_filter());
            let detail: Vec<_> = filters.map(|key| (key.name(), next.get(key))).collect();
            emit(&self.host, "gka-filter", &detail);
        }
    }

    /// Brings the page in step with the state, and the loader with what it lacks.
    fn draw(&self) {
        self.given.track();
        let choice = Self::join(self.own.get(), self.group.choice.get());
        let wants = self.show(&choice);
        self.tell("choice", &choice.written());
        wants.iter().for_each(|document| self.tell("need", document));
    }

    fn tell(&self, kind: &str, text: &str) {
        let _ = self.tell.call2(&JsValue::NULL, &kind.into(), &text.into());
    }

    /// Shows a state; the documents that it lacks.
    fn show(&self, choice: &Choice) -> Vec<String> {
        let wants = self.with(|widget| {
            let (shown, before) = self.shown.take();
            let (tree, wants) = match self.first.take().filter(|_| shown == *choice) {
                Some(wants) => (before, wants),
                None => {
                    let Drawn { tree, wants } = widget.draw(choice);
                    self.write(&before, &tree);
                    (tree, wants)
                }
            };
            widget.paint(&self.fragment, &shown);
            self.shown.set((choice.clone(), tree));
            wants
        });
        wants.unwrap_or_default()
    }

    fn write(&self, before: &Tree, tree: &Tree) {
        let root = self.fragment.first_element_child();
        if root.is_some_and(|root| patch(&root, before, tree).is_err()) {
            // Somebody else wrote in it.
            let _ = takeover::redraw(&self.fragment, tree);
        }
    }
}

fn emit(host: &HtmlElement, name: &str, detail: &[(&str, Option<&str>)]) {
    let object = Object::new();
    for (key, value) in detail {
        let value = value.map_or(JsValue::NULL, JsValue::from_str);
        let _ = Reflect::set(&object, &JsValue::from_str(key), &value);
    }
    let options = CustomEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_detail(&object);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &options) {
        let _ = host.dispatch_event(&event);
    }
}
