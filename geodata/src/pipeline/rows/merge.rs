//! Several rows with one code, made one area where the caller asks for it: the parts of all of them, under the
//! number and the properties of the first. Borders between them dissolve when the coverage is walked
//! (see [`heal`](crate::pipeline::heal)).

use super::as_text;
use crate::pipeline::read::Feature;
use serde::Serialize;
use std::collections::BTreeMap;

/// The rows of a code that became one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Merged {
    pub code: String,
    /// Their numbers in the source, the one that gave its properties first.
    pub features: Vec<usize>,
}

/// Rows without a code, or whose geometry could not be read, stay rows: they are problems of their own.
pub fn merge(features: Vec<Feature>, key: &str) -> (Vec<Feature>, Vec<Merged>) {
    let mut kept: Vec<Feature> = Vec::with_capacity(features.len());
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let mut numbers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for feature in features {
        let code = feature.properties.get(key).map(as_text).unwrap_or_default();
        match first.get(&code) {
            Some(&at) if feature.geometry.is_none() => {
                numbers.entry(code).or_insert_with(|| vec![kept[at].number]).push(feature.number);
                kept[at].polygons.extend(feature.polygons);
            }
            _ => {
                if !code.is_empty() && feature.geometry.is_none() {
                    first.entry(code).or_insert(kept.len());
                }
                kept.push(feature);
            }
        }
    }
    (kept, numbers.into_iter().map(|(code, features)| Merged { code, features }).collect())
}
