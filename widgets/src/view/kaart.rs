//! The map: one `<svg>` with one tab stop. What is drawn in it is `model::surface`'s markup.

use super::landkaart::Scene;
use super::surface::Surface;
use leptos::{html, prelude::*, svg};

#[component]
pub fn Kaart(
    scene: Scene,
    /// The drawing; nothing when the caller fills the `<svg>` itself.
    markup: Option<String>,
    view_box: String,
    svg: NodeRef<svg::Svg>,
) -> impl IntoView {
    let tip = NodeRef::<html::P>::new();
    let surface = StoredValue::new_local(Surface::new(scene, svg, tip));
    surface.with_value(Surface::follow);
    view! {
        // On the <svg> itself, listeners for focus would make Chromium put it in the tab order.
        <div
            class="stage"
            on:focusin=move |event| surface.with_value(|surface| surface.on_enter(&event, true))
            on:focusout=move |_| surface.with_value(|surface| surface.on_leave(true))
        >
            <svg
                viewBox=view_box
                role="group"
                aria-label="Kaart van Nederland met de deelnemende gemeenten"
                inner_html=markup
                node_ref=svg
                on:click=move |event| surface.with_value(|surface| surface.on_click(&event))
                on:keydown=move |event| surface.with_value(|surface| surface.on_keydown(&event))
                on:pointerover=move |event| surface.with_value(|surface| surface.on_enter(&event, false))
                on:pointerleave=move |_| surface.with_value(|surface| surface.on_leave(false))
            ></svg>
            <p class="tip" aria-hidden="true" hidden node_ref=tip></p>
        </div>
    }
}
