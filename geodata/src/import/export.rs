//! Tables and map in, documents out, the index last.

mod join;
mod write;

use super::areas::Areas;
use super::document::{Document, release};
use super::jaargangen;
use super::problem::{Place, Problem, Problems};
use super::tabellen::Tabellen;
use crate::contract::{Documenten, Index, SCHEMA_VERSIE};
use join::join;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why there are no exports. Nothing was written, or nothing that an index names.
#[derive(Debug, Error)]
pub enum ExportError {
    #[error("{0}")]
    Tables(Problems),
    #[error(transparent)]
    Map(#[from] Problem),
    #[error("{path}: {source}")]
    Write { path: PathBuf, source: std::io::Error },
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub release: String,
    pub gemeenten: usize,
    pub themas: usize,
    pub interventies: usize,
    pub bronnen: usize,
    pub gebieden: usize,
    /// Path and bytes of every document, the index last.
    pub documents: Vec<(String, usize)>,
}

/// Reads the tables in `tabellen` and the TopoJSON map, and writes the documents of a release to `out`.
///
/// A map inside `out` stays where it is; another is copied to `out/landkaart/`.
pub fn export(tabellen: &Path, map: &Path, out: &Path) -> Result<Written, ExportError> {
    let name = map.display().to_string();
    let bytes = std::fs::read(map).map_err(|error| Problem::expected(Place::file(&name), "a map", error))?;
    let areas = Areas::read(&name, bytes.clone())?;
    let tabellen = Tabellen::read(tabellen, &areas).map_err(ExportError::Tables)?;
    let landkaart = Document { pad: map_path(map, out), bytes };
    let jaargangen = jaargangen::documents(map)?;
    let (documents, written) = documents(tabellen, &areas, landkaart, jaargangen);
    write::all(out, &documents)?;
    Ok(written)
}

/// Every document of the release, the index last.
pub fn documents(
    tabellen: Tabellen,
    areas: &Areas,
    landkaart: Document,
    jaargangen: Vec<Document>,
) -> (Vec<Document>, Written) {
    let uitgave = tabellen.uitgave.clone();
    let records = join(tabellen, areas);
    let gebieden = format!("landkaart/gebieden-{}.json", areas.jaar);
    let mut documents = vec![
        Document::new("gemeenten.json", &records.gemeenten),
        Document::new("themas.json", &records.themas),
        Document::new("interventies.json", &records.interventies),
        Document::new("bronnen.json", &records.bronnen),
        Document::new(&gebieden, &records.gebieden),
        landkaart,
    ];
    let documenten = Documenten {
        gemeenten: documents[0].reference(),
        themas: documents[1].reference(),
        interventies: documents[2].reference(),
        bronnen: documents[3].reference(),
        gebieden: documents[4].reference(),
        landkaart: documents[5].reference(),
        jaargangen: jaargangen.last().map(Document::reference),
    };
    let own = documents[5].pad.clone();
    documents.extend(jaargangen.into_iter().filter(|document| document.pad != own));
    let index = Index {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        release: release(&documenten),
        peildatum: uitgave.peildatum,
        titel: uitgave.titel,
        licentie: uitgave.licentie,
        naamsvermelding: uitgave.naamsvermelding,
        documenten,
    };
    documents.push(Document::index(&index));
    let written = Written {
        release: index.release,
        gemeenten: records.gemeenten.gemeenten.len(),
        themas: records.themas.themas.len(),
        interventies: records.interventies.interventies.len(),
        bronnen: records.bronnen.bronnen.len(),
        gebieden: records.gebieden.gebieden.len(),
        documents: documents.iter().map(|document| (document.pad.clone(), document.bytes.len())).collect(),
    };
    (documents, written)
}

/// Where the index finds the map.
fn map_path(map: &Path, out: &Path) -> String {
    let inside = match (map.canonicalize(), out.canonicalize()) {
        (Ok(map), Ok(out)) => map.strip_prefix(out).ok().map(Path::to_path_buf),
        _ => None,
    };
    let path = inside.unwrap_or_else(|| Path::new("landkaart").join(map.file_name().unwrap_or_default()));
    let parts: Vec<_> =
        path.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}
