//! The maps of several years in one folder, listed and checked. Every `gemeenten-YEAR.topo.json` beside the
//! release's own map is one; the name and the map must say the same year.

use super::areas::Areas;
use super::document::{Document, sha256};
use super::locate::locate;
use super::problem::{Part, Place, Problem, Problems};
use super::read::{self, File};
use crate::contract::jaargangen::{Jaargang, Jaargangen};
use crate::contract::{DocumentRef, SCHEMA_VERSIE};
use std::path::Path;

/// Where the list lies, relative to the index.
pub const PAD: &str = "landkaart/jaargangen.json";

/// The maps that lie beside the release's own, and the list of all; nothing where there are no others.
pub fn documents(map: &Path) -> Result<Vec<Document>, Problem> {
    let folder = map.parent().unwrap_or(Path::new("."));
    let (mut years, mut documents) = (Vec::new(), Vec::new());
    for name in maps(folder) {
        let file = folder.join(&name).display().to_string();
        let bytes = std::fs::read(folder.join(&name))
            .map_err(|error| Problem::expected(Place::file(&file), "a map", error))?;
        let areas = Areas::read(&file, bytes.clone())?;
        if name != format!("gemeenten-{}.topo.json", areas.jaar) {
            return Err(Problem::expected(Place::file(&file), "the year of its name", areas.jaar));
        }
        let document = Document { pad: format!("landkaart/{name}"), bytes };
        years.push(Jaargang {
            jaar: areas.jaar,
            gemeenten: areas.areas.len() as u16,
            landkaart: document.reference(),
        });
        documents.push(document);
    }
    if years.len() < 2 {
        return Ok(Vec::new());
    }
    documents
        .push(Document::new(PAD, &Jaargangen { schema_versie: SCHEMA_VERSIE.to_owned(), jaargangen: years }));
    Ok(documents)
}

/// Names of all maps in a folder, in order of year.
fn maps(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_map = |name: &String| {
        let year = name.strip_prefix("gemeenten-").and_then(|rest| rest.strip_suffix(".topo.json"));
        year.is_some_and(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut maps: Vec<String> =
        names.filter_map(|entry| entry.file_name().into_string().ok()).filter(is_map).collect();
    maps.sort_unstable();
    maps
}

/// Whether the list can be read, and every map on it is there, whole and of its year.
pub fn check(dir: &Path, document: &DocumentRef, unreadable: &mut Problems, problems: &mut Problems) {
    let file: File<Jaargangen> = match read::document(dir, &document.pad) {
        Ok(file) => file,
        Err(problem) => return unreadable.push(problem),
    };
    for (position, year) in file.content.jaargangen.iter().enumerate() {
        let mut told = |field: &str, expected: String, found: String| {
            let path = format!("jaargangen[{position}].{field}");
            let (line, column) = locate(&file.text, &path);
            let place = Place { file: file.pad.clone(), line, column, part: Part::Path(path) };
            problems.expected(&place, expected, found);
        };
        let read = read::bytes(dir, &year.landkaart.pad).and_then(|bytes| {
            let (size, hash) = (bytes.len() as u64, sha256(&bytes));
            Areas::read(&year.landkaart.pad, bytes).map(|areas| (areas, size, hash))
        });
        let (areas, size, hash) = match read {
            Ok(read) => read,
            Err(problem) => {
                unreadable.push(problem);
                continue;
            }
        };
        let DocumentRef { pad, bytes, sha256 } = &year.landkaart;
        let count = areas.areas.len();
        if areas.jaar != year.jaar {
            told("jaar", format!("{}, the year of {pad}", areas.jaar), year.jaar.to_string());
        }
        if count != usize::from(year.gemeenten) {
            told("gemeenten", format!("{count}, the gemeenten of {pad}"), year.gemeenten.to_string());
        }
        if size != *bytes {
            told("landkaart.bytes", format!("{size}, the size of {pad}"), bytes.to_string());
        }
        if hash != *sha256 {
            told("landkaart.sha256", format!("{hash}, the hash of {pad}"), sha256.clone());
        }
    }
}
