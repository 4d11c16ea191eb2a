//! The document that a subcommand writes.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::arguments::Output;
use super::input::is_standard_stream;
use crate::export::Format;
use crate::notebook::{why_not_written, write_whole};

/// The format asked for, by name or by the ending of the file to write.
pub fn format(output: &Output) -> Result<Format> {
    let format = asked(output);
    if !format.is_text() && output.path.is_none() {
        bail!(
            "Cannot write the report: {} is no text for a terminal, so it needs a file: -o PATH",
            format.name()
        );
    }
    Ok(format)
}

fn asked(output: &Output) -> Format {
    let by_name = || output.path.as_deref().and_then(Format::of_path);
    output.format.or_else(by_name).unwrap_or(Format::Markdown)
}

/// Stops before anything is read where writing would destroy a file that is to be read.
pub fn refuse_overwriting(path: Option<&Path>, inputs: &[PathBuf]) -> Result<()> {
    let Some(target) = path.and_then(|path| fs::canonicalize(path).ok()) else {
        return Ok(());
    };
    let same = |input: &PathBuf| fs::canonicalize(input).is_ok_and(|input| input == target);
    if target.is_file() && inputs.iter().any(same) {
        bail!(
            "Cannot write the report: it would replace the file it is made from: {}",
            target.display()
        );
    }
    Ok(())
}

/// Writes to a file whole or not at all, or to standard output.
pub fn write(path: Option<&Path>, bytes: &[u8]) -> Result<()> {
    match path.filter(|path| !is_standard_stream(path)) {
        Some(path) => write_whole(path, bytes).map_err(|error| {
            anyhow::anyhow!(
                "Cannot write the report: {}: {}",
                why_not_written(&error),
                path.display()
            )
        }),
        None => to_standard_output(bytes).context("Cannot write to standard output"),
    }
}

/// A reader that stops reading ("| head") has what it wants.
fn to_standard_output(bytes: &[u8]) -> io::Result<()> {
    let mut output = io::stdout().lock();
    match output.write_all(bytes).and_then(|()| output.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
