//! The published schemas, by an independent validator (npm `ajv`, JSON Schema 2020-12): every document is
//! valid, and none of its mutations is.

use serde_json::Value;
use std::io::Write;
use std::process::Command;
use tests::root;

#[test]
fn every_document_is_valid_by_its_schema_and_no_mutation_is() {
    if !root().join("tests/node_modules/ajv").is_dir() {
        let _ =
            writeln!(std::io::stderr(), "SKIPPED: npm packages are not installed; tests/run installs them");
        return;
    }
    let output = Command::new("node")
        .arg(root().join("tests/schemas/validate.mjs"))
        .arg(root().join("examples/exports"))
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let result: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    println!("{} valid, {} mutations refused; {}", result["valid"], result["refused"], result["schemas"]);
    assert_eq!(result["wrong"], serde_json::json!([]));
    assert!(result["valid"].as_u64() > Some(180), "{result}");
    assert!(result["refused"].as_u64() > Some(2_000), "{result}");
    let schemas = std::fs::read_dir(root().join("examples/exports/schema/1.0.0")).expect("the schemas");
    let used = result["schemas"].as_object().map(serde_json::Map::len);
    assert_eq!(Some(schemas.count()), used, "every schema has a document: {result}");
}
