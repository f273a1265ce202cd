//! What goes over the line in fewer bytes.

use std::path::Path;

/// Formats that are not compressed yet.
const COMPRESSIBLE: [&str; 11] =
    ["atom", "css", "csv", "html", "js", "json", "jsonld", "svg", "txt", "wasm", "xml"];
/// Those of them that are code.
const CODE: [&str; 3] = ["css", "js", "wasm"];
/// Where the first page is and its documents, and how large such a one is at most, in bytes.
const FIRST: [&str; 3] = ["", "exports", "exports/landkaart"];
const LITTLE: usize = 1 << 17;

/// Whether a file of this name gets a compressed sibling.
pub fn is_compressible(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|extension| COMPRESSIBLE.iter().any(|known| extension == *known))
}

/// How long brotli may search. Over the example site [`Effort::Good`] is 1.7 % larger than [`Effort::Best`], and done
/// in a third of the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// For code, and what the first page fetches: every reader waits for it, and there is little of it.
    Best,
    /// For pages and documents: hundreds, of which a reader sees a few, and all of them again each release.
    Good,
}

impl Effort {
    pub fn of(path: &str, content: &[u8]) -> Effort {
        let extension = Path::new(path).extension();
        let code = extension.is_some_and(|extension| CODE.iter().any(|known| extension == *known));
        // A pinned release has the same files.
        let path =
            path.strip_prefix("v/").and_then(|path| path.split_once('/')).map_or(path, |(_, path)| path);
        let folder = Path::new(path).parent().and_then(Path::to_str);
        let first = FIRST.iter().any(|first| folder == Some(first)) && content.len() <= LITTLE;
        if code || first { Effort::Best } else { Effort::Good }
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
