//! What the card of an indicator takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::Niveau;
use super::indicatoren::Beschikbaarheid;
use super::landkaart::reeks::{statussen, waarde};
use super::landkaart::{Unreadable, version, vertaald};
use super::lijst::{Bron, bron, interventie};
use super::waarde::{Status, Waarde};
use crate::json::{Json, Misfit, count, list, text};

pub use super::lijst::Interventie;

/// The documents of a release, as far as a card shows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Gegevens {
    pub release: String,
    pub peildatum: String,
    pub jaar: u16,
    /// Code and name.
    pub provincies: Vec<(String, String)>,
    /// In order of code.
    pub gebieden: Vec<Gebied>,
    /// Code, the name readers use, and the name in an address.
    pub deelnemers: Vec<(String, String, String)>,
    pub indicatoren: Vec<Indicator>,
    pub interventies: Vec<Interventie>,
    pub bronnen: Vec<Bron>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gebied {
    pub code: String,
    pub naam: String,
    /// Province code.
    pub provincie: String,
}

/// See [`super::indicatoren::Indicator`].
#[derive(Debug, Clone, PartialEq)]
pub struct Indicator {
    pub id: String,
    /// In the language that was asked for, as all its texts.
    pub label: String,
    /// Whether the label is Dutch because nobody translated it.
    pub onvertaald: bool,
    pub definitie: String,
    pub formule: Option<String>,
    /// The unit in words, and as it stands behind a number.
    pub eenheid: String,
    pub teken: String,
    pub decimalen: u8,
    pub beschikbaarheid: Beschikbaarheid,
    pub toelichting: Option<String>,
    pub breuken: Vec<Breuk>,
    /// Where the figures of gemeenten of the map's year are, below the exports; nothing when nobody gave them.
    pub pad: Option<String>,
    /// Of what lies in a gemeente, a level each.
    pub delen: Vec<Delenreeks>,
    /// Ids.
    pub bronnen: Vec<String>,
}

/// Figures of wijken or of schools, told by gemeente.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delenreeks {
    pub niveau: Niveau,
    /// The year whose areas they are; those of two years are not the same.
    pub indeling: u16,
    /// Where the list is of its documents, one for each gemeente, below the exports.
    pub pad: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breuk {
    /// The first period of the new kind.
    pub vanaf: String,
    pub toelichting: String,
}

/// The figures of one series.
#[derive(Debug, Clone, PartialEq)]
pub struct Cijfers {
    /// The earliest first.
    pub perioden: Vec<Periode>,
    /// Code, and a figure for each period.
    pub gebieden: Vec<(String, Vec<Waarde>)>,
    /// The same of larger areas, and whether it is the middle of the areas in it instead of a figure of its own.
    pub vergelijking: Vec<(String, bool, Vec<Waarde>)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Periode {
    pub periode: String,
    pub status: Vec<Status>,
    /// Smaller differences are none.
    pub gelijk_binnen: f64,
}

/// The figures of what lies in one gemeente, of the last period.
#[derive(Debug, Clone, PartialEq)]
pub struct Deel {
    pub periode: String,
    /// What the source says of all its figures.
    pub status: Vec<Status>,
    /// In order of code.
    pub gebieden: Vec<Deelgebied>,
}

/// A wijk or a school with its figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Deelgebied {
    pub code: String,
    pub naam: String,
    pub waarde: Waarde,
}

/// The documents, parsed but not yet understood.
pub struct Documents<J> {
    pub index: J,
    pub gebieden: J,
    pub gemeenten: J,
    pub indicatoren: J,
    pub interventies: J,
    pub bronnen: J,
}

