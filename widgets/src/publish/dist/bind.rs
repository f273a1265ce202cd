//! From the wasm that cargo built to the wasm and glue that a browser loads.

use super::{Bound, Error, trim};
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
    Ok(Bound { glue: trim::trim(output.js()), wasm: output.wasm_mut().emit_wasm() })
}
