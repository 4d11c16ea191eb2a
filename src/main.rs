//! No subcommand: the window; a subcommand: the command line.

fn main() {}
