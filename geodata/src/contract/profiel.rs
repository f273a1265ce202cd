//! What the profile of a gemeente takes from the documents: the fields it shows, and no more. What is of one gemeente
//! comes from its [slice](super::delen).
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::keuzes::{Keuze, keuzes};
use super::landkaart::reeks::{figuur, statussen};
use super::landkaart::zoek::{Zoeknaam, zoeknamen};
use super::landkaart::{Thema, Unreadable, thema, version};
use super::lijst::{Bron, Deelnemer, Interventie, Periode};
use super::lijst::{bron, deelnemer, interventie, periode, verwijzingen};
use super::meting::{Indicator, indicator};
use super::vertaling::vertaald;
use super::waarde::{Status, Waarde};
use crate::json::{Fault, Json, Misfit, Reader, read};

/// The id of a source, and the place in it.
pub type Verwijzing = (String, Option<String>);

/// What all profiles share.
#[derive(Debug, Clone, PartialEq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    /// Code and name.
    pub provincies: Vec<(String, String)>,
    /// Every gemeente of the map's year, by code.
    pub gebieden: Vec<(String, String)>,
    /// Everyone who ever took part, in the order a Dutch reader expects.
    pub deelnemers: Vec<Deelnemer>,
    pub themas: Vec<Thema>,
    pub sectoren: Vec<Keuze>,
    pub indicatoren: Vec<Indicator>,
    /// Code of a participant and where its slice is, below the exports: its first part.
    pub delen: Vec<(String, String)>,
}

/// The first part of the slice of a gemeente; see [`super::delen::DeelGemeente`].
#[derive(Debug, Clone, PartialEq)]
pub struct Deel {
    pub code: String,
    /// `agenda`, `aangesloten` or `onduidelijk`.
    pub deelname: String,
    pub toetreding: Toetreding,
    pub agendas: Vec<Agenda>,
    pub interventies: Vec<Interventie>,
    /// Whether there are interventies in other parts.
    pub meer: bool,
    pub rollen: Vec<Rol>,
    pub videos: Vec<Video>,
    pub namen: Vec<Zoeknaam>,
    pub cijfers: Vec<Cijfer>,
    pub bronnen: Vec<Bron>,
}

/// See [`super::deelnemers::Toetredingsmoment`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toetreding {
    pub datum: Option<String>,
    pub na: Option<String>,
    pub uiterlijk: Option<String>,
    /// Always Dutch.
    pub toelichting: String,
    pub zeker: Zeker,
    pub bronnen: Vec<Verwijzing>,
}

/// How sure a record is: whether we concluded it, and `hoog`, `midden` or `laag`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Zeker {
    pub afgeleid: bool,
    pub zekerheid: String,
}

/// See [`super::agendas::Agenda`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agenda {
    /// Whether it is an addendum to one.
    pub addendum: bool,
    pub periode: Periode,
    pub ondertekend: Option<String>,
    pub personen: Vec<Persoon>,
    pub tekst: Elders,
    /// Always Dutch.
    pub toelichting: Option<String>,
    pub zeker: Zeker,
    pub bronnen: Vec<Verwijzing>,
}

/// Someone in the office of that year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persoon {
    pub naam: String,
    pub functie: String,
    pub jaar: u16,
}

/// Where a thing is that a source speaks of; see [`super::agendas::Beschikbaarheid`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Elders {
    pub status: String,
    pub url: Option<String>,
}

/// See [`super::rollen::Rol`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rol {
    pub rol: String,
    pub datum: String,
    pub personen: Vec<Persoon>,
    /// Always Dutch.
    pub toelichting: Option<String>,
    pub zeker: Zeker,
    pub bronnen: Vec<Verwijzing>,
}

/// See [`super::videos::Video`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Video {
    pub titel: String,
    pub onvertaald: bool,
    pub datum: Option<String>,
    pub adres: Elders,
    pub ondertiteling: Elders,
    pub transcript: Elders,
    /// Always Dutch.
    pub toelichting: Option<String>,
    pub bronnen: Vec<Verwijzing>,
}

