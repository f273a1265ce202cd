//! The static site: every page complete without any script, made from the same views as the widgets.
//!
//! - [`site`]: all pages of a release.
//! - [`page`]: the frame round a page's content.
//! - [`gemeente`], [`thema`]: the pages of a participant and of a thema.
//! - [`render`]: a view printed once.

pub mod dist;
pub mod gemeente;
pub mod page;
pub mod render;
pub mod site;
pub mod thema;

pub use site::{Assets, File, site};
