//! `gka publish`: the site, for any web server.

use super::dist::bundle;
use super::progress::step;
use super::workspace::Workspace;
use super::{Error, read};
use geodata::contract::Exports;
use geodata::import::{read_exports, release_files};
use geodata::topology::{Topology, topojson::TopoJson};
use std::path::{Path, PathBuf};
use widgets::publish::folder::{Changes, Folder};
use widgets::publish::{self, dist::Bundle};

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names
    exports: PathBuf,
    /// Folder for the site: empty, or written by an earlier `gka publish`
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    check(&arguments.exports)?;
    let workspace = Workspace::find()?;
    let folder = Folder::open(&arguments.out)?;
    let changes = publish(&workspace, &arguments.exports, folder)?;
    println!(
        "{}: {} files written, {} unchanged, {} removed",
        arguments.out.display(),
        changes.written,
        changes.unchanged,
        changes.removed
    );
    Ok(())
}

/// Whether there are exports at all: asked before the long steps.
pub fn check(exports: &Path) -> Result<(), Error> {
    let index = exports.join("index.json");
    if index.is_file() { Ok(()) } else { Err(Error::NoExports(index)) }
}

/// Builds the bundle and writes the whole site into `folder`.
pub fn publish(workspace: &Workspace, exports: &Path, mut folder: Folder) -> Result<Changes, Error> {
    // Before the long steps: exports that cannot be read should not cost minutes.
    let release = read_exports(exports)?;
    let topology = topology(&exports.join(&release.index.documenten.landkaart.pad))?;
    let bundle = bundle(workspace)?;
    step("writing the site", |_| {
        bundle.write(&mut folder, "dist/")?;
        site(exports, &release, &topology, &bundle, &mut folder)
    })?;
    Ok(folder.finish()?)
}

/// The exports as they are, and the pages made from them.
fn site(
    exports: &Path,
    release: &Exports,
    topology: &Topology,
    bundle: &Bundle,
    folder: &mut Folder,
) -> Result<(), Error> {
    let loader = format!("dist/{}", bundle.loader.name);
    for file in publish::site(release, topology, &loader)? {
        folder.write(&file.path, &file.content)?;
    }
    for path in release_files(exports)? {
        folder.write(&format!("exports/{path}"), read(&exports.join(&path))?.as_bytes())?;
    }
    Ok(())
}

fn topology(file: &Path) -> Result<Topology, Error> {
    let refused = |reason: String| Error::Map { file: file.to_owned(), reason };
    let wire: TopoJson = serde_json::from_str(&read(file)?).map_err(|error| refused(error.to_string()))?;
    Topology::try_from(wire).map_err(|error| refused(error.to_string()))
}
