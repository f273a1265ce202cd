//! A record a line: the bytes of a document, and their hash.
//!
//! Compact JSON, with a line break between the records of a document's lists: small to send, and a
//! change to one record is one line of a diff.

use crate::contract::{DocumentRef, Documenten, Index};
use serde::Serialize;
use serde_json::ser::Formatter;
use sha2::{Digest, Sha256};
use std::io::{self, Write};

/// A document, ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Relative to the index.
    pub pad: String,
    pub bytes: Vec<u8>,
}

impl Document {
    pub fn new(pad: &str, content: &impl Serialize) -> Self {
        let mut bytes = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, RecordPerLine { depth: 0 });
        content
            .serialize(&mut serializer)
            .expect("the contract's types have string keys, and memory does not fail");
        bytes.push(b'\n');
        Self { pad: pad.to_owned(), bytes }
    }

    /// The index: indented, because a person reads it first.
    pub fn index(pad: &str, index: &Index) -> Self {
        let mut bytes = serde_json::to_vec_pretty(index).expect("the index has string keys");
        bytes.push(b'\n');
        Self { pad: pad.to_owned(), bytes }
    }

    /// Indented, for what is read by people and other programs but not by widgets.
    pub fn indented(pad: &str, content: &serde_json::Value) -> Self {
        let mut bytes = serde_json::to_vec_pretty(content).expect("a value has string keys");
        bytes.push(b'\n');
        Self { pad: pad.to_owned(), bytes }
    }

    pub fn reference(&self) -> DocumentRef {
        DocumentRef { pad: self.pad.clone(), bytes: self.bytes.len() as u64, sha256: sha256(&self.bytes) }
    }
}

/// Lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of a release: the first twelve digits of the SHA-256 over the documents' hashes, in the
/// order of [`Documenten`], a line each.
pub fn release(documenten: &Documenten) -> String {
    let hashes: String = documenten.each().map(|document| format!("{}\n", document.sha256)).collect();
    sha256(hashes.as_bytes())[..12].to_owned()
}

/// Breaks lines between the values of lists that are the document's own fields.
struct RecordPerLine {
    depth: usize,
}

impl RecordPerLine {
    /// The document is the first level, its lists are the second.
    const LISTS: usize = 2;
}

impl Formatter for RecordPerLine {
    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        if self.depth == Self::LISTS {
            writer.write_all(b"\n")?;
        }
        self.depth -= 1;
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> io::Result<()> {
        writer.write_all(match (first, self.depth == Self::LISTS) {
            (true, true) => b"\n",
            (true, false) => b"",
            (false, true) => b",\n",
            (false, false) => b",",
        })
    }

    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> io::Result<()> {
        self.depth -= 1;
        writer.write_all(b"}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_a_line() {
        let content = serde_json::json!({ "a": 1, "lijst": [{ "x": [1, 2] }, { "x": [] }], "z": [] });
        let document = Document::new("x.json", &content);
        let expected = "{\"a\":1,\"lijst\":[\n{\"x\":[1,2]},\n{\"x\":[]}\n],\"z\":[\n]}\n";
        assert_eq!(String::from_utf8_lossy(&document.bytes), expected);
    }

    #[test]
    fn the_hash_is_the_known_one() {
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
