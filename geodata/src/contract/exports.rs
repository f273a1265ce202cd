//! All documents of a release together, as read or about to be written. The map is not among them: it
//! is topology, and who draws reads it apart.

use super::{Bronnen, Gebieden, Gemeenten, Index, Interventies, Themas};

#[derive(Debug, Clone, PartialEq)]
pub struct Exports {
    pub index: Index,
    pub gemeenten: Gemeenten,
    pub themas: Themas,
    pub interventies: Interventies,
    pub bronnen: Bronnen,
    pub gebieden: Gebieden,
}
