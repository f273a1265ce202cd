//! `index.json`: what is in this release, and how to check it.

use super::Label;
use super::register::documents;
use serde::{Deserialize, Serialize};

/// The one document whose address a widget is given (`src`). Paths are relative to it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Index {
    pub schema_versie: String,
    /// Twelve hexadecimal digits that name exactly this content: the start of the SHA-256 over the
    /// documents' own hashes. A prerendered fragment carries it and is drawn afresh when it differs.
    pub release: String,
    /// The day the release came out, `2026-11-22`.
    pub uitgegeven: String,
    /// The day the facts hold for, `2021-01-22`.
    pub peildatum: String,
    pub titel: Label,
    /// SPDX identifier of the licence of the data: `CC-BY-4.0`.
    pub licentie: String,
    /// What must be shown with every map and figure, a line each.
    pub naamsvermelding: Vec<String>,
    /// Languages whose texts nobody has read yet who grew up with them: `fy`. A widget that shows one says so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub na_te_kijken: Vec<String>,
    pub documenten: Documenten,
}

macro_rules! documenten {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        /// The documents of a release; in the schema `targetSchema` says which schema each follows. Those of the map are always there; an older release may lack others.
        ///
        /// Each also lies at a name that never changes: `vast/NAME.HASH.json`, where HASH is the first twelve
        /// digits of its `sha256`. `vast/RELEASE.json` is this index with those names.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
        #[serde(rename_all = "camelCase")]
        pub struct Documenten {
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "gemeenten")))]
            pub gemeenten: DocumentRef,
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "themas")))]
            pub themas: DocumentRef,
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "interventies")))]
            pub interventies: DocumentRef,
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "bronnen")))]
            pub bronnen: DocumentRef,
            /// Names, neighbours and label points of every gemeente of the map's year, without geometry.
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "gebieden")))]
            pub gebieden: DocumentRef,
            /// The map itself, TopoJSON on the RD metre grid. Its gemeenten stand in the order of `gebieden`.
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "landkaart")))]
            pub landkaart: DocumentRef,
            $($(#[$doc])*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = stringify!($name))))]
            pub $name: Option<DocumentRef>,)*
            /// The maps of other years, where there are any.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "jaargangen")))]
            pub jaargangen: Option<DocumentRef>,
            /// What is measured. It names the documents of figures, which an index need not list one by one.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "indicatoren")))]
            pub indicatoren: Option<DocumentRef>,
            /// The lists as tables: a Data Package, version 2.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "https://datapackage.org/profiles/2.0/datapackage.json")))]
            pub datapakket: Option<DocumentRef>,
            /// The release in a catalogue: DCAT-AP-NL 3.0 in JSON-LD.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/")))]
            pub catalogus: Option<DocumentRef>,
            /// The slices: a file for each thema and each gemeente, with their sizes and hashes.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "delen")))]
            pub delen: Option<DocumentRef>,
        }

        impl Documenten {
            /// Every document, in the order of the fields.
            pub fn each(&self) -> impl Iterator<Item = &DocumentRef> {
                self.named().map(|(_, document)| document)
            }

            /// Changes every reference, in the order of the fields.
            pub fn each_mut(&mut self, change: impl FnMut(&mut DocumentRef)) {
                let always = [
                    &mut self.gemeenten,
                    &mut self.themas,
                    &mut self.interventies,
                    &mut self.bronnen,
                    &mut self.gebieden,
                    &mut self.landkaart,
                ];
                let others = [
                    $(&mut self.$name,)*
                    &mut self.jaargangen,
                    &mut self.indicatoren,
                    &mut self.datapakket,
                    &mut self.catalogus,
                    &mut self.delen,
                ];
                always.into_iter().chain(others.into_iter().flatten()).for_each(change);
            }

            /// Every document with the name of its field.
            pub fn named(&self) -> impl Iterator<Item = (&'static str, &DocumentRef)> {
                let always = [
                    ("gemeenten", &self.gemeenten),
                    ("themas", &self.themas),
                    ("interventies", &self.interventies),
                    ("bronnen", &self.bronnen),
                    ("gebieden", &self.gebieden),
                    ("landkaart", &self.landkaart),
                ];
                let others = [
                    $((stringify!($name), &self.$name),)*
                    ("jaargangen", &self.jaargangen),
                    ("indicatoren", &self.indicatoren),
                    ("datapakket", &self.datapakket),
                    ("catalogus", &self.catalogus),
                    ("delen", &self.delen),
                ];
                let others = others.into_iter().filter_map(|(name, document)| Some((name, document.as_ref()?)));
                always.into_iter().chain(others)
            }
        }
    };
}

documents!(documenten);

/// One document: where it is and how to know it arrived whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct DocumentRef {
    pub pad: String,
    pub bytes: u64,
    /// Lower-case hexadecimal SHA-256 of the file.
    pub sha256: String,
}
