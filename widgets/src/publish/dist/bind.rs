//! From the wasm that cargo built to the wasm and glue that a browser loads.

use super::glue::Glue;
use super::rename::{rename, short_names};
use super::{Bound, Error, minify, shake};
use std::collections::BTreeSet;
use wasm_bindgen_cli_support::Bindgen;

/// What the wasm calls the glue; `own.js` says it too.
const MODULE: &str = "i";

/// What stands in a glue beside what wasm-bindgen wrote.
const OWN: &str = concat!(include_str!("own.js"), include_str!("../../element/alive.js"));

/// What keeps its name: whoever looks for a leak in a page asks the allocator.
const KEPT: [&str; 4] = ["wasm", "memory", "__wbindgen_malloc", "__wbindgen_free"];

/// Binds for the web: an ES module with what the loader has `called` of it, its default export the start of the wasm.
pub fn bind(wasm: Vec<u8>, called: &BTreeSet<String>) -> Result<Bound, Error> {
    // anyhow's alternate form has the whole chain of causes in one line.
    let broken = |error| Error::Bind(format!("{error:#}"));
    let mut bindgen = Bindgen::new();
    bindgen
        .input_bytes("gka", wasm)
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .web(true)
        .map_err(broken)?;
    let mut output = bindgen.generate_output().map_err(broken)?;
    let inline: usize = output.snippets().values().map(Vec::len).sum();
    let snippets = inline + output.local_modules().len();
    if snippets > 0 {
        return Err(Error::Snippets(snippets));
    }
    let glue = Glue::read(output.js(), OWN)?;
    let module = output.wasm_mut();
    let glue = shake::shake(module, glue, called)?;
    let offered = glue.offered();
    let own = glue.private().into_iter().chain(glue.imports()).map(str::to_owned);
    let long: BTreeSet<String> = own
        .chain(glue.used())
        .filter(|name| !offered.contains(name.as_str()) && !KEPT.contains(&name.as_str()))
        .collect();
    let text = glue.write();
    let names = short_names(&text, &long);
    for import in module.imports.iter_mut() {
        MODULE.clone_into(&mut import.module);
        if let Some(short) = names.get(&import.name) {
            import.name.clone_from(short);
        }
    }
    for export in module.exports.iter_mut() {
        if let Some(short) = names.get(&export.name) {
            export.name.clone_from(short);
        }
    }
    Ok(Bound { glue: minify::minify(&rename(&text, &names))?, wasm: module.emit_wasm() })
}
