//! Every document that the index leads to, however many steps away: there, whole, and readable as its schema
//! says.

use super::Judge;
use crate::contract::tegels::Tegelkaart;
use crate::contract::{DocumentRef, Index, Jaargangen, Reeksdelen, Vergelijkingsgroepen, Wijken, Zoek};
use crate::import::document::{Document, sha256};
use crate::import::export::Named;
use crate::import::export::schema::{self, Schema};
use crate::import::problem::Problems;
use crate::import::read::{File, Folder};
use crate::import::references::{may_refer, references};
use serde_json::Value;
use std::collections::BTreeSet;

/// All of them by the names of their schemas, those of the index first, or without `keep` none of them; what is wrong
/// with a size or a hash is said where it stands.
pub fn walk(
    dir: &Folder,
    index: &File<Index>,
    keep: bool,
    unreadable: &mut Problems,
    problems: &mut Problems,
) -> Vec<Named> {
    let schemas = schema::all("");
    let mut walk =
        Walk { dir, schemas: &schemas, keep, seen: BTreeSet::new(), found: Vec::new(), unreadable, problems };
    let own = Document { pad: index.pad.clone(), bytes: index.text.clone().into_bytes() };
    walk.follow("index", &own);
    walk.found
}

struct Walk<'a> {
    dir: &'a Folder<'a>,
    schemas: &'a [Schema],
    keep: bool,
    seen: BTreeSet<String>,
    found: Vec<Named>,
    unreadable: &'a mut Problems,
    problems: &'a mut Problems,
}

impl Walk<'_> {
    fn follow(&mut self, name: &str, document: &Document) {
        let Some(schema) = self.schemas.iter().find(|schema| schema.name == name) else { return };
        if !may_refer(&document.bytes) {
            return;
        }
        let text = String::from_utf8_lossy(&document.bytes).into_owned();
        let Ok(content) = serde_json::from_str::<Value>(&text) else { return };
        let file = File { pad: document.pad.clone(), text, content: () };
        let mut inner = Vec::new();
        for reference in references(&content, &schema.schema) {
            let name = self.schemas.iter().find(|schema| schema.name == reference.schema);
            let name = name.map_or("", |schema| schema.name);
            match self.dir.bytes(&reference.document.pad) {
                Ok(bytes) => {
                    let mut judge = Judge::new(&file, self.problems);
                    same(&mut judge, &reference.path, &reference.document, &bytes);
                    if self.seen.insert(reference.document.pad.clone()) {
                        inner.push((name, Document { pad: reference.document.pad, bytes }));
                    }
                }
                Err(problem) if self.seen.insert(reference.document.pad.clone()) => {
                    self.unreadable.push(problem);
                }
                Err(_) => {}
            }
        }
        for (name, document) in &inner {
            self.readable(name, document);
        }
        if self.keep {
            self.found.extend(inner.iter().cloned());
        }
        inner.iter().for_each(|(name, document)| self.follow(name, document));
    }

    /// Those that no other rule reads by its type.
    fn readable(&mut self, name: &str, document: &Document) {
        let (dir, pad) = (self.dir, document.pad.as_str());
        let read = match name {
            "jaargangen" => dir.document::<Jaargangen>(pad).map(drop),
            "tegels" => dir.document::<Tegelkaart>(pad).map(drop),
            "wijken" => dir.document::<Wijken>(pad).map(drop),
            "zoek" => dir.document::<Zoek>(pad).map(drop),
            "reeksdelen" => dir.document::<Reeksdelen>(pad).map(drop),
            "vergelijkingsgroepen" => dir.document::<Vergelijkingsgroepen>(pad).map(drop),
            _ => Ok(()),
        };
        if let Err(problem) = read {
            self.unreadable.push(problem);
        }
    }
}

fn same(judge: &mut Judge<()>, path: &str, document: &DocumentRef, bytes: &[u8]) {
    let why = format!("the size of {}", document.pad);
    judge.equal(&format!("{path}.bytes"), bytes.len() as u64, document.bytes, &why);
    let why = format!("the hash of {}", document.pad);
    judge.equal(&format!("{path}.sha256"), sha256(bytes), document.sha256.clone(), &why);
}
