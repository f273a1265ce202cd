//! The documents that a document refers to, with what each is: every `pad` that stands with its `bytes` and
//! `sha256`, and the schema that the referring document's own schema names for it (`targetSchema`).

use crate::contract::DocumentRef;
use serde_json::Value;

/// A document that another names.
#[derive(Debug, Clone, PartialEq)]
pub struct Reference {
    /// Where it is named: `jaargangen[2].landkaart`.
    pub path: String,
    /// The schema it follows, or the address of the standard it follows; empty where none is named.
    pub schema: String,
    pub document: DocumentRef,
}

/// All references in a document, in its order.
pub fn references(document: &Value, schema: &Value) -> Vec<Reference> {
    let mut found = Vec::new();
    collect(document, schema, schema, "", "", &mut found);
    found
}

/// Gives every reference in a document another place.
pub fn refer(document: &mut Value, place: &mut impl FnMut(DocumentRef) -> DocumentRef) {
    if let Some(old) = reference(document) {
        let DocumentRef { pad, bytes, sha256 } = place(old);
        document["pad"] = pad.into();
        document["bytes"] = bytes.into();
        document["sha256"] = sha256.into();
    }
    match document {
        Value::Array(items) => items.iter_mut().for_each(|item| refer(item, place)),
        Value::Object(fields) => fields.values_mut().for_each(|field| refer(field, place)),
        _ => {}
    }
}

/// Whether there can be one; looking costs less than reading.
pub fn may_refer(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"\"sha256\"";
    bytes.windows(MARK.len()).any(|part| part == MARK)
}

fn collect(at: &Value, schema: &Value, root: &Value, path: &str, target: &str, found: &mut Vec<Reference>) {
    let own = resolve(root, schema);
    let named = [schema, own].into_iter().find_map(|one| one["targetSchema"].as_str());
    let target = named.unwrap_or(target);
    if let Some(document) = reference(at) {
        found.push(Reference { path: path.to_owned(), schema: target.to_owned(), document });
    }
    match at {
        Value::Array(items) => {
            for (position, item) in items.iter().enumerate() {
                collect(item, &own["items"], root, &format!("{path}[{position}]"), target, found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(field, &own["properties"][name], root, &path, target, found);
            }
        }
        _ => {}
    }
}

fn reference(at: &Value) -> Option<DocumentRef> {
    let text = |name: &str| at.get(name)?.as_str().map(str::to_owned);
    Some(DocumentRef { pad: text("pad")?, bytes: at.get("bytes")?.as_u64()?, sha256: text("sha256")? })
}

fn resolve<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema["$ref"].as_str().and_then(|reference| reference.strip_prefix('#')) {
        Some(pointer) => root.pointer(pointer).unwrap_or(&Value::Null),
        None => schema,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_reference_is_found_wherever_it_stands_with_the_schema_that_is_named_for_it() {
        let schema = json!({
            "properties": {
                "een": {"$ref": "#/$defs/Ref", "targetSchema": "x"},
                "lijst": {"targetSchema": "y", "items": {"properties": {"inner": {"$ref": "#/$defs/Ref"}}}},
            },
            "$defs": {"Ref": {"properties": {}}},
        });
        let one = |pad: &str| json!({"pad": pad, "bytes": 1, "sha256": "0"});
        let mut document = json!({"een": one("a"), "lijst": [{"inner": one("b")}, {"pad": "none"}]});
        let found = references(&document, &schema);
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.path.as_str(), one.schema.as_str(), one.document.pad.as_str()))
            .collect();
        assert_eq!(found, [("een", "x", "a"), ("lijst[0].inner", "y", "b")]);
        refer(&mut document, &mut |old| DocumentRef { pad: format!("vast/{}", old.pad), ..old });
        assert_eq!(document["lijst"][0]["inner"]["pad"], "vast/b");
    }
}
