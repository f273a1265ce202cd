//! The published form: what stands beside the documents so that others can use them without asking.

use super::schema::{self, Schema};
use super::tabel::{Tabel, cijfers, tabellen};
use super::{Named, catalogus, csvw, datapackage};
use crate::import::document::Document;
use crate::import::tabellen::Uitgave;
use serde_json::Value;
use std::collections::BTreeSet;

/// Schemas, tables with their metadata, data package and catalogue of the whole documents.
pub struct Published {
    pub datapakket: Document,
    pub catalogus: Document,
    /// Those that the index does not name.
    pub files: Vec<Document>,
}

/// `named` are the documents by the names of their schemas; those in `whole` stand in the index, and so in the
/// catalogue.
pub fn publish(uitgave: &Uitgave, whole: &BTreeSet<String>, named: &[Named]) -> Published {
    let schemas = schema::all(&uitgave.uitgever.adres);
    let tabellen = tables(&schemas, named);
    let licence = catalogus::licence(&uitgave.licentie);
    let datapakket = datapackage::document(uitgave, &licence, &tabellen);
    let listed: Vec<&Named> = named.iter().filter(|(_, document)| whole.contains(&document.pad)).collect();
    let catalogus = catalogus::document(uitgave, &listed, &tabellen);
    let mut files = schema::documents(&schemas);
    files.extend(tabellen.iter().map(|tabel| csvw::metadata(tabel, &licence)));
    files.extend(tabellen.into_iter().map(|tabel| tabel.csv));
    Published { datapakket, catalogus, files }
}

/// Every list of facts of every document that has a schema, and the figures of every series.
pub fn tables(schemas: &[Schema], named: &[Named]) -> Vec<Tabel> {
    let mut tables = Vec::new();
    for (name, document) in named.iter().filter(|(name, _)| !cijfers::is_of(name)) {
        let Some(schema) = schemas.iter().find(|schema| schema.name == *name && schema.has_lists()) else {
            continue;
        };
        if let Ok(content) = serde_json::from_slice::<Value>(&document.bytes) {
            let several = named.iter().filter(|(other, _)| other == name).count() > 1;
            let name = if several { own_name(document) } else { (*name).to_owned() };
            tables.extend(tabellen(&name, &schema.schema, &content));
        }
    }
    tables.extend(cijfers::tabellen(named));
    tables
}

/// `tegels-2021` of `landkaart/tegels-2021.json`.
fn own_name(document: &Document) -> String {
    let file = document.pad.rsplit('/').next().unwrap_or_default();
    file.split('.').next().unwrap_or_default().to_owned()
}
