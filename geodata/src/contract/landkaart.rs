//! What a landkaart takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], so that the page and the site are made by one reader. The whole documents,
//! with every field, are the other modules' types.

pub mod keuzes;
pub mod reeks;
pub mod zoek;

use super::versie::{SCHEMA_VERSIE, is_readable};
use crate::json::{Json, Misfit, count, list, text};

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
        let Documents { index, gebieden, gemeenten, themas } = documents;
        let inside = |document| move |misfit| Unreadable::Misfit { document, misfit };
        version(index)?;
        Ok(Self {
            release: text(index, "release").map_err(inside("index"))?,
            peildatum: text(index, "peildatum").map_err(inside("index"))?,
            naamsvermelding: list(index, "naamsvermelding", whole).map_err(inside("index"))?,
            jaar: count(gebieden, "jaar").map_err(inside("gebieden"))?,
            provincies: list(gebieden, "provincies", |item| Ok((text(item, "code")?, text(item, "naam")?)))
                .map_err(inside("gebieden"))?,
            gebieden: list(gebieden, "gebieden", gebied).map_err(inside("gebieden"))?,
            deelnemers: list(gemeenten, "gemeenten", deelnemer).map_err(inside("gemeenten"))?,
            themas: list(themas, "themas", |item| thema(item, taal)).map_err(inside("themas"))?,
        })
    }
}

/// A gemeente and its cell on the tegelkaart: column and row, see [`super::tegels`].
pub type Cel = (String, [i32; 2]);

/// The cells of `landkaart/tegels-JAAR.json`.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn tegels(document: &impl Json) -> Result<Vec<Cel>, Misfit> {
    list(document, "tegels", |item| {
        let place = |axis| item.get(axis).number().ok_or_else(|| Misfit::new(axis, "a number"));
        Ok((text(item, "code")?, [place("x")? as i32, place("y")? as i32]))
    })
}

/// # Errors
/// When the index is of a version of the contract that this one does not read, or says none.
pub(super) fn version(index: &impl Json) -> Result<(), Unreadable> {
    let inside = |misfit| Unreadable::Misfit { document: "index", misfit };
    let version = text(index, "schemaVersie").map_err(inside)?;
    if is_readable(&version) { Ok(()) } else { Err(Unreadable::Version(version)) }
}

/// A text in a language, and whether it is Dutch because nobody wrote it in that one.
pub(super) fn vertaald(label: &impl Json, taal: &str) -> Result<(String, bool), Misfit> {
    match label.get(taal).text() {
        Some(text) => Ok((text, false)),
        None => Ok((text(label, "nl")?, true)),
    }
}

pub(super) fn whole(item: &impl Json) -> Result<String, Misfit> {
    item.text().ok_or_else(|| Misfit::new("", "text"))
}

fn gebied(item: &impl Json) -> Result<Gebied, Misfit> {
    let neighbours = list(item, "buren", |buur| Ok(buur.number().map(|position| position as u16)))?;
    Ok(Gebied {
        code: text(item, "code")?,
        naam: text(item, "naam")?,
        provincie: text(item, "provincie")?,
        buren: neighbours.try_into().map_err(|_| Misfit::new("buren", "four directions"))?,
    })
}

fn deelnemer(item: &impl Json) -> Result<Deelnemer, Misfit> {
    let themas = item.get("themas");
    let counts = themas.keys().into_iter().map(|id| count(&themas, &id).map(|count| (id, count)));
    Ok(Deelnemer {
        code: text(item, "code")?,
        naam: text(item, "naam")?,
        slug: text(item, "slug")?,
        sinds: text(&item.get("toetreding"), "datum")?,
        interventies: count(item, "interventies")?,
        themas: counts.collect::<Result<_, _>>()?,
    })
}

pub(super) fn thema(item: &impl Json, taal: &str) -> Result<Thema, Misfit> {
    let (label, in_zin) = (item.get("label"), item.get("inZin"));
    // Both or none: a sentence is not half in another language.
    let taal = if label.get(taal).text().and(in_zin.get(taal).text()).is_some() { taal } else { "" };
    let (label, onvertaald) = vertaald(&label, taal)?;
    let (in_zin, _) = vertaald(&in_zin, taal)?;
    Ok(Thema {
        id: text(item, "id")?,
        label,
        in_zin,
        onvertaald,
        gemeenten: count(item, "gemeenten")?,
        interventies: count(item, "interventies")?,
    })
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
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
        let cells = tegels(&json!({ "tegels": [{"code": "GM0014", "x": 17, "y": -2}] })).unwrap();
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
