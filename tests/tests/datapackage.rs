//! The Data Package, by an independent validator (PyPI `frictionless`): every table has the columns, types and
//! sizes that the package says.

use serde_json::Value;
use std::io::Write;
use std::process::Command;
use tests::root;

#[test]
fn every_table_is_what_the_package_says() {
    let frictionless = root().join("tests/venv/bin/frictionless");
    if !frictionless.is_file() {
        let _ = writeln!(std::io::stderr(), "SKIPPED: frictionless is not installed; tests/run installs it");
        return;
    }
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
