//! `gemeenten.json`: who takes part in the Gelijke Kansen Alliantie.

use super::{GemeenteCode, Grondslag, ProvincieCode, ThemaId, Verwijzing, Zekerheid};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gemeenten {
    pub schema_versie: String,
    /// The year whose codes and borders the document uses.
    pub jaar: u16,
    /// In the order a Dutch reader expects (Den Haag under H for Haag).
    pub gemeenten: Vec<Deelnemer>,
}

/// A participant. Not the same as a municipality: Eemsdelta took part from 2019 and became a
/// municipality in 2021; [`Deelnemer::gebieden`] says which areas it stood for, and when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Deelnemer {
    /// The gemeente it is in the document's year.
    pub code: GemeenteCode,
    /// The name readers use: Den Haag, not 's-Gravenhage.
    pub naam: String,
    /// The name in addresses: lower case, without accents, words joined by `-`.
    pub slug: String,
    pub provincie: ProvincieCode,
    /// The number in the letter of 22 January 2021, Kader 2. A label, not an order.
    pub nummer: u16,
    pub toetreding: Toetreding,
    pub gebieden: Vec<GebiedPeriode>,
    /// Known interventies per thema, counted from `interventies.json`; a thema without any is absent.
    pub themas: BTreeMap<ThemaId, u16>,
    /// Known interventies in all; less than the sum of `themas` when one has several.
    pub interventies: u16,
    pub zekerheid: Zekerheid,
    pub bronnen: Vec<Verwijzing>,
}

/// When a participant joined, as precisely as a source says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Toetreding {
    /// `2019-07-03`, `2019-07` or `2019`.
    pub datum: String,
    /// How that is known, in a few Dutch words.
    pub toelichting: String,
    pub grondslag: Grondslag,
}

/// An area a participant stood for, from and until which day (both included); open where absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct GebiedPeriode {
    pub code: GemeenteCode,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub van: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tot: Option<String>,
}
