//! `<gka-landkaart>` without its tag: headline, thema filter, map, card, list, sources.

use super::{card::Card, chips::Chips, kaart::Kaart, legend::Legend, list::List};
use crate::model::{Choice, Landkaart, Picture};
use leptos::callback::UnsyncCallback;
use leptos::{html, prelude::*, svg};
use std::sync::Arc;

/// Where the pages are that the widget's links lead to: a relative or absolute address that ends in
/// `/`, or nothing when the page itself is at the root.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    pub base: String,
}

impl Links {
    pub fn gemeente(&self, slug: &str) -> String {
        [&self.base, "gemeente/", slug, "/"].concat()
    }

    pub fn thema(&self, id: &str) -> String {
        [&self.base, "thema/", id, "/"].concat()
    }

    pub fn start(&self) -> String {
        if self.base.is_empty() { "./".to_owned() } else { self.base.clone() }
    }
}

/// What every part of the view shares.
#[derive(Clone)]
pub struct Scene {
    pub landkaart: Arc<Landkaart>,
    pub links: Arc<Links>,
    pub picture: Memo<Picture>,
    pub choice: Signal<Choice>,
    /// Called with what the reader chose, and only then.
    pub choose: UnsyncCallback<Choice>,
    /// The list of participants, where Escape leads from the map.
    pub list: NodeRef<html::Ul>,
}

#[component]
pub fn LandkaartView(
    landkaart: Arc<Landkaart>,
    links: Links,
    /// The state to show.
    #[prop(into)]
    choice: Signal<Choice>,
    /// Receives the state the reader asks for.
    choose: UnsyncCallback<Choice>,
    /// The map as markup; nothing when the caller fills the `<svg>` itself.
    markup: Option<String>,
    view_box: String,
    /// The `<svg>` that holds the map surface.
    svg: NodeRef<svg::Svg>,
) -> impl IntoView {
    let picture = {
        let landkaart = Arc::clone(&landkaart);
        Memo::new(move |_| Picture::new(&landkaart, choice.get()))
    };
    let colophon = landkaart.colophon();
    let scene = Scene { landkaart, links: Arc::new(links), picture, choice, choose, list: NodeRef::new() };
    view! {
        <section class="gka" part="base" lang="nl">
            <header>
                <p class="kick">"Gelijke Kansen Alliantie"</p>
                <h2>{text(picture, |picture| &picture.headline)}</h2>
                <p class="lede">{text(picture, |picture| &picture.lede)}</p>
            </header>
            <Chips scene=scene.clone()/>
            <div class="cols">
                <div class="map">
                    <Kaart scene=scene.clone() markup view_box svg/>
                    <Legend scene=scene.clone()/>
                    <Card scene=scene.clone()/>
                </div>
                <div class="side">
                    <p class="sum" role="status">{text(picture, |picture| &picture.summary)}</p>
                    <List scene/>
                </div>
            </div>
            <footer>{colophon}</footer>
        </section>
    }
}

/// A sentence of the picture. A function pointer, not a closure: one copy of the machinery serves all.
fn text(picture: Memo<Picture>, pick: fn(&Picture) -> &String) -> impl IntoView {
    move || picture.with(|picture| pick(picture).clone())
}
