//! Writes what a package holds beside the program: its manual, shell completions, and the licenses of what is in it.
//!
//! `cargo run --release --example package_files -- FOLDER`; `scripts/package.sh` runs it.

mod licenses;

use std::fs;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::CommandFactory as _;
use clap_complete::Shell;
use counterpoint::cli::Arguments;

fn main() -> anyhow::Result<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map(PathBuf::from)
        .context("give the folder to write to")?;
    fs::create_dir_all(&folder)?;
    // One page for the program and one for each of its commands.
    clap_mangen::generate_to(Arguments::command(), &folder)?;
    for shell in [Shell::Bash, Shell::Fish, Shell::Zsh] {
        clap_complete::generate_to(shell, &mut Arguments::command(), "counterpoint", &folder)?;
    }
    fs::write(folder.join("copyright"), licenses::collect()?)?;
    Ok(())
}