impl Gegevens {
    /// `taal` is the language of the labels, as in a `lang` attribute.
    ///
    /// # Errors
    /// A document of another version of the contract, or the first field that is not as it says.
    pub fn read(documents: &Documents<impl Json>, taal: &str) -> Result<Self, Unreadable> {
        let Documents { index, gebieden, gemeenten, indicatoren, interventies, bronnen } = documents;
        let inside = |document| move |misfit| Unreadable::Misfit { document, misfit };
        version(index)?;
        let jaar = count(gebieden, "jaar").map_err(inside("gebieden"))?;
        let three = |one: &'static str, two: &'static str| {
            move |item: &_| -> Result<_, Misfit> {
                Ok((text(item, "code")?, text(item, one)?, text(item, two)?))
            }
        };
        let areas = list(gebieden, "gebieden", three("naam", "provincie")).map_err(inside("gebieden"))?;
        Ok(Self {
            release: text(index, "release").map_err(inside("index"))?,
            peildatum: text(index, "peildatum").map_err(inside("index"))?,
            jaar,
            provincies: list(gebieden, "provincies", |item| Ok((text(item, "code")?, text(item, "naam")?)))
                .map_err(inside("gebieden"))?,
            gebieden: areas
                .into_iter()
                .map(|(code, naam, provincie)| Gebied { code, naam, provincie })
                .collect(),
            deelnemers: list(gemeenten, "gemeenten", three("naam", "slug")).map_err(inside("gemeenten"))?,
            indicatoren: list(indicatoren, "indicatoren", |item| indicator(item, taal, jaar))
                .map_err(inside("indicatoren"))?,
            interventies: list(interventies, "interventies", |item| interventie(item, taal))
                .map_err(inside("interventies"))?,
            bronnen: list(bronnen, "bronnen", bron).map_err(inside("bronnen"))?,
        })
    }
}

pub(super) fn indicator(item: &impl Json, taal: &str, jaar: u16) -> Result<Indicator, Misfit> {
    let (label, onvertaald) = vertaald(&item.get("label"), taal)?;
    let there = text(item, "beschikbaarheid")?;
    let there = Beschikbaarheid::ALL.iter().find(|(name, _)| *name == there);
    let breuken = item.get("breuken").items().unwrap_or_default();
    let breuken = breuken.iter().map(|breuk| {
        let (toelichting, _) = vertaald(&breuk.get("toelichting"), taal)?;
        Ok(Breuk { vanaf: text(breuk, "vanaf")?, toelichting })
    });
    Ok(Indicator {
        id: text(item, "id")?,
        label,
        onvertaald,
        definitie: vertaald(&item.get("definitie"), taal)?.0,
        formule: item.get("formule").text(),
        eenheid: vertaald(&item.get("eenheid"), taal)?.0,
        teken: item.get("teken").text().unwrap_or_default(),
        decimalen: count(item, "decimalen")?.min(6) as u8,
        beschikbaarheid: there.ok_or_else(|| Misfit::new("beschikbaarheid", "a word of the closed list"))?.1,
        toelichting: vertaald(&item.get("toelichting"), taal).ok().map(|(text, _)| text),
        breuken: breuken.collect::<Result<_, Misfit>>()?,
        pad: super::landkaart::reeks::pad(item, jaar),
        delen: delen(item),
        bronnen: list(item, "bronnen", |bron| text(bron, "bron"))?,
    })
}

/// Of each level the last series that is told by gemeente.
fn delen(indicator: &impl Json) -> Vec<Delenreeks> {
    let mut found: Vec<Delenreeks> = Vec::new();
    for series in indicator.get("reeksen").items().unwrap_or_default() {
        let niveau = series
            .get("niveau")
            .text()
            .and_then(|name| Niveau::ALL.iter().find(|(known, _)| *known == name).map(|(_, niveau)| *niveau));
        let (Some(niveau), Some(pad)) = (niveau, series.get("delen").get("pad").text()) else { continue };
        let indeling = series.get("indeling").number().map_or(0, |jaar| jaar as u16);
        let reeks = Delenreeks { niveau, indeling, pad };
        match found.iter_mut().find(|known| known.niveau == niveau) {
            Some(known) if known.indeling < indeling => *known = reeks,
            Some(_) => {}
            None => found.push(reeks),
        }
    }
    found
}

/// The figures of what lies in a gemeente: what has no name is called by its code.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn deel(document: &impl Json) -> Result<Deel, Misfit> {
    let namen = list(document, "gebieden", |item| Ok(item.get("naam").text()))?;
    let mut cijfers = cijfers(document)?;
    let last = cijfers.perioden.pop().map(|last| (last.periode, last.status));
    let (periode, status) = last.unwrap_or_default();
    let areas = namen.into_iter().zip(cijfers.gebieden);
    let gebieden = areas.filter_map(|(naam, (code, mut waarden))| {
        Some(Deelgebied { naam: naam.unwrap_or_else(|| code.clone()), code, waarde: waarden.pop()? })
    });
    Ok(Deel { periode, status, gebieden: gebieden.collect() })
}

