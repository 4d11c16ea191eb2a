//! No subcommand: the window; a subcommand: the command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;
use counterpoint::cli::{self, Arguments};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match &arguments.command {
        Some(command) => cli::run(command),
        None => window(arguments.files),
    }
}

#[cfg(feature = "gui")]
fn window(files: Vec<PathBuf>) -> ExitCode {
    match counterpoint::app::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::tell(&format!("the window could not open: {error}"));
            ExitCode::from(2)
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_files: Vec<PathBuf>) -> ExitCode {
    cli::tell(
        "This build has no window; run \"counterpoint --help\" for what it can do without one",
    );
    ExitCode::from(2)
}
