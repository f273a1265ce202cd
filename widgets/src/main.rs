//! The `gka` command: from the widgets' source and the exports to a site that any web server can serve.

mod gka;

use clap::{Parser, Subcommand};
use gka::{dist, headers, linker, newsletter, publish, serve};
use std::process::ExitCode;

/// Widgets and site of the Gelijke Kansen Alliantie
///
/// Without a command: `gka serve`, which builds everything and shows it on this computer.
#[derive(Parser)]
#[command(name = "gka", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    serve: serve::Arguments,
}

#[derive(Subcommand)]
enum Command {
    /// Build the widgets, publish the exports and serve the site on this computer
    Serve(serve::Arguments),
    /// Build the widgets and write the site, for any web server
    Publish(publish::Arguments),
    /// Build the widgets and write only their bundle: loader, glue, wasm and style sheet
    Dist(dist::Arguments),
    /// Write blocks for newsletters: HTML, text, MJML and the map as a picture
    Newsletter(newsletter::Arguments),
    /// Write the response headers of the site for a web server
    Headers(headers::Arguments),
}

fn main() -> ExitCode {
    if let Some(linked) = linker::run() {
        return linked;
    }
    let arguments = Arguments::parse();
    let done = match arguments.command.unwrap_or(Command::Serve(arguments.serve)) {
        Command::Serve(arguments) => serve::run(arguments),
        Command::Publish(arguments) => publish::run(arguments),
        Command::Dist(arguments) => dist::run(arguments),
        Command::Newsletter(arguments) => newsletter::run(arguments),
        Command::Headers(arguments) => headers::run(arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
