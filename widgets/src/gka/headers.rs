//! `gka headers`: the response headers of the site in the words of a web server.

use super::Error;
use widgets::publish::headers::config::{Server, config};
use widgets::publish::headers::{Origin, rules};

#[derive(clap::Args)]
#[command(after_help = "Example:
  gka headers --for nginx --embed-host https://www.voorbeeldgemeente.nl > gka.conf")]
pub struct Arguments {
    /// Web server to write for: nginx, apache, caddy or netlify (the file _headers)
    #[arg(long = "for", value_name = "SERVER")]
    server: Server,
    /// Site that may show the pages under /embed/ in a frame; give it again for each site
    #[arg(long = "embed-host", value_name = "ORIGIN")]
    embed_hosts: Vec<Origin>,
}

pub fn run(arguments: Arguments) -> Result<(), Error> {
    print!("{}", config(arguments.server, &rules(&arguments.embed_hosts)));
    Ok(())
}