/// The last figure of an indicator; see [`super::delen::Deelcijfer`].
#[derive(Debug, Clone, PartialEq)]
pub struct Cijfer {
    /// Id.
    pub indicator: String,
    pub periode: String,
    pub status: Vec<Status>,
    pub waarde: Waarde,
    /// Smaller differences are none.
    pub gelijk_binnen: f64,
    /// Of all gemeenten.
    pub laagste: Option<f64>,
    pub hoogste: Option<f64>,
    /// Code of a larger area, and whether its figure is the middle of the areas in it.
    pub vergelijking: Vec<(String, bool, Waarde)>,
    pub bronnen: Vec<Verwijzing>,
}

/// The documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub gebieden: J,
    pub deelnemers: J,
    pub themas: J,
    pub begrippen: J,
    pub indicatoren: J,
    pub delen: J,
}

impl Gegevens {
    /// `taal` is the language of the labels, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let Documents { index, gebieden, deelnemers, themas, begrippen, indicatoren, delen } = documents;
        let fault = Fault::default();
        let [index, gebieden, deelnemers, themas, begrippen, indicatoren, delen] = fault.readers([
            ("index", index),
            ("gebieden", gebieden),
            ("deelnemers", deelnemers),
            ("themas", themas),
            ("begrippen", begrippen),
            ("indicatoren", indicatoren),
            ("delen", delen),
        ]);
        version(&index)?;
        let jaar = gebieden.count("jaar");
        let two =
            |one: &'static str, two: &'static str| move |item: &Reader<_>| (item.text(one), item.text(two));
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            provincies: gebieden.list("provincies", two("code", "naam")),
            gebieden: gebieden.list("gebieden", two("code", "naam")),
            deelnemers: deelnemers.list("deelnemers", deelnemer),
            themas: themas.list("themas", |item| thema(item, taal)),
            sectoren: keuzes(&begrippen.spare(), "sectoren", taal),
            indicatoren: indicatoren.list("indicatoren", |item| indicator(item, taal, jaar)),
            delen: delen.list("gemeenten", two("van", "pad")),
        };
        Ok(fault.or(read)?)
    }
}

impl Deel {
    /// # Errors
    /// The first field that is not as the contract says.
    pub fn read(document: &impl Json, taal: &str) -> Result<Self, Misfit> {
        read(document, |slice| {
            let participant = |deelnemer: &Reader<_>| Self {
                code: deelnemer.text("code"),
                deelname: deelnemer.text("deelname"),
                toetreding: toetreding(deelnemer),
                agendas: slice.list("agendas", agenda),
                interventies: slice.list("interventies", |item| interventie(item, taal)),
                meer: slice.under("deel", |deel| deel.count("aantal")) > 1,
                rollen: slice.list("rollen", rol),
                videos: slice.list("videos", |item| video(item, taal)),
                // A slice is older than these two.
                namen: match slice.has("herindeling") {
                    true => slice.under("herindeling", zoeknamen),
                    false => Vec::new(),
                },
                cijfers: slice.some("cijfers", cijfer),
                bronnen: slice.list("bronnen", bron),
            };
            slice.under("deelnemer", participant)
        })
    }
}

fn toetreding(deelnemer: &Reader<impl Json>) -> Toetreding {
    deelnemer.under("toetreding", |joined| Toetreding {
        datum: joined.maybe("datum"),
        na: joined.maybe("na"),
        uiterlijk: joined.maybe("uiterlijk"),
        toelichting: joined.text("toelichting"),
        zeker: Zeker { afgeleid: afgeleid(joined), zekerheid: deelnemer.text("zekerheid") },
        bronnen: verwijzingen(deelnemer),
    })
}

fn afgeleid(item: &Reader<impl Json>) -> bool {
    item.maybe("grondslag").as_deref() == Some("afgeleid")
}

/// How sure a record is.
pub fn zeker(item: &Reader<impl Json>) -> Zeker {
    Zeker { afgeleid: afgeleid(item), zekerheid: item.text("zekerheid") }
}

fn persoon(item: &Reader<impl Json>) -> Persoon {
    Persoon { naam: item.text("naam"), functie: item.text("functie"), jaar: item.count("jaar") }
}

/// Where a thing is, or why there is no address.
pub fn elders(item: &Reader<impl Json>) -> Elders {
    Elders { status: item.maybe("status").unwrap_or_default(), url: item.maybe("url") }
}

