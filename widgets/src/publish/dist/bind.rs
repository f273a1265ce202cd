//! From the wasm that cargo built to the wasm and glue that a browser loads.

use super::{Bound, Error, rename, trim};
use wasm_bindgen_cli_support::Bindgen;

/// Binds for the web: an ES module whose default export takes the address of the wasm.
pub fn bind(wasm: Vec<u8>) -> Result<Bound, Error> {
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
    let glue = output.js().to_owned();
    let module = output.wasm_mut();
    let exports: Vec<String> = module.exports.iter().map(|export| export.name.clone()).collect();
    let names = rename::short_names(module.imports.iter().map(|import| import.name.as_str()), &exports);
    for import in module.imports.iter_mut() {
        if let Some(short) = names.get(&import.name) {
            import.name.clone_from(short);
        }
    }
    Ok(Bound { glue: rename::rename(&trim::trim(&glue), &names), wasm: module.emit_wasm() })
}
