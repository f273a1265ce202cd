//! What describes a table: metadata by CSV on the Web (W3C Recommendation, 2015) beside it.

use super::tabel::{Column, Kind, SEPARATOR, Tabel};
use crate::import::document::Document;
use serde_json::{Value, json};

/// Where the metadata of a table stands: beside it, found by its name.
pub fn path(tabel: &Tabel) -> String {
    format!("{}-metadata.json", tabel.csv.pad)
}

/// The metadata of a table, at its [`path`].
pub fn metadata(tabel: &Tabel, licence: &str) -> Document {
    let columns: Vec<Value> = tabel.columns.iter().map(column).collect();
    let mut schema = json!({ "columns": columns });
    match &tabel.key[..] {
        [] => {}
        [key] => schema["primaryKey"] = json!(key),
        keys => schema["primaryKey"] = json!(keys),
    }
    let metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "nl" }],
        "url": format!("{}.csv", tabel.name),
        "dc:title": tabel.title,
        "dc:description": { "@value": tabel.description, "@language": "en" },
        "dc:license": { "@id": licence },
        "tableSchema": schema,
    });
    Document::indented(&path(tabel), &metadata)
}

fn column(column: &Column) -> Value {
    let mut described = json!({
        "name": column.name,
        "titles": column.name,
        "datatype": datatype(column),
    });
    if column.required {
        described["required"] = json!(true);
    }
    if column.kind == Kind::Several {
        described["separator"] = json!(SEPARATOR);
    }
    if let Some(text) = &column.description {
        described["dc:description"] = json!({ "@value": text, "@language": "en" });
    }
    described
}

fn datatype(column: &Column) -> Value {
    match (column.kind, &column.pattern) {
        (Kind::Whole, _) => json!("integer"),
        (Kind::Number, _) => json!("double"),
        (Kind::Truth, _) => json!("boolean"),
        (Kind::Text, Some(pattern)) => json!({ "base": "string", "format": pattern }),
        _ => json!("string"),
    }
}
