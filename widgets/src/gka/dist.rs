//! `gka dist`: only the bundle.

use super::built::Built;
use super::progress::step;
use super::workspace::Workspace;
use super::{Error, read, wasm};
use std::path::PathBuf;
use widgets::publish::dist::{Bundle, bind, called};
use widgets::publish::folder::{Effort, Folder, brotli};

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder for the bundle: empty, or written by an earlier `gka dist`
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    let workspace = Workspace::find()?;
    let mut folder = Folder::open(&arguments.out)?;
    let bundle = bundle(&workspace)?;
    step("writing the bundle", |_| bundle.write(&mut folder, ""))?;
    folder.finish()?;
    for asset in bundle.assets() {
        let compressed = brotli(&asset.content, Effort::Best).len();
        println!("{}  {} bytes, {compressed} in brotli", asset.name, asset.content.len());
    }
    Ok(())
}

/// Builds and binds the widgets of `workspace`.
pub fn bundle(workspace: &Workspace) -> Result<Bundle, Error> {
    wasm::add_target(workspace)?;
    let loader = read(&workspace.loader())?;
    let bound = |building, features, binding, glue| -> Result<_, Error> {
        let called = called(&loader, glue)?;
        let place = Built::new(workspace, features, &called)
            .map_err(|reason| Error::Read { path: workspace.root().to_owned(), reason })?;
        let built = match place.read() {
            Some(built) => built,
            None => {
                let built = step(building, |step| wasm::build(workspace, features, &called, step))?;
                place.keep(&built)?;
                built
            }
        };
        Ok(step(binding, |_| bind(built, &called))?)
    };
    let kern = bound("building the wasm", "csr", "binding the wasm", "glue")?;
    let meer = bound("building the whole wasm", "meer", "binding the whole wasm", "glue")?;
    let lijst = bound("building the wasm of the lists", "lijst", "binding the wasm of the lists", "lijst")?;
    let [shared, lists] = workspace.css();
    let css = read(&shared)? + &read(&lists)?;
    Ok(Bundle::new(&kern, &meer, &lijst, &loader, &css)?)
}
