//! What a reader takes away, made when it is asked for: from the state, and from the drawing as it is seen.
//!
//! Files are `data:` addresses: a host's policy that lets images be `data:` lets the PNG be drawn, and none has a say
//! in what a link downloads. Nothing is sent anywhere.

use super::download::{COPY, CSV, PNG, SVG};
use crate::model::csv::Table;
use crate::model::sheet::Sheet;
use crate::model::{Sentence, Words};
use js_sys::{Function, Reflect, encode_uri_component};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CanvasRenderingContext2d, Document, Element, Event, HtmlCanvasElement, HtmlElement, HtmlImageElement,
};

/// A widget that can be taken away.
pub trait Takeaway {
    /// Of its files, without extension.
    fn name(&self) -> String;
    fn table(&self) -> Table;
    /// What is seen; nothing where there is no drawing.
    fn sheet(&self) -> Option<Sheet> {
        None
    }
}

/// Answers a click on something to take; whether it was one.
pub fn take(event: &Event, words: &Words, widget: &impl Takeaway) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let control = target.and_then(|target| target.closest("[data-take]").ok()?);
    let Some(control) = control.filter(|_| event.type_() == "click") else { return false };
    let Some(document) = control.owner_document() else { return false };
    match control.get_attribute("data-take").as_deref() {
        // The link's own download, of another file.
        Some(CSV) => {
            let _ = control.set_attribute("href", &address("text/csv", &widget.table().csv()));
            let _ = control.set_attribute("download", &[&widget.name(), ".csv"].concat());
        }
        Some(SVG) => {
            if let Some(sheet) = widget.sheet() {
                save(&document, &address("image/svg+xml", &sheet.svg()), &[&widget.name(), ".svg"].concat());
            }
        }
        Some(PNG) => {
            if let Some(sheet) = widget.sheet() {
                let _ = png(document, &sheet.svg(), [&widget.name(), ".png"].concat());
            }
        }
        Some(COPY) => copy(&document, &control, words),
        _ => return false,
    }
    true
}

fn address(kind: &str, text: &str) -> String {
    let text = String::from(encode_uri_component(text));
    ["data:", kind, ";charset=utf-8,", &text].concat()
}

fn save(document: &Document, address: &str, name: &str) {
    let Ok(link) = document.create_element("a") else { return };
    let _ = link.set_attribute("href", address);
    let _ = link.set_attribute("download", name);
    link.unchecked_ref::<HtmlElement>().click();
}

/// Saves a drawing as a PNG, once the browser has it as a picture.
fn png(document: Document, svg: &str, name: String) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let drawn = image.clone();
    let draw = Closure::once_into_js(move || {
        if let Some(address) = paint(&document, &drawn) {
            save(&document, &address, &name);
        }
    });
    image.set_onload(Some(draw.unchecked_ref()));
    image.set_src(&address("image/svg+xml", svg));
    Ok(())
}

/// A picture as the address of a PNG, on twice as many pixels.
fn paint(document: &Document, image: &HtmlImageElement) -> Option<String> {
    let (width, height) = (image.width() * 2, image.height() * 2);
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.unchecked_into();
    let (width, height) = (width.into(), height.into());
    context.draw_image_with_html_image_element_and_dw_and_dh(image, 0., 0., width, height).ok()?;
    canvas.to_data_url().ok()
}

/// Copies the text or the address of what stands before a button. By the old command: it also works in a page
/// without a secure address, and says at once whether it did.
fn copy(document: &Document, button: &Element, words: &Words) {
    let (Some(source), Ok(Some(details))) =
        (button.previous_element_sibling(), button.closest("details,article"))
    else {
        return;
    };
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let call = |object: &JsValue, name: &str, argument: &JsValue| {
        get(object, name)?.dyn_into::<Function>().ok()?.call1(object, argument).ok()
    };
    let text = ["href", "value"].into_iter().find_map(|name| get(&source, name)?.as_string());
    let copied = document.create_element("textarea").ok().and_then(|field| {
        let _ = Reflect::set(&field, &"value".into(), &text.unwrap_or_default().into());
        details.append_child(&field).ok()?;
        call(&field, "select", &JsValue::UNDEFINED);
        let copied = call(document, "execCommand", &"copy".into());
        field.remove();
        copied?.as_bool()
    });
    let said = if copied == Some(true) { Sentence::Gekopieerd } else { Sentence::NietGekopieerd };
    if let Ok(Some(status)) = details.query_selector("[role=status]") {
        status.set_text_content(Some(words.plain(said)));
    }
    let _ = button.unchecked_ref::<HtmlElement>().focus();
}
