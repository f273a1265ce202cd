//! Tables and map in, documents out, the index last.

pub mod catalogus;
pub mod csvw;
pub mod datapackage;
pub mod delen;
pub(super) mod indicatoren;
mod join;
pub mod published;
pub mod schema;
pub mod tabel;
pub mod vast;
pub(super) mod write;

use super::areas::Areas;
use super::check::{Findings, check_documents};
use super::document::{Document, release};
use super::kaarten::Kaarten;
use super::problem::{Place, Problem, Problems};
use super::tabellen::Tabellen;
use crate::contract::{Documenten, Index, SCHEMA_VERSIE, register};
use indicatoren::Omgeving;
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
    /// Each table is right and they contradict each other: what `geodata check` would say of the release.
    #[error("{0}")]
    Contradictory(Findings),
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
/// A map inside `out` stays where it is; another is copied to `out/landkaart/`, and so are the maps beside it.
/// Nothing is written that [`check`](super::check()) would refuse.
pub fn export(tabellen: &Path, map: &Path, out: &Path) -> Result<Written, ExportError> {
    export_at(tabellen, map, out, None)
}

/// The same for a release that is published at `base` and not where its tables say: in the ids of schemas and
/// in the catalogue.
pub fn export_at(
    tabellen: &Path,
    map: &Path,
    out: &Path,
    base: Option<&str>,
) -> Result<Written, ExportError> {
    let name = map.display().to_string();
    let bytes = std::fs::read(map).map_err(|error| Problem::expected(Place::file(&name), "a map", error))?;
    let areas = Areas::read(&name, bytes.clone())?;
    let mut tabellen = Tabellen::read(tabellen, &areas).map_err(ExportError::Tables)?;
    if let Some(base) = base {
        tabellen.uitgave.uitgever.adres = format!("{}/", base.trim_end_matches('/'));
    }
    let landkaart = Document { pad: map_path(map, out), bytes };
    let kaarten = Kaarten::beside(map, &tabellen.uitgave.kaarten_bronnen)?;
    let (documents, written) = documents(tabellen, &areas, landkaart, kaarten);
    let findings = check_documents(&documents);
    if !findings.is_well() {
        return Err(ExportError::Contradictory(findings));
    }
    write::all(out, &documents)?;
    Ok(written)
}

/// A document by the name of its schema.
pub type Named = (&'static str, Document);

macro_rules! assemble {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// The whole documents, and how the index refers to them.
        fn assemble(records: &Records, landkaart: Document) -> (Vec<Named>, Documenten) {
            let gebieden = format!("landkaart/gebieden-{}.json", records.gebieden.jaar);
            let mut documents = vec![
                ("gemeenten", Document::new("gemeenten.json", &records.gemeenten)),
                ("themas", Document::new("themas.json", &records.themas)),
                ("interventies", Document::new("interventies.json", &records.interventies)),
                ("bronnen", Document::new("bronnen.json", &records.bronnen)),
                ("gebieden", Document::new(&gebieden, &records.gebieden)),
                ("landkaart", landkaart),
            ];
            let mut add = |name: &'static str, document: Document| {
                let reference = document.reference();
                documents.push((name, document));
                Some(reference)
            };
            $(let $name = add(
                stringify!($name),
                Document::new(concat!(stringify!($name), ".json"), &records.registered.$name),
            );)*
            let documenten = Documenten {
                gemeenten: documents[0].1.reference(),
                themas: documents[1].1.reference(),
                interventies: documents[2].1.reference(),
                bronnen: documents[3].1.reference(),
                gebieden: documents[4].1.reference(),
                landkaart: documents[5].1.reference(),
                $($name,)*
                jaargangen: None,
                indicatoren: None,
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
    mut tabellen: Tabellen,
    areas: &Areas,
    landkaart: Document,
    kaarten: Kaarten,
) -> (Vec<Document>, Written) {
    let uitgave = tabellen.uitgave.clone();
    let omgeving = Omgeving {
        provincies: areas.areas.iter().map(|area| (area.code.clone(), area.provincie.clone())).collect(),
        wijkkaarten: &kaarten.per_gemeente,
    };
    let figures = indicatoren::documents(std::mem::take(&mut tabellen.indicatoren), &omgeving);
    let mut records = join(tabellen, areas);
    let zoek = Document::new(&format!("landkaart/zoek-{}.json", areas.jaar), &records.zoek);
    records.gebieden.zoek = Some(zoek.reference());
    let cijfers = figures.per_gemeente(&records.registered.deelnemers);
    let (slices, delen) = delen::cut(&records.whole(&uitgave.peildatum, &cijfers));
    let (mut named, mut documenten) = assemble(&records, landkaart);
    named.push(("zoek", zoek));
    documenten.indicatoren = figures.indicatoren.as_ref().map(Document::reference);
    documenten.jaargangen = kaarten.jaargangen.as_ref().map(Document::reference);
    named.extend(figures.into_named());
    named.extend(kaarten.into_named().filter(|(_, document)| document.pad != documenten.landkaart.pad));
    let whole = documenten.each().map(|reference| reference.pad.clone()).collect();
    let Published { datapakket, catalogus, files } = publish(&uitgave, &whole, &named);
    let delen = Document::new("delen.json", &delen);
    let mut documents: Vec<Document> = named.into_iter().map(|(_, document)| document).collect();
    for (document, place) in [
        (datapakket, &mut documenten.datapakket),
        (catalogus, &mut documenten.catalogus),
        (delen, &mut documenten.delen),
    ] {
        *place = Some(document.reference());
        documents.push(document);
    }
    let index = Index {
        schema_versie: SCHEMA_VERSIE.to_owned(),
        release: release(&documenten),
        uitgegeven: uitgave.uitgegeven.clone(),
        peildatum: uitgave.peildatum.clone(),
        titel: uitgave.titel.clone(),
        licentie: uitgave.licentie.clone(),
        naamsvermelding: uitgave.naamsvermelding.clone(),
        na_te_kijken: uitgave.na_te_kijken.clone(),
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
