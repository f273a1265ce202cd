//! `landkaart/gebieden-JAAR.json`: every gemeente of a year by name and neighbour, without geometry.
//! A widget that adopts a prerendered map needs this and not the map.

use super::{DocumentRef, GemeenteCode, ProvincieCode, Verwijzing};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gebieden {
    pub schema_versie: String,
    pub jaar: u16,
    /// In order of code.
    pub provincies: Vec<Provincie>,
    /// In order of code; the map's gemeenten stand in the same order.
    pub gebieden: Vec<Gebied>,
    /// Other names that lead to a gemeente: [`Zoek`](super::Zoek), for who begins to search.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "import", schemars(extend("targetSchema" = "zoek")))]
    pub zoek: Option<DocumentRef>,
    /// Where the names, the borders and the former gemeenten come from.
    pub bronnen: Vec<Verwijzing>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Provincie {
    pub code: ProvincieCode,
    pub naam: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Gebied {
    pub code: GemeenteCode,
    /// The official name of the year.
    pub naam: String,
    pub provincie: ProvincieCode,
    /// A point well inside the largest part, RD New, metres to the nearest hundred.
    pub label: [i32; 2],
    /// Where the arrow keys lead: up, right, down, left, as positions in the list; absent at the edge
    /// of the land.
    pub buren: [Option<u16>; 4],
}
