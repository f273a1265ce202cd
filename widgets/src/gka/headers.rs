//! `gka headers`: the response headers of the site in the words of a web server.

use super::Error;
use geodata::import::read_exports;
use std::path::PathBuf;
use widgets::publish::headers::config::{Server, config};
use widgets::publish::headers::{Origin, rules, sites};

#[derive(clap::Args)]
#[command(after_help = "Example:
  gka headers examples/exports --for nginx --embed-host https://www.voorbeeldgemeente.nl > gka.conf

The sites of participants that the exports know may show the pages under /embed/ in a frame; so may each --embed-host.")]
pub struct Arguments {
    /// Folder of the exports: the sites of the participants in deelnemers.json; without it, only each --embed-host
    exports: Option<PathBuf>,
    /// Web server to write for: nginx, apache, caddy or netlify (the file _headers)
    #[arg(long = "for", value_name = "SERVER")]
    server: Server,
    /// Site that may show the pages under /embed/ in a frame; give it again for each site
    #[arg(long = "embed-host", value_name = "ORIGIN")]
    embed_hosts: Vec<Origin>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    let mut hosts = arguments.embed_hosts;
    if let Some(exports) = &arguments.exports {
        hosts.extend(sites(&read_exports(exports)?));
    }
    print!("{}", config(arguments.server, &rules(&hosts)));
    Ok(())
}
