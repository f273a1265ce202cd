//! `index.json`: the hashes, sizes and name of the release.

use super::Judge;
use crate::contract::Index;
use crate::contract::datum::is_day;
use crate::import::document::{release, sha256};
use crate::import::problem::Problems;
use crate::import::read::{self, File};
use std::path::Path;

pub fn check(dir: &Path, file: &File<Index>, problems: &mut Problems) {
    let index = &file.content;
    let mut judge = Judge::new(file, problems);
    judge.equal(
        "release",
        release(&index.documenten),
        index.release.clone(),
        "which follows from the hashes",
    );
    if !is_day(&index.peildatum) {
        judge.expected("peildatum", "a day as 2021-01-22", format!("{:?}", index.peildatum));
    }
    judge.filled("titel.nl", &index.titel.nl);
    judge.filled("licentie", &index.licentie);
    if index.naamsvermelding.iter().all(|line| line.trim().is_empty()) {
        judge.expected("naamsvermelding", "at least one line", "none");
    }
    let optional = [
        ("indicatoren", &index.documenten.indicatoren),
        ("vergelijkingsgroepen", &index.documenten.vergelijkingsgroepen),
    ];
    let optional = optional.into_iter().filter(|(_, document)| document.is_some()).map(|(name, _)| name);
    let names = ["gemeenten", "themas", "interventies", "bronnen", "gebieden", "landkaart"];
    let names = names.into_iter().chain(optional);
    for (name, document) in names.zip(index.documenten.each()) {
        // That it can be read is known by now.
        let Ok(bytes) = read::bytes(dir, &document.pad) else { continue };
        let path = format!("documenten.{name}");
        let why = format!("the size of {}", document.pad);
        judge.equal(&format!("{path}.bytes"), bytes.len() as u64, document.bytes, &why);
        let why = format!("the hash of {}", document.pad);
        judge.equal(&format!("{path}.sha256"), sha256(&bytes), document.sha256.clone(), &why);
    }
}
