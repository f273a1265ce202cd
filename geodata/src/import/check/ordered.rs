//! Lists that must be in an order, and whose values must differ.

use super::Judge;
use std::collections::BTreeMap;
use std::fmt::Display;

impl<T> Judge<'_, T> {
    /// Every value of `field` in `list` once.
    pub fn each_once<V: Ord + Display>(
        &mut self,
        list: &str,
        field: &str,
        values: impl IntoIterator<Item = V>,
    ) {
        let mut seen: BTreeMap<V, usize> = BTreeMap::new();
        for (position, value) in values.into_iter().enumerate() {
            if let Some(first) = seen.get(&value) {
                let path = format!("{list}[{position}].{field}");
                let found = format!("\"{value}\", which is that of {list}[{first}] too");
                self.expected(&path, format!("a {field} of its own"), found);
            } else {
                seen.insert(value, position);
            }
        }
    }

    /// The first record of `list` that stands before its place, by `key`.
    pub fn ordered<K: Ord>(&mut self, list: &str, by: &str, keys: impl IntoIterator<Item = (K, String)>) {
        let keys: Vec<(K, String)> = keys.into_iter().collect();
        let out = keys.windows(2).position(|pair| pair[1].0 < pair[0].0);
        if let Some(position) = out {
            let path = format!("{list}[{}]", position + 1);
            let (before, found) = (&keys[position].1, &keys[position + 1].1);
            self.expected(&path, format!("the order of {by}"), format!("{found} behind {before}"));
        }
    }
}
