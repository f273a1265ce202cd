//! `indicatoren.json`: what is measured, how, and which figures there are.
//!
//! An indicator without a series is there on purpose: it is asked for and nobody has given its figures.
//! [`Beschikbaarheid`] says so.

use super::{DocumentRef, GemeenteCode, Getal, Grondslag, IndicatorId, Label, Niveau, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Indicatoren {
    pub schema_versie: String,
    /// In the order of the editors' table: what belongs together stands together.
    pub indicatoren: Vec<Indicator>,
    /// Which gemeenten are alike: [`Vergelijkingsgroepen`](super::Vergelijkingsgroepen).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "vergelijkingsgroepen")))]
    pub vergelijkingsgroepen: Option<DocumentRef>,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Indicator {
    pub id: IndicatorId,
    pub label: Label,
    /// What it is, in our own plain words.
    pub definitie: Label,
    /// How it is counted: `hoger / (hoger + gelijk + lager)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formule: Option<String>,
    /// The unit in words: `procent`, `inwoners`.
    pub eenheid: Label,
    /// The unit as it stands behind a number, where it has a sign: `%`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teken: Option<String>,
    /// Digits behind the comma that a reader is shown.
    pub decimalen: u8,
    /// Which values can be.
    pub domein: Domein,
    pub periodesoort: Periodesoort,
    pub beschikbaarheid: Beschikbaarheid,
    /// What a reader should know before reading a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub toelichting: Option<Label>,
    /// Where a line between two periods must not be drawn, the earliest first.
    pub breuken: Vec<Breuk>,
    /// The figures there are; empty where there are none.
    pub reeksen: Vec<Reeks>,
    pub grondslag: Grondslag,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// The values that can be, both bounds included; open where absent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Domein {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Getal>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Getal>,
}

/// What a period of the indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Periodesoort {
    /// A calendar year, `2019`.
    Jaar,
    /// From 1 August to 31 July, `2018-2019`.
    Schooljaar,
    /// One day, `2019-10-01`, or the year where that day is 1 January.
    Peildatum,
}

/// Whether a reader can expect figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Beschikbaarheid {
    /// In this release.
    Beschikbaar,
    /// Published by its source and not in this release.
    NietOpgenomen,
    /// Not published by gemeente; whoever has the figures has not given them.
    NietAangeleverd,
}

/// A place in time where figures before and after are not the same thing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Breuk {
    /// The first period of the new kind.
    pub vanaf: String,
    pub soort: Breuksoort,
    pub toelichting: Label,
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Breuksoort {
    /// Counted in another way.
    Methode,
    /// Something else is counted.
    Definitie,
    /// Nothing was counted in between.
    Onderbreking,
}

/// Figures of one indicator for the areas of one year and one level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reeks {
    pub niveau: Niveau,
    /// The year whose areas these are. Figures of two such years are never compared below a gemeente.
    pub indeling: u16,
    /// The periods there are, the earliest first.
    pub perioden: Vec<String>,
    /// Areas with at least one figure, of all areas in the documents.
    pub bekend: u32,
    pub gebieden: u32,
    /// All its figures: [`Cijfers`](super::Cijfers). Absent below a gemeente.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "cijfers")))]
    pub document: Option<DocumentRef>,
    /// Below a gemeente, the list of its figures for each gemeente: [`Reeksdelen`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "reeksdelen")))]
    pub delen: Option<DocumentRef>,
    pub bronnen: Vec<Verwijzing>,
}

/// The parts of a series below a gemeente, one for each gemeente: nobody looks at all of them at once. The part of
/// GM0363 is `GM0363.json` in the folder that is called as this document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reeksdelen {
    pub schema_versie: String,
    /// In order of code.
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "cijfers")))]
    pub delen: Vec<Reeksdeel>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Reeksdeel {
    pub gemeente: GemeenteCode,
    #[serde(flatten)]
    pub document: DocumentRef,
}

impl Domein {
    pub fn holds(&self, waarde: f64) -> bool {
        self.min.is_none_or(|min| waarde >= min.value()) && self.max.is_none_or(|max| waarde <= max.value())
    }
}

