//! Files for the web: the bundle, the folder they stand in and the headers they are served with.
//!
//! | module | what it is |
//! |---|---|
//! | [`dist`] | the bundle: wasm, glue, style sheet and loader, named by their content |
//! | [`folder`] | a folder of published files: written whole, compressed, cleaned of the previous release |
//! | [`headers`] | which response headers belong to which path |

pub mod dist;
pub mod folder;
pub mod headers;
