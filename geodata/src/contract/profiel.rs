//! What the profile of a gemeente takes from the documents: the fields it shows, and no more. What is of one gemeente
//! comes from its [slice](super::delen).
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::landkaart::keuzes::{Keuze, sectoren};
use super::landkaart::reeks::{statussen, waarde};
use super::landkaart::zoek::{Zoeknaam, zoeknamen};
use super::landkaart::{Thema, Unreadable, thema, version, vertaald};
use super::lijst::{Bron, Deelnemer, Interventie, Periode};
use super::lijst::{bron, deelnemer, interventie, periode, verwijzingen};
use super::meting::{Indicator, indicator};
use super::waarde::{Status, Waarde};
use crate::json::{Json, Misfit, count, list, text};

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
        let inside = |document| move |misfit| Unreadable::Misfit { document, misfit };
        version(index)?;
        let jaar = count(gebieden, "jaar").map_err(inside("gebieden"))?;
        let two = |one: &'static str, two: &'static str| {
            move |item: &_| -> Result<_, Misfit> { Ok((text(item, one)?, text(item, two)?)) }
        };
        Ok(Self {
            release: text(index, "release").map_err(inside("index"))?,
            peildatum: text(index, "peildatum").map_err(inside("index"))?,
            provincies: list(gebieden, "provincies", two("code", "naam")).map_err(inside("gebieden"))?,
            gebieden: list(gebieden, "gebieden", two("code", "naam")).map_err(inside("gebieden"))?,
            deelnemers: list(deelnemers, "deelnemers", deelnemer).map_err(inside("deelnemers"))?,
            themas: list(themas, "themas", |item| thema(item, taal)).map_err(inside("themas"))?,
            // A release may be without closed lists.
            sectoren: match begrippen.keys().is_empty() {
                true => Vec::new(),
                false => sectoren(begrippen, taal).map_err(inside("begrippen"))?,
            },
            indicatoren: list(indicatoren, "indicatoren", |item| indicator(item, taal, jaar))
                .map_err(inside("indicatoren"))?,
            delen: list(delen, "gemeenten", two("van", "pad")).map_err(inside("delen"))?,
        })
    }
}

impl Deel {
    /// # Errors
    /// The first field that is not as the contract says.
    pub fn read(document: &impl Json, taal: &str) -> Result<Self, Misfit> {
        let deelnemer = document.get("deelnemer");
        let joined = deelnemer.get("toetreding");
        let changed = document.get("herindeling");
        let measured = document.get("cijfers").items().is_some();
        Ok(Self {
            code: text(&deelnemer, "code")?,
            deelname: text(&deelnemer, "deelname")?,
            toetreding: Toetreding {
                datum: joined.get("datum").text(),
                na: joined.get("na").text(),
                uiterlijk: joined.get("uiterlijk").text(),
                toelichting: text(&joined, "toelichting")?,
                zeker: Zeker { afgeleid: afgeleid(&joined), zekerheid: text(&deelnemer, "zekerheid")? },
                bronnen: verwijzingen(&deelnemer)?,
            },
            agendas: list(document, "agendas", agenda)?,
            interventies: list(document, "interventies", |item| interventie(item, taal))?,
            meer: count(&document.get("deel"), "aantal")? > 1,
            rollen: list(document, "rollen", rol)?,
            videos: list(document, "videos", |item| video(item, taal))?,
            namen: if changed.keys().is_empty() { Vec::new() } else { zoeknamen(&changed)? },
            cijfers: if measured { list(document, "cijfers", cijfer)? } else { Vec::new() },
            bronnen: list(document, "bronnen", bron)?,
        })
    }
}

fn afgeleid(item: &impl Json) -> bool {
    item.get("grondslag").text().as_deref() == Some("afgeleid")
}

/// How sure a record is.
///
/// # Errors
/// When it does not say so.
pub fn zeker(item: &impl Json) -> Result<Zeker, Misfit> {
    Ok(Zeker { afgeleid: afgeleid(item), zekerheid: text(item, "zekerheid")? })
}

fn personen(item: &impl Json, key: &str) -> Result<Vec<Persoon>, Misfit> {
    if item.get(key).items().is_none() {
        return Ok(Vec::new());
    }
    list(item, key, |person| {
        Ok(Persoon {
            naam: text(person, "naam")?,
            functie: text(person, "functie")?,
            jaar: count(person, "jaar")?,
        })
    })
}

/// Where a thing is, or why there is no address.
pub fn elders(item: &impl Json) -> Elders {
    Elders { status: item.get("status").text().unwrap_or_default(), url: item.get("url").text() }
}

fn agenda(item: &impl Json) -> Result<Agenda, Misfit> {
    Ok(Agenda {
        addendum: text(item, "soort")? == "addendum",
        periode: periode(item),
        ondertekend: item.get("ondertekend").text(),
        personen: personen(item, "ondertekenaars")?,
        tekst: elders(&item.get("tekst")),
        toelichting: item.get("toelichting").text(),
        zeker: zeker(item)?,
        bronnen: verwijzingen(item)?,
    })
}

fn rol(item: &impl Json) -> Result<Rol, Misfit> {
    Ok(Rol {
        rol: text(item, "rol")?,
        datum: text(item, "datum")?,
        personen: personen(item, "personen")?,
        toelichting: item.get("toelichting").text(),
        zeker: zeker(item)?,
        bronnen: verwijzingen(item)?,
    })
}

fn video(item: &impl Json, taal: &str) -> Result<Video, Misfit> {
    let (titel, onvertaald) = vertaald(&item.get("titel"), taal)?;
    Ok(Video {
        titel,
        onvertaald,
        datum: item.get("datum").text(),
        adres: elders(&item.get("adres")),
        ondertiteling: elders(&item.get("ondertiteling")),
        transcript: elders(&item.get("transcript")),
        toelichting: item.get("toelichting").text(),
        bronnen: verwijzingen(item)?,
    })
}

fn cijfer(item: &impl Json) -> Result<Cijfer, Misfit> {
    let figure = |item: &_| waarde(item).ok_or_else(|| Misfit::new("waarde", "a figure or a reason"));
    Ok(Cijfer {
        indicator: text(item, "indicator")?,
        periode: text(item, "periode")?,
        status: statussen(item),
        waarde: figure(&item.get("waarde"))?,
        gelijk_binnen: item.get("gelijkBinnen").number().unwrap_or_default(),
        laagste: item.get("laagste").number(),
        hoogste: item.get("hoogste").number(),
        vergelijking: list(item, "vergelijking", |row| {
            let middle = row.get("maat").text().as_deref() == Some("mediaan");
            Ok((text(row, "code")?, middle, figure(&row.get("waarde"))?))
        })?,
        bronnen: verwijzingen(item)?,
    })
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
