//! Tables and map in, documents out, the index last.

pub mod catalogus;
pub mod csvw;
pub mod datapackage;
pub mod delen;
mod indicatoren;
mod join;
pub mod published;
pub mod schema;
pub mod tabel;
pub mod vast;
pub(super) mod write;

use super::areas::Areas;
use super::document::{Document, release};
use super::jaargangen;
use super::problem::{Place, Problem, Problems};
use super::tabellen::Tabellen;
use crate::contract::{DocumentRef, Documenten, Index, SCHEMA_VERSIE, register};
use join::{Records, join};
use published::{Published, publish};
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

macro_rules! assemble {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// The whole documents, each with its name, and how the index refers to them.
        fn assemble(records: &Records, landkaart: Document) -> (Vec<Document>, Documenten) {
            let gebieden = format!("landkaart/gebieden-{}.json", records.gebieden.jaar);
            let mut documents = vec![
                Document::new("gemeenten.json", &records.gemeenten),
                Document::new("themas.json", &records.themas),
                Document::new("interventies.json", &records.interventies),
                Document::new("bronnen.json", &records.bronnen),
                Document::new(&gebieden, &records.gebieden),
                landkaart,
            ];
            let mut add = |pad: &str, document: Document| {
                debug_assert_eq!(pad, document.pad);
                documents.push(document);
                documents.last().map(Document::reference)
            };
            $(let $name = {
                let pad = concat!(stringify!($name), ".json");
                add(pad, Document::new(pad, &records.registered.$name))
            };)*
            let documenten = Documenten {
                gemeenten: documents[0].reference(),
                themas: documents[1].reference(),
                interventies: documents[2].reference(),
                bronnen: documents[3].reference(),
                gebieden: documents[4].reference(),
                landkaart: documents[5].reference(),
                $($name,)*
                jaargangen: None,
                indicatoren: None,
                vergelijkingsgroepen: None,
                datapakket: None,
                catalogus: None,
                delen: None,
            };
            (documents, documenten)
        }
    };
}

register::documents!(assemble);

/// Every file of the release, the index last.
pub fn documents(
    tabellen: Tabellen,
    areas: &Areas,
    landkaart: Document,
    jaargangen: Vec<Document>,
) -> (Vec<Document>, Written) {
    let uitgave = tabellen.uitgave.clone();
    let provincies = areas.areas.iter().map(|area| (area.code.clone(), area.provincie.clone())).collect();
    let figures = indicatoren::documents(tabellen.indicatoren.clone(), &provincies);
    let records = join(tabellen, areas);
    let own = landkaart.pad.clone();
    let (slices, delen) = delen::cut(&records.whole(&uitgave.peildatum));
    let (mut documents, mut documenten) = assemble(&records, landkaart);
    let named: Vec<_> = documenten.named().map(|(name, _)| name).zip(&documents).collect();
    let Published { datapakket, catalogus, files } = publish(&uitgave, &named);
    let delen = Document::new("delen.json", &delen);
    for (document, place) in [
        (datapakket, &mut documenten.datapakket),
        (catalogus, &mut documenten.catalogus),
        (delen, &mut documenten.delen),
    ] {
        *place = Some(document.reference());
        documents.push(document);
    }
    documenten.indicatoren = reference(&figures, "indicatoren.json");
    documenten.vergelijkingsgroepen = reference(&figures, "vergelijkingsgroepen.json");
    documenten.jaargangen = jaargangen.last().map(Document::reference);
    documents.extend(jaargangen.into_iter().filter(|document| document.pad != own));
    documents.extend(figures);
    let index = Index {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        release: release(&documenten),
        uitgegeven: uitgave.uitgegeven.clone(),
        peildatum: uitgave.peildatum.clone(),
        titel: uitgave.titel.clone(),
        licentie: uitgave.licentie.clone(),
        naamsvermelding: uitgave.naamsvermelding.clone(),
        documenten,
    };
    let pinned = vast::pinned(&documents, &index);
    documents.extend(slices.into_iter().chain(files).chain(pinned));
    documents.push(Document::index("index.json", &index));
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

fn reference(documents: &[Document], pad: &str) -> Option<DocumentRef> {
    documents.iter().find(|document| document.pad == pad).map(Document::reference)
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