fn agenda(item: &Reader<impl Json>) -> Agenda {
    Agenda {
        addendum: item.text("soort") == "addendum",
        periode: periode(item),
        ondertekend: item.maybe("ondertekend"),
        personen: item.some("ondertekenaars", persoon),
        tekst: item.under("tekst", elders),
        toelichting: item.maybe("toelichting"),
        zeker: zeker(item),
        bronnen: verwijzingen(item),
    }
}

fn rol(item: &Reader<impl Json>) -> Rol {
    Rol {
        rol: item.text("rol"),
        datum: item.text("datum"),
        personen: item.some("personen", persoon),
        toelichting: item.maybe("toelichting"),
        zeker: zeker(item),
        bronnen: verwijzingen(item),
    }
}

fn video(item: &Reader<impl Json>, taal: &str) -> Video {
    let (titel, onvertaald) = vertaald(item, "titel", taal);
    Video {
        titel,
        onvertaald,
        datum: item.maybe("datum"),
        adres: item.under("adres", elders),
        ondertiteling: item.under("ondertiteling", elders),
        transcript: item.under("transcript", elders),
        toelichting: item.maybe("toelichting"),
        bronnen: verwijzingen(item),
    }
}

fn cijfer(item: &Reader<impl Json>) -> Cijfer {
    let figure = |item: &Reader<_>| figuur(item, "waarde", &item.get("waarde"));
    Cijfer {
        indicator: item.text("indicator"),
        periode: item.text("periode"),
        status: statussen(item.value()),
        waarde: figure(item),
        gelijk_binnen: item.get("gelijkBinnen").number().unwrap_or_default(),
        laagste: item.get("laagste").number(),
        hoogste: item.get("hoogste").number(),
        vergelijking: item.list("vergelijking", |row| {
            let middle = row.maybe("maat").as_deref() == Some("mediaan");
            (row.text("code"), middle, figure(row))
        }),
        bronnen: verwijzingen(item),
    }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn slice() -> Value {
        json!({
            "deel": {"nummer": 1, "aantal": 2},
            "deelnemer": {"code": "GM1979", "deelname": "agenda", "zekerheid": "midden", "bronnen": [],
                "toetreding": {"uiterlijk": "2019-07-16", "toelichting": "In de lijst.", "grondslag": "afgeleid"}},
            "agendas": [{"soort": "agenda", "periode": {"van": "2019"}, "ondertekenaars": [
                {"naam": "A. B.", "functie": "wethouder", "jaar": 2019}], "tekst": {"status": "niet-gevonden"},
                "grondslag": "bron", "zekerheid": "hoog", "bronnen": [{"bron": "brief"}]}],
            "interventies": [], "rollen": [], "videos": [], "bronnen": [],
            "herindeling": {"bronnen": [], "namen": [
                {"naam": "Delfzijl", "soort": "vroeger", "datum": "2021-01-01", "gemeenten": ["GM1979"]}]},
            "cijfers": [{"indicator": "inwoners", "periode": "2021", "waarde": 45, "hoogste": 90,
                "vergelijking": [{"code": "NL01", "maat": "mediaan", "waarde": 30}], "bronnen": []}],
        })
    }

    #[test]
    fn every_field_that_is_shown_is_read() {
        let deel = Deel::read(&slice(), "nl").unwrap();
        assert_eq!((deel.code.as_str(), deel.meer, deel.toetreding.zeker.afgeleid), ("GM1979", true, true));
        assert_eq!((deel.agendas[0].personen[0].jaar, deel.namen.len()), (2019, 1));
        assert_eq!((deel.cijfers[0].vergelijking[0].1, deel.cijfers[0].hoogste), (true, Some(90.0)));
    }

    #[test]
    fn a_slice_of_before_there_were_figures_in_it_has_none() {
        let mut old = slice();
        old.as_object_mut().unwrap().retain(|key, _| key != "herindeling" && key != "cijfers");
        let deel = Deel::read(&old, "nl").unwrap();
        assert!(deel.cijfers.is_empty() && deel.namen.is_empty());
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let mut wrong = slice();
        wrong["cijfers"][0]["waarde"] = json!("vijf");
        let error = Deel::read(&wrong, "nl").unwrap_err();
        assert_eq!(error.to_string(), "cijfers[0].waarde: expected a figure or a reason");
    }
}
