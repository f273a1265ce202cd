//! Short lists in order. The library's sort is made for long ones, and weighs 5 kB (wasm) for each kind of item.

/// Each item behind those that are not after it: by binary search, for hundreds of items.
pub fn ordered<T>(items: impl IntoIterator<Item = T>, after: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut list: Vec<T> = Vec::new();
    for item in items {
        let at = list.partition_point(|known| !after(known, &item));
        list.insert(at, item);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_keep_their_order() {
        let list = ordered([(3, 'a'), (1, 'b'), (3, 'c'), (2, 'd'), (1, 'e')], |one, other| one.0 > other.0);
        assert_eq!(list, [(1, 'b'), (1, 'e'), (2, 'd'), (3, 'a'), (3, 'c')]);
    }
}
