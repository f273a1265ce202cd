//! The exports behind one `src`. Fetched and parsed once by the browser, whoever asks; each widget
//! reads its own values from that.

use super::failure::Failure;
use geodata::contract::versie::is_readable;
use geodata::contract::{Gebieden, Gemeenten, Index, SCHEMA_VERSIE, Themas};
use geodata::topology::{Topology, topojson::TopoJson};
use gloo::net::http::Request;
use js_sys::{JSON, Promise};
use serde::de::DeserializeOwned;
use std::{cell::RefCell, collections::HashMap};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

thread_local! {
    /// Address -> the promise of its parsed JSON. A failed one is forgotten, so that a later element
    /// may try again.
    static FETCHED: RefCell<HashMap<String, Promise>> = RefCell::default();
}

/// What the landkaart needs, whether its map is adopted or drawn.
pub struct Documents {
    pub index: Index,
    pub gebieden: Gebieden,
    pub gemeenten: Gemeenten,
    pub themas: Themas,
}

/// # Errors
/// Any document that is unreachable, missing, not JSON, or of another contract.
pub async fn read(src: &str) -> Result<Documents, Failure> {
    let index: Index = document(src).await?;
    if !is_readable(&index.schema_versie) {
        return Err(Failure::Version {
            url: src.to_owned(),
            expected: SCHEMA_VERSIE.to_owned(),
            found: index.schema_versie,
        });
    }
    let documents = &index.documenten;
    let (gebieden, gemeenten, themas) =
        (beside(src, &documents.gebieden.pad), beside(src, &documents.gemeenten.pad), beside(src, &documents.themas.pad));
    for url in [&gebieden, &gemeenten, &themas] {
        drop(fetched(url));
    }
    Ok(Documents {
        gebieden: document(&gebieden).await?,
        gemeenten: document(&gemeenten).await?,
        themas: document(&themas).await?,
        index,
    })
}

/// The map itself; only needed where no prerendered one stands.
///
/// # Errors
/// As [`read`].
pub async fn read_topology(src: &str, index: &Index) -> Result<Topology, Failure> {
    let url = beside(src, &index.documenten.landkaart.pad);
    let wire: TopoJson = document(&url).await?;
    Topology::try_from(wire).map_err(|error| Failure::Unreadable { url, found: error.to_string() })
}

/// An address relative to the document that names it.
fn beside(src: &str, path: &str) -> String {
    let folder = src.rfind('/').map_or(0, |slash| slash + 1);
    [&src[..folder], path].concat()
}

async fn document<T: DeserializeOwned>(url: &str) -> Result<T, Failure> {
    let value = JsFuture::from(fetched(url)).await.map_err(|error| {
        FETCHED.with_borrow_mut(|fetched| fetched.remove(url));
        failure(url, &error)
    })?;
    serde_wasm_bindgen::from_value(value)
        .map_err(|error| Failure::Unreadable { url: url.to_owned(), found: error.to_string() })
}

fn fetched(url: &str) -> Promise {
    FETCHED.with_borrow_mut(|fetched| {
        let promise = fetched.entry(url.to_owned()).or_insert_with(|| {
            let url = url.to_owned();
            future_to_promise(async move { fetch(&url).await })
        });
        promise.clone()
    })
}

/// Rejects with a number (the status) or with the browser's own error.
async fn fetch(url: &str) -> Result<JsValue, JsValue> {
    let response = Request::get(url).send().await.map_err(|error| JsValue::from_str(&error.to_string()))?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let text = response.text().await.map_err(|error| JsValue::from_str(&error.to_string()))?;
    JSON::parse(&text)
}

fn failure(url: &str, error: &JsValue) -> Failure {
    let url = url.to_owned();
    if let Some(status) = error.as_f64() {
        return Failure::Missing { url, status: status as u16 };
    }
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => Failure::Unreadable { url, found: String::from(error.message()) },
        None => Failure::Unreachable { url, found: error.as_string().unwrap_or_default() },
    }
}
