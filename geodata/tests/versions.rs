//! A small release of every version of the contract that was ever published is still read, and what a
//! reader does with a release of another version.

mod scratch;

use geodata::contract::SCHEMA_VERSIE;
use geodata::contract::landkaart::{Documents, Gegevens};
use geodata::import::{self, read_exports};
use scratch::{Scratch, files, root, small};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn versions() -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(root().join("geodata/tests/uitgaven")).expect("the releases");
    let mut versions: Vec<_> = entries
        .map(|entry| entry.expect("an entry").path())
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), path))
        .collect();
    versions.sort();
    versions
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("a document")).expect("JSON")
}

/// What a widget reads of a release: by the paths in its index.
fn landkaart(dir: &Path) -> Result<Gegevens, String> {
    let index = json(&dir.join("index.json"));
    let document = |name: &str| {
        let pad = index["documenten"][name]["pad"].as_str().expect("a path").to_owned();
        json(&dir.join(pad))
    };
    let (gebieden, gemeenten, themas) = (document("gebieden"), document("gemeenten"), document("themas"));
    Gegevens::read(&Documents { index, gebieden, gemeenten, themas }, "nl").map_err(|error| error.to_string())
}

/// The release of this version, as if a newer version had written it.
fn newer(version: &str) -> Scratch {
    let scratch = Scratch::copy_of(&format!("newer-{version}"), &root().join("geodata/tests/uitgaven/1.0.0"));
    for (name, _) in files(&scratch.dir).into_iter().filter(|(name, _)| name.ends_with(".json")) {
        let path = scratch.dir.join(&name);
        let mut document = json(&path);
        if document.get("schemaVersie").is_none() {
            continue;
        }
        document["schemaVersie"] = json!(version);
        document["vanLater"] = json!([{"id": "x"}]);
        for list in ["gemeenten", "themas", "interventies", "gebieden", "bronnen", "items"] {
            for record in document[list].as_array_mut().into_iter().flatten() {
                record["vanLater"] = json!({"nl": "x"});
            }
        }
        if name == "index.json" {
            document["documenten"]["vanLater"] = json!({"pad": "van-later.json", "bytes": 1, "sha256": "x"});
        }
        fs::write(path, document.to_string()).expect("a document");
    }
    scratch
}

#[test]
fn every_published_version_is_read() {
    let versions = versions();
    assert!(
        versions.iter().any(|(version, _)| version == SCHEMA_VERSIE),
        "keep a release of {SCHEMA_VERSIE}"
    );
    for (version, dir) in versions {
        let exports = read_exports(&dir).unwrap_or_else(|problem| panic!("{version}: {problem}"));
        assert_eq!(exports.index.schema_versie, version);
        let findings = import::check(&dir);
        assert_eq!(findings.unreadable.to_string() + &findings.contradictions.to_string(), "", "{version}");
        let gegevens = landkaart(&dir).unwrap_or_else(|error| panic!("{version}: {error}"));
        assert_eq!(gegevens.deelnemers.len(), 2, "{version}");
    }
}

#[test]
fn the_release_of_this_version_is_what_is_written() {
    let scratch = Scratch::new("this-version");
    import::export(&small("tabellen"), &small("kaart.topo.json"), &scratch.dir).expect("a release");
    let kept = root().join("geodata/tests/uitgaven").join(SCHEMA_VERSIE);
    for (name, bytes) in files(&kept) {
        assert!(fs::read(scratch.dir.join(&name)).is_ok_and(|written| written == bytes), "{name} differs");
    }
}

#[test]
fn an_old_reader_reads_a_newer_minor() {
    let release = newer("1.42.0");
    let exports = read_exports(&release.dir).expect("a newer minor");
    assert_eq!(exports.index.schema_versie, "1.42.0");
    assert_eq!(exports.tijdlijn.expect("a document").gebeurtenissen.len(), 2);
    assert_eq!(landkaart(&release.dir).expect("a newer minor").themas.len(), 2);
}

#[test]
fn a_newer_major_is_refused_in_words() {
    let release = newer("2.0.0");
    let problem = read_exports(&release.dir).expect_err("a newer major").to_string();
    let expected = "schemaVersie: expected a version that goes with 1.0.0, found 2.0.0; \
                    read these exports with the geodata that wrote them";
    assert!(problem.ends_with(expected), "{problem}");
    assert_eq!(landkaart(&release.dir), Err("schemaVersie: expected 1.0.0, found 2.0.0".to_owned()));
}

#[test]
fn an_older_minor_may_lack_a_document() {
    let release = Scratch::copy_of("lacking", &root().join("geodata/tests/uitgaven/1.0.0"));
    let path = release.dir.join("index.json");
    let mut index = json(&path);
    index["documenten"].as_object_mut().expect("documents").remove("tijdlijn");
    fs::write(&path, index.to_string()).expect("the index");
    assert_eq!(read_exports(&release.dir).expect("a release").tijdlijn, None);
}