impl Indicator {
    /// The break between two periods, in whichever order they are given: then there is nothing to compare.
    pub fn breuk_tussen(&self, een: &str, ander: &str) -> Option<&Breuk> {
        let (eerst, laatst) = if een <= ander { (een, ander) } else { (ander, een) };
        self.breuken.iter().find(|breuk| eerst < breuk.vanaf.as_str() && breuk.vanaf.as_str() <= laatst)
    }
}

impl Beschikbaarheid {
    pub const ALL: [(&str, Self); 3] = [
        ("beschikbaar", Self::Beschikbaar),
        ("niet-opgenomen", Self::NietOpgenomen),
        ("niet-aangeleverd", Self::NietAangeleverd),
    ];
}

impl Breuksoort {
    pub const ALL: [(&str, Self); 3] =
        [("methode", Self::Methode), ("definitie", Self::Definitie), ("onderbreking", Self::Onderbreking)];
}

impl Periodesoort {
    pub const ALL: [(&str, Self); 3] =
        [("jaar", Self::Jaar), ("schooljaar", Self::Schooljaar), ("peildatum", Self::Peildatum)];

    /// Whether a period of this kind is written so.
    ///
    /// ```
    /// use geodata::contract::indicatoren::Periodesoort;
    /// assert!(Periodesoort::Schooljaar.is_period("2018-2019"));
    /// assert!(!Periodesoort::Schooljaar.is_period("2018-2020"));
    /// assert!(Periodesoort::Peildatum.is_period("2019-10-01"));
    /// ```
    pub fn is_period(self, periode: &str) -> bool {
        let year = |text: &str| (text.len() == 4).then(|| text.parse::<u16>().ok()).flatten();
        match self {
            Self::Jaar => super::datum::is_datum(periode) && periode.len() == 4,
            Self::Peildatum => super::datum::is_datum(periode) && periode.len() != 7,
            Self::Schooljaar => periode.split_once('-').is_some_and(|(van, tot)| {
                year(van).is_some_and(|van| van < u16::MAX && year(tot) == Some(van + 1))
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(nl: &str) -> Label {
        Label { nl: nl.to_owned(), en: None, fy: None }
    }

    fn indicator(breuken: &[&str]) -> Indicator {
        Indicator {
            id: IndicatorId::new("x"),
            label: label("x"),
            definitie: label("x"),
            formule: None,
            eenheid: label("procent"),
            teken: None,
            decimalen: 1,
            domein: Domein::default(),
            periodesoort: Periodesoort::Schooljaar,
            beschikbaarheid: Beschikbaarheid::Beschikbaar,
            toelichting: None,
            breuken: breuken
                .iter()
                .map(|vanaf| Breuk {
                    vanaf: (*vanaf).to_owned(),
                    soort: Breuksoort::Methode,
                    toelichting: label("anders geteld"),
                    bronnen: vec![],
                })
                .collect(),
            reeksen: vec![],
            grondslag: Grondslag::Bron,
            zekerheid: Zekerheid::Hoog,
            bronnen: vec![],
        }
    }

    #[test]
    fn a_break_stands_between_what_lies_on_either_side_of_it() {
        let indicator = indicator(&["2019-2020", "2023-2024"]);
        let between = |een, ander| indicator.breuk_tussen(een, ander).map(|breuk| breuk.vanaf.as_str());
        assert_eq!(between("2017-2018", "2018-2019"), None);
        assert_eq!(between("2018-2019", "2019-2020"), Some("2019-2020"));
        assert_eq!(between("2019-2020", "2018-2019"), Some("2019-2020"));
        assert_eq!(between("2019-2020", "2022-2023"), None);
        assert_eq!(between("2019-2020", "2024-2025"), Some("2023-2024"));
    }

    #[test]
    fn a_period_is_written_as_its_kind() {
        assert!(Periodesoort::Jaar.is_period("2019"));
        for periode in ["2019-10-01", "19", "", "2018-2019"] {
            assert!(!Periodesoort::Jaar.is_period(periode), "{periode}");
        }
        for periode in ["2018", "2018-2018", "2018-19", "65535-0"] {
            assert!(!Periodesoort::Schooljaar.is_period(periode), "{periode}");
        }
    }
}
