//! The participants, as good as the map: same selection, always visible.

use super::chips::plain;
use super::landkaart::Scene;
use crate::model::Choice;
use crate::model::picture::Row;
use leptos::{ev::MouseEvent, prelude::*};

#[component]
pub fn List(scene: Scene) -> impl IntoView {
    let Scene { picture, links, choice, choose, list, .. } = scene;
    let row = move |Row { place, naam, slug, count, selected }: Row| {
        let pick = move |event: MouseEvent| {
            if plain(&event) {
                event.prevent_default();
                choose.run(Choice { place: Some(place), ..choice.get_untracked() });
            }
        };
        view! {
            <li>
                <a href=links.gemeente(&slug) aria-current=selected.then_some("true") on:click=pick>
                    {naam + " "}<b class=(count == 0).then_some("none")>{count}</b>
                </a>
            </li>
        }
    };
    view! {
        <ul class="list" aria-label="Deelnemende gemeenten, met het aantal bekende interventies" node_ref=list>
            {move || picture.with(|picture| picture.rows.clone()).into_iter().map(&row).collect_view()}
        </ul>
    }
}
