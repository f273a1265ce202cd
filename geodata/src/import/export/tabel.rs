//! A list of a document as a table: its columns from the schema, its cells from the records.
//!
//! A field inside a field is a column with both names (`toetreding_datum`). Several values stand in one
//! cell, [`SEPARATOR`] between them; several objects stand in columns beside each other, the first of one
//! belonging to the first of the other. Nothing is lost but the difference between none and empty.

pub mod cijfers;

use crate::import::document::Document;
use serde_json::{Map, Value};

/// Between the values of a cell. No text of the exports holds it.
pub const SEPARATOR: &str = "|";

/// One list of one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Tabel {
    /// `tijdlijn`, or `npo-kalender` where a document has several lists.
    pub name: String,
    pub title: String,
    pub description: String,
    pub columns: Vec<Column>,
    /// The columns that name a row; none where nothing does.
    pub key: Vec<String>,
    /// RFC 4180, UTF-8, with a header; the same rows always give the same bytes.
    pub csv: Document,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub name: String,
    pub title: String,
    pub description: Option<String>,
    pub kind: Kind,
    /// Whether every record has it.
    pub required: bool,
    pub pattern: Option<String>,
    /// The closed list it is from.
    pub options: Vec<String>,
    path: Vec<Step>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Whole,
    Number,
    Truth,
    /// Several values, or a value and a count: `taal=2`.
    Several,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    Field(String),
    /// Into each item of a list.
    Each,
}

/// Whether a document of this schema has lists of records.
pub fn has_lists(schema: &Value) -> bool {
    let lists = fields(schema, schema).into_iter().flat_map(|map| map.values());
    lists.into_iter().any(|property| {
        let items = resolve(schema, property).get("items").map(|items| resolve(schema, items));
        items.is_some_and(|items| items.get("properties").is_some())
    })
}

/// The lists of a document, by its schema. A list of documents is no list of facts, and no table.
pub fn tabellen(name: &str, schema: &Value, document: &Value) -> Vec<Tabel> {
    let lists: Vec<(&String, &Value, &Vec<Value>)> = fields(schema, schema)
        .into_iter()
        .flatten()
        .filter_map(|(list, property)| {
            let items = resolve(schema, resolve(schema, property).get("items")?);
            let records = document.get(list)?.as_array()?;
            // The sources of the document itself are no list of records.
            let own = list != "bronnen" || name == "bronnen";
            let facts = items.get("properties").is_some_and(|fields| fields.get("sha256").is_none());
            (own && facts).then_some((list, items, records))
        })
        .collect();
    let single = lists.len() == 1;
    let tabel = |(list, items, records): (&String, &Value, &Vec<Value>)| {
        let mut columns = Vec::new();
        collect(schema, items, &[], true, &mut columns);
        let rows = records.iter().map(|record| columns.iter().map(|column| cell(record, column)).collect());
        let own = if single || list == name { name.to_owned() } else { format!("{name}-{}", kebab(list)) };
        let description = |schema: &Value| schema["description"].as_str().unwrap_or_default().to_owned();
        Tabel {
            title: if single { field_title(name) } else { format!("{}: {list}", field_title(name)) },
            description: Some(description(items))
                .filter(|text| !text.is_empty())
                .unwrap_or(description(schema)),
            key: key(&columns).into_iter().collect(),
            csv: csv(&own, &columns, rows),
            name: own,
            columns,
        }
    };
    lists.into_iter().map(tabel).collect()
}

/// The column that names a record, where there is one.
fn key(columns: &[Column]) -> Option<String> {
    let first = columns.first().filter(|first| ["id", "code"].contains(&first.name.as_str()))?;
    first.required.then(|| first.name.clone())
}

/// The file of a table, beside the index in `csv/`.
fn csv(name: &str, columns: &[Column], rows: impl Iterator<Item = Vec<String>>) -> Document {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let header = columns.iter().map(|column| column.name.clone()).collect();
    for row in std::iter::once(header).chain(rows) {
        writer.write_record(row).expect("memory does not fail, and every row has all columns");
    }
    let bytes = writer.into_inner().expect("memory does not fail");
    Document { pad: format!("csv/{name}.csv"), bytes }
}

/// The name of a field as a reader says it: `schemaVersie` is "Schema versie".
pub fn field_title(name: &str) -> String {
    let words = kebab(name).replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            kebab.push('-');
        }
        kebab.push(letter.to_ascii_lowercase());
    }
    kebab
}

fn collect(root: &Value, schema: &Value, path: &[Step], required: bool, columns: &mut Vec<Column>) {
    let resolved = resolve(root, schema);
    if let Some(properties) = fields(root, resolved) {
        let needed = |name: &str| {
            resolved["required"].as_array().is_some_and(|names| names.iter().any(|one| one == name))
        };
        for (name, property) in properties {
            let mut path = path.to_vec();
            path.push(Step::Field(name.clone()));
            collect(root, property, &path, required && needed(name), columns);
        }
        return;
    }
    let items = resolved.get("items").map(|items| resolve(root, items));
    if let Some(items) = items
        && fields(root, items).is_some()
    {
        let mut path = path.to_vec();
        path.push(Step::Each);
        collect(root, items, &path, false, columns);
        return;
    }
    let map = ["additionalProperties", "patternProperties"];
    let map = map.iter().any(|keyword| resolved.get(*keyword).is_some_and(Value::is_object));
    let several = map || resolved["type"] == "array";
    let kind = match resolved["type"].as_str() {
        _ if several || path.contains(&Step::Each) => Kind::Several,
        Some("integer") => Kind::Whole,
        Some("number") => Kind::Number,
        Some("boolean") => Kind::Truth,
        _ => Kind::Text,
    };
    let text = |name: &str| [schema, resolved].iter().find_map(|one| one[name].as_str().map(str::to_owned));
    let single = kind != Kind::Several;
    columns.push(Column {
        name: column_name(path),
        title: column_title(path),
        description: text("description"),
        required: required && single,
        pattern: text("pattern").filter(|_| single),
        options: if single { options(resolved) } else { Vec::new() },
        kind,
        path: path.to_vec(),
    });
}

