//! Gemeenten of a square each, saved and mapped by the command.

#![allow(dead_code, reason = "each test file uses a part")]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A directory of its own for each test.
pub fn directory(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("inputs").join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a directory");
    path
}

pub fn sources() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/bronnen");
    if !path.is_dir() {
        println!("skipped: ../shared is absent");
        return None;
    }
    Some(path)
}

pub fn geodata(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_geodata"))
        .current_dir(directory)
        .args(["map", "--year", "2022", "--out", "out.topo.json", "--report", "report.json"])
        .args(arguments)
        .output()
        .expect("the command runs")
}

/// The map and the report.
pub fn made(directory: &Path, arguments: &[&str]) -> (Value, Value) {
    let output = geodata(directory, arguments);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let read = |name: &str| {
        let text = fs::read_to_string(directory.join(name)).expect("a file");
        serde_json::from_str(&text).expect("JSON")
    };
    (read("out.topo.json"), read("report.json"))
}

/// What a refusal says; nothing may have been written.
pub fn refused(directory: &Path, arguments: &[&str]) -> Vec<String> {
    let output = geodata(directory, arguments);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!directory.join("out.topo.json").exists());
    String::from_utf8_lossy(&output.stderr).lines().map(str::to_owned).collect()
}

/// A square of 4 km, its south-west corner at kilometres.
pub fn square(properties: Value, [x, y]: [i32; 2]) -> Value {
    let (west, south) = (x * 1000, y * 1000);
    let ring = json!([
        [west, south],
        [west + 4000, south],
        [west + 4000, south + 4000],
        [west, south + 4000],
        [west, south]
    ]);
    json!({"type": "Feature", "properties": properties, "geometry": {"type": "Polygon", "coordinates": [ring]}})
}

pub fn gemeente(code: &str, x: i32) -> Value {
    square(json!({"statcode": code, "statnaam": "Ergens", "provincie": "Utrecht"}), [x, 450])
}

pub fn collection(features: Vec<Value>, more: Value) -> Value {
    let mut collection = json!({"type": "FeatureCollection", "features": features});
    let members = more.as_object().expect("an object").clone();
    collection.as_object_mut().expect("an object").extend(members);
    collection
}

pub fn save(directory: &Path, name: &str, document: &Value) {
    fs::write(directory.join(name), document.to_string()).expect("a file");
}

pub fn codes(map: &Value, object: &str) -> Vec<String> {
    let areas = map["objects"][object]["geometries"].as_array().expect("a list of areas");
    areas.iter().map(|area| area["id"].as_str().expect("a code").to_owned()).collect()
}

pub fn link(rel: &str, href: &str) -> Value {
    json!({"rel": rel, "href": href})
}
