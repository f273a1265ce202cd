//! The embed kit: how a web editor puts a widget on a page, and the widget alone, as an iframe shows it.

use crate::model::{Choice, Key};
use crate::publish::ahead;
use crate::publish::dist::{TAGS, hash};
use crate::publish::oembed::{self, RESERVED};
use crate::publish::page::Page;
use crate::publish::pinned;
use crate::publish::record::{count, date};
use crate::publish::site::{File, Release, file};
use geodata::contract::Thema;
use maud::{Markup, PreEscaped, html};
use serde_json::json;
use std::collections::BTreeMap;

/// Tells the page around an iframe how high it is.
const HEIGHT: &str = include_str!("hoogte.js");
/// Gives an iframe the height that it tells.
const HOST: &str = include_str!("iframe.js");
/// Chooses and copies on the page of the kit.
const KIT: &str = include_str!("plaatsen.js");
/// What an editor must be told to leave our lines as they are; `tests/tests/editors.rs` tells it them.
const CKEDITOR: &str = "htmlSupport: { allow: [
  { name: '$customElement' },
  { name: /^(gka-.*|iframe|script)$/, attributes: true },
] }";
/// The fragment of the whole map, for which the page's script puts another.
const WHOLE_MAP: &str = "landkaart-nl";
/// For a site that does not know its own address.
const SOMEWHERE: &str = "https://uw-widgets.example/";

pub fn pages(release: &Release) -> Vec<File> {
    let script = format!("embed/hoogte-{}.js", hash(HEIGHT.as_bytes()));
    let kit = format!("plaatsen/plaatsen-{}.js", hash(KIT.as_bytes()));
    let mut files = vec![
        file(&script, HEIGHT.to_owned()),
        file("dist/iframe.js", HOST.to_owned()),
        file(&kit, KIT.to_owned()),
        page(release, &kit),
    ];
    files.extend(alone(release, None, &script));
    files.extend(list(release, &script));
    files.extend(card(release, &script));
    files.extend(profile(release, &script).into_iter().flatten());
    files.extend(timeline(release, &script).into_iter().flatten());
    files.extend(report(release, &script).into_iter().flatten());
    for position in 0..release.exports.themas.themas.len() {
        files.extend(alone(release, Some(position), &script));
    }
    files
}

fn page(release: &Release, script: &str) -> File {
    let base = release.base_url().unwrap_or(SOMEWHERE);
    let origin = origin(base);
    let content = html! {
        section class="w t" {
            h1 { "Plaats de kaart op uw site" }
            p class="lede" { "Kies wat u wilt laten zien, en plak de regels in uw pagina. Niets hiervan gebruikt cookies of vraagt iets aan derden." }
            div class="choose" { noscript { p { "Zonder JavaScript is hier niets te kiezen. De regels hieronder zijn die van de hele kaart." } } }
            div class="kit" {
                div {
                    h2 { "1. Als onderdeel van uw pagina" }
                    p { "Het beste voor toegankelijkheid: het neemt uw lettertype over en hoort bij uw pagina." }
                    (snippet("element", &element(base)))
                    div id="look" hidden {
                        p { "En in het stylesheet van uw pagina:" }
                        (snippet("look-css", ""))
                    }
                    p { "Uw pagina moet dit toestaan in de Content-Security-Policy:" }
                    (snippet("element-csp", &format!("script-src 'self' {origin} 'wasm-unsafe-eval'; connect-src 'self' {origin}")))
                    p class="m" { "De laatste regel laat de kaart eerder zien. Staat de kaart ver naar beneden op uw pagina? Laat die regel dan weg." }
                    p class="m" { "Zonder 'wasm-unsafe-eval' blijft staan wat u in het element zet. Staan er meer onderdelen op één pagina? Geef ze hetzelfde woord als " code { "groep" } ", dan delen ze wat gekozen is." }
                    h2 { "2. Als iframe" }
                    p { "Voor een site waar u geen scripts mag plaatsen. De link blijft staan als uw CMS geen iframe toelaat. De laatste regel geeft het kader de juiste hoogte, en mag weg." }
                    (snippet("iframe", &iframe(base)))
                    p { "In de Content-Security-Policy:" }
                    (snippet("iframe-csp", &format!("frame-src 'self' {origin}; script-src 'self' {origin}")))
                    h2 { "3. Als plaatje of link" }
                    p { "Geen script. Dit werkt ook in een nieuwsbrief op het web." }
                    (snippet("image", &image(release, base)))
                    p { "In de Content-Security-Policy:" }
                    (snippet("image-csp", &format!("img-src 'self' {origin}")))
                }
                iframe class="preview" src="../embed/landkaart/" title="Zo ziet het eruit" loading="lazy" sandbox="allow-scripts" {}
            }
        }
        section class="w t" {
            h2 { "In een CMS" }
            p { "Een CMS haalt weg wat het niet kent. Dit blijft er staan, en dit stelt de beheerder in om alles te houden." }
            h3 { "WordPress" }
            p { "Plak het adres van de kaart, van een thema of van een pagina onder embed/ op een eigen regel: " code { (base) "embed/landkaart/" } ". WordPress maakt er zelf een kader van dat zijn hoogte vindt, tot 1000 pixels. Wat achter het vraagteken staat, neemt het niet over." }
            h3 { "CKEditor 5" }
            p { "Zonder instelling wordt een onderdeel of iframe een link, en blijft het plaatje. Met de plug-in General HTML Support en deze instelling blijft alles:" }
            (snippet("ckeditor", CKEDITOR))
            h3 { "TinyMCE" }
            p { "Zonder instelling wordt een onderdeel een link, en blijft het plaatje. Een iframe mag dan geen script draaien: de kaart en de links staan er, de hoogte past zich niet aan. Met deze instelling blijft alles:" }
            (snippet("tinymce", &tinymce()))
        }
        section class="w t" {
            h2 { "Van uw eigen server" }
            p { "Alles van deze uitgave in één bestand, met de instellingen voor uw webserver:" }
            p { a href="landkaart.zip" download { "landkaart.zip" } }
            h2 { "Voorbeelden" }
            ul { li { a href="../voorbeeld/" { "Een pagina van een gemeente" } } }
        }
        div hidden data-kit=(kit(release, base)) {}
    };
    Page::new(
        "plaatsen/",
        "Plaats de kaart op uw site",
        "Drie manieren om de landkaart op een eigen pagina te zetten.",
        content,
    )
    .module(script)
    .file(release)
}

