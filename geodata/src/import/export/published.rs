//! The published form: what stands beside the documents so that others can use them without asking.

use super::schema::{self, Schema};
use super::tabel::{Tabel, tabellen};
use super::{catalogus, csvw, datapackage};
use crate::import::document::Document;
use crate::import::tabellen::Uitgave;
use serde_json::Value;

/// Documents about documents, by the names of their fields in the index: they have no table.
pub const DESCRIBING: [&str; 3] = ["datapakket", "catalogus", "delen"];

/// Schemas, tables with their metadata, data package and catalogue of the whole documents.
pub struct Published {
    pub datapakket: Document,
    pub catalogus: Document,
    /// Those that the index does not name.
    pub files: Vec<Document>,
}

/// `named` are the whole documents with the names of their fields in the index.
pub fn publish(uitgave: &Uitgave, named: &[(&str, &Document)]) -> Published {
    let schemas = schema::all(&uitgave.uitgever.adres);
    let tabellen = tables(&schemas, named);
    let licence = catalogus::licence(&uitgave.licentie);
    let csv: Vec<Document> = tabellen.iter().map(csvw::csv).collect();
    let datapakket = datapackage::document(uitgave, &licence, &tabellen, &csv);
    let documents: Vec<Document> = named.iter().map(|(_, document)| (*document).clone()).collect();
    let catalogus = catalogus::document(uitgave, &documents, &tabellen);
    let mut files = schema::documents(&schemas);
    files.extend(csv);
    files.extend(tabellen.iter().map(|tabel| csvw::metadata(tabel, &licence)));
    Published { datapakket, catalogus, files }
}

/// Every list of every document that has a schema.
pub fn tables(schemas: &[Schema], named: &[(&str, &Document)]) -> Vec<Tabel> {
    let mut tables = Vec::new();
    for (name, document) in named {
        let schema = schemas.iter().find(|schema| schema.name == *name);
        let content: Option<Value> = serde_json::from_slice(&document.bytes).ok();
        if let (Some(schema), Some(content)) = (schema, content) {
            tables.extend(tabellen(name, &schema.schema, &content));
        }
    }
    tables
}
