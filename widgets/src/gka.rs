//! What the `gka` command does.
//!
//! | module | what |
//! |---|---|
//! | `serve`, `publish`, `dist`, `headers` | the commands |
//! | `newsletter` | blocks for mail |
//! | `ship` | the site to an object store, and back |
//! | `figures` | the figures among the exports |
//! | `workspace` | where the widgets' source stands |
//! | `wasm`, `built` | cargo, and the wasm it builds; what it built before |
//! | `linker` | `gka` as cargo starts it |
//! | `server` | the site on this computer |
//! | `progress` | what a person sees meanwhile |

mod built;
mod delen;
pub mod dist;
mod figures;
pub mod headers;
pub mod linker;
pub mod newsletter;
mod progress;
pub mod publish;
pub mod serve;
mod server;
mod ship;
mod wasm;
mod workspace;

use std::path::{Path, PathBuf};

/// Why a command stopped.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Workspace(#[from] workspace::Error),
    #[error(transparent)]
    Wasm(#[from] wasm::Error),
    #[error(transparent)]
    Bundle(#[from] widgets::publish::dist::Error),
    #[error(transparent)]
    Folder(#[from] widgets::publish::folder::Error),
    #[error(transparent)]
    Exports(#[from] geodata::import::Problem),
    #[error(transparent)]
    Site(#[from] widgets::publish::site::SiteError),
    #[error("{file}: {reason}", file = .file.display())]
    Map { file: PathBuf, reason: String },
    #[error(transparent)]
    Newsletter(#[from] widgets::publish::newsletter::Unknown),
    #[error(transparent)]
    Picture(#[from] widgets::publish::raster::Unpaintable),
    #[error(transparent)]
    Ship(#[from] widgets::publish::ship::Error),
    #[error(transparent)]
    Server(#[from] server::Error),
    #[error("{file}: not found; expected the exports of `geodata export` there", file = .0.display())]
    NoExports(PathBuf),
    #[error("{path}: {reason}", path = .path.display())]
    Read { path: PathBuf, reason: std::io::Error },
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|reason| Error::Read { path: path.to_owned(), reason })
}
