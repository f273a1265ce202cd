//! `datapackage.json`: the tables as a Data Package, version 2 (datapackage.org, 2024).

use super::tabel::{Column, Kind, SEPARATOR, Tabel};
use crate::contract::SCHEMA_VERSIE;
use crate::import::document::Document;
use crate::import::tabellen::Uitgave;
use serde_json::{Value, json};

pub const PAD: &str = "datapackage.json";

/// The package of the tables.
pub fn document(uitgave: &Uitgave, licence: &str, tabellen: &[Tabel]) -> Document {
    let resources: Vec<Value> = tabellen.iter().map(resource).collect();
    let package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "gelijke-kansen",
        "id": uitgave.uitgever.adres,
        "title": uitgave.titel.nl,
        "description": uitgave.beschrijving.nl,
        "homepage": uitgave.uitgever.uri,
        "version": SCHEMA_VERSIE,
        "created": format!("{}T00:00:00Z", uitgave.uitgegeven),
        "licenses": [{ "name": uitgave.licentie, "path": licence }],
        "contributors": [{ "title": uitgave.uitgever.naam, "path": uitgave.uitgever.uri, "roles": ["publisher"] }],
        "sources": uitgave.naamsvermelding.iter().map(|line| json!({ "title": line })).collect::<Vec<_>>(),
        "keywords": uitgave.trefwoorden,
        "resources": resources,
    });
    Document::indented(PAD, &package)
}

fn resource(tabel: &Tabel) -> Value {
    let reference = tabel.csv.reference();
    let mut schema = json!({
        "fields": tabel.columns.iter().map(field).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if !tabel.key.is_empty() {
        schema["primaryKey"] = json!(tabel.key);
    }
    json!({
        "name": tabel.name,
        "type": "table",
        "path": tabel.csv.pad,
        "title": tabel.title,
        "description": tabel.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "header": true },
        "bytes": reference.bytes,
        "hash": format!("sha256:{}", reference.sha256),
        "schema": schema,
    })
}

fn field(column: &Column) -> Value {
    let kind = match column.kind {
        Kind::Text => "string",
        Kind::Whole => "integer",
        Kind::Number => "number",
        Kind::Truth => "boolean",
        Kind::Several => "list",
    };
    let mut field = json!({ "name": column.name, "type": kind, "title": column.title });
    if let Some(text) = &column.description {
        field["description"] = json!(text);
    }
    if column.kind == Kind::Several {
        field["delimiter"] = json!(SEPARATOR);
        field["itemType"] = json!("string");
    }
    let mut constraints = json!({});
    if column.required {
        constraints["required"] = json!(true);
    }
    if !column.options.is_empty() {
        constraints["enum"] = json!(column.options);
    } else if let Some(pattern) = &column.pattern {
        constraints["pattern"] = json!(pattern);
    }
    if constraints != json!({}) {
        field["constraints"] = constraints;
    }
    field
}
