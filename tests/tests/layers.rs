//! The architecture as tests: each layer imports only downward.

use tests::layers::{Layer, Source, sources};
use tests::root;

/// Anything that is a screen, or talks to one.
macro_rules! browser {
    ($($more:literal),*) => {
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "serde_wasm_bindgen", $($more),*]
    };
}

const GEODATA: [Layer; 5] = [
    Layer {
        room: "geodata/src/json",
        modules: &[],
        geodata: &[],
        strangers: browser!["std::fs", "std::path", "geo", "geojson", "csv", "toml", "clap"],
    },
    Layer {
        room: "geodata/src/contract",
        modules: &["json"],
        geodata: &["contract"],
        strangers: browser!["std::fs", "std::path", "geo", "geojson", "csv", "toml", "clap"],
    },
    Layer {
        room: "geodata/src/topology",
        modules: &["json"],
        geodata: &["topology"],
        strangers: browser!["std::fs", "std::path", "geo", "geojson", "csv", "toml", "clap"],
    },
    Layer {
        room: "geodata/src/pipeline",
        modules: &["topology", "contract"],
        geodata: &["pipeline", "topology"],
        strangers: browser!["csv", "toml", "clap"],
    },
    Layer {
        // The topology for its words only: neighbours and label points of areas, no coordinate work.
        room: "geodata/src/import",
        modules: &["contract", "topology"],
        geodata: &["import", "contract", "topology"],
        strangers: browser!["geo", "geojson", "clap"],
    },
];

const WIDGETS: [Layer; 5] = [
    Layer {
        room: "widgets/src/model",
        modules: &[],
        geodata: &["contract", "topology"],
        strangers: browser!["serde_json", "std::fs", "std::path", "std::env"],
    },
    Layer {
        room: "widgets/src/view",
        modules: &["model"],
        geodata: &[],
        strangers: &[
            "serde",
            "serde_json",
            "serde_wasm_bindgen",
            "gloo",
            "wasm_bindgen_futures",
            "std::fs",
            "web_sys::Request",
            "web_sys::Response",
            "crate::model::path",
        ],
    },
    Layer {
        room: "widgets/src/element",
        modules: &["model", "view"],
        geodata: &["contract", "topology", "json"],
        strangers: &["serde_json", "std::fs", "crate::model::path"],
    },
    Layer {
        room: "widgets/src/publish",
        modules: &["model", "view"],
        geodata: &["contract", "topology", "import", "json"],
        strangers: &["web_sys", "js_sys", "gloo", "crate::model::path"],
    },
    Layer {
        room: "widgets/src/gka",
        modules: &[],
        geodata: &["contract", "topology", "import", "pipeline", "json"],
        strangers: browser!["crate::model", "widgets::view"],
    },
];

#[test]
fn every_file_of_geodata_knows_only_what_lies_below_it() {
    assert_eq!(trespasses("geodata", &GEODATA), Vec::<String>::new());
}

#[test]
fn every_file_of_widgets_knows_only_what_lies_below_it() {
    assert_eq!(trespasses("widgets", &WIDGETS), Vec::<String>::new());
}

#[test]
fn every_file_has_a_layer() {
    // The index of a library and the command's table of contents name all layers; `command` is geodata's `gka`.
    let indexes = ["src/lib.rs", "src/main.rs"];
    let commands = "geodata/src/command";
    for (krate, layers) in [("geodata", &GEODATA[..]), ("widgets", &WIDGETS)] {
        let homeless: Vec<String> = sources(root(), krate)
            .into_iter()
            .filter(|source| !layers.iter().any(|layer| layer.holds(source)))
            .map(|source| source.path)
            .filter(|path| !indexes.iter().any(|index| path.ends_with(index)) && !path.starts_with(commands))
            .collect();
        assert_eq!(homeless, Vec::<String>::new());
    }
}

#[test]
fn a_trespass_is_seen_in_every_form() {
    let seen = |path: &str, code: &str| {
        let layer = &WIDGETS[0];
        layer.trespasses(&Source { path: path.to_owned(), code: code.to_owned() }).len()
    };
    let file = "widgets/src/model/words.rs";
    assert_eq!(seen(file, "use crate::view::Links;\n"), 1);
    assert_eq!(seen(file, "use crate::{model::Choice, view::{Links, list}, element};\n"), 2);
    assert_eq!(seen(file, "fn f() -> geodata::import::Table { web_sys::window() }\n"), 2);
    assert_eq!(seen(file, "use super::super::view;\n"), 1);
    assert_eq!(
        seen(file, "use super::Choice;\nuse crate::model::{Landkaart, words};\nlet leptosporen = 1;\n"),
        0
    );
    assert_eq!(seen("widgets/src/model.rs", "use super::view;\n"), 1);
}

fn trespasses(krate: &str, layers: &[Layer]) -> Vec<String> {
    let sources = sources(root(), krate);
    assert!(!sources.is_empty(), "{krate} has no source");
    let found = |layer: &Layer| {
        let own = sources.iter().filter(|source| layer.holds(source));
        own.flat_map(|source| layer.trespasses(source)).collect::<Vec<_>>()
    };
    layers.iter().flat_map(found).collect()
}
