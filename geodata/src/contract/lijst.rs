//! What a list of interventies takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::keuzes::{Keuze, keuzes};
use super::landkaart::{Thema, Unreadable, thema, version};
use super::vertaling::paar;
use crate::json::{Fault, Json, Reader};

/// The documents of a release, as far as a list of interventies shows them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    /// In the order of the list.
    pub deelnemers: Vec<Deelnemer>,
    pub themas: Vec<Thema>,
    pub sectoren: Vec<Keuze>,
    pub leefwerelden: Vec<Keuze>,
    pub bewijsniveaus: Vec<Keuze>,
    pub interventies: Vec<Interventie>,
    pub bronnen: Vec<Bron>,
    /// Code of a gemeente and the years its agenda is for; more than one where it has had more.
    pub agendas: Vec<(String, Periode)>,
}

/// See [`super::gemeenten::Deelnemer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deelnemer {
    pub code: String,
    pub naam: String,
    pub slug: String,
    /// Province code.
    pub provincie: String,
}

/// See [`super::interventies::Interventie`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interventie {
    pub id: String,
    /// Title and summary, in the language that was asked for.
    pub titel: String,
    pub samenvatting: String,
    /// Whether both are Dutch because nobody translated them.
    pub onvertaald: bool,
    /// Codes.
    pub gemeenten: Vec<String>,
    pub regio: Option<String>,
    /// Ids.
    pub themas: Vec<String>,
    pub sectoren: Vec<String>,
    pub leefwerelden: Vec<String>,
    pub bewijs: String,
    pub periode: Periode,
    /// Codes of the gemeenten of which a source highlights this interventie.
    pub uitgelicht: Vec<String>,
    /// Always Dutch.
    pub toelichting: Option<String>,
    /// `hoog`, `midden` or `laag`.
    pub zekerheid: String,
    /// Ids, each with the place in it.
    pub bronnen: Vec<(String, Option<String>)>,
}

/// From and until when, as precisely as is known: `2019`, `2021-07`, `2022-02-24`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Periode {
    pub van: Option<String>,
    pub tot: Option<String>,
}

/// See [`super::bronnen::Bron`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bron {
    pub id: String,
    pub titel: String,
    pub url: Option<String>,
}

/// The documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub gemeenten: J,
    pub themas: J,
    pub begrippen: J,
    pub interventies: J,
    pub bronnen: J,
    pub agendas: J,
}

impl Gegevens {
    /// `taal` is the language of the labels, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let Documents { index, gemeenten, themas, begrippen, interventies, bronnen, agendas } = documents;
        let fault = Fault::default();
        let [index, gemeenten, themas, begrippen, interventies, bronnen, agendas] = fault.readers([
            ("index", index),
            ("gemeenten", gemeenten),
            ("themas", themas),
            ("begrippen", begrippen),
            ("interventies", interventies),
            ("bronnen", bronnen),
            ("agendas", agendas),
        ]);
        version(&index)?;
        let [begrippen, agendas] = [begrippen, agendas].map(Reader::spare);
        let closed = |name| keuzes(&begrippen, name, taal);
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            deelnemers: gemeenten.list("gemeenten", deelnemer),
            themas: themas.list("themas", |item| thema(item, taal)),
            sectoren: closed("sectoren"),
            leefwerelden: closed("leefwerelden"),
            bewijsniveaus: closed("bewijsniveaus"),
            interventies: interventies.list("interventies", |item| interventie(item, taal)),
            bronnen: bronnen.list("bronnen", bron),
            agendas: agendas.list("agendas", |item| (item.text("gemeente"), periode(item))),
        };
        Ok(fault.or(read)?)
    }
}

pub(super) fn deelnemer(item: &Reader<impl Json>) -> Deelnemer {
    Deelnemer {
        code: item.text("code"),
        naam: item.text("naam"),
        slug: item.text("slug"),
        provincie: item.text("provincie"),
    }
}

