//! What is known about the chosen gemeente.

use super::landkaart::Scene;
use leptos::prelude::*;

#[component]
pub fn Card(scene: Scene) -> impl IntoView {
    let content = move || {
        let card = scene.picture.with(|picture| picture.card.clone());
        let link = card.slug.map(|slug| {
            view! { <p><a href=scene.links.gemeente(&slug)>{"Bekijk ".to_owned() + &card.title}</a></p> }
        });
        (!card.title.is_empty()).then(|| {
            view! {
                <h3>{card.title}</h3>
                {card.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
                {link}
            }
        })
    };
    view! { <div class="card" aria-live="polite">{content}</div> }
}
