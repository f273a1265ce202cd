//! The slices of gemeenten, which the index does not list one by one.

use super::Error;
use geodata::contract::Index;
use geodata::import::read::document;
use std::collections::BTreeMap;
use std::path::Path;
use widgets::publish::site::Delen;

/// Reads what the release beside `index` has of them: the first part of each.
pub fn read(exports: &Path, index: &Index) -> Result<Option<Delen>, Error> {
    let Some(reference) = &index.documenten.delen else { return Ok(None) };
    let list: geodata::contract::Delen = document(exports, &reference.pad)?.content;
    let mut gemeenten = BTreeMap::new();
    let mut last = None;
    // The parts of one gemeente stand one after the other.
    for deel in &list.gemeenten {
        if last.replace(&deel.van) != Some(&deel.van) {
            gemeenten.insert(deel.pad.clone(), document(exports, &deel.pad)?.content);
        }
    }
    Ok(Some(Delen { list, gemeenten }))
}
