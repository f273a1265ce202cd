//! The glue as wasm-bindgen writes it, in pieces that can be left out one by one.
//!
//! A piece is a statement, or a function that the wasm imports.

use super::Error;
use super::statement::statements;
use super::word::words;
use std::collections::{BTreeMap, BTreeSet};

/// What wasm-bindgen calls the function that makes the import object.
const IMPORTS: &str = "function __wbg_get_imports(";

/// The value of the only import object, for our own start.
const OBJECT: &str = "__wbg_imports";

#[derive(Debug)]
pub struct Glue {
    statements: Vec<Statement>,
    /// The functions that the wasm imports, by name: `(arg0) { … }`.
    imports: BTreeMap<String, String>,
}

#[derive(Debug, Clone)]
struct Statement {
    /// What it declares; a statement that declares nothing does something to what it names.
    names: Vec<String>,
    text: String,
}

impl Glue {
    /// Reads what wasm-bindgen wrote; what `own` declares stands in the place of wasm-bindgen's.
    pub fn read(source: &str, own: &str) -> Result<Glue, Error> {
        let own: Vec<Statement> = statements(own).into_iter().map(Statement::new).collect();
        let replaced: BTreeSet<&String> = own.iter().flat_map(|statement| &statement.names).collect();
        let mut glue = Glue { statements: Vec::new(), imports: BTreeMap::new() };
        for text in statements(source) {
            if text.starts_with("import ") {
                return Err(Error::Glue(text));
            } else if text.starts_with(IMPORTS) {
                glue.imports = imports(&text)?;
            } else if !text.starts_with("export {") {
                glue.statements.push(Statement::new(text));
            }
        }
        glue.statements.retain(|statement| !statement.names.iter().any(|name| replaced.contains(name)));
        glue.statements.extend(own);
        Ok(glue)
    }

    /// The names the glue offers to the loader.
    pub fn offered(&self) -> BTreeSet<&str> {
        let exported = self.statements.iter().filter(|statement| statement.text.contains("export "));
        exported.flat_map(|statement| &statement.names).map(String::as_str).collect()
    }

    pub fn imports(&self) -> impl Iterator<Item = &str> {
        self.imports.keys().map(String::as_str)
    }

    /// Only what `called` names and `imported` functions need.
    pub fn keep(&self, called: &BTreeSet<String>, imported: &BTreeSet<String>) -> Glue {
        let imports: BTreeMap<_, _> = self
            .imports
            .iter()
            .filter(|(name, _)| imported.contains(*name))
            .map(|(name, text)| (name.clone(), text.clone()))
            .collect();
        let mut needed: BTreeSet<&str> = called.iter().map(String::as_str).collect();
        needed.extend(imports.values().flat_map(|text| words(text)));
        let mut kept = vec![false; self.statements.len()];
        loop {
            let before = kept.clone();
            for (statement, kept) in self.statements.iter().zip(&mut kept).filter(|(_, kept)| !**kept) {
                if statement.names.iter().any(|name| needed.contains(name.as_str())) {
                    *kept = true;
                    needed.extend(words(&statement.text));
                }
            }
            if kept == before {
                break;
            }
        }
        let declared: BTreeSet<&str> = self
            .statements
            .iter()
            .zip(&kept)
            .filter(|(_, kept)| **kept)
            .flat_map(|(statement, _)| statement.names.iter().map(String::as_str))
            .collect();
        let acts = |statement: &Statement| {
            statement.names.is_empty() && words(&statement.text).any(|word| declared.contains(word))
        };
        let statements = self.statements.iter().zip(&kept);
        let statements = statements.filter(|(statement, kept)| **kept || acts(statement));
        Glue { statements: statements.map(|(statement, _)| statement.clone()).collect(), imports }
    }

    /// The exports of the wasm that the glue uses.
    pub fn used(&self) -> BTreeSet<String> {
        let texts = self.statements.iter().map(|statement| &statement.text).chain(self.imports.values());
        texts.flat_map(|text| members(text, "wasm.")).collect()
    }

    /// The names of its own that nothing outside knows.
    pub fn private(&self) -> BTreeSet<&str> {
        let own = self.statements.iter().filter(|statement| !statement.text.contains("export "));
        own.flat_map(|statement| &statement.names).map(String::as_str).chain([OBJECT]).collect()
    }

    /// The glue as JavaScript; functions of one shape stand together, which compresses better.
    pub fn write(&self) -> String {
        let mut imports: Vec<_> = self.imports.iter().map(|(name, text)| (text, name)).collect();
        imports.sort();
        let imports: String = imports.iter().map(|(text, name)| format!("{name}{text},\n")).collect();
        let statements: String =
            self.statements.iter().map(|statement| statement.text.clone() + "\n").collect();
        format!("const {OBJECT} = {{\n{imports}}};\n{statements}")
    }
}

