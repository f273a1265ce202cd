//! What the card of an indicator takes from the documents: the fields it shows, and no more.
//!
//! Read through [`Json`], as [`landkaart`](super::landkaart) is.

use super::Niveau;
use super::indicatoren::Beschikbaarheid;
use super::landkaart::reeks::{figuur, pad, statussen};
use super::landkaart::{Unreadable, version};
use super::lijst::{Bron, bron, interventie};
use super::vertaling::{misschien, vertaald};
use super::waarde::{Status, Waarde};
use crate::json::{Fault, Json, Reader};

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
        let fault = Fault::default();
        let [index, gebieden, gemeenten, indicatoren, interventies, bronnen] = fault.readers([
            ("index", index),
            ("gebieden", gebieden),
            ("gemeenten", gemeenten),
            ("indicatoren", indicatoren),
            ("interventies", interventies),
            ("bronnen", bronnen),
        ]);
        version(&index)?;
        let jaar = gebieden.count("jaar");
        let read = Self {
            release: index.text("release"),
            peildatum: index.text("peildatum"),
            jaar,
            provincies: gebieden.list("provincies", |item| (item.text("code"), item.text("naam"))),
            gebieden: gebieden.list("gebieden", |item| Gebied {
                code: item.text("code"),
                naam: item.text("naam"),
                provincie: item.text("provincie"),
            }),
            deelnemers: gemeenten
                .list("gemeenten", |item| (item.text("code"), item.text("naam"), item.text("slug"))),
            indicatoren: indicatoren.list("indicatoren", |item| indicator(item, taal, jaar)),
            interventies: interventies.list("interventies", |item| interventie(item, taal)),
            bronnen: bronnen.list("bronnen", bron),
        };
        Ok(fault.or(read)?)
    }
}

pub(super) fn indicator(item: &Reader<impl Json>, taal: &str, jaar: u16) -> Indicator {
    let (label, onvertaald) = vertaald(item, "label", taal);
    let there = item.text("beschikbaarheid");
    let there = Beschikbaarheid::ALL.into_iter().find(|(name, _)| *name == there);
    let instead = Beschikbaarheid::ALL[0];
    Indicator {
        id: item.text("id"),
        label,
        onvertaald,
        definitie: vertaald(item, "definitie", taal).0,
        formule: item.maybe("formule"),
        eenheid: vertaald(item, "eenheid", taal).0,
        teken: item.maybe("teken").unwrap_or_default(),
        decimalen: item.count("decimalen").min(6) as u8,
        beschikbaarheid: item.need("beschikbaarheid", "a word of the closed list", there, instead).1,
        toelichting: misschien(item, "toelichting", taal),
        breuken: item.some("breuken", |breuk| Breuk {
            vanaf: breuk.text("vanaf"),
            toelichting: vertaald(breuk, "toelichting", taal).0,
        }),
        pad: pad(item.value(), jaar),
        delen: delen(item.value()),
        bronnen: item.list("bronnen", |bron| bron.text("bron")),
    }
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
pub fn deel(document: &Reader<impl Json>) -> Deel {
    let namen = document.list("gebieden", |item| item.maybe("naam"));
    let mut cijfers = cijfers(document);
    let last = cijfers.perioden.pop().map(|last| (last.periode, last.status));
    let (periode, status) = last.unwrap_or_default();
    let areas = namen.into_iter().zip(cijfers.gebieden);
    let gebieden = areas.filter_map(|(naam, (code, mut waarden))| {
        Some(Deelgebied { naam: naam.unwrap_or_else(|| code.clone()), code, waarde: waarden.pop()? })
    });
    Deel { periode, status, gebieden: gebieden.collect() }
}

/// Of which gemeenten there are figures of what lies in them, and where, below the exports.
pub fn lijst(document: &Reader<impl Json>) -> Vec<(String, String)> {
    super::landkaart::keuzes::delen(document, "delen")
}

/// The figures of a series, of every period.
pub fn cijfers(document: &Reader<impl Json>) -> Cijfers {
    let perioden = document.list("perioden", |item| Periode {
        periode: item.text("periode"),
        status: statussen(item.value()),
        gelijk_binnen: item.get("gelijkBinnen").number().unwrap_or_default(),
    });
    if perioden.is_empty() {
        document.misfit("perioden", "at least one period");
    }
    let figures = |item: &Reader<_>| {
        let figures = item.list("waarden", |figure| figuur(figure, "", figure.value()));
        if figures.len() != perioden.len() {
            item.misfit("waarden", "one for each period");
        }
        figures
    };
    let gebieden = document.list("gebieden", |item| (item.text("code"), figures(item)));
    let vergelijking = document.list("vergelijking", |item| {
        (item.text("code"), item.maybe("maat").as_deref() == Some("mediaan"), figures(item))
    });
    Cijfers { perioden, gebieden, vergelijking }
}

#[cfg(all(test, feature = "import"))]
mod tests {
    use super::*;
    use crate::json::read;
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
        let cijfers = read(&document(json!([1.5, "onderdrukt"])), cijfers).unwrap();
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
        let deel = read(&document, deel).unwrap();
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
        let error = read(&document(json!([1.5])), cijfers).unwrap_err();
        assert_eq!(error.to_string(), "gebieden[0].waarden: expected one for each period");
    }
}
