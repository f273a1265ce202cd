//! What the reader will see, as plain values: no signals, no DOM, no addresses beyond a page's name.
//!
//! - [`bijlagen`]: documents that come only when somebody asks.
//! - [`choice`]: everything a reader can set.
//! - [`filter`]: which participants a choice leaves.
//! - [`inset`]: the part of the map that is drawn larger in a corner of it.
//! - [`interventies`]: the interventies of a release, and one state of their list.
//! - [`jaarkaart`]: the map of another year.
//! - [`wijken`]: the maps of the wijken of a gemeente.
//! - [`kleuring`]: a choropleth.
//! - [`cijfer`]: a figure as Dutch text.
//! - [`landkaart`]: the documents of a release joined once, by code.
//! - [`meting`]: the figures of a release, and one indicator of one gemeente.
//! - [`order`]: short lists in order.
//! - [`picture`]: one state of the landkaart, ready to draw.
//! - [`plain`](mod@plain): text without what writes over other text.
//! - [`profiel`]: the profiles of a release, and one of them.
//! - [`record`]: what is told of one record, alike in every widget.
//! - `poster`: the map as SVG that stands alone, for pictures.
//! - [`surface`]: the map as SVG markup.
//! - [`path`]: rings of the topology as SVG path data.
//! - [`search`], [`finding`]: gemeenten by what a reader types, and what is shown of them meanwhile.
//! - [`zoom`], [`aim`]: which part of the map is seen, and which place of it a pointer means.
//! - [`csv`], [`sheet`]: what a reader takes away: a table, a picture that stands on its own.
//! - [`tegels`]: the tegelkaart, every gemeente one hexagon.
//! - [`verloop`]: what happened, year by year; [`voortgang`]: the parts of the progress report.
//! - [`words`]: sentences, numbers and dates in the reader's language.

pub mod aim;
pub mod bijlagen;
pub mod choice;
pub mod cijfer;
pub mod csv;
pub mod filter;
pub mod finding;
#[cfg(test)]
pub mod fixture;
pub mod inset;
pub mod interventies;
pub mod jaarkaart;
pub mod kleuring;
pub mod landkaart;
pub mod meting;
pub mod order;
pub mod path;
pub mod picture;
pub mod plain;
#[cfg(not(feature = "csr"))]
pub mod poster;
pub mod profiel;
pub mod record;
pub mod search;
pub mod sheet;
pub mod surface;
pub mod tegels;
pub mod verloop;
pub mod voortgang;
pub mod wijken;
pub mod words;
pub mod zoom;

pub use choice::{Choice, Key};
pub use geodata::contract::landkaart::Thema;
pub use interventies::Interventies;
pub use landkaart::{Landkaart, Place};
pub use picture::{Class, Picture, Weergave};
pub use words::{Sentence, Taal, Words};

/// Whether everything can be done: filters, figures, moments, and drawing a map from its documents. The wasm is built
/// twice of one source. What a published page needs at once is there without it (`kern`); when a reader asks for more,
/// the loader fetches the whole (`meer`), which takes over in place. Code behind this constant is in the one and not
/// in the other.
pub const MEER: bool = cfg!(any(not(feature = "csr"), feature = "meer"));

/// Whether this bundle has the landkaart, and whether it has the lists. A page that has no map loads none: the lists
/// are a bundle of their own.
pub const KAART: bool = !cfg!(feature = "lijst");
pub const LIJST: bool = cfg!(any(not(feature = "csr"), feature = "lijst"));
