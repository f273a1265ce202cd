//! The bundle as an npm package: what package managers, editors and type checkers read beside it.
//!
//! | file | what |
//! |---|---|
//! | `package.json` | `.` is the loader's address without side effects worth naming; `./define` defines the tags |
//! | `gka.d.ts` | the tags in `HTMLElementTagNameMap`, their properties and events, and JSX |
//! | `react.d.ts` | the same JSX for React 19 |
//! | `custom-elements.json` | Custom Elements Manifest 2.1.0 |
//! | `web-types.json` | for the editors of JetBrains |
//! | `sri.json` | the integrity of every file, SHA-384 |

use super::tags::{Described, EVENTS, Event, TAGS, Tag};
use super::{Asset, Bundle};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha384};
use std::fmt::Write as _;

const VERSION: &str = env!("CARGO_PKG_VERSION");
const TOKENS: &str = include_str!("../../view/tokens.json");
const NAME: &str = "gka-widgets";

/// Everything that stands beside the bundle; `sri.json` speaks of the bundle.
pub fn files(bundle: &Bundle) -> Vec<Asset> {
    let loader = &bundle.loader.name;
    let text = |name: &str, content: Value| Asset { name: name.to_owned(), content: pretty(&content) };
    vec![
        text("package.json", package(loader)),
        text("custom-elements.json", manifest(loader)),
        text("web-types.json", web_types()),
        text("sri.json", sri(bundle)),
        Asset { name: "gka.d.ts".to_owned(), content: types().into_bytes() },
        Asset { name: "react.d.ts".to_owned(), content: REACT.as_bytes().to_vec() },
    ]
}

fn pretty(content: &Value) -> Vec<u8> {
    format!("{content:#}\n").into_bytes()
}

fn package(loader: &str) -> Value {
    let entry = json!({ "types": "./gka.d.ts", "default": format!("./{loader}") });
    json!({
        "name": NAME,
        "version": VERSION,
        "description": "Embeddable widgets of the Gelijke Kansen Alliantie",
        "license": "EUPL-1.2",
        "type": "module",
        "types": "./gka.d.ts",
        "exports": {
            ".": entry,
            "./define": entry,
            "./react": { "types": "./react.d.ts" },
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
            "./*": "./*",
        },
        "sideEffects": true,
        "customElements": "custom-elements.json",
        "web-types": "web-types.json",
    })
}

fn manifest(loader: &str) -> Value {
    let declaration = |tag: &Tag| {
        json!({
            "kind": "class",
            "customElement": true,
            "name": tag.class,
            "tagName": tag.name,
            "description": tag.description,
            "superclass": { "name": "HTMLElement" },
            "attributes": tag.attributes.iter().map(|attribute| json!({
                "name": attribute.name, "description": attribute.description, "type": { "text": "string" },
            })).collect::<Vec<_>>(),
            "events": tag.events.iter().map(|event| json!({
                "name": event.name,
                "description": event.description,
                "type": { "text": format!("CustomEvent<{}>", event.detail) },
            })).collect::<Vec<_>>(),
            "slots": tag.slots.iter().map(|slot| json!({ "name": slot.name, "description": slot.description })).collect::<Vec<_>>(),
            "cssParts": tag.parts.iter().map(|part| json!({ "name": part.name, "description": part.description })).collect::<Vec<_>>(),
            "cssProperties": properties().iter().map(|(name, description)| json!({
                "name": name, "description": description, "syntax": "<color>",
            })).collect::<Vec<_>>(),
        })
    };
    json!({
        "schemaVersion": "2.1.0",
        "modules": [{
            "kind": "javascript-module",
            "path": loader,
            "declarations": TAGS.iter().map(declaration).collect::<Vec<_>>(),
            "exports": TAGS.iter().map(|tag| json!({
                "kind": "custom-element-definition",
                "name": tag.name,
                "declaration": { "name": tag.class, "module": loader },
            })).collect::<Vec<_>>(),
        }],
    })
}

fn web_types() -> Value {
    json!({
        "$schema": "https://json.schemastore.org/web-types",
        "name": NAME,
        "version": VERSION,
        "description-markup": "markdown",
        "contributions": { "html": { "elements": TAGS.iter().map(|tag| json!({
            "name": tag.name,
            "description": tag.description,
            "attributes": tag.attributes.iter().map(|attribute| json!({
                "name": attribute.name, "description": attribute.description, "value": { "type": "string" },
            })).collect::<Vec<_>>(),
            "js": { "events": tag.events.iter().map(|event| json!({
                "name": event.name, "description": event.description,
            })).collect::<Vec<_>>() },
            "css": { "properties": properties().iter().map(|(name, description)| json!({
                "name": name, "description": description,
            })).collect::<Vec<_>>() },
        })).collect::<Vec<_>>() } },
    })
}

