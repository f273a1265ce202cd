//! `items.json`: what stands in agendas.
//!
//! An item is not an interventie: one interventie in three gemeenten is three items. The letter of 2019
//! counts 169 items in the first thirty agendas; [`Dekking`] says how many of them a source confirms.

use super::{GemeenteCode, Label, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Items {
    pub schema_versie: String,
    /// Absent where no key figure counts items of 2019.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dekking: Option<Dekking>,
    /// In the order of `interventies.json`, then of its gemeenten.
    pub items: Vec<Item>,
}

/// One interventie in one gemeente.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Item {
    /// Interventie and gemeente: `brugfunctionaris-gm0014`.
    pub id: String,
    pub interventie: String,
    pub gemeente: GemeenteCode,
    /// The agenda it stands in, where a source says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<String>,
    /// Whether it is one of the 169 of 2019.
    pub telling2019: Telling2019,
    pub bronnen: Vec<Verwijzing>,
}

/// Whether an item belongs to the 169 of the thirty agendas of 2019.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Telling2019 {
    /// A source of 2019 says so.
    Bevestigd,
    /// It may be: the gemeente is one of the thirty.
    Onbekend,
    /// It cannot be: the gemeente joined later, or the item was added later.
    Uitgesloten,
}

/// How far the items cover the 169; computed, never typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Dekking {
    /// What the letter of 19 November 2019 counts.
    pub verwacht: u16,
    pub peildatum: String,
    pub bevestigd: u16,
    pub onbekend: u16,
    pub uitgesloten: u16,
    /// The same in a sentence.
    pub zin: Label,
    pub bronnen: Vec<Verwijzing>,
}

/// The sentence that goes with the counts.
pub fn sentence(verwacht: u16, bevestigd: u16) -> Label {
    let (verb, verb_en) = if bevestigd == 1 { ("is", "is") } else { ("zijn", "are") };
    Label {
        nl: format!("Van de {verwacht} items uit 2019 {verb} er {bevestigd} bevestigd."),
        en: Some(format!("Of the {verwacht} items of 2019, {bevestigd} {verb_en} confirmed.")),
        fy: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_item_is_confirmed_and_two_are() {
        assert_eq!(sentence(169, 1).nl, "Van de 169 items uit 2019 is er 1 bevestigd.");
        assert_eq!(sentence(169, 2).nl, "Van de 169 items uit 2019 zijn er 2 bevestigd.");
    }
}
