//! CBS OData. Version 3 is a row for each combination of keys, with columns whose keys end in a number that
//! shifts between tables: a column is called by its title where `DataProperties` is given. Version 4 is
//! a row for each figure: those of one combination are brought together in one row.
//!
//! Codes are padded to ten characters. In version 4 only the attribute `None` is surely a value;
//! everything else is missing, and keeps its word.

use super::records::{Json, cell, kind};
use super::{At, ForeignCell, ForeignRow, ForeignTable, Settings, delimited};
use crate::import::problem::Problems;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a key is called, the titles above it joined by `/`: `SES-WOA/Totaalscore/Gemiddelde score`.
pub type Titles = BTreeMap<String, String>;

/// Titles from `DataProperties` of version 3, or from a list of codes of version 4.
pub fn read_titles(file: &str, bytes: &[u8]) -> Result<Titles, Problems> {
    let json = Json::read(file, bytes)?;
    let list = match json.value.get("MeasureCodes") {
        Some(_) => "MeasureCodes",
        None => "value",
    };
    let objects = json.objects(list, "")?;
    let text = |object: &serde_json::Map<String, Value>, name: &str| {
        object.get(name).and_then(Value::as_str).unwrap_or_default().trim().to_owned()
    };
    let mut groups: BTreeMap<i64, (Option<i64>, String)> = BTreeMap::new();
    for (_, object) in &objects {
        if let Some(id) = object.get("ID").and_then(Value::as_i64) {
            let parent = object.get("ParentID").and_then(Value::as_i64);
            groups.insert(id, (parent, text(object, "Title")));
        }
    }
    let mut titles = Titles::new();
    for (_, object) in &objects {
        let key = [text(object, "Key"), text(object, "Identifier")].concat();
        if key.is_empty() {
            continue;
        }
        let mut names = vec![text(object, "Title")];
        let mut parent = object.get("ParentID").and_then(Value::as_i64);
        // A group inside itself would have no end.
        while let Some((above, title)) = parent.and_then(|id| groups.get(&id))
            && names.len() <= groups.len()
        {
            names.push(title.clone());
            parent = *above;
        }
        names.reverse();
        titles.insert(key, names.join("/"));
    }
    Ok(titles)
}

pub fn read_v3(file: &str, bytes: &[u8], titles: &Titles) -> Result<ForeignTable, Problems> {
    let json = Json::read(file, bytes)?;
    let next = json.value.get("odata.nextLink").and_then(Value::as_str).map(str::to_owned);
    let mut table = json.table("value", "")?;
    for name in &mut table.header {
        if let Some(title) = titles.get(name) {
            *name = title.clone();
        }
    }
    table.next = next;
    // The paths of cells lead by key, and the columns are called by title.
    if !titles.is_empty() {
        table.text = None;
        for row in &mut table.rows {
            if let At::Path(path) = &row.at {
                row.at = At::Path(format!("{file}: {path}"));
            }
        }
    }
    Ok(table)
}

/// One figure of version 4.
struct Observation {
    at: At,
    measure: String,
    value: ForeignCell,
    /// Dimension and code, by dimension.
    keys: Vec<(String, String)>,
}

