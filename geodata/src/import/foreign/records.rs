//! JSON lists: DUO's CKAN, PDOK's pages, a plain list of objects. A field is a column; a row without it has
//! an empty cell there.

use super::{At, ForeignCell, ForeignRow, ForeignTable, one};
use crate::import::locate::locate;
use crate::import::problem::{Part, Place, Problem, Problems};
use crate::import::read::{parse, utf8};
use serde_json::{Map, Value};

/// A JSON text and what it holds.
pub(super) struct Json {
    pub file: String,
    pub text: String,
    pub value: Value,
}

/// An object with the path to it.
pub type Object<'a> = (String, &'a Map<String, Value>);

impl Json {
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, Problems> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let text = utf8(file, bytes.to_vec()).map_err(one)?;
        let value = parse(file, &text).map_err(one)?;
        Ok(Self { file: file.to_owned(), text, value })
    }

    pub fn place(&self, path: &str) -> Place {
        let (line, column) = locate(&self.text, path);
        let part = if path.is_empty() { Part::Whole } else { Part::Path(path.to_owned()) };
        Place { file: self.file.clone(), line, column, part }
    }

    pub fn problem(&self, path: &str, expected: &str, found: &str) -> Problems {
        one(Problem::expected(self.place(path), expected, found))
    }

    /// The objects of the list at `path`; `inside` leads from an item to its object.
    pub fn objects(&self, path: &str, inside: &str) -> Result<Vec<Object<'_>>, Problems> {
        let mut steps = path.split('.').filter(|step| !step.is_empty());
        let list = steps.try_fold(&self.value, |value, step| value.get(step));
        let Some(list) = list.and_then(Value::as_array) else {
            let what =
                if path.is_empty() { "a list of objects".to_owned() } else { format!("a list in {path}") };
            return Err(self.problem(path, &what, kind(list.unwrap_or(&Value::Null))));
        };
        let mut objects = Vec::with_capacity(list.len());
        let mut problems = Problems::default();
        for (position, item) in list.iter().enumerate() {
            let at = format!("{path}[{position}]");
            let (value, at) = match inside {
                "" => (Some(item), at),
                name => (item.get(name), format!("{at}.{name}")),
            };
            match value.and_then(Value::as_object) {
                Some(object) => objects.push((at, object)),
                None => {
                    let found = kind(value.unwrap_or(&Value::Null));
                    problems.expected(&self.place(&at), "an object", found);
                }
            }
        }
        if problems.is_empty() { Ok(objects) } else { Err(problems) }
    }

    /// A table with a column for every field, in the order in which they first appear.
    pub fn table(self, path: &str, inside: &str) -> Result<ForeignTable, Problems> {
        let objects = self.objects(path, inside)?;
        let mut header: Vec<String> = Vec::new();
        let mut known = std::collections::BTreeMap::new();
        for (_, object) in &objects {
            for name in object.keys() {
                if !known.contains_key(name) {
                    known.insert(name.clone(), header.len());
                    header.push(name.clone());
                }
            }
        }
        let mut rows = Vec::with_capacity(objects.len());
        for (at, object) in objects {
            let cells = header.iter().map(|name| object.get(name).map_or_else(empty, cell)).collect();
            rows.push(ForeignRow { at: At::Path(at), cells });
        }
        Ok(ForeignTable { file: self.file, header, rows, next: None, text: Some(self.text) })
    }
}

fn empty() -> ForeignCell {
    ForeignCell::Text(String::new())
}

pub(super) fn cell(value: &Value) -> ForeignCell {
    match value {
        Value::Null => ForeignCell::Missing("null".to_owned()),
        Value::String(text) => ForeignCell::Text(text.trim().to_owned()),
        other => ForeignCell::Text(other.to_string()),
    }
}

pub(super) fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "none",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

/// A plain list of objects.
pub fn read_list(file: &str, bytes: &[u8]) -> Result<ForeignTable, Problems> {
    Json::read(file, bytes)?.table("", "")
}

