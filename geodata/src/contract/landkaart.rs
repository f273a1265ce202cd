//! What a landkaart takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], so that the page and the site are made by one reader. The whole documents,
//! with every field, are the other modules' types.

pub mod keuzes;
pub mod reeks;
pub mod zoek;

use super::versie::{SCHEMA_VERSIE, is_readable};
use super::vertaling::paar;
use crate::json::{Fault, Json, Misfit, Reader};

/// The documents of a release, as far as a landkaart shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    pub naamsvermelding: Vec<String>,
    pub jaar: u16,
    /// Code and name.
    pub provincies: Vec<(String, String)>,
    pub gebieden: Vec<Gebied>,
    pub deelnemers: Vec<Deelnemer>,
    pub themas: Vec<Thema>,
}

/// See [`super::gebieden::Gebied`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gebied {
    pub code: String,
    pub naam: String,
    /// Province code.
    pub provincie: String,
    pub buren: [Option<u16>; 4],
}

/// See [`super::gemeenten::Deelnemer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deelnemer {
    pub code: String,
    pub naam: String,
    pub slug: String,
    /// When it joined, as precisely as is known.
    pub sinds: String,
    pub interventies: u16,
    /// Thema id and known interventies.
    pub themas: Vec<(String, u16)>,
}

/// See [`super::themas::Thema`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thema {
    pub id: String,
    /// In the language that was asked for.
    pub label: String,
    /// The same, as it stands in a sentence.
    pub in_zin: String,
    /// Whether both are Dutch because nobody wrote them in the language that was asked for.
    pub onvertaald: bool,
    pub gemeenten: u16,
    pub interventies: u16,
}

/// Why documents cannot be shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    #[error("schemaVersie: expected {SCHEMA_VERSIE}, found {0}")]
    Version(String),
    #[error("{document}: {misfit}")]
    Misfit { document: &'static str, misfit: Misfit },
}

impl From<(&'static str, Misfit)> for Unreadable {
    fn from((document, misfit): (&'static str, Misfit)) -> Self {
        Self::Misfit { document, misfit }
    }
}

/// The four documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub gebieden: J,
    pub gemeenten: J,
    pub themas: J,
}

impl Gegevens {
    /// `taal` is the language of the labels, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let fault = Fault::default();
        let Documents { index, gebieden, gemeenten, themas } = documents;
        let [index, gebieden, gemeenten, themas] = fault.readers([
            ("index", index),
            ("gebieden", gebieden),
            ("gemeenten", gemeenten),
            ("themas", themas),
        ]);
        version(&index)?;
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            naamsvermelding: index.texts("naamsvermelding"),
            jaar: gebieden.count("jaar"),
            provincies: gebieden.list("provincies", |item| (item.text("code"), item.text("naam"))),
            gebieden: gebieden.list("gebieden", gebied),
            deelnemers: gemeenten.list("gemeenten", deelnemer),
            themas: themas.list("themas", |item| thema(item, taal)),
        };
        Ok(fault.or(read)?)
    }
}

/// A gemeente and its cell on the tegelkaart: column and row, see [`super::tegels`].
pub type Cel = (String, [i32; 2]);

/// The cells of `landkaart/tegels-JAAR.json`.
pub fn tegels(document: &Reader<impl Json>) -> Vec<Cel> {
    document.list("tegels", |item| (item.text("code"), [item.number("x") as i32, item.number("y") as i32]))
}

/// # Errors
/// When the index is of a version of the contract that this one does not read. One that says none is a misfit.
pub(super) fn version(index: &Reader<impl Json>) -> Result<(), Unreadable> {
    let version = index.text("schemaVersie");
    if is_readable(&version) || !index.fits() { Ok(()) } else { Err(Unreadable::Version(version)) }
}

fn gebied(item: &Reader<impl Json>) -> Gebied {
    let neighbours = item.list("buren", |buur| buur.value().number().map(|position| position as u16));
    Gebied {
        code: item.text("code"),
        naam: item.text("naam"),
        provincie: item.text("provincie"),
        buren: neighbours.try_into().unwrap_or_else(|_| {
            item.misfit("buren", "four directions");
            [None; 4]
        }),
    }
}

