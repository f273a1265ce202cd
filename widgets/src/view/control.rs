//! What the reader asked for. A control says it in its `data-set`: `thema=taal` for a link or a button; `sector=`
//! for a field, which adds its value, or the one of its `data-values` that has that position. One listener a widget hears them all.

use crate::model::Choice;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

/// The choice that an event asks for, which is then answered here and no longer by the browser.
pub fn asked(event: &Event, choice: &Choice) -> Option<Choice> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let control = target.closest("[data-set]").ok()??;
    let sets = control.get_attribute("data-set")?;
    let is_field = matches!(control.tag_name().as_str(), "SELECT" | "INPUT");
    match event.type_().as_str() {
        "click" if !is_field && plain(event) => {
            event.prevent_default();
            Some(choice.clone().and(&sets))
        }
        "change" | "input" if is_field => {
            let value = js_sys::Reflect::get(&control, &"value".into()).ok()?.as_string()?;
            let value = match control.get_attribute("data-values") {
                Some(values) => values.split(' ').nth(value.parse().ok()?)?.to_owned(),
                // Whatever is typed is one value.
                None => value.replace('&', " "),
            };
            Some(choice.clone().and(&[sets.as_str(), &value].concat()))
        }
        _ => None,
    }
}

/// A click that asks for what the widget does, not for a new tab or window.
pub fn plain(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|event| {
        event.button() == 0
            && !event.ctrl_key()
            && !event.meta_key()
            && !event.shift_key()
            && !event.alt_key()
    })
}