/// The custom properties a host may set, from the tokens: `--gka-dataviz-color` and what it is for.
fn properties() -> Vec<(String, String)> {
    let tokens: Value = serde_json::from_str(TOKENS).expect("the tokens are JSON, a test reads them");
    let mut properties = Vec::new();
    walk(&tokens, "-", &mut properties);
    properties
}

fn walk(group: &Value, path: &str, properties: &mut Vec<(String, String)>) {
    for (name, child) in group.as_object().into_iter().flatten() {
        if name.starts_with('$') {
            continue;
        }
        let path = format!("{path}-{name}");
        if child.get("$value").is_some() {
            properties.push((path, child["$description"].as_str().unwrap_or_default().to_owned()));
        } else {
            walk(child, &path, properties);
        }
    }
}

/// JSX of React 19, whose elements are no longer global.
const REACT: &str = "import type { GkaElements } from \"./gka.js\";\n\n\
    declare module \"react\" {\n  namespace JSX {\n    interface IntrinsicElements extends GkaElements {}\n  }\n}\n";

/// What is a property of an element and no attribute alone; `lang` every element has.
fn is_property(name: &str) -> bool {
    !["lang", "loading", "integrity"].contains(&name)
}

fn types() -> String {
    let (mut classes, mut names, mut jsx) = (String::new(), String::new(), String::new());
    for tag in &TAGS {
        let (mut properties, mut attributes) = (String::new(), String::new());
        for Described { name, description } in tag.attributes {
            let _ = write!(attributes, "\n    /** {description} */\n    {name}?: string;");
            if is_property(name) {
                let _ = write!(properties, "\n  /** {description} */\n  {name}: string | null;");
            }
        }
        let (class, description) = (tag.class, tag.description);
        let _ = writeln!(
            classes,
            "/** {description} */\nexport interface {class} extends HTMLElement {{{properties}\n}}\n"
        );
        let _ = writeln!(names, "    \"{}\": {class};", tag.name);
        let _ = writeln!(jsx, "  \"{}\": GkaProps & {{{attributes}\n  }};", tag.name);
    }
    let (mut events, mut listeners) = (String::new(), String::new());
    for Event { name, detail, description } in EVENTS {
        let _ = writeln!(events, "    /** {description} */\n    \"{name}\": CustomEvent<{detail}>;");
        let _ = writeln!(
            listeners,
            "  /** {description} */\n  \"on{name}\"?: (event: CustomEvent<{detail}>) => void;"
        );
    }
    format!(
        "// The tags of gka-widgets. Importing the module defines them.\n\n{classes}\
         /** What every tag takes in JSX. */\nexport interface GkaProps {{\n  \
         id?: string;\n  class?: string;\n  lang?: string;\n  hidden?: boolean;\n  slot?: string;\n  key?: string | number;\n  \
         ref?: unknown;\n  children?: unknown;\n{listeners}}}\n\n\
         /** The tags in JSX; for React import \"{NAME}/react\" beside it. */\nexport interface GkaElements {{\n{jsx}}}\n\n\
         declare global {{\n  interface HTMLElementTagNameMap {{\n{names}  }}\n  interface HTMLElementEventMap {{\n{events}  }}\n  \
         namespace JSX {{\n    interface IntrinsicElements extends GkaElements {{}}\n  }}\n}}\n"
    )
}

fn sri(bundle: &Bundle) -> Value {
    let integrity = |asset: &Asset| {
        (
            asset.name.clone(),
            Value::from(format!("sha384-{}", STANDARD.encode(Sha384::digest(&asset.content)))),
        )
    };
    Value::Object(bundle.assets().into_iter().map(integrity).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Key;

    #[test]
    fn the_attributes_described_are_those_the_loader_observes() {
        let loader = include_str!("../../element/gka.js");
        let observed = loader.split_once("observedAttributes = [").and_then(|(_, rest)| rest.split_once(']'));
        let observed = observed.expect("the loader observes attributes").0;
        let own = observed.split('"').skip(1).step_by(2);
        let keys = Key::ALL.iter().map(|key| key.name());
        let described = TAGS.iter().flat_map(|tag| tag.attributes);
        let known: Vec<&str> = described.map(|attribute| attribute.name).collect();
        for name in own.chain(keys) {
            assert!(known.contains(&name), "{name} is not described");
        }
        for name in known {
            assert!(
                loader.contains(&format!("\"{name}\"")) || Key::ALL.iter().any(|key| key.name() == name),
                "{name}"
            );
        }
    }

    #[test]
    fn every_property_of_the_sheet_is_described() {
        let properties = properties();
        assert!(properties.iter().any(|(name, _)| name == "--gka-dataviz-color"), "{properties:?}");
        assert!(properties.iter().all(|(_, description)| !description.is_empty()));
    }
}
