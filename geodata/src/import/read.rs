//! Documents in, one [`Exports`] out.

use super::locate::line_and_column;
use super::problem::{Part, Place, Problem};
use crate::contract::register::documents;
use crate::contract::versie::is_readable;
use crate::contract::{Exports, Index, SCHEMA_VERSIE};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::{Component, Path};

/// A document as it stands in its file.
#[derive(Debug, Clone, PartialEq)]
pub struct File<T> {
    /// Relative to the index.
    pub pad: String,
    pub text: String,
    pub content: T,
}

macro_rules! read_exports {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// Reads the index in `dir` and every document it names, except the map and the slices. The first
        /// document that cannot be read ends it; whether the documents agree is for
        /// [`check`](super::check()) to say.
        pub fn read_exports(dir: &Path) -> Result<Exports, Problem> {
            let index: Index = document(dir, "index.json")?.content;
            let documenten = &index.documenten;
            Ok(Exports {
                gemeenten: document(dir, &documenten.gemeenten.pad)?.content,
                themas: document(dir, &documenten.themas.pad)?.content,
                interventies: document(dir, &documenten.interventies.pad)?.content,
                bronnen: document(dir, &documenten.bronnen.pad)?.content,
                gebieden: document(dir, &documenten.gebieden.pad)?.content,
                $($name: match &documenten.$name {
                    Some(reference) => Some(document(dir, &reference.pad)?.content),
                    None => None,
                },)*
                index,
            })
        }
    };
}

documents!(read_exports);

/// Where the documents of a release are.
pub enum Folder<'a> {
    Disk(&'a Path),
    /// By their paths; not written yet.
    Memory(BTreeMap<&'a str, &'a [u8]>),
}

impl Folder<'_> {
    /// Reads one document of a version that this build understands.
    pub fn document<T: DeserializeOwned>(&self, pad: &str) -> Result<File<T>, Problem> {
        understood(pad, self.bytes(pad)?)
    }

    /// The bytes of a file that lies at or below the index.
    pub fn bytes(&self, pad: &str) -> Result<Vec<u8>, Problem> {
        match self {
            Self::Disk(dir) => bytes(dir, pad),
            Self::Memory(files) => match files.get(pad) {
                Some(bytes) => Ok(bytes.to_vec()),
                None => Err(Problem::expected(Place::file(pad), "a file", "none")),
            },
        }
    }

    pub fn has(&self, pad: &str) -> bool {
        match self {
            Self::Disk(dir) => dir.join(pad).is_file(),
            Self::Memory(files) => files.contains_key(pad),
        }
    }
}

/// Reads one document of a version that this build understands.
pub fn document<T: DeserializeOwned>(dir: &Path, pad: &str) -> Result<File<T>, Problem> {
    understood(pad, bytes(dir, pad)?)
}

fn understood<T: DeserializeOwned>(pad: &str, bytes: Vec<u8>) -> Result<File<T>, Problem> {
    let text = utf8(pad, bytes)?;
    let version: Version = parse(pad, &text)?;
    if !is_readable(&version.schema_versie) {
        let expected = format!("a version that goes with {SCHEMA_VERSIE}");
        let found = format!("{}; read these exports with the geodata that wrote them", version.schema_versie);
        let (line, column) = super::locate::locate(&text, "schemaVersie");
        let part = Part::Path("schemaVersie".to_owned());
        return Err(Problem::expected(Place { file: pad.to_owned(), line, column, part }, expected, found));
    }
    let content = parse(pad, &text)?;
    Ok(File { pad: pad.to_owned(), text, content })
}

/// The bytes of a file that lies at or below the index.
pub fn bytes(dir: &Path, pad: &str) -> Result<Vec<u8>, Problem> {
    let below = Path::new(pad).components().all(|part| matches!(part, Component::Normal(_)));
    if pad.is_empty() || !below {
        return Err(Problem::expected(Place::file(pad), "a path below the index", format!("{pad:?}")));
    }
    std::fs::read(dir.join(pad)).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => Problem::expected(Place::file(pad), "a file", "none"),
        _ => Problem::expected(Place::file(pad), "a file that can be read", error),
    })
}