/// What the page's script chooses from, and what only the finished site knows of itself.
fn kit(release: &Release, base: &str) -> serde_json::Value {
    let exports = release.exports;
    let pairs = |pairs: Vec<(&str, &str)>| json!(pairs);
    let themas = exports.themas.themas.iter().map(|thema| (thema.id.as_str(), thema.label.nl.as_str()));
    let gemeenten = exports.gemeenten.gemeenten.iter();
    let gemeenten = gemeenten.map(|gemeente| (gemeente.code.as_str(), gemeente.naam.as_str()));
    let indicatoren = release.figures.indicatoren().iter();
    let indicatoren = indicatoren.map(|indicator| (indicator.id.as_str(), indicator.label.nl.as_str()));
    let thema_captions = exports.themas.themas.iter();
    let thema_captions = thema_captions.map(|thema| (thema.id.as_str(), caption(release, Some(thema))));
    json!({
        "base": base,
        "name": pinned::NAME,
        "loader": pinned::LOADER,
        "index": pinned::INDEX,
        "fragment": WHOLE_MAP,
        "ahead": ahead::line(base, WHOLE_MAP),
        "height": RESERVED,
        "themas": pairs(themas.collect()),
        "gemeenten": pairs(gemeenten.collect()),
        "indicatoren": pairs(indicatoren.collect()),
        "captions": std::iter::once(("", caption(release, None))).chain(thema_captions).collect::<BTreeMap<_, _>>(),
    })
}

fn snippet(id: &str, text: &str) -> Markup {
    // The place of the button that a script puts there.
    html! { pre id=(id) { code { (text) } } div class="copy" {} }
}

fn element(base: &str) -> String {
    format!(
        "<script type=\"module\" src=\"{base}dist/gka.js\"></script>\n\
         <gka-landkaart src=\"{base}exports/index.json\">\n  \
         <a href=\"{base}\">Landkaart van de Gelijke Kansen Alliantie</a>\n\
         </gka-landkaart>\n\
         {}",
        ahead::line(base, WHOLE_MAP)
    )
}

/// What TinyMCE has to be told to keep every tag.
fn tinymce() -> String {
    let names = TAGS.each_ref().map(|tag| tag.name);
    let valid = names.map(|name| format!("{name}[*]"));
    format!(
        "custom_elements: '{}',\n\
         extended_valid_elements: '{},script[src|type|integrity|crossorigin]',\n\
         sandbox_iframes: false",
        names.join(","),
        valid.join(",")
    )
}

fn iframe(base: &str) -> String {
    format!(
        "<iframe src=\"{base}embed/landkaart/\" title=\"Landkaart gelijke kansen\" width=\"100%\" height=\"{RESERVED}\" loading=\"lazy\"></iframe>\n\
         <p><a href=\"{base}\">Landkaart van de Gelijke Kansen Alliantie</a></p>\n\
         <script type=\"module\" src=\"{base}dist/iframe.js\"></script>"
    )
}

fn image(release: &Release, base: &str) -> String {
    format!(
        "<a href=\"{base}\"><img src=\"{base}embed/landkaart/kaart.svg\" width=\"520\" height=\"600\" alt=\"{}\"></a>",
        caption(release, None)
    )
}

