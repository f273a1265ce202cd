//! Boundaries, contract and exports of the Gelijke Kansen Alliantie: everything that can be said
//! without a screen.
//!
//! | module | what it is | feature |
//! |---|---|---|
//! | [`contract`] | what the static JSON exports mean | none |
//! | [`json`] | a JSON value as its reader holds it | none |
//! | [`topology`] | where places are: arcs, rings and neighbours on the RD grid | none |
//! | `pipeline` | source polygons to a simplified topology | `pipeline` |
//! | `import` | the editors' tables to exports, and the check of exports | `import` |

pub mod contract;
#[cfg(feature = "import")]
pub mod import;
pub mod json;
#[cfg(feature = "pipeline")]
pub mod pipeline;
pub mod topology;
