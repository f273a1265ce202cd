//! What a list of interventies takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::{Thema, Unreadable, keuzes::Keuze, thema, version, vertaald, whole};
use crate::json::{Json, Misfit, list, text};

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
        let inside = |document| move |misfit| Unreadable::Misfit { document, misfit };
        version(index)?;
        // A release may be without closed lists and agendas.
        let keuzes = |name| {
            if begrippen.keys().is_empty() {
                return Ok(Vec::new());
            }
            let read = list(begrippen, name, |item| {
                let (label, onvertaald) = vertaald(&item.get("label"), taal)?;
                Ok(Keuze { id: text(item, "id")?, label, onvertaald })
            });
            read.map_err(inside("begrippen"))
        };
        Ok(Self {
            release: text(index, "release").map_err(inside("index"))?,
            peildatum: text(index, "peildatum").map_err(inside("index"))?,
            deelnemers: list(gemeenten, "gemeenten", deelnemer).map_err(inside("gemeenten"))?,
            themas: list(themas, "themas", |item| thema(item, taal)).map_err(inside("themas"))?,
            sectoren: keuzes("sectoren")?,
            leefwerelden: keuzes("leefwerelden")?,
            bewijsniveaus: keuzes("bewijsniveaus")?,
            interventies: list(interventies, "interventies", |item| interventie(item, taal))
                .map_err(inside("interventies"))?,
            bronnen: list(bronnen, "bronnen", bron).map_err(inside("bronnen"))?,
            agendas: match agendas.keys().is_empty() {
                true => Vec::new(),
                false => list(agendas, "agendas", |item| Ok((text(item, "gemeente")?, periode(item))))
                    .map_err(inside("agendas"))?,
            },
        })
    }
}

pub(super) fn deelnemer(item: &impl Json) -> Result<Deelnemer, Misfit> {
    Ok(Deelnemer {
        code: text(item, "code")?,
        naam: text(item, "naam")?,
        slug: text(item, "slug")?,
        provincie: text(item, "provincie")?,
    })
}

pub(super) fn interventie(item: &impl Json, taal: &str) -> Result<Interventie, Misfit> {
    let (titel, samenvatting) = (item.get("titel"), item.get("samenvatting"));
    // Both or none: nobody reads a summary in another language than its title.
    let taal = if titel.get(taal).text().and(samenvatting.get(taal).text()).is_some() { taal } else { "" };
    let (titel, onvertaald) = vertaald(&titel, taal)?;
    let (samenvatting, _) = vertaald(&samenvatting, taal)?;
    // The contract leaves out what nobody looked at.
    let [leefwerelden, uitgelicht] =
        ["leefwerelden", "uitgelicht"].map(|key| item.get(key).items().unwrap_or_default());
    Ok(Interventie {
        id: text(item, "id")?,
        titel,
        samenvatting,
        onvertaald,
        gemeenten: list(item, "gemeenten", whole)?,
        regio: item.get("regio").text(),
        themas: list(item, "themas", |thema| text(thema, "id"))?,
        sectoren: list(item, "sectoren", whole)?,
        leefwerelden: leefwerelden.iter().filter_map(|leefwereld| leefwereld.get("id").text()).collect(),
        bewijs: text(&item.get("bewijs"), "niveau")?,
        periode: periode(item),
        uitgelicht: uitgelicht.iter().filter_map(|one| one.get("gemeente").text()).collect(),
        toelichting: item.get("toelichting").text(),
        zekerheid: text(item, "zekerheid")?,
        bronnen: verwijzingen(item)?,
    })
}

/// The sources of a record, ids, each with the place in it.
pub(super) fn verwijzingen(item: &impl Json) -> Result<Vec<(String, Option<String>)>, Misfit> {
    list(item, "bronnen", |bron| Ok((text(bron, "bron")?, bron.get("plaats").text())))
}

pub(super) fn periode(item: &impl Json) -> Periode {
    let periode = item.get("periode");
    Periode { van: periode.get("van").text(), tot: periode.get("tot").text() }
}

pub(super) fn bron(item: &impl Json) -> Result<Bron, Misfit> {
    Ok(Bron { id: text(item, "id")?, titel: text(item, "titel")?, url: item.get("url").text() })
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