/// What a picture of the map says, in a sentence.
pub fn caption(release: &Release, thema: Option<&Thema>) -> String {
    let day = date(&release.exports.index.peildatum);
    match thema {
        None => format!(
            "Kaart van Nederland: {} met een agenda voor gelijke kansen, {day}.",
            count(release.exports.gemeenten.gemeenten.len(), "gemeente", "gemeenten"),
        ),
        Some(thema) => format!(
            "Kaart van Nederland: {} aan het thema {}, {day}.",
            count(thema.gemeenten.into(), "gemeente werkt", "gemeenten werken"),
            thema.label.nl,
        ),
    }
}

/// The origin in an address that ends in a path.
fn origin(base: &str) -> &str {
    let host = base.find("://").map_or(0, |position| position + 3);
    base[host..].find('/').map_or(base, |slash| &base[..host + slash])
}

/// The landkaart alone, its picture and its oEmbed document.
fn alone(release: &Release, position: Option<usize>, script: &str) -> Vec<File> {
    let thema = position.map(|position| &release.exports.themas.themas[position]);
    let folder = thema.map_or("embed/landkaart/".to_owned(), |thema| format!("embed/thema/{}/", thema.id));
    let attribute = thema.map_or(String::new(), |thema| format!(" thema=\"{}\"", thema.id)) + " adres=\"\"";
    let choice = Choice::default().with(Key::Thema, thema.map(|thema| thema.id.as_str()));
    let tag = release.tag(folder.matches('/').count(), &choice, &attribute);
    let title =
        thema.map_or("Landkaart gelijke kansen".to_owned(), |thema| format!("Landkaart: {}", thema.label.nl));
    let picture = picture(&tag);
    let content = html! { h1 class="quiet" { (title) } (PreEscaped(tag)) };
    let mut files = vec![
        Page::new(&folder, &title, &caption(release, thema), content)
            .widget()
            .module(script)
            .bare()
            .oembed(oembed::address(release, &folder))
            .file(release),
    ];
    files.extend(picture.map(|svg| file(&format!("{folder}kaart.svg"), svg)));
    files.extend(oembed::answer(release, &folder, &title));
    files
}

/// The list alone.
fn list(release: &Release, script: &str) -> Vec<File> {
    let tag = release.list(2, &Choice::default(), " adres=\"\"");
    let about = ["Interventies voor gelijke kansen", "Wat gemeenten doen voor gelijke kansen, als lijst."];
    bare(release, script, "embed/interventies/", about, tag)
}

/// The card of an indicator alone.
fn card(release: &Release, script: &str) -> Vec<File> {
    let tag = release.card(2, &Choice::default(), " adres=\"\"");
    let about = ["Cijfers over gelijke kansen", "Een cijfer van een gemeente, met wat zij doet."];
    bare(release, script, "embed/indicator/", about, tag)
}

/// The profile of a gemeente alone.
fn profile(release: &Release, script: &str) -> Option<Vec<File>> {
    let tag = release.profile(2, &Choice::default(), " adres=\"\"")?;
    let about =
        ["Een gemeente en gelijke kansen", "Wat een gemeente doet, tekende en meet voor gelijke kansen."];
    Some(bare(release, script, "embed/gemeente/", about, tag))
}

/// The timeline alone.
fn timeline(release: &Release, script: &str) -> Option<Vec<File>> {
    let about = ["Tijdlijn van de Gelijke Kansen Alliantie", "Wat er gebeurde, en wat de bedoeling was."];
    Some(bare(release, script, "embed/tijdlijn/", about, release.timeline(2, " adres=\"\"")?))
}

/// The parts of the progress report alone.
fn report(release: &Release, script: &str) -> Option<Vec<File>> {
    let about =
        ["De Gelijke Kansen Alliantie in het kort", "Lijnen, communities, experimenten en kerncijfers."];
    Some(bare(release, script, "embed/voortgang/", about, release.report(2, "")?))
}

/// A widget without a map alone, with a title and a sentence about it, and its oEmbed document.
fn bare(release: &Release, script: &str, path: &str, [title, about]: [&str; 2], tag: String) -> Vec<File> {
    let content = html! { h1 class="quiet" { (title) } (PreEscaped(tag)) };
    let page = Page::new(path, title, about, content).lists().module(script).bare();
    let page = page.oembed(oembed::address(release, path)).file(release);
    std::iter::once(page).chain(oembed::answer(release, path, title)).collect()
}

/// The map of a printed widget as a picture that stands alone.
fn picture(tag: &str) -> Option<String> {
    let from = tag.find("<svg")?;
    let to = tag[from..].find("</svg>")? + from;
    let svg = tag[from..to].replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1);
    let (open, drawing) = svg.split_once('>')?;
    Some([open, "><style>.dim{fill:#b5cfd3}.chosen,.focus{fill:none}</style>", drawing, "</svg>\n"].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_origin_ends_where_the_path_begins() {
        assert_eq!(origin("https://kaart.nl/rapport/"), "https://kaart.nl");
        assert_eq!(origin("http://127.0.0.1:8080/"), "http://127.0.0.1:8080");
    }
}
