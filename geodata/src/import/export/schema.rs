//! A JSON Schema (2020-12) for every document, from the contract's types: their docs are its texts.
//!
//! Stricter than a reader: it says what this version writes, so it knows every field, and a field that is
//! absent is left out, never `null`. A newer minor comes with schemas of its own at an address of its own.

use super::tabel::{field_title, has_lists};
use crate::contract::delen::{DeelGemeente, DeelThema};
use crate::contract::*;
use crate::import::document::Document;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value, json};

/// The schema of a document, by the name of its field in the index, or of the slice.
pub struct Schema {
    pub name: &'static str,
    pub schema: Value,
}

impl Schema {
    /// Whether its documents have records, which make tables.
    pub fn has_lists(&self) -> bool {
        has_lists(&self.schema)
    }
}

macro_rules! schemas {
    ($($(#[doc = $doc:literal])* $name:ident: $type:ident,)*) => {
        /// Of the index, of every document that it leads to, and of the slices.
        pub fn all(address: &str) -> Vec<Schema> {
            vec![
                of::<Index>("index", "What is in this release, and how to check it.", address),
                of::<Gemeenten>("gemeenten", "The participants of the peildatum.", address),
                of::<Themas>("themas", "What the participants work on.", address),
                of::<Interventies>("interventies", "What is done where.", address),
                of::<Bronnen>("bronnen", "Where facts come from.", address),
                of::<Gebieden>("gebieden", "Every gemeente of a year, by name and neighbour.", address),
                $(of::<$type>(stringify!($name), concat!($($doc),*), address),)*
                of::<Zoek>("zoek", "Other names that lead to a gemeente.", address),
                of::<Jaargangen>("jaargangen", "The maps of other years, of tiles and of wijken.", address),
                of::<Tegelkaart>("tegels", "Every gemeente of a year as one equal cell.", address),
                of::<Wijken>("wijken", "The maps of wijken.", address),
                landkaart(address),
                of::<Indicatoren>("indicatoren", "What is measured, and which figures there are.", address),
                of::<Reeksdelen>("reeksdelen", "The figures of a series, for each gemeente.", address),
                of::<Cijfers>("cijfers", "The figures of a series.", address),
                of::<Vergelijkingsgroepen>("vergelijkingsgroepen", "Which gemeenten are alike.", address),
                of::<Delen>("delen", "Where the slices are.", address),
                of::<DeelThema>("deel-thema", "Everything of one thema.", address),
                of::<DeelGemeente>("deel-gemeente", "Everything of one gemeente.", address),
            ]
        }
    };
}

register::documents!(schemas);

/// Where a schema lies, relative to the index.
pub fn path(name: &str) -> String {
    format!("schema/{SCHEMA_VERSIE}/{name}.schema.json")
}

/// The files of the schemas.
pub fn documents(schemas: &[Schema]) -> Vec<Document> {
    schemas.iter().map(|schema| Document::indented(&path(schema.name), &schema.schema)).collect()
}

fn of<T: JsonSchema>(name: &'static str, text: &str, address: &str) -> Schema {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = Value::from(generator.into_root_schema_for::<T>());
    tidy(&mut schema);
    if let Value::Object(fields) = &mut schema {
        let mut root = Map::new();
        for key in ["$schema", "$id", "title", "description"] {
            root.insert(key.to_owned(), fields.remove(key).unwrap_or_default());
        }
        root["$id"] = json!(format!("{address}{}", path(name)));
        root["title"] = json!(field_title(name));
        root["description"] = json!(text.trim());
        root.append(fields);
        *fields = root;
    }
    Schema { name, schema }
}

/// Of the maps, whose types are those of the topology and not of the contract: written by hand.
fn landkaart(address: &str) -> Schema {
    let name = "landkaart";
    let schema: Value =
        serde_json::from_str(include_str!("schema/landkaart.json")).expect("the schema of maps is JSON");
    let mut root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("{address}{}", path(name)),
        "title": field_title(name),
    });
    if let (Value::Object(root), Value::Object(fields)) = (&mut root, schema) {
        root.extend(fields);
    }
    Schema { name, schema: root }
}

/// What the types do not say, or say in the words of Rust.
fn tidy(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(tidy),
        Value::Object(fields) => {
            plain(fields);
            if let Some(Value::Object(properties)) = fields.get_mut("properties") {
                for (name, property) in properties.iter_mut() {
                    describe(name, property);
                }
                fields.entry("additionalProperties").or_insert(json!(false));
            }
            fields.values_mut().for_each(tidy);
        }
        _ => {}
    }
}

/// Without the names of machine types, and without the marks of links between docs.
fn plain(fields: &mut Map<String, Value>) {
    let machine = |format: &Value| {
        format.as_str().is_some_and(|format| {
            ["uint", "int", "double", "float"].iter().any(|name| format.starts_with(name))
        })
    };
    if fields.get("format").is_some_and(machine) {
        fields.remove("format");
    }
    if let Some(Value::String(text)) = fields.get_mut("description") {
        *text = text.replace("[`", "").replace("`]", "").replace("super::", "");
    }
}

/// A property: titled by its name, without `null`, and with the form that its name asks for.
fn describe(name: &str, property: &mut Value) {
    let Value::Object(fields) = property else { return };
    fields.remove("default");
    if let Some(Value::Array(types)) = fields.get("type") {
        let only = types.iter().find(|one| *one != "null").cloned().unwrap_or_default();
        fields.insert("type".to_owned(), only);
    }
    if let Some(Value::Array(choices)) = fields.get("anyOf")
        && let [Value::Object(one), null] = &choices[..]
        && *null == json!({"type": "null"})
    {
        let one = one.clone();
        fields.remove("anyOf");
        fields.extend(one);
    }
    fields.entry("title").or_insert_with(|| json!(field_title(name)));
    if let Some(pattern) = form(name)
        && fields.get("type") == Some(&json!("string"))
    {
        fields.insert("pattern".to_owned(), json!(pattern));
    }
}

/// The form of a text by the name of its field.
fn form(name: &str) -> Option<&'static str> {
    Some(match name {
        "datum" | "datumInStuk" | "na" | "uiterlijk" | "ondertekend" | "peildatum" | "van" | "tot" => {
            "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        }
        "uitgegeven" => "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        "schemaVersie" => "^[0-9]+\\.[0-9]+\\.[0-9]+$",
        "sha256" => "^[0-9a-f]{64}$",
        "release" => "^[0-9a-f]{12}$",
        "url" => "^https?://[^\\s]+$",
        "id" | "slug" => "^[a-z0-9]+(-[a-z0-9]+)*$",
        _ => return None,
    })
}
