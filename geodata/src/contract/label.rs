//! A text for readers, in the languages there are.

use serde::{Deserialize, Serialize};

/// Dutch always; English and Frisian where somebody wrote them. A missing language is shown in Dutch
/// and marked with `lang="nl"`, never translated by machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "import", derive(schemars::JsonSchema))]
pub struct Label {
    pub nl: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fy: Option<String>,
}
