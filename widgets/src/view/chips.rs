//! The thema filter: links to the page of each thema, which a running widget answers in place.

use super::landkaart::Scene;
use crate::model::Choice;
use leptos::{ev::MouseEvent, prelude::*};

#[component]
pub fn Chips(scene: Scene) -> impl IntoView {
    let Scene { landkaart, links, choice, choose, .. } = scene;
    let chip = move |thema: Option<usize>, href: String, label: String, count: Option<u16>| {
        let current = move || (choice.get().thema == thema).then_some("true");
        let pick = move |event: MouseEvent| {
            if plain(&event) {
                event.prevent_default();
                choose.run(Choice { thema, ..choice.get_untracked() });
            }
        };
        view! {
            <li>
                <a href=href aria-current=current on:click=pick>{label}{count.map(|count| view! { <b>{count}</b> })}</a>
            </li>
        }
    };
    let themas =
        landkaart.themas.iter().enumerate().map(|(i, thema)| {
            chip(Some(i), links.thema(&thema.id), thema.label.clone(), Some(thema.gemeenten))
        });
    view! {
        <nav aria-label="Kies een thema">
            <ul class="chips">
                {chip(None, links.start(), "Alle thema’s".to_owned(), None)}
                {themas.collect_view()}
            </ul>
        </nav>
    }
}

/// A click that asks for what the widget does, not for a new tab or window.
pub fn plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key()
}