fn fields<'a>(root: &'a Value, schema: &'a Value) -> Option<&'a Map<String, Value>> {
    resolve(root, schema).get("properties")?.as_object()
}

/// The schema that a reference leads to.
fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => root.pointer(pointer).map_or(schema, |inner| resolve(root, inner)),
        None => schema,
    }
}

/// The values of a closed list; each may have a description of its own.
fn options(schema: &Value) -> Vec<String> {
    let texts = |values: &Value| -> Vec<String> {
        values.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let mut options = texts(&schema["enum"]);
    for choice in schema["oneOf"].as_array().into_iter().flatten() {
        options.extend(choice["const"].as_str().map(str::to_owned));
        options.extend(texts(&choice["enum"]));
    }
    options
}

fn names(path: &[Step]) -> impl Iterator<Item = &String> {
    path.iter().filter_map(|step| match step {
        Step::Field(name) => Some(name),
        Step::Each => None,
    })
}

fn column_name(path: &[Step]) -> String {
    names(path).map(|name| kebab(name).replace('-', "_")).collect::<Vec<_>>().join("_")
}

fn column_title(path: &[Step]) -> String {
    field_title(&names(path).cloned().collect::<Vec<_>>().join("-"))
}

fn cell(record: &Value, column: &Column) -> String {
    value(record, &column.path)
}

fn value(at: &Value, path: &[Step]) -> String {
    match path {
        [] => text(at),
        [Step::Field(name), rest @ ..] => at.get(name).map(|inner| value(inner, rest)).unwrap_or_default(),
        [Step::Each, rest @ ..] => {
            let items = at.as_array().into_iter().flatten();
            let cells: Vec<String> = items.map(|item| value(item, rest)).collect();
            // A column of nothing but gaps is an empty cell.
            if cells.iter().all(String::is_empty) { String::new() } else { cells.join(SEPARATOR) }
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(SEPARATOR),
        Value::Object(counts) => {
            let counts = counts.iter().map(|(name, count)| format!("{name}={}", text(count)));
            counts.collect::<Vec<_>>().join(SEPARATOR)
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn schema() -> Value {
        json!({
            "properties": {"dingen": {"type": "array", "items": {"$ref": "#/$defs/Ding"}}},
            "$defs": {
                "Ding": {
                    "required": ["id", "soort", "toetreding"],
                    "properties": {
                        "id": {"type": "string"},
                        "soort": {"oneOf": [{"const": "a"}, {"enum": ["b", "c"]}]},
                        "toetreding": {"required": ["datum"], "properties": {"datum": {"type": "string"}}},
                        "aantal": {"type": "integer"},
                        "codes": {"type": "array", "items": {"type": "string"}},
                        "perThema": {"additionalProperties": {"type": "integer"}},
                        "bronnen": {"type": "array", "items": {"properties": {
                            "bron": {"type": "string"}, "plaats": {"type": "string"}
                        }}},
                    },
                },
            },
        })
    }

    #[test]
    fn a_list_becomes_a_table_without_loss() {
        let document = json!({"dingen": [{
            "id": "x", "soort": "a", "toetreding": {"datum": "2019"}, "aantal": 2, "codes": ["GM1", "GM2"],
            "perThema": {"taal": 1, "rekenen": 2},
            "bronnen": [{"bron": "brief", "plaats": "r. 1"}, {"bron": "krant"}],
        }]});
        let [tabel] = &tabellen("dingen", &schema(), &document)[..] else { panic!("one list") };
        let names: Vec<&str> = tabel.columns.iter().map(|column| column.name.as_str()).collect();
        let expected = [
            "id",
            "soort",
            "toetreding_datum",
            "aantal",
            "codes",
            "per_thema",
            "bronnen_bron",
            "bronnen_plaats",
        ];
        assert_eq!(names, expected);
        let csv = String::from_utf8_lossy(&tabel.csv.bytes);
        let row = "x,a,2019,2,GM1|GM2,taal=1|rekenen=2,brief|krant,r. 1|";
        assert_eq!(csv.lines().collect::<Vec<_>>(), [&expected.join(","), row]);
        assert_eq!(tabel.columns[1].options, ["a", "b", "c"]);
        assert_eq!(tabel.columns.iter().filter(|column| column.required).count(), 3);
        assert_eq!(tabel.key, ["id"]);
    }

    #[test]
    fn a_name_of_a_field_reads_as_words() {
        assert_eq!(field_title("schemaVersie"), "Schema versie");
        assert_eq!(field_title("deel-thema"), "Deel thema");
    }
}
