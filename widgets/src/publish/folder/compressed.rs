//! What goes over the line in fewer bytes.

use std::path::Path;

/// Formats that are not compressed yet.
const COMPRESSIBLE: [&str; 11] =
    ["atom", "css", "csv", "html", "js", "json", "jsonld", "svg", "txt", "wasm", "xml"];
/// Those of them that are code.
const CODE: [&str; 3] = ["css", "js", "wasm"];

/// Whether a file of this name gets a compressed sibling.
pub fn is_compressible(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| COMPRESSIBLE.iter().any(|known| extension == *known))
}

/// How long brotli may search. Over the example site [`Effort::Good`] is 1.7 % larger than [`Effort::Best`], and done
/// in a third of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For code: every reader of every page waits for it, and there is little of it.
    Best,
    /// For pages and documents: hundreds, of which a reader sees a few, and all of them again each release.
    Good,
}

impl Effort {
    pub fn of(path: &str) -> Effort {
        let extension = Path::new(path).extension();
        let code = extension.is_some_and(|extension| CODE.iter().any(|known| extension == *known));
        if code { Effort::Best } else { Effort::Good }
    }
}

/// Brotli, slow to make: published once, read often.
pub fn brotli(content: &[u8], effort: Effort) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: match effort {
            Effort::Best => 11,
            Effort::Good => 10,
        },
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut compressed, &parameters)
        .expect("reading and writing memory does not fail");
    compressed
}
