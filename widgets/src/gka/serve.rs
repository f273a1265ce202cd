//! `gka serve`: from source to a site on this computer, in one command.

use super::publish::{check, publish};
use super::server::Server;
use super::workspace::Workspace;
use super::{Error, server};
use std::path::PathBuf;
use widgets::publish::folder::Folder;
use widgets::publish::headers::{self, Origin};

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names [default: examples/exports]
    exports: Option<PathBuf>,
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Folder for the site: empty, or written by an earlier `gka` [default: site]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Site that may show the pages under /embed/ in a frame; give it again for each site
    #[arg(long = "embed-host", value_name = "ORIGIN", default_value = "https://www.voorbeeldgemeente.nl")]
    embed_hosts: Vec<Origin>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    let workspace = Workspace::find()?;
    let exports = arguments.exports.unwrap_or_else(|| workspace.exports());
    check(&exports)?;
    // Before the long steps: a busy port or a strange folder should not cost minutes.
    let server = Server::listen(arguments.port)?;
    let folder = Folder::open(&arguments.out.unwrap_or_else(|| workspace.site()))?;
    let root = folder.root().to_owned();
    // A port that is free today is no address to write down.
    let here = (arguments.port != 0).then(|| server.address());
    publish(&workspace, &exports, here.as_deref(), folder)?;
    println!("{}", server.address());
    if arguments.open {
        server::open_browser(&server.address());
    }
    Ok(server.serve(&root, headers::rules(&arguments.embed_hosts))?)
}