/// Every file of a release by its path below the index, in order: all that is published with it, the
/// tables, schemas and pinned copies too. Files whose names begin with a dot are no part of it.
pub fn release_files(dir: &Path) -> Result<Vec<String>, Problem> {
    let mut files = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let place = || Place::file(if folder.is_empty() { "." } else { folder.trim_end_matches('/') });
        let refused = |error| Problem::expected(place(), "a folder that can be read", error);
        for entry in std::fs::read_dir(dir.join(&folder)).map_err(refused)? {
            let entry = entry.map_err(refused)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            match entry.file_type().map_err(refused)?.is_dir() {
                _ if name.starts_with('.') => {}
                true => folders.push(format!("{folder}{name}/")),
                false => files.push(format!("{folder}{name}")),
            }
        }
    }
    files.sort();
    Ok(files)
}

/// All that is read of a document before its version is known.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Version {
    schema_versie: String,
}

/// The text of bytes that must be UTF-8.
pub fn utf8(pad: &str, bytes: Vec<u8>) -> Result<String, Problem> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let before = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
        let (line, column) = line_and_column(&before, before.len());
        let place = Place { line, column, ..Place::file(pad) };
        Problem::expected(place, "UTF-8", "bytes that are not")
    })
}

/// Reads JSON; what is wrong is said by line, column and path.
pub fn parse<T: DeserializeOwned>(pad: &str, text: &str) -> Result<T, Problem> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let path = error.path().to_string();
        (error.into_inner(), path)
    });
    let ended = |content| deserializer.end().map(|()| content).map_err(|error| (error, ".".to_owned()));
    read.and_then(ended).map_err(|(error, path)| {
        let part = if path == "." || path == "?" { Part::Whole } else { Part::Path(path) };
        let (column, here) = here(text, error.line(), error.column());
        let place = Place { file: pad.to_owned(), line: error.line(), column, part };
        Problem::at(place, reason(&error, &here))
    })
}

/// The column in characters, and what stands there; the reader counts bytes.
fn here(text: &str, line: usize, byte: usize) -> (usize, String) {
    let line = text.split('\n').nth(line.saturating_sub(1)).unwrap_or_default();
    let at = line.char_indices().take_while(|(start, _)| *start < byte).count().max(1);
    let letter = line.chars().nth(at - 1);
    (at, letter.map_or("the end of the line".to_owned(), |letter| format!("`{letter}`")))
}

/// What the JSON reader says, in the words of whoever repairs the document.
fn reason(error: &serde_json::Error, here: &str) -> String {
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default();
    if let Some(rest) = message.strip_prefix("invalid type: ").or(message.strip_prefix("invalid value: "))
        && let Some((found, expected)) = rest.split_once(", expected ")
    {
        return format!("expected {}, found {}", plain(expected), found);
    }
    if let Some(rest) = message.strip_prefix("invalid length ")
        && let Some((found, expected)) = rest.split_once(", expected ")
    {
        return format!("expected {expected}, found {found}");
    }
    if let Some(field) = message.strip_prefix("missing field ") {
        return format!("expected the field {field}, found none");
    }
    if let Some((found, expected)) =
        message.strip_prefix("unknown variant ").and_then(|rest| rest.split_once(", expected "))
    {
        return format!("expected {expected}, found {found}");
    }
    match message {
        "EOF while parsing a list" => "expected the rest of a list, found the end of the file".to_owned(),
        "EOF while parsing an object" => {
            "expected the rest of an object, found the end of the file".to_owned()
        }
        "EOF while parsing a string" => "expected the rest of a text, found the end of the file".to_owned(),
        "EOF while parsing a value" => "expected a value, found the end of the file".to_owned(),
        "expected value" | "expected ident" => format!("expected a value, found {here}"),
        "trailing characters" => format!("expected nothing more, found {here}"),
        "trailing comma" => format!("expected a value behind the comma, found {here}"),
        "key must be a string" => format!("expected a name in quotes, found {here}"),
        _ => match message.strip_prefix("expected ") {
            Some(expected) => format!("expected {expected}, found {here}"),
            None => format!("expected JSON, found {message}"),
        },
    }
}

/// The reader's type names as a person would say them.
fn plain(expected: &str) -> String {
    match expected {
        "u16" | "u32" | "u64" | "i32" | "usize" => "a whole number that is not too large".to_owned(),
        "a sequence" => "a list".to_owned(),
        "a map" => "an object".to_owned(),
        "a string" => "a text".to_owned(),
        other if other.starts_with("struct ") => "an object".to_owned(),
        other => other.to_owned(),
    }
}
