//! The static site: every page complete without any script, made from the same views as the widgets.
//!
//! | module | what it is |
//! |---|---|
//! | [`mod@site`] | all pages of a release |
//! | [`pages`] | each kind of page |
//! | [`page`] | the frame round a page's content |
//! | [`ahead`] | what a page asks for before its widget does |
//! | [`fragments`] | what an empty tag shows while its wasm comes |
//! | [`record`] | what every page says alike of a record |
//! | [`participants`], [`figures`] | who has a page, and what was measured |
//! | [`feed`], [`sitemap`], [`oembed`] | for feed readers, search engines, and sites where an address is pasted |
//! | [`base_url`] | where the site will stand |
//! | [`render`] | a view printed once |
//! | [`dist`] | the bundle: wasm, glue, style sheet and loader, named by their content |
//! | [`pinned`], [`archive`] | a release that never changes, and the site as one zip |
//! | [`examples`] | pages of others that use the widgets |
//! | [`folder`] | a folder of published files: written whole, compressed, cleaned of the previous release |
//! | [`headers`] | which response headers belong to which path |
//! | [`ship`] | the site in an object store |
//! | [`newsletter`], [`preview`] | blocks for mail; what is seen of a page before it is opened |
//! | [`raster`] | SVG to PNG, for both |

pub mod ahead;
pub mod archive;
pub mod base_url;
pub mod dist;
pub mod examples;
pub mod feed;
pub mod figures;
pub mod folder;
pub mod fragments;
pub mod headers;
pub mod newsletter;
pub mod oembed;
pub mod page;
pub mod pages;
pub mod participants;
pub mod pinned;
pub mod preview;
pub mod raster;
pub mod record;
pub mod render;
pub mod ship;
pub mod site;
pub mod sitemap;

pub use site::site;
