//! Which room of the source may know which: every file belongs to one layer, and every path in it is looked at.
//!
//! A reader of text, not of Rust: comments and the tests at the end of a file are left out, then every
//! `crate::…`, `geodata::…`, `super::…` and every word on the layer's list is a mention.

use std::fs;
use std::path::{Path, PathBuf};

/// A layer: its files are `<room>.rs` and everything under `<room>/`.
pub struct Layer {
    /// Below the workspace root, without `.rs`.
    pub room: &'static str,
    /// The modules of its own crate that it may import.
    pub modules: &'static [&'static str],
    /// The modules of `geodata` that it may import.
    pub geodata: &'static [&'static str],
    /// Crates, and words with a path, that it does not know.
    pub strangers: &'static [&'static str],
}

/// A source file as its layer sees it.
pub struct Source {
    /// Below the workspace root.
    pub path: String,
    /// Without comments and tests.
    pub code: String,
}

impl Source {
    pub fn read(root: &Path, file: &Path) -> Source {
        let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let path = file.strip_prefix(root).unwrap_or(file).to_string_lossy().into_owned();
        Source { path, code: code(&text) }
    }
}

/// The source files of a crate, in order.
pub fn sources(root: &Path, krate: &str) -> Vec<Source> {
    let mut files = Vec::new();
    collect(&root.join(krate).join("src"), &mut files);
    files.sort();
    files.iter().map(|file| Source::read(root, file)).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        match path.is_dir() {
            true => collect(&path, files),
            false if path.extension().is_some_and(|extension| extension == "rs") => files.push(path),
            false => {}
        }
    }
}

fn code(text: &str) -> String {
    // A module of tests is the end of a file; one that lies in a file of its own is a line in the middle.
    let end = text.find("\nmod tests {").unwrap_or(text.len());
    let lines = text[..end].lines();
    lines.filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect()
}

impl Layer {
    pub fn holds(&self, source: &Source) -> bool {
        let inside = source.path.strip_prefix(self.room);
        inside.is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    }

    /// What the file knows and should not, one line each.
    pub fn trespasses(&self, source: &Source) -> Vec<String> {
        let own = self.room.rsplit('/').next().unwrap_or(self.room);
        let modules = mentions(&source.code, "crate::").into_iter();
        let modules = modules.filter(|module| module != own && !self.modules.contains(&module.as_str()));
        let exports = mentions(&source.code, "geodata::").into_iter();
        let exports = exports.filter(|module| !self.geodata.contains(&module.as_str()));
        let strangers = self.strangers.iter().filter(|stranger| names(&source.code, stranger));
        let mut found: Vec<String> = modules.map(|module| format!("crate::{module}")).collect();
        found.extend(exports.map(|module| format!("geodata::{module}")));
        found.extend(strangers.map(|stranger| (*stranger).to_owned()));
        found.extend(self.climbs(source).then(|| "super:: out of its layer".to_owned()));
        found.iter().map(|what| format!("{}: {what}", source.path)).collect()
    }

    fn climbs(&self, source: &Source) -> bool {
        let depth = source.path.matches('/').count() - self.room.matches('/').count();
        source.code.contains(&"super::".repeat(depth + 1))
    }
}

/// The first names behind `prefix`, those in braces too: `crate::{model::x, view}` gives `model` and `view`.
fn mentions(code: &str, prefix: &str) -> Vec<String> {
    let starts = code.match_indices(prefix).map(|(start, _)| start);
    let whole =
        starts.filter(|start| !code[..*start].ends_with(|before: char| is_word(before) || before == ':'));
    let mut found: Vec<String> = whole.flat_map(|start| heads(&code[start + prefix.len()..])).collect();
    found.sort();
    found.dedup();
    found
}

fn heads(path: &str) -> Vec<String> {
    let head =
        |text: &str| text.trim_start().chars().take_while(|letter| is_word(*letter)).collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![head(path)] };
    let (mut depth, mut heads, mut start) = (0, Vec::new(), 0);
    for (at, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                heads.push(head(&group[start..at]));
                start = at + 1;
                if letter == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty());
    heads
}

/// Whether the code says `word` as a whole word that starts a path or ends one.
fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(start, _)| {
        let before = code[..start].chars().next_back();
        let after = code[start + word.len()..].chars().next();
        let path = code[start + word.len()..].starts_with("::")
            || code[..start].ends_with("use ")
            || word.contains(':');
        path && !before.is_some_and(|before| is_word(before) || before == ':') && !after.is_some_and(is_word)
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}
