//! Names and provinces from a table by code. A name that the source spells otherwise is spelled as in the table, and
//! told: some sources write names without accents. A province that the source says stays.

use super::as_text;
use crate::pipeline::keys::Keys;
use crate::pipeline::read::Feature;
use serde_json::Value;
use std::collections::BTreeMap;

/// What a table knows of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub naam: String,
    /// By name or code.
    pub provincie: String,
}

/// The code and both names, where the source has another than the table.
pub fn add(feature: &mut Feature, keys: &Keys, table: &BTreeMap<String, Known>) -> Option<String> {
    let code = feature.properties.get(&keys.code).map(as_text).unwrap_or_default();
    let Known { naam, provincie } = table.get(&code)?;
    feature.properties.entry(keys.provincie.clone()).or_insert_with(|| Value::String(provincie.clone()));
    let before = feature.properties.insert(keys.naam.clone(), Value::String(naam.clone()))?;
    let before = as_text(&before);
    (before != *naam).then(|| format!("{code} {before} -> {naam}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_name_is_spelled_as_in_the_table_and_a_missing_province_added() {
        let properties = json!({"code": "GM1900", "naam": "Sudwest-Fryslan"});
        let properties = properties.as_object().cloned().unwrap_or_default();
        let mut feature = Feature { number: 1, properties, polygons: vec![], geometry: None };
        let known = Known { naam: "Súdwest-Fryslân".to_owned(), provincie: "PV21".to_owned() };
        let keys =
            Keys { code: "code".to_owned(), naam: "naam".to_owned(), provincie: "provincie".to_owned() };
        let table = BTreeMap::from([("GM1900".to_owned(), known)]);
        let told = add(&mut feature, &keys, &table);
        assert_eq!(told.as_deref(), Some("GM1900 Sudwest-Fryslan -> Súdwest-Fryslân"));
        assert_eq!(feature.properties["naam"], "Súdwest-Fryslân");
        assert_eq!(feature.properties["provincie"], "PV21");
        assert_eq!(add(&mut feature, &keys, &table), None);
    }
}
