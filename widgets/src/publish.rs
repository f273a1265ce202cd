//! The static site: every page complete without any script, made from the same views as the widgets.
//!
//! | module | what it is |
//! |---|---|
//! | [`mod@site`] | all pages of a release |
//! | [`gemeente`], [`thema`] | the pages of a participant and of a thema |
//! | [`page`] | the frame round a page's content |
//! | [`render`] | a view printed once |
//! | [`dist`] | the bundle: wasm, glue, style sheet and loader, named by their content |
//! | [`folder`] | a folder of published files: written whole, compressed, cleaned of the previous release |
//! | [`headers`] | which response headers belong to which path |
//! | [`ship`] | the site in an object store |

pub mod dist;
pub mod folder;
pub mod gemeente;
pub mod headers;
pub mod page;
pub mod render;
pub mod ship;
pub mod site;
pub mod thema;

pub use site::site;