impl Statement {
    fn new(text: String) -> Statement {
        Statement { names: declared(&text), text }
    }
}

/// The words behind every `object`, which ends in a full stop: `wasm.memory` gives `memory`.
pub fn members(text: &str, object: &str) -> BTreeSet<String> {
    text.match_indices(object)
        .filter(|(start, _)| {
            !text[..*start].ends_with(|before: char| before.is_alphanumeric() || before == '_')
        })
        .filter_map(|(start, _)| words(&text[start + object.len()..]).next())
        .map(str::to_owned)
        .collect()
}

/// The functions of the import object.
fn imports(text: &str) -> Result<BTreeMap<String, String>, Error> {
    let unknown = || Error::Glue(text.lines().take(4).collect::<Vec<_>>().join(" "));
    let (_, inside) = text.split_once("const import0 = {\n").ok_or_else(unknown)?;
    statements(inside)
        .iter()
        .filter(|entry| entry.trim() != "__proto__: null,")
        .map(|entry| {
            let (name, function) = entry.trim_start().split_once(": function").ok_or_else(unknown)?;
            Ok((name.to_owned(), function.trim_end_matches(',').to_owned()))
        })
        .collect()
}

/// What a statement declares.
fn declared(text: &str) -> Vec<String> {
    let text = text.strip_prefix("export ").unwrap_or(text);
    if text.starts_with("default ") {
        return vec!["default".to_owned()];
    }
    let text = text.strip_prefix("async ").unwrap_or(text);
    let Some((keyword, rest)) = text.split_once(' ') else { return Vec::new() };
    match keyword {
        "function" | "class" | "const" => words(rest).take(1).map(str::to_owned).collect(),
        // `let a, b;` declares both, `let a = b;` only one.
        "let" if rest.contains('=') => words(rest).take(1).map(str::to_owned).collect(),
        "let" => words(rest).map(str::to_owned).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
/* @ts-self-types */
export class Unused {
    free() {
        wasm.unused_free(0);
    }
}
if (Symbol.dispose) Unused.prototype[Symbol.dispose] = Unused.prototype.free;
export function draw(a) {
    const ret = wasm.draw(text(a));
    return ret;
}
function __wbg_get_imports() {
            const import0 = {
            __proto__: null,
        __wbg_a_01: function(arg0) {
const ret = text(arg0);
return ret;
},
__wbg_b_02: function() { return handleError(function (arg0) {
later(arg0);
}, arguments); },
};
    return {
        __proto__: null,
        \"./gka_bg.js\": import0,
    };
}
function later(a) {
    wasm.later(a);
}
function text(a) {
    return coder.decode(a, size);
}
const coder = new TextDecoder();
coder.decode();
let size = 0;
let module, wasm;
async function init(a) {
    wasm.start();
}
export { initSync, init as default };
";

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    fn glue() -> Glue {
        Glue::read(SOURCE, "export default () => wasm = 1;").unwrap()
    }

    #[test]
    fn what_nothing_calls_is_left_out() {
        let written = glue().keep(&set(&["draw", "default"]), &set(&["__wbg_a_01"])).write();
        let expected = "\
const __wbg_imports = {
__wbg_a_01(arg0) {
const ret = text(arg0);
return ret;
},
};
export function draw(a) {
    const ret = wasm.draw(text(a));
    return ret;
}
function text(a) {
    return coder.decode(a, size);
}
const coder = new TextDecoder();
coder.decode();
let size = 0;
let module, wasm;
export default () => wasm = 1;
";
        assert_eq!(written, expected);
    }

    #[test]
    fn an_import_function_brings_what_it_calls() {
        let kept = glue().keep(&set(&[]), &set(&["__wbg_b_02"]));
        assert_eq!(kept.used(), set(&["later"]));
        assert_eq!(kept.imports().collect::<Vec<_>>(), ["__wbg_b_02"]);
    }

    #[test]
    fn what_we_declare_ourselves_replaces_what_wasm_bindgen_wrote() {
        let own = "function text(a) {\n  return short(a);\n}\nfunction short() {}\n";
        let written = Glue::read(SOURCE, own).unwrap().keep(&set(&["draw"]), &set(&[])).write();
        assert!(written.contains("return short(a)") && !written.contains("coder"), "{written}");
    }

    #[test]
    fn the_loader_can_call_what_is_exported() {
        assert_eq!(glue().offered().into_iter().collect::<Vec<_>>(), ["Unused", "default", "draw"]);
    }

    #[test]
    fn a_glue_of_another_shape_is_refused() {
        let error = Glue::read("function __wbg_get_imports() {\n    return 1;\n}\n", "").unwrap_err();
        assert!(error.to_string().contains("__wbg_get_imports"), "{error}");
        assert!(Glue::read("import * as import1 from \"env\"\n", "").is_err());
    }
}