fn deelnemer(item: &Reader<impl Json>) -> Deelnemer {
    Deelnemer {
        code: item.text("code"),
        naam: item.text("naam"),
        slug: item.text("slug"),
        sinds: item.under("toetreding", |joined| joined.text("datum")),
        interventies: item.count("interventies"),
        themas: item.under("themas", |themas| {
            let ids = themas.value().keys().into_iter();
            ids.map(|id| (id.clone(), themas.count(&id))).collect()
        }),
    }
}

pub(super) fn thema(item: &Reader<impl Json>, taal: &str) -> Thema {
    let (label, in_zin, onvertaald) = paar(item, ["label", "inZin"], taal);
    Thema {
        id: item.text("id"),
        label,
        in_zin,
        onvertaald,
        gemeenten: item.count("gemeenten"),
        interventies: item.count("interventies"),
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::json::read;
    use serde_json::{Value, json};

    fn documents(gemeente: Value) -> Documents<Value> {
        Documents {
            index: json!({
                "schemaVersie": SCHEMA_VERSIE, "release": "abc", "peildatum": "2021-01-22",
                "naamsvermelding": ["Kadaster"],
            }),
            gebieden: json!({
                "jaar": 2021, "provincies": [{"code": "PV25", "naam": "Gelderland"}],
                "gebieden": [{"code": "GM0228", "naam": "Ede", "provincie": "PV25", "buren": [null, 3, null, 4]}],
            }),
            gemeenten: json!({ "gemeenten": [gemeente] }),
            themas: json!({ "themas": [{
                "id": "taal", "label": {"nl": "Taal"}, "inZin": {"nl": "taal"}, "gemeenten": 1, "interventies": 2,
            }]}),
        }
    }

    fn ede() -> Value {
        json!({
            "code": "GM0228", "naam": "Ede", "slug": "ede", "toetreding": {"datum": "2020"},
            "interventies": 2, "themas": {"taal": 2},
        })
    }

    #[test]
    fn every_field_that_is_shown_is_read() {
        let gegevens = Gegevens::read(&documents(ede()), "nl").unwrap();
        assert_eq!(gegevens.gebieden[0].buren, [None, Some(3), None, Some(4)]);
        assert_eq!(gegevens.deelnemers[0].themas, [("taal".to_owned(), 2)]);
        assert_eq!(gegevens.deelnemers[0].sinds, "2020");
        assert_eq!(gegevens.themas[0].in_zin, "taal");
        assert_eq!(gegevens.naamsvermelding, ["Kadaster"]);
    }

    #[test]
    fn a_missing_field_is_named_with_document_and_place() {
        let mut gemeente = ede();
        gemeente["slug"] = Value::Null;
        let error = Gegevens::read(&documents(gemeente), "nl").unwrap_err();
        assert_eq!(error.to_string(), "gemeenten: gemeenten[0].slug: expected text");
    }

    #[test]
    fn a_label_nobody_translated_is_dutch_and_says_so() {
        let mut documents = documents(ede());
        let gegevens = Gegevens::read(&documents, "en").unwrap();
        assert_eq!((gegevens.themas[0].label.as_str(), gegevens.themas[0].onvertaald), ("Taal", true));
        documents.themas["themas"][0]["label"]["en"] = json!("Language");
        documents.themas["themas"][0]["inZin"]["en"] = json!("language");
        let gegevens = Gegevens::read(&documents, "en").unwrap();
        assert_eq!((gegevens.themas[0].label.as_str(), gegevens.themas[0].onvertaald), ("Language", false));
    }

    #[test]
    fn a_cell_is_read() {
        let cells = read(&json!({ "tegels": [{"code": "GM0014", "x": 17, "y": -2}] }), tegels).unwrap();
        assert_eq!(cells, [("GM0014".to_owned(), [17, -2])]);
    }

    #[test]
    fn a_newer_contract_is_refused_in_words() {
        let mut documents = documents(ede());
        documents.index["schemaVersie"] = json!("9.0.0");
        let error = Gegevens::read(&documents, "nl").unwrap_err();
        assert_eq!(error.to_string(), format!("schemaVersie: expected {SCHEMA_VERSIE}, found 9.0.0"));
    }
}
