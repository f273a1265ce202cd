//! The tokens that a host may set, as the sheet has them and as design tools read them.

#[path = "tokens/sheet.rs"]
mod sheet;

use serde_json::Value;
use sheet::{SHEET, Token, long, tokens};
use std::collections::BTreeMap;

const PREFIX: &str = "gka-dataviz-";

/// The colours of a browser without `light-dark()`, by our own names.
fn fallbacks() -> BTreeMap<String, String> {
    let block = SHEET.split_once(":host,[data-gka-release]{").expect("the sheet begins with its tokens").1;
    let block = block.split_once('}').expect("a block ends").0;
    let declarations = block.split(';').filter_map(|declaration| declaration.split_once(':'));
    declarations.map(|(name, value)| (name.trim_start_matches("--gka-").to_owned(), long(value))).collect()
}

/// The tokens of the published file: name after `--gka-dataviz-`, light and dark.
fn published() -> BTreeMap<String, [String; 2]> {
    let document: Value =
        serde_json::from_str(include_str!("../src/view/tokens.json")).expect("tokens.json is JSON");
    let mut found = BTreeMap::new();
    walk(&document, &mut Vec::new(), &mut found);
    found
}

/// A node with a `$value` is a token; its path is its name (Design Tokens Format Module 2025.10, 5 and 6).
fn walk(node: &Value, path: &mut Vec<String>, found: &mut BTreeMap<String, [String; 2]>) {
    let Value::Object(members) = node else { return };
    if let Some(value) = members.get("$value") {
        let name = path.join("-");
        let name =
            name.strip_prefix(PREFIX).unwrap_or_else(|| panic!("{name} is not in the group of {PREFIX}"));
        let dark = &members["$extensions"]["nl.gelijke-kansen.dark"];
        assert_eq!(members["$extensions"]["nl.nldesignsystem.css-property-syntax"], "<color>", "{name}");
        assert!(
            members["$description"].as_str().is_some_and(|text| text.len() > 10),
            "{name} says what it is for"
        );
        found.insert(name.to_owned(), [colour(value, name), colour(dark, name)]);
        return;
    }
    for (name, child) in members.iter().filter(|(name, _)| !name.starts_with('$')) {
        path.push(name.clone());
        walk(child, path, found);
        path.pop();
    }
}

/// A colour by the Color Module: components from 0 to 1, which say what `hex` says.
fn colour(value: &Value, name: &str) -> String {
    assert_eq!(value["colorSpace"], "srgb", "{name}");
    let hex = value["hex"].as_str().unwrap_or_else(|| panic!("{name} has no hex")).to_owned();
    let components = value["components"].as_array().unwrap_or_else(|| panic!("{name} has no components"));
    let written: String = components
        .iter()
        .map(|part| format!("{:02x}", (part.as_f64().expect("a number") * 255.).round() as u8))
        .collect();
    assert_eq!(hex, format!("#{written}"), "{name}");
    hex
}

#[test]
fn the_published_tokens_are_those_of_the_sheet() {
    let sheet: BTreeMap<String, [String; 2]> =
        tokens().into_iter().map(|(name, token)| (name, [token.light, token.dark])).collect();
    assert!(sheet.len() >= 19, "{}", sheet.len());
    assert_eq!(published(), sheet);
}

#[test]
fn a_browser_without_light_dark_has_our_light_colours() {
    let light: BTreeMap<String, String> =
        tokens().into_values().map(|Token { own, light, .. }| (own, light)).collect();
    assert_eq!(fallbacks(), light);
}

#[test]
fn every_rule_uses_a_token_that_is_there() {
    let declared = fallbacks();
    let families = ["gka-", "nl-", "utrecht-", "rhc-", "basis-"];
    for name in SHEET.split("var(--").skip(1) {
        let name = name.split([',', ')']).next().unwrap_or_default();
        assert!(families.iter().any(|family| name.starts_with(family)), "--{name} is no token");
    }
    let mut used: Vec<&str> =
        SHEET.split("var(--gka-").skip(1).filter_map(|rest| rest.split([',', ')']).next()).collect();
    used.retain(|name| !name.starts_with("dataviz-"));
    for name in &used {
        let own = SHEET.contains(&format!("{{--gka-{name}:")) || SHEET.contains(&format!(";--gka-{name}:"));
        assert!(declared.contains_key(*name) || own, "--gka-{name} is used and nowhere declared");
    }
    for name in declared.keys() {
        assert!(used.contains(&name.as_str()), "--gka-{name} is declared and nowhere used");
    }
}

#[test]
fn text_and_controls_follow_the_theme_of_a_host_and_data_does_not() {
    let tokens = tokens();
    for (name, families) in [
        ("color", ["--nl-", "--utrecht-", "--rhc-"].as_slice()),
        ("accent-color", ["--nl-", "--utrecht-", "--rhc-"].as_slice()),
        ("background-color", ["--utrecht-", "--rhc-"].as_slice()),
        ("control-border-color", ["--utrecht-", "--rhc-"].as_slice()),
    ] {
        for family in families {
            assert!(tokens[name].host.iter().any(|host| host.starts_with(family)), "{name} has no {family}");
        }
    }
    for (name, token) in &tokens {
        let data = ["sequential", "participant", "pattern", "land", "water"];
        if data.iter().any(|part| name.starts_with(part)) {
            assert_eq!(token.host, Vec::<String>::new(), "{name}: a scale is tested as a whole");
        }
    }
}
