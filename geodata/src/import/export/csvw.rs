//! A CSV file beside each list, with metadata by CSV on the Web (W3C Recommendation, 2015) beside it.

use super::tabel::{Column, Kind, SEPARATOR, Tabel};
use crate::import::document::Document;
use serde_json::{Value, json};

/// Where a table lies, relative to the index.
pub fn path(tabel: &Tabel) -> String {
    format!("csv/{}.csv", tabel.name)
}

/// RFC 4180, UTF-8, with a header; the same rows always give the same bytes.
pub fn csv(tabel: &Tabel) -> Document {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let header = tabel.columns.iter().map(|column| column.name.as_str());
    let rows = tabel.rows.iter().map(|row| row.iter().map(String::as_str).collect());
    for row in std::iter::once(header.collect::<Vec<_>>()).chain(rows) {
        writer.write_record(row).expect("memory does not fail, and every row has all columns");
    }
    let bytes = writer.into_inner().expect("memory does not fail");
    Document { pad: path(tabel), bytes }
}

/// The metadata of a table, found by its name: `X.csv-metadata.json`.
pub fn metadata(tabel: &Tabel, licence: &str) -> Document {
    let columns: Vec<Value> = tabel.columns.iter().map(column).collect();
    let mut schema = json!({ "columns": columns });
    if let Some(key) = tabel.key() {
        schema["primaryKey"] = json!(key.name);
    }
    let metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": "nl" }],
        "url": format!("{}.csv", tabel.name),
        "dc:title": tabel.title,
        "dc:description": { "@value": tabel.description, "@language": "en" },
        "dc:license": { "@id": licence },
        "tableSchema": schema,
    });
    Document::indented(&format!("{}-metadata.json", path(tabel)), &metadata)
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
