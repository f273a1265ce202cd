//! A person in a public office. Never without the year: offices pass on.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Persoon {
    pub naam: String,
    /// The office, in lower case: `wethouder`, `minister van OCW`.
    pub functie: String,
    /// A year in which the person held it, by the source of the record.
    pub jaar: u16,
}
