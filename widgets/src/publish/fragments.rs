//! What an empty tag shows while its wasm comes: each widget as it is first seen, and for each thing that it can be
//! about, in every language.
//!
//! The loader derives the name from the tag: `landkaart-nl`, `interventies-fy-taalbevordering`,
//! `gemeente-en-GM0193`, in [`FOLDER`].

use super::page::up;
use super::render::Shapes;
use super::site::{Edition, File, Release, bare, file};
use crate::model::{Choice, Key};
use crate::view::{LIST_STYLE, Links, STYLE};
use serde_json::json;

/// Beside the index.
pub const FOLDER: &str = "exports/fragment/";

/// Those of one language. Addresses in them begin with `../`, which the loader knows.
pub fn fragments(release: &Release, edition: &Edition) -> Vec<File> {
    let links = &Links::new(up(1));
    let rules = bare(&[STYLE, LIST_STYLE].concat());
    let themas = release.exports.themas.themas.iter().map(|thema| thema.id.as_str());
    let indicatoren = release.figures.indicatoren().iter().map(|indicator| indicator.id.as_str());
    let delen = release.delen.iter().flat_map(|delen| &delen.list.gemeenten);
    let gemeenten = delen.map(|deel| deel.van.as_str());
    let named = |tag: &str, id: Option<&str>, content: serde_json::Value| {
        let name: Vec<&str> = [tag, edition.words.taal.code()].into_iter().chain(id).collect();
        file(&format!("{FOLDER}{}.json", name.join("-")), content.to_string())
    };
    let mut files = Vec::new();
    for (id, choice) in states(Key::Thema, themas) {
        let map = edition.map(Shapes::Land(release.topology), &choice, links);
        // A page asks for the map before it has the loader: with its rules it is whole.
        files.push(named("landkaart", id, json!({ "markup": map, "rules": rules })));
        files.push(named("interventies", id, json!({ "markup": edition.list(&choice, links) })));
        let report = edition.report(&choice, links);
        files.extend(report.map(|markup| named("voortgang", id, json!({ "markup": markup }))));
    }
    for (id, choice) in states(Key::Indicator, indicatoren) {
        files.push(named("indicator", id, json!({ "markup": edition.card(&choice, links) })));
    }
    for (id, choice) in states(Key::Gemeente, gemeenten) {
        let profile = edition.profile(&choice, links);
        files.extend(profile.map(|markup| named("gemeente", id, json!({ "markup": markup }))));
    }
    let timeline = edition.timeline(links);
    files.extend(timeline.map(|markup| named("tijdlijn", None, json!({ "markup": markup }))));
    files
}

/// The states that a tag has a fragment of: nothing chosen, and each thing that it can be about.
fn states<'a>(
    key: Key,
    ids: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = (Option<&'a str>, Choice)> {
    std::iter::once(None).chain(ids.map(Some)).map(move |id| (id, Choice::default().with(key, id)))
}
