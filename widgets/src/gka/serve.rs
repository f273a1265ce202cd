//! `gka serve`: from source to a site on this computer, in one command.

use super::progress::step;
use super::publish::{check, publish, topology};
use super::server::{Examples, Server};
use super::workspace::Workspace;
use super::{Error, server};
use geodata::contract::Exports;
use geodata::import::read_exports;
use std::path::{Path, PathBuf};
use widgets::publish::examples;
use widgets::publish::folder::Folder;
use widgets::publish::headers::{self, Origin};

#[derive(clap::Args)]
pub struct Arguments {
    /// Folder of the exports: index.json and what it names [default: examples/exports]
    exports: Option<PathBuf>,
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Port for the example pages, which use the widgets as other sites do [default: the one after --port]
    #[arg(long, value_name = "PORT")]
    examples_port: Option<u16>,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
    /// Folder for the site: empty, or written by an earlier `gka` [default: site]
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Site that may show the pages under /embed/ in a frame, beside those of participants that the exports know; give it
    /// again for each site
    #[arg(long = "embed-host", value_name = "ORIGIN", default_value = "https://www.voorbeeldgemeente.nl")]
    embed_hosts: Vec<Origin>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    let workspace = Workspace::find()?;
    let exports = arguments.exports.unwrap_or_else(|| workspace.exports());
    check(&exports)?;
    // Before the long steps: a busy port or a strange folder should not cost minutes.
    let server = Server::listen(arguments.port)?;
    let neighbour = neighbour(arguments.port, arguments.examples_port)?;
    let folder = Folder::open(&arguments.out.unwrap_or_else(|| workspace.site()))?;
    let root = folder.root().to_owned();
    // A port that is free today is no address to write down.
    let here = (arguments.port != 0).then(|| server.address());
    publish(&workspace, &exports, here.as_deref(), folder, None)?;
    println!("{}", server.address());
    let release = read_exports(&exports)?;
    let mut hosts = arguments.embed_hosts;
    hosts.extend(headers::sites(&release));
    let mut examples = None;
    if let Some(neighbour) = neighbour {
        let address = neighbour.address();
        println!("examples of other sites: {address}");
        hosts.extend(address.trim_end_matches('/').parse::<Origin>());
        examples = Some((neighbour, drawn(&exports, &release, &server.address())?));
    }
    if arguments.open {
        server::open_browser(&server.address());
    }
    Ok(server.serve(&root, headers::rules(&hosts), examples)?)
}

/// The port of the example pages. One that nobody asked for may be busy: then there are none.
fn neighbour(port: u16, asked: Option<u16>) -> Result<Option<Server>, Error> {
    match (asked, port) {
        (Some(asked), _) => Ok(Some(Server::listen(asked)?)),
        (None, 0) => Ok(Some(Server::listen(0)?)),
        (None, port) => Ok(port.checked_add(1).and_then(|next| Server::listen(next).ok())),
    }
}

/// The example pages, with the widgets of the site at `widgets`.
fn drawn(exports: &Path, release: &Exports, widgets: &str) -> Result<Examples, Error> {
    let topology = topology(&exports.join(&release.index.documenten.landkaart.pad))?;
    let pages = step("drawing the examples", |_| examples::pages(release, &topology, widgets))?;
    Ok(Examples::new(pages, widgets.trim_end_matches('/')))
}