/// Of which gemeenten there are figures of what lies in them, and where, below the exports.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn lijst(document: &impl Json) -> Result<Vec<(String, String)>, Misfit> {
    super::landkaart::keuzes::delen(document, "delen")
}

/// The figures of a series, of every period.
///
/// # Errors
/// The first field that is not as the contract says.
pub fn cijfers(document: &impl Json) -> Result<Cijfers, Misfit> {
    let perioden = list(document, "perioden", |item| {
        Ok(Periode {
            periode: text(item, "periode")?,
            status: statussen(item),
            gelijk_binnen: item.get("gelijkBinnen").number().unwrap_or_default(),
        })
    })?;
    if perioden.is_empty() {
        return Err(Misfit::new("perioden", "at least one period"));
    }
    let figures = |item: &_| {
        let figures = list(item, "waarden", |figure| {
            waarde(figure).ok_or_else(|| Misfit::new("", "a figure or a reason"))
        })?;
        if figures.len() == perioden.len() {
            Ok(figures)
        } else {
            Err(Misfit::new("waarden", "one for each period"))
        }
    };
    let gebieden = list(document, "gebieden", |item| Ok((text(item, "code")?, figures(item)?)))?;
    let vergelijking = list(document, "vergelijking", |item| {
        Ok((text(item, "code")?, item.get("maat").text().as_deref() == Some("mediaan"), figures(item)?))
    })?;
    Ok(Cijfers { perioden, gebieden, vergelijking })
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn document(waarden: Value) -> Value {
        json!({
            "perioden": [{"periode": "2020", "gelijkBinnen": 0.5}, {"periode": "2021", "status": ["voorlopig"]}],
            "gebieden": [{"code": "GM0001", "waarden": waarden}],
            "vergelijking": [{"code": "NL01", "maat": "mediaan", "waarden": [1, 2]}],
        })
    }

    #[test]
    fn every_period_has_its_figure_or_a_reason() {
        let cijfers = cijfers(&document(json!([1.5, "onderdrukt"]))).unwrap();
        assert_eq!(cijfers.gebieden[0].1[0], Waarde::precies(1.5));
        assert!(cijfers.gebieden[0].1[1].cijfer.is_err());
        assert_eq!(cijfers.perioden[1].status, [Status::Voorlopig]);
        assert_eq!(cijfers.perioden[0].gelijk_binnen, 0.5);
        assert!(cijfers.vergelijking[0].1);
    }

    #[test]
    fn the_parts_of_a_gemeente_have_a_name_or_a_code_and_their_last_figure() {
        let document = json!({
            "perioden": [{"periode": "2020"}, {"periode": "2021"}],
            "gebieden": [
                {"code": "WK000100", "naam": "Kern", "waarden": [1, 2]},
                {"code": "WK000101", "waarden": [1, "onderdrukt"]},
            ],
            "vergelijking": [],
        });
        let deel = deel(&document).unwrap();
        assert_eq!(deel.periode, "2021");
        let [kern, rest] = &deel.gebieden[..] else { panic!("two wijken") };
        assert_eq!((kern.code.as_str(), kern.naam.as_str()), ("WK000100", "Kern"));
        assert_eq!(kern.waarde, Waarde::precies(2.));
        assert_eq!(rest.naam, "WK000101");
        assert!(rest.waarde.cijfer.is_err());
    }

    #[test]
    fn of_each_level_the_last_series_counts() {
        let indicator = json!({ "reeksen": [
            {"niveau": "wijk", "indeling": 2021, "delen": {"pad": "oud.json"}},
            {"niveau": "wijk", "indeling": 2022, "delen": {"pad": "nieuw.json"}},
            {"niveau": "school", "indeling": 2021, "delen": {"pad": "scholen.json"}},
            {"niveau": "gemeente", "indeling": 2021, "document": {"pad": "gemeenten.json"}},
        ]});
        let delen = super::delen(&indicator);
        let told = delen.iter().map(|reeks| (reeks.niveau, reeks.indeling, reeks.pad.as_str()));
        let expected = [(Niveau::Wijk, 2022, "nieuw.json"), (Niveau::School, 2021, "scholen.json")];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_figure_too_few_is_named() {
        let error = cijfers(&document(json!([1.5]))).unwrap_err();
        assert_eq!(error.to_string(), "gebieden[0].waarden: expected one for each period");
    }
}
