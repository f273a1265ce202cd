//! Names and provinces that a source leaves out, added from a table by code. What the source says stays.

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

pub fn add(feature: &mut Feature, keys: &Keys, table: &BTreeMap<String, Known>) {
    let code = feature.properties.get(&keys.code).map(as_text).unwrap_or_default();
    let Some(Known { naam, provincie }) = table.get(&code) else { return };
    for (key, text) in [(&keys.naam, naam), (&keys.provincie, provincie)] {
        feature.properties.entry(key.clone()).or_insert_with(|| Value::String(text.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_what_is_missing_is_added() {
        let properties = json!({"code": "GM0014", "naam": "Grins"}).as_object().cloned().unwrap_or_default();
        let mut feature = Feature { number: 1, properties, polygons: vec![], geometry: None };
        let known = Known { naam: "Groningen".to_owned(), provincie: "PV20".to_owned() };
        let keys =
            Keys { code: "code".to_owned(), naam: "naam".to_owned(), provincie: "provincie".to_owned() };
        add(&mut feature, &keys, &BTreeMap::from([("GM0014".to_owned(), known)]));
        assert_eq!(feature.properties["naam"], "Grins");
        assert_eq!(feature.properties["provincie"], "PV20");
    }
}
