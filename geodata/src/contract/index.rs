//! `index.json`: what is in this release, and how to check it.

use super::Label;
use serde::{Deserialize, Serialize};

/// The one document whose address a widget is given (`src`). Paths are relative to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Index {
    pub schema_versie: String,
    /// Twelve hexadecimal digits that name exactly this content: the start of the SHA-256 over the
    /// documents' own hashes. A prerendered fragment carries it and is drawn afresh when it differs.
    pub release: String,
    /// The day the facts hold for, `2021-01-22`.
    pub peildatum: String,
    pub titel: Label,
    /// SPDX identifier of the licence of the data: `CC-BY-4.0`.
    pub licentie: String,
    /// What must be shown with every map and figure, a line each.
    pub naamsvermelding: Vec<String>,
    pub documenten: Documenten,
}

/// The documents of a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Documenten {
    pub gemeenten: DocumentRef,
    pub themas: DocumentRef,
    pub interventies: DocumentRef,
    pub bronnen: DocumentRef,
    /// Names, neighbours and label points of every gemeente of the map's year, without geometry.
    pub gebieden: DocumentRef,
    /// The map itself, TopoJSON on the RD metre grid. Its gemeenten stand in the order of `gebieden`.
    pub landkaart: DocumentRef,
    /// The maps of other years, where there are any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jaargangen: Option<DocumentRef>,
}

impl Documenten {
    /// Every document, in the order of the fields.
    pub fn each(&self) -> impl Iterator<Item = &DocumentRef> {
        [&self.gemeenten, &self.themas, &self.interventies, &self.bronnen, &self.gebieden, &self.landkaart]
            .into_iter()
            .chain(&self.jaargangen)
    }
}

/// One document: where it is and how to know it arrived whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DocumentRef {
    pub pad: String,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
}