/// A page of DUO's `datastore_search`.
pub fn read_ckan(file: &str, bytes: &[u8]) -> Result<ForeignTable, Problems> {
    let json = Json::read(file, bytes)?;
    if json.value.get("success") != Some(&Value::Bool(true)) {
        let said = json.value.pointer("/error/message").and_then(Value::as_str);
        let found = said.map_or("no success".to_owned(), |said| format!("the error {said:?}"));
        return Err(json.problem("success", "a search that succeeded", &found));
    }
    let number = |name: &str| json.value.pointer(&format!("/result/{name}")).and_then(Value::as_u64);
    let records = json.value.pointer("/result/records").and_then(Value::as_array).map_or(0, Vec::len) as u64;
    let seen = number("offset").unwrap_or(0).saturating_add(records);
    let more = number("total").is_some_and(|total| seen < total);
    let next = json.value.pointer("/result/_links/next").and_then(Value::as_str);
    // The last page announces a next one too; only the count tells.
    let next = next.filter(|_| more).map(str::to_owned);
    let missing = more && next.is_none();
    let total = number("total").unwrap_or(0);
    if missing {
        let found = format!("{seen}, and no address of the rest");
        return Err(json.problem("result.total", &format!("{total} records"), &found));
    }
    let mut table = json.table("result.records", "")?;
    table.next = next;
    Ok(table)
}

/// A page of features of PDOK: their attributes.
pub fn read_features(file: &str, bytes: &[u8]) -> Result<ForeignTable, Problems> {
    let json = Json::read(file, bytes)?;
    if json.value.get("type").and_then(Value::as_str) != Some("FeatureCollection") {
        return Err(json.problem("type", "a FeatureCollection", "another type"));
    }
    let links = json.value.get("links").and_then(Value::as_array);
    let next =
        links.into_iter().flatten().find(|link| link.get("rel").and_then(Value::as_str) == Some("next"));
    let next = next.and_then(|link| link.get("href")?.as_str()).map(str::to_owned);
    let mut table = json.table("features", "properties")?;
    table.next = next;
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(read: Result<ForeignTable, Problems>) -> String {
        read.expect_err("a problem").to_string()
    }

    #[test]
    fn a_field_is_a_column() {
        let table = read_list("f.json", br#"[{"code":"WK001400","n":3.0},{"code":"WK001401","m":null}]"#);
        let table = table.expect("a table");
        assert_eq!(table.header, ["code", "n", "m"]);
        let expected = [
            ForeignCell::Text("WK001401".to_owned()),
            ForeignCell::Text(String::new()),
            ForeignCell::Missing("null".to_owned()),
        ];
        assert_eq!(table.rows[1].cells, expected);
    }

    #[test]
    fn a_record_that_is_none_is_named() {
        let expected = "f.json:2:1: [1]: expected an object, found a number";
        assert_eq!(problems(read_list("f.json", b"[{},\n7]")), expected);
    }

    #[test]
    fn a_search_that_failed_is_refused() {
        let text = br#"{"success":false,"error":{"message":"Not found"}}"#;
        let expected =
            "f.json:1:12: success: expected a search that succeeded, found the error \"Not found\"";
        assert_eq!(problems(read_ckan("f.json", text)), expected);
    }

    #[test]
    fn the_last_page_is_told_by_the_count() {
        let page = |total| {
            format!(
                r#"{{"success":true,"result":{{"offset":2,"total":{total},"records":[{{"a":1}}],"_links":{{"next":"/x?offset=4"}}}}}}"#
            )
        };
        assert_eq!(read_ckan("f", page(3).as_bytes()).expect("a page").next, None);
        let more = read_ckan("f", page(9).as_bytes()).expect("a page");
        assert_eq!(more.next.as_deref(), Some("/x?offset=4"));
    }
}
