//! What a timeline takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::{Unreadable, version};
use super::lijst::{Bron, bron, verwijzingen};
use super::profiel::{Verwijzing, Zeker, zeker};
use super::vertaling::{paar, vertaald};
use crate::json::{Fault, Json, Reader};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    /// In order of time.
    pub gebeurtenissen: Vec<Gebeurtenis>,
    /// The calendar of the Nationaal Programma Onderwijs; empty where the release is without.
    pub kalender: Vec<Stap>,
    /// The lists beside it, in the order of [`LIJSTEN`].
    pub lijsten: [Vec<Punt>; 3],
    pub bronnen: Vec<Bron>,
}

/// The lists of `npo.json`, by their names.
pub const LIJSTEN: [&str; 3] = ["criteria", "mogelijkheden", "ondersteuning"];

/// See [`super::tijdlijn::Gebeurtenis`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gebeurtenis {
    pub id: String,
    /// As precise as is known; begins with the year.
    pub datum: String,
    /// When, in Dutch words, where a date would say too much.
    pub moment: Option<String>,
    /// `feit`, `voornemen` or `niet-gehaald`.
    pub soort: String,
    /// In the language that was asked for, as all texts.
    pub tekst: String,
    /// Whether the text is Dutch because nobody translated it.
    pub onvertaald: bool,
    /// Id of the letter or report that it is.
    pub stuk: Option<String>,
    /// Always Dutch.
    pub toelichting: Option<String>,
    pub zeker: Zeker,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::npo::Stap`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stap {
    pub wanneer: String,
    pub datum: String,
    /// `gemeenten`, `scholen` or `gka`.
    pub wie: String,
    pub tekst: String,
    pub onvertaald: bool,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::npo::Punt`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Punt {
    pub tekst: String,
    pub onvertaald: bool,
    pub bronnen: Vec<Verwijzing>,
}

/// The documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub tijdlijn: J,
    pub bronnen: J,
    pub npo: J,
}

impl Gegevens {
    /// `taal` is the language of the texts, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let Documents { index, tijdlijn, bronnen, npo } = documents;
        let fault = Fault::default();
        let [index, tijdlijn, bronnen, npo] =
            fault.readers([("index", index), ("tijdlijn", tijdlijn), ("bronnen", bronnen), ("npo", npo)]);
        version(&index)?;
        let npo = npo.spare();
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            gebeurtenissen: tijdlijn.list("gebeurtenissen", |item| gebeurtenis(item, taal)),
            kalender: npo.list("kalender", |item| stap(item, taal)),
            lijsten: LIJSTEN.map(|name| npo.list(name, |item| punt(item, taal))),
            bronnen: bronnen.list("bronnen", bron),
        };
        Ok(fault.or(read)?)
    }
}

fn punt(item: &Reader<impl Json>, taal: &str) -> Punt {
    let (tekst, onvertaald) = vertaald(item, "tekst", taal);
    Punt { tekst, onvertaald, bronnen: verwijzingen(item) }
}

fn gebeurtenis(item: &Reader<impl Json>, taal: &str) -> Gebeurtenis {
    let (tekst, onvertaald) = vertaald(item, "tekst", taal);
    Gebeurtenis {
        id: item.text("id"),
        datum: item.text("datum"),
        moment: item.maybe("moment"),
        soort: item.text("soort"),
        tekst,
        onvertaald,
        stuk: item.maybe("stuk"),
        toelichting: item.maybe("toelichting"),
        zeker: zeker(item),
        bronnen: verwijzingen(item),
    }
}

fn stap(item: &Reader<impl Json>, taal: &str) -> Stap {
    let (wanneer, tekst, onvertaald) = paar(item, ["wanneer", "tekst"], taal);
    Stap {
        wanneer,
        datum: item.text("datum"),
        wie: item.text("wie"),
        tekst,
        onvertaald,
        bronnen: verwijzingen(item),
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::contract::versie::SCHEMA_VERSIE;
    use serde_json::{Value, json};

    fn documents(soort: Value, npo: Value) -> Documents<Value> {
        Documents {
            index: json!({"schemaVersie": SCHEMA_VERSIE, "release": "abc", "peildatum": "2021-01-22"}),
            tijdlijn: json!({"gebeurtenissen": [{"id": "start", "datum": "2016-10-31", "soort": soort,
                "tekst": {"nl": "Het begint."}, "zekerheid": "hoog", "grondslag": "bron", "bronnen": []}]}),
            bronnen: json!({"bronnen": []}),
            npo,
        }
    }

    #[test]
    fn a_release_without_a_programme_has_no_calendar() {
        let gegevens = Gegevens::read(&documents(json!("feit"), Value::Null), "en").unwrap();
        assert_eq!((gegevens.kalender.len(), gegevens.gebeurtenissen[0].onvertaald), (0, true));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let error = Gegevens::read(&documents(json!(7), Value::Null), "nl").unwrap_err();
        assert_eq!(error.to_string(), "tijdlijn: gebeurtenissen[0].soort: expected text");
        let npo = json!({"kalender": []});
        let error = Gegevens::read(&documents(json!("feit"), npo), "nl").unwrap_err();
        assert_eq!(error.to_string(), "npo: criteria: expected a list");
    }
}
