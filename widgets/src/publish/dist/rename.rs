//! Short names for what wasm and glue call each other, and for what only the glue knows.
//!
//! wasm-bindgen ends every import in 16 random digits, `__wbg_appendChild_dbf7ad2f48413560`, once in the wasm and
//! once in the glue. Random digits do not compress: short names save a quarter of the glue and 2 kB of the wasm.

use super::word::{is_word, words};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Too short to be left to chance.
const KEYWORDS: [&str; 12] = ["as", "do", "if", "in", "is", "of", "for", "get", "let", "new", "set", "try"];

/// New names for `long` words of `glue`, the most frequent the shortest, all new to the glue. A word that is also a
/// property of anything but `wasm` keeps its name: the browser may know it.
pub fn short_names(glue: &str, long: &BTreeSet<String>) -> HashMap<String, String> {
    let fixed = properties(glue);
    let taken: BTreeSet<&str> = words(glue).chain(KEYWORDS).collect();
    let mut frequent: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (place, word) in words(glue).enumerate() {
        if (long.contains(word) || is_local(word)) && !fixed.contains(word) {
            frequent.entry(word).or_insert((0, place)).0 += 1;
        }
    }
    let mut frequent: Vec<_> =
        frequent.into_iter().map(|(word, (count, place))| (count, place, word)).collect();
    frequent.sort_by_key(|(count, place, _)| (std::cmp::Reverse(*count), *place));
    let free = (0..).map(name).filter(|name| !taken.contains(name.as_str()));
    frequent.into_iter().zip(free).map(|((_, _, word), short)| (word.to_owned(), short)).collect()
}

/// The glue with every whole word that is a key of `names` in its short form.
pub fn rename(glue: &str, names: &HashMap<String, String>) -> String {
    let mut renamed = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(start) = rest.find(is_word) {
        let end = rest[start..].find(|letter| !is_word(letter)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        renamed.push_str(&rest[..start]);
        renamed.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    renamed + rest
}

/// `a` to `Z`, then two and more letters.
fn name(mut number: usize) -> String {
    let letters = (b'a'..=b'z').chain(b'A'..=b'Z').map(char::from).collect::<Vec<_>>();
    let mut name = String::new();
    loop {
        name.push(letters[number % letters.len()]);
        number /= letters.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

/// The words behind a full stop, those of the wasm aside.
fn properties(glue: &str) -> BTreeSet<&str> {
    let dots = glue.match_indices('.').filter(|(dot, _)| !glue[..*dot].ends_with("wasm"));
    let behind = dots.map(|(dot, _)| &glue[dot + 1..]).filter(|rest| rest.starts_with(is_word));
    behind.filter_map(|rest| words(rest).next()).collect()
}

/// The numbered locals of wasm-bindgen: `arg0`, `ptr1`, `len1`.
fn is_local(word: &str) -> bool {
    let numbered = ["arg", "ptr", "len", "deferred1_"].iter().filter_map(|name| word.strip_prefix(name));
    word == "ret"
        || numbered.clone().any(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(glue: &str, long: &[&str]) -> HashMap<String, String> {
        short_names(glue, &long.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn a_name_is_short_everywhere_and_new() {
        let glue = "{ __wbg_call_01(arg0, a) { wasm.__wbg_free(arg0, a, __wbg_call_012); } }";
        let names = names(glue, &["__wbg_call_01", "__wbg_free"]);
        assert_eq!(rename(glue, &names), "{ c(b, a) { wasm.d(b, a, __wbg_call_012); } }");
    }

    #[test]
    fn what_the_browser_knows_keeps_its_name() {
        let glue = "memory(wasm.memory, arg0.close, close)";
        assert_eq!(rename(glue, &names(glue, &["memory", "close"])), "a(wasm.a, b.close, close)");
    }

    #[test]
    fn names_do_not_end() {
        let all: BTreeSet<String> = (0..10_000).map(name).collect();
        assert_eq!((all.len(), name(0), name(51), name(52)), (10_000, "a".into(), "Z".into(), "aa".into()));
    }
}
