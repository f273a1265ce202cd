//! All documents of a release together, as read or about to be written. The map is not among them: it
//! is topology, and who draws reads it apart.

use super::register::documents;
use super::*;

macro_rules! exports {
    ($($(#[$doc:meta])* $name:ident: $type:ident,)*) => {
        #[derive(Debug, Clone, PartialEq)]
        pub struct Exports {
            pub index: Index,
            pub gemeenten: Gemeenten,
            pub themas: Themas,
            pub interventies: Interventies,
            pub bronnen: Bronnen,
            pub gebieden: Gebieden,
            $($(#[$doc])*
            pub $name: Option<$type>,)*
        }
    };
}

documents!(exports);
