//! Short names for what the wasm imports from its glue.
//!
//! wasm-bindgen ends every import in 16 random digits, `__wbg_appendChild_dbf7ad2f48413560`, once in the wasm and
//! once in the glue. Random digits do not compress: short names save a quarter of the glue and 2 kB of the wasm.

use std::collections::HashMap;

/// The new names of `imports`, in their order, without the names in `taken`.
pub fn short_names<'a>(imports: impl Iterator<Item = &'a str>, taken: &[String]) -> HashMap<String, String> {
    let mut names = HashMap::new();
    for import in
        imports.filter(|import| import.starts_with("__wb") && !taken.iter().any(|name| name == import))
    {
        let short = format!("i{}", names.len());
        names.entry(import.to_owned()).or_insert(short);
    }
    names
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

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_has_the_same_short_name_everywhere_and_an_export_keeps_its_own() {
        let imports = ["__wbg_call_0123456789abcdef", "__wbindgen_throw", "memory", "__wbg_free"];
        let names = short_names(imports.into_iter(), &["__wbg_free".to_owned()]);
        let glue = "__wbg_call_0123456789abcdef: function(a) { wasm.__wbg_free(a, __wbg_call_0123456789abcdef0); },\n__wbindgen_throw: memory";
        let renamed = "i0: function(a) { wasm.__wbg_free(a, __wbg_call_0123456789abcdef0); },\ni1: memory";
        assert_eq!(rename(glue, &names), renamed);
    }

    #[test]
    fn a_name_that_is_imported_twice_has_one_short_name() {
        let names = short_names(["__wbg_a", "__wbg_a", "__wbg_b"].into_iter(), &[]);
        assert_eq!((names["__wbg_a"].as_str(), names["__wbg_b"].as_str()), ("i0", "i1"));
    }
}