pub fn read_v4(file: &str, bytes: &[u8], titles: &Titles) -> Result<ForeignTable, Problems> {
    let json = Json::read(file, bytes)?;
    let next = json.value.get("@odata.nextLink").and_then(Value::as_str).map(str::to_owned);
    let mut observations = Vec::new();
    let mut problems = Problems::default();
    for (at, object) in json.objects("value", "")? {
        let mut keys = Vec::new();
        for (name, value) in object {
            let own = ["Id", "Measure", "ValueAttribute", "Value", "StringValue"];
            if !own.contains(&name.as_str()) {
                keys.push((name.clone(), cell(value).text().to_owned()));
            }
        }
        let Some(measure) = object.get("Measure").and_then(Value::as_str) else {
            let found = kind(object.get("Measure").unwrap_or(&Value::Null));
            problems.expected(&json.place(&format!("{at}.Measure")), "the key of a measure", found);
            continue;
        };
        let value = object.get("Value").filter(|value| !value.is_null()).or(object.get("StringValue"));
        let attribute = object.get("ValueAttribute").and_then(Value::as_str).unwrap_or_default();
        let value = value.map_or_else(|| ForeignCell::Missing("null".to_owned()), cell);
        observations.push(Observation {
            at: At::Path(at.clone()),
            measure: measure.trim().to_owned(),
            value: present(attribute, value),
            keys,
        });
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut table = brought_together(file, observations, titles);
    table.next = next;
    if titles.is_empty() {
        table.text = Some(json.text);
    }
    Ok(table)
}

/// The same as CSV, with a decimal comma.
pub fn read_v4_csv(file: &str, bytes: &[u8], titles: &Titles) -> Result<ForeignTable, Problems> {
    let source = delimited::read(file, bytes, Some(b';'), &Settings::default())?;
    let column = |name: &str| source.column(name).map_err(super::one);
    let (measure, attribute, value) = (column("Measure")?, column("ValueAttribute")?, column("Value")?);
    let dimensions: Vec<usize> = (0..source.header.len())
        .filter(|at| ![measure, attribute, value].contains(at) && source.header[*at] != "Id")
        .collect();
    let mut observations = Vec::with_capacity(source.rows.len());
    for row in &source.rows {
        let text = |at: usize| row.cells[at].text().to_owned();
        let figure = ForeignCell::Text(text(value).replace(',', "."));
        observations.push(Observation {
            at: row.at.clone(),
            measure: text(measure),
            value: present(&text(attribute), figure),
            keys: dimensions.iter().map(|at| (source.header[*at].clone(), text(*at))).collect(),
        });
    }
    Ok(brought_together(file, observations, titles))
}

fn present(attribute: &str, value: ForeignCell) -> ForeignCell {
    match attribute {
        "None" => value,
        "" => ForeignCell::Missing("no ValueAttribute".to_owned()),
        other => ForeignCell::Missing(other.to_owned()),
    }
}

/// A row for each combination of keys, a column for each dimension and each measure.
fn brought_together(file: &str, observations: Vec<Observation>, titles: &Titles) -> ForeignTable {
    let mut header: Vec<String> = Vec::new();
    let mut columns: BTreeMap<String, usize> = BTreeMap::new();
    let mut position = |name: &str, title: &str| {
        *columns.entry(name.to_owned()).or_insert_with(|| {
            header.push(title.to_owned());
            header.len() - 1
        })
    };
    let mut rows: Vec<(At, BTreeMap<usize, ForeignCell>)> = Vec::new();
    let mut known: BTreeMap<Vec<(String, String)>, usize> = BTreeMap::new();
    for observation in observations {
        let Observation { at, measure, value, keys } = observation;
        let row = *known.entry(keys.clone()).or_insert_with(|| {
            let mut cells = BTreeMap::new();
            for (dimension, code) in keys {
                cells.insert(position(&dimension, &dimension), ForeignCell::Text(code));
            }
            rows.push((at, cells));
            rows.len() - 1
        });
        let title = titles.get(&measure).unwrap_or(&measure).clone();
        rows[row].1.insert(position(&format!("measure {measure}"), &title), value);
    }
    let rows = rows.into_iter().map(|(at, mut cells)| {
        let empty = || ForeignCell::Missing("no observation".to_owned());
        let cells = (0..header.len()).map(|column| cells.remove(&column).unwrap_or_else(empty)).collect();
        ForeignRow { at, cells }
    });
    let rows = rows.collect();
    ForeignTable { file: file.to_owned(), header, rows, next: None, text: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PROPERTIES: &[u8] = br#"{"value":[
        {"ID":27,"ParentID":null,"Key":"","Title":"SES-WOA"},
        {"ID":28,"ParentID":27,"Key":"","Title":"Totaalscore"},
        {"ID":29,"ParentID":28,"Key":"GemiddeldeScore_29","Title":"Gemiddelde score"}]}"#;

    #[test]
    fn a_column_is_called_by_its_titles() {
        let titles = read_titles("p.json", PROPERTIES).expect("titles");
        let text = br#"{"value":[{"WijkenEnBuurten":"GM0363    ","GemiddeldeScore_29":"  -0.100"}]}"#;
        let table = read_v3("t.json", text, &titles).expect("a table");
        let score = table.column("SES-WOA/Totaalscore/Gemiddelde score").expect("a column");
        assert_eq!(table.rows[0].cells[score], ForeignCell::Text("-0.100".to_owned()));
        let code = table.column("WijkenEnBuurten").expect("a column");
        assert_eq!(table.rows[0].cells[code], ForeignCell::Text("GM0363".to_owned()));
    }

    #[test]
    fn a_group_inside_itself_ends() {
        let text = br#"{"value":[{"ID":1,"ParentID":1,"Key":"k","Title":"t"}]}"#;
        assert!(read_titles("p.json", text).expect("titles")["k"].starts_with("t/t"));
    }

    #[test]
    fn figures_of_one_area_are_one_row() {
        let text = br#"{"value":[
            {"Id":0,"Measure":"A","ValueAttribute":"None","Value":51.2,"Wijken":"GM0014","Perioden":"2022JJ00"},
            {"Id":1,"Measure":"B","ValueAttribute":"Impossible","Value":null,"Wijken":"GM0014","Perioden":"2022JJ00"},
            {"Id":2,"Measure":"A","ValueAttribute":"None","Value":7,"Wijken":"GM0034","Perioden":"2022JJ00"}]}"#;
        let table = read_v4("o.json", text, &Titles::new()).expect("a table");
        assert_eq!(table.rows.len(), 2);
        let cells =
            |row: usize, name: &str| table.rows[row].cells[table.column(name).expect("a column")].clone();
        assert_eq!(cells(0, "A"), ForeignCell::Text("51.2".to_owned()));
        assert_eq!(cells(0, "B"), ForeignCell::Missing("Impossible".to_owned()));
        assert_eq!(cells(1, "B"), ForeignCell::Missing("no observation".to_owned()));
        assert_eq!(cells(1, "Wijken"), ForeignCell::Text("GM0034".to_owned()));
    }
}