pub(super) fn interventie(item: &Reader<impl Json>, taal: &str) -> Interventie {
    let (titel, samenvatting, onvertaald) = paar(item, ["titel", "samenvatting"], taal);
    Interventie {
        id: item.text("id"),
        titel,
        samenvatting,
        onvertaald,
        gemeenten: item.texts("gemeenten"),
        regio: item.maybe("regio"),
        themas: item.list("themas", |thema| thema.text("id")),
        sectoren: item.texts("sectoren"),
        // The contract leaves out what nobody looked at.
        leefwerelden: item.some("leefwerelden", |leefwereld| leefwereld.text("id")),
        bewijs: item.under("bewijs", |bewijs| bewijs.text("niveau")),
        periode: periode(item),
        uitgelicht: item.some("uitgelicht", |one| one.text("gemeente")),
        toelichting: item.maybe("toelichting"),
        zekerheid: item.text("zekerheid"),
        bronnen: verwijzingen(item),
    }
}

/// The sources of a record, ids, each with the place in it.
pub(super) fn verwijzingen(item: &Reader<impl Json>) -> Vec<(String, Option<String>)> {
    item.list("bronnen", |bron| (bron.text("bron"), bron.maybe("plaats")))
}

pub(super) fn periode(item: &Reader<impl Json>) -> Periode {
    item.under("periode", |periode| Periode { van: periode.maybe("van"), tot: periode.maybe("tot") })
}

pub(super) fn bron(item: &Reader<impl Json>) -> Bron {
    Bron { id: item.text("id"), titel: item.text("titel"), url: item.maybe("url") }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::contract::versie::SCHEMA_VERSIE;
    use serde_json::{Value, json};

    fn documents(interventie: Value) -> Documents<Value> {
        let keuze = json!([{"id": "po", "label": {"nl": "Primair", "en": "Primary"}}]);
        Documents {
            index: json!({"schemaVersie": SCHEMA_VERSIE, "release": "abc", "peildatum": "2021-01-22"}),
            gemeenten: json!({"gemeenten": [
                {"code": "GM0228", "naam": "Ede", "slug": "ede", "provincie": "PV25"},
            ]}),
            themas: json!({"themas": []}),
            begrippen: json!({"sectoren": keuze, "leefwerelden": [], "bewijsniveaus": []}),
            interventies: json!({"interventies": [interventie]}),
            bronnen: json!({"bronnen": [{"id": "brief", "titel": "De brief"}]}),
            agendas: json!({"agendas": [{"gemeente": "GM0228", "periode": {"van": "2019", "tot": "2021"}}]}),
        }
    }

    fn boekenpret() -> Value {
        json!({
            "id": "boekenpret", "titel": {"nl": "Boekenpret"}, "samenvatting": {"nl": "Voorlezen.", "en": "Reading."},
            "gemeenten": ["GM0228"], "themas": [{"id": "taal"}], "sectoren": ["po"],
            "leefwerelden": [{"id": "thuis", "koppeling": "afgeleid"}], "bewijs": {"niveau": "niet-beoordeeld"},
            "periode": {"van": "2019"}, "zekerheid": "hoog", "bronnen": [{"bron": "brief", "plaats": "regel 3"}],
        })
    }

    #[test]
    fn every_field_that_is_shown_is_read() {
        let gegevens = Gegevens::read(&documents(boekenpret()), "nl").unwrap();
        let interventie = &gegevens.interventies[0];
        assert_eq!((interventie.titel.as_str(), interventie.onvertaald), ("Boekenpret", false));
        assert_eq!(interventie.leefwerelden, ["thuis"]);
        assert_eq!(interventie.periode, Periode { van: Some("2019".into()), tot: None });
        assert_eq!(interventie.bronnen, [("brief".to_owned(), Some("regel 3".to_owned()))]);
        assert_eq!(gegevens.agendas[0].1.tot.as_deref(), Some("2021"));
        assert_eq!(gegevens.bronnen[0].url, None);
    }

    #[test]
    fn title_and_summary_are_in_one_language() {
        let gegevens = Gegevens::read(&documents(boekenpret()), "en").unwrap();
        let interventie = &gegevens.interventies[0];
        assert_eq!((interventie.samenvatting.as_str(), interventie.onvertaald), ("Voorlezen.", true));
        assert_eq!(gegevens.sectoren[0].label, "Primary");
    }

    #[test]
    fn a_missing_field_is_named_with_document_and_place() {
        let mut interventie = boekenpret();
        interventie["zekerheid"] = Value::Null;
        let error = Gegevens::read(&documents(interventie), "nl").unwrap_err();
        assert_eq!(error.to_string(), "interventies: interventies[0].zekerheid: expected text");
    }
}
