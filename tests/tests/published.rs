//! The published form by independent validators: the Data Package (PyPI `frictionless`), whose tables have the
//! columns, types and sizes that it says, and the catalogue as RDF (PyPI `pyshacl`).

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::root;
use tests::scratch::Scratch;

/// A program of the Python environment, where there is one; says so where there is none.
fn program(name: &str) -> Option<PathBuf> {
    let path = root().join("tests/venv/bin").join(name);
    if path.is_file() {
        return Some(path);
    }
    let _ = writeln!(std::io::stderr(), "SKIPPED: {name} is not installed; tests/run installs it");
    None
}

#[test]
fn the_catalogue_conforms_to_its_profile() {
    let Some(pyshacl) = program("pyshacl") else { return };
    let conforms = |catalogue: &Path| {
        let output = Command::new(&pyshacl)
            .args(["--shapes", "tests/schemas/dcat-ap-nl.ttl", "--shacl-file-format", "turtle"])
            .args(["--data-file-format", "json-ld"])
            .arg(catalogue)
            .current_dir(root())
            .output()
            .expect("pyshacl runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(said.contains("Conforms: "), "{said}{}", String::from_utf8_lossy(&output.stderr));
        (said.contains("Conforms: True"), said)
    };
    let catalogue = root().join("examples/exports/catalogus.jsonld");
    let (well, said) = conforms(&catalogue);
    assert!(well, "{said}");
    // The shapes refuse what lacks something.
    let scratch = Scratch::new();
    let text = std::fs::read_to_string(&catalogue).expect("the catalogue");
    for (there, not) in [
        ("dct:license", "dct:licence"),
        ("vcard:Kind", "vcard:Kin"),
        ("dct:conformsTo", "dct:conforms"),
        ("dcat:landingPage", "dcat:page"),
    ] {
        let broken = scratch.file("catalogus.jsonld", &text.replace(there, not));
        assert!(!conforms(&broken).0, "without {there}");
    }
}

#[test]
fn every_table_is_what_the_package_says() {
    let Some(frictionless) = program("frictionless") else { return };
    let output = Command::new(frictionless)
        .args(["validate", "examples/exports/datapackage.json", "--json"])
        .current_dir(root())
        .output()
        .expect("frictionless runs");
    let said = String::from_utf8_lossy(&output.stderr);
    let report: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {said}"));
    let wrong: Vec<&Value> =
        report["tasks"].as_array().into_iter().flatten().filter(|task| task["valid"] != true).collect();
    assert!(report["valid"] == true && wrong.is_empty(), "{}: {wrong:#?}", report["errors"]);
    println!("{} tables, {} s", report["stats"]["tasks"], report["stats"]["seconds"]);
    assert!(report["stats"]["tasks"].as_u64() > Some(50), "{}", report["stats"]);
}
