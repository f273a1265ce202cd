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
mod kerncijfers;
mod links;
mod npo;
mod ordered;
mod rollen;
mod stukken;
mod themas;
mod tijdlijn;
mod videos;

use super::areas::Areas;
use super::jaargangen;
use super::locate::locate;
use super::problem::{Part, Place, Problem, Problems};
use super::read::{self, File};
use crate::contract::datum::is_datum;
use crate::contract::register::documents as documents_of_the_register;
use crate::contract::telling::Telling;
use crate::contract::*;
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

        fn read_all(dir: &Path, unreadable: &mut Problems) -> Option<Documents> {
            let index: File<Index> = keep(read::document(dir, "index.json"), unreadable)?;
            let documenten = &index.content.documenten;
            let gemeenten: Option<File<Gemeenten>> =
                keep(read::document(dir, &documenten.gemeenten.pad), unreadable);
            let themas = keep(read::document(dir, &documenten.themas.pad), unreadable);
            let interventies: Option<File<Interventies>> =
                keep(read::document(dir, &documenten.interventies.pad), unreadable);
            let bronnen: Option<File<Bronnen>> =
                keep(read::document(dir, &documenten.bronnen.pad), unreadable);
            let gebieden = keep(read::document(dir, &documenten.gebieden.pad), unreadable);
            let landkaart = keep(read_map(dir, &documenten.landkaart), unreadable);
            $(let $name: Option<File<$type>> = documenten
                .$name
                .as_ref()
                .and_then(|reference| keep(read::document(dir, &reference.pad), unreadable));)*
            let delen = documenten
                .delen
                .as_ref()
                .and_then(|reference| keep(read::document(dir, &reference.pad), unreadable));
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
    let mut findings = Findings::default();
    let documents = read_all(dir, &mut findings.unreadable);
    if let Some(documents) = documents.filter(|_| findings.unreadable.is_empty()) {
        let problems = &mut findings.contradictions;
        index::check(dir, &documents.index, problems);
        gemeenten::check(&documents, problems);
        themas::check(&documents, problems);
        interventies::check(&documents, problems);
        bronnen::check(&documents, problems);
        gebieden::check(&documents, problems);
        if let Some(document) = &documents.index.content.documenten.jaargangen {
            jaargangen::check(dir, document, &mut findings.unreadable, problems);
        }
        registered(&documents, problems);
        indicatoren::check(dir, &documents, &mut findings);
        let problems = &mut findings.contradictions;
        // What is made from the documents is compared when they are right, by the version that made it.
        if problems.is_empty() && documents.index.content.schema_versie == SCHEMA_VERSIE {
            if let Some(file) = &documents.delen {
                delen::check(dir, &documents, &mut Judge::new(file, problems));
            }
            datapakket::check(dir, &documents.index, problems);
        }
    }
    Findings {
        unreadable: findings.unreadable.in_file_order(),
        contradictions: findings.contradictions.in_file_order(),
    }
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
