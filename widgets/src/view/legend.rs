//! What the colours mean, in words.

use super::landkaart::Scene;
use leptos::prelude::*;

#[component]
pub fn Legend(scene: Scene) -> impl IntoView {
    let entries = move || {
        let legend = scene.picture.with(|picture| picture.legend.clone());
        legend
            .into_iter()
            .map(|(class, words)| view! { <li><i class=class.name()></i>{words}</li> })
            .collect_view()
    };
    view! { <ul class="legend" aria-label="Legenda">{entries}</ul> }
}
