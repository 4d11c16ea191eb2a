//! The command line: arguments in, one document out, an exit status that a script can rely on.

mod annotate;
mod arguments;
mod batch;
mod compare;
mod export;
mod input;
mod judge;
mod messages;
mod network;
mod output;

use std::process::ExitCode;

pub use arguments::{Arguments, Command};
pub use messages::tell;

/// Runs a subcommand. Standard output gets the document alone, standard error what went wrong.
pub fn run(command: &Command) -> ExitCode {
    let outcome = match command {
        Command::Compare(arguments) => compare::run(arguments),
        Command::Annotate(arguments) => annotate::run(arguments),
        Command::Judge(arguments) => judge::run(arguments),
        Command::Batch(arguments) => batch::run(arguments),
        Command::Export(arguments) => export::run(arguments),
    };
    match outcome {
        Ok(Written::Whole) => ExitCode::SUCCESS,
        Ok(Written::Partly) => ExitCode::from(1),
        Err(error) => {
            messages::tell(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// What a subcommand that wrote its document could use of what it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    /// Every file, or every line.
    Whole,
    /// Some of them, the others were named.
    Partly,
}
