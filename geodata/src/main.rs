//! The `geodata` command. Each subcommand is a module of [`command`].

mod command;

fn main() -> std::process::ExitCode {
    command::run()
}
