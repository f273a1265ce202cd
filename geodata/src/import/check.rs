//! What is readable but contradicts itself, all of it at once.
//!
//! Each document is judged in its own file; a rule between two documents is judged where the one that
//! refers stands.

mod agendas;
mod begrippen;
mod bronnen;
mod communities;
mod correcties;
mod datapakket;
mod deelnemers;
mod delen;
mod everywhere;
mod experimenten;
mod gebieden;
mod gemeenten;
mod index;
mod indicatoren;
mod interventies;
mod items;
mod kaarten;
mod kerncijfers;
mod links;
mod npo;
mod ordered;
mod reachable;
mod rollen;
mod standen;
mod stukken;
mod themas;
mod tijdlijn;
mod videos;
mod zoek;

use super::areas::Areas;
use super::document::Document;
use super::locate::locate;
use super::problem::{Part, Place, Problem, Problems};
use super::read::{File, Folder};
use crate::contract::datum::is_datum;
use crate::contract::register::documents as documents_of_the_register;
use crate::contract::telling::Telling;
use crate::contract::*;
use std::collections::BTreeSet;
use std::fmt::{self, Display};
use std::path::Path;

/// What a check found.
#[derive(Debug, Default)]
pub struct Findings {
    /// Documents that are missing or not what the contract says. Nothing can be said between documents.
    pub unreadable: Problems,
    /// Documents that can be read and are wrong.
    pub contradictions: Problems,
}

impl Findings {
    pub fn is_well(&self) -> bool {
        self.unreadable.is_empty() && self.contradictions.is_empty()
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> =
            self.unreadable.iter().chain(self.contradictions.iter()).map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

macro_rules! documents {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// The documents of a release, all readable; of an older release some are missing.
        struct Documents {
            index: File<Index>,
            gemeenten: File<Gemeenten>,
            themas: File<Themas>,
            interventies: File<Interventies>,
            bronnen: File<Bronnen>,
            gebieden: File<Gebieden>,
            landkaart: Areas,
            $($name: Option<File<$type>>,)*
            delen: Option<File<Delen>>,
            telling: Telling,
            /// The ids of all sources.
            known: BTreeSet<String>,
        }

        fn read_all(dir: &Folder, unreadable: &mut Problems) -> Option<Documents> {
            let index: File<Index> = keep(dir.document("index.json"), unreadable)?;
            let documenten = &index.content.documenten;
            let gemeenten: Option<File<Gemeenten>> =
                keep(dir.document(&documenten.gemeenten.pad), unreadable);
            let themas = keep(dir.document(&documenten.themas.pad), unreadable);
            let interventies: Option<File<Interventies>> =
                keep(dir.document(&documenten.interventies.pad), unreadable);
            let bronnen: Option<File<Bronnen>> =
                keep(dir.document(&documenten.bronnen.pad), unreadable);
            let gebieden = keep(dir.document(&documenten.gebieden.pad), unreadable);
            let landkaart = keep(read_map(dir, &documenten.landkaart), unreadable);
            $(let $name: Option<File<$type>> = documenten
                .$name
                .as_ref()
                .and_then(|reference| keep(dir.document(&reference.pad), unreadable));)*
            let delen = documenten
                .delen
                .as_ref()
                .and_then(|reference| keep(dir.document(&reference.pad), unreadable));
            let (gemeenten, interventies, bronnen) = (gemeenten?, interventies?, bronnen?);
            Some(Documents {
                themas: themas?,
                gebieden: gebieden?,
                landkaart: landkaart?,
                $($name,)*
                delen,
                telling: Telling::new(&interventies.content.interventies, &gemeenten.content.gemeenten),
                known: bronnen.content.bronnen.iter().map(|bron| bron.id.clone()).collect(),
                index,
                gemeenten,
                interventies,
                bronnen,
            })
        }

        /// What every document of the register is held to, and what each is held to of its own.
        fn registered(documents: &Documents, problems: &mut Problems) {
            $(if let Some(file) = &documents.$name {
                everywhere::check(documents, file, problems);
                $name::check(documents, &mut Judge::new(file, problems));
            })*
        }
    };
}

documents_of_the_register!(documents);

/// Reads the index in `dir` and everything it names, and judges all of it.
pub fn check(dir: &Path) -> Findings {
    judge(&Folder::Disk(dir), true)
}

/// What would be said of a release that is not written yet: all but what was only just made from the documents.
pub fn check_documents(documents: &[Document]) -> Findings {
    let files = documents.iter().map(|document| (document.pad.as_str(), document.bytes.as_slice()));
    judge(&Folder::Memory(files.collect()), false)
}

/// With `made`, slices, tables and pinned copies are made once more and compared.
fn judge(dir: &Folder, made: bool) -> Findings {
    let mut findings = Findings::default();
    let documents = read_all(dir, &mut findings.unreadable);
    if let Some(documents) = documents.filter(|_| findings.unreadable.is_empty()) {
        let problems = &mut findings.contradictions;
        index::check(&documents.index, problems);
        let reachable = reachable::walk(dir, &documents.index, made, &mut findings.unreadable, problems);
        gemeenten::check(&documents, problems);
        themas::check(&documents, problems);
        interventies::check(&documents, problems);
        bronnen::check(&documents, problems);
        gebieden::check(&documents, problems);
        if let Some(document) = &documents.gebieden.content.zoek {
            zoek::check(dir, &documents, document, &mut findings.unreadable, problems);
        }
        registered(&documents, problems);
        if let Some(document) = &documents.index.content.documenten.jaargangen {
            kaarten::check(dir, &documents, document, &mut findings);
        }
        indicatoren::check(dir, &documents, &mut findings);
        let problems = &mut findings.contradictions;
        // What is made from the documents is compared when they are right, by the version that made it.
        if made && problems.is_empty() && documents.index.content.schema_versie == SCHEMA_VERSIE {
            if let Some(file) = &documents.delen {
                delen::check(dir, &documents, &mut Judge::new(file, problems));
            }
            datapakket::check(dir, &documents.index, &reachable, problems);
        }
    }
    Findings {
        unreadable: findings.unreadable.in_file_order(),
        contradictions: findings.contradictions.in_file_order(),
    }
}

fn read_map(dir: &Folder, document: &DocumentRef) -> Result<Areas, Problem> {
    Areas::read(&document.pad, dir.bytes(&document.pad)?)
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
