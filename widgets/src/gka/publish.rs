//! `gka publish`: the site, for any web server.

use super::dist::bundle;
use super::progress::step;
use super::workspace::Workspace;
use super::{Error, read};
use std::path::{Path, PathBuf};
use widgets::publish::dist::Bundle;
use widgets::publish::folder::{Changes, Folder};

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names
    exports: PathBuf,
    /// Folder for the site: empty, or written by an earlier `gka publish`
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Where the site will stand, for the addresses that have to be complete
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    check(&arguments.exports)?;
    let workspace = Workspace::find()?;
    let folder = Folder::open(&arguments.out)?;
    let changes = publish(&workspace, &arguments.exports, folder, arguments.base_url.as_deref())?;
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
pub fn publish(
    workspace: &Workspace,
    exports: &Path,
    mut folder: Folder,
    base_url: Option<&str>,
) -> Result<Changes, Error> {
    let bundle = bundle(workspace)?;
    step("writing the site", |_| {
        bundle.write(&mut folder, "dist/")?;
        site(exports, &bundle, base_url, &mut folder)
    })?;
    Ok(folder.finish()?)
}

/// The pages of the site.
fn site(exports: &Path, bundle: &Bundle, _base_url: Option<&str>, folder: &mut Folder) -> Result<(), Error> {
    folder.write("exports/index.json", read(&exports.join("index.json"))?.as_bytes())?;
    let page = format!(
        "<!doctype html>\n<html lang=\"nl\">\n<meta charset=\"utf-8\">\n\
         <title>Gelijke Kansen Alliantie</title>\n\
         <link rel=\"stylesheet\" href=\"/dist/{}\">\n\
         <script type=\"module\" src=\"/dist/{}\"></script>\n\
         <main><h1>Gelijke Kansen Alliantie</h1></main>\n</html>\n",
        bundle.css.name, bundle.loader.name
    );
    folder.write("index.html", page.as_bytes())?;
    folder.write("404.html", include_bytes!("../publish/404.html"))?;
    Ok(())
}
