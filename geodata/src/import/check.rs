//! What is readable but contradicts itself, all of it at once.
//!
//! Each document is judged in its own file; a rule between two documents is judged where the one that
//! refers stands.

mod bronnen;
mod gebieden;
mod gemeenten;
mod index;
mod indicatoren;
mod interventies;
mod ordered;
mod themas;

use super::areas::Areas;
use super::locate::locate;
use super::problem::{Part, Place, Problem, Problems};
use super::read::{self, File};
use crate::contract::telling::Telling;
use crate::contract::{
    Bronnen, DocumentRef, Gebieden, Gemeenten, Index, Interventies, Themas, Verwijzing, datum::is_datum,
};
use std::collections::BTreeSet;
use std::fmt::Display;
use std::path::Path;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Documents that are missing or not what the contract says. Nothing can be said between documents.
    pub unreadable: Problems,
    /// Documents that can be read and are wrong.
    pub contradictions: Problems,
}

/// The documents of a release, all readable.
struct Documents {
    index: File<Index>,
    gemeenten: File<Gemeenten>,
    themas: File<Themas>,
    interventies: File<Interventies>,
    bronnen: File<Bronnen>,
    gebieden: File<Gebieden>,
    landkaart: Areas,
    telling: Telling,
    /// The ids of all sources.
    known: BTreeSet<String>,
}

/// Reads the index in `dir` and everything it names, and judges all of it.
pub fn check(dir: &Path) -> Findings {
    let mut findings = Findings::default();
    if let Some(documents) = read_all(dir, &mut findings.unreadable) {
        let problems = &mut findings.contradictions;
        index::check(dir, &documents.index, problems);
        gemeenten::check(&documents, problems);
        themas::check(&documents, problems);
        interventies::check(&documents, problems);
        bronnen::check(&documents, problems);
        gebieden::check(&documents, problems);
        indicatoren::check(dir, &documents, &mut findings);
    }
    Findings {
        unreadable: findings.unreadable.in_file_order(),
        contradictions: findings.contradictions.in_file_order(),
    }
}

fn read_all(dir: &Path, unreadable: &mut Problems) -> Option<Documents> {
    let index: File<Index> = keep(read::document(dir, "index.json"), unreadable)?;
    let documenten = &index.content.documenten;
    let gemeenten = keep(read::document(dir, &documenten.gemeenten.pad), unreadable);
    let themas = keep(read::document(dir, &documenten.themas.pad), unreadable);
    let interventies: Option<File<Interventies>> =
        keep(read::document(dir, &documenten.interventies.pad), unreadable);
    let bronnen: Option<File<Bronnen>> = keep(read::document(dir, &documenten.bronnen.pad), unreadable);
    let gebieden = keep(read::document(dir, &documenten.gebieden.pad), unreadable);
    let landkaart = keep(read_map(dir, &documenten.landkaart), unreadable);
    let (interventies, bronnen) = (interventies?, bronnen?);
    Some(Documents {
        gemeenten: gemeenten?,
        themas: themas?,
        gebieden: gebieden?,
        landkaart: landkaart?,
        telling: Telling::new(&interventies.content.interventies),
        known: bronnen.content.bronnen.iter().map(|bron| bron.id.clone()).collect(),
        index,
        interventies,
        bronnen,
    })
}

fn read_map(dir: &Path, document: &DocumentRef) -> Result<Areas, Problem> {
    Areas::read(&document.pad, read::bytes(dir, &document.pad)?)
}

fn keep<T>(result: Result<T, Problem>, unreadable: &mut Problems) -> Option<T> {
    result.map_err(|problem| unreadable.push(problem)).ok()
}

/// One document under judgement.
struct Judge<'a, T> {
    file: &'a File<T>,
    problems: &'a mut Problems,
}

impl<'a, T> Judge<'a, T> {
    fn new(file: &'a File<T>, problems: &'a mut Problems) -> Self {
        Self { file, problems }
    }

    fn expected(&mut self, path: &str, expected: impl Display, found: impl Display) {
        let (line, column) = locate(&self.file.text, path);
        let part = Part::Path(path.to_owned());
        self.problems.expected(&Place { file: self.file.pad.clone(), line, column, part }, expected, found);
    }

    /// Both must be equal; the document's own value is the one found.
    fn equal<V: PartialEq + Display>(&mut self, path: &str, expected: V, found: V, why: &str) {
        if expected != found {
            self.expected(path, format!("{expected}, {why}"), found);
        }
    }

    fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.expected(path, "a text", "none");
        }
    }

    fn datum(&mut self, path: &str, datum: &str) {
        if !is_datum(datum) {
            self.expected(path, "a date as 2021-01-22, 2021-01 or 2021", format!("{datum:?}"));
        }
    }

    /// At least one source, and all of them in `bronnen.json`.
    fn sources(&mut self, path: &str, bronnen: &[Verwijzing], known: &BTreeSet<String>) {
        if bronnen.is_empty() {
            self.expected(path, "at least one source", "none");
        }
        for (position, verwijzing) in bronnen.iter().enumerate() {
            if !known.contains(&verwijzing.bron) {
                let path = format!("{path}[{position}].bron");
                self.expected(&path, "the id of a source", format!("{:?}", verwijzing.bron));
            }
        }
    }
}
