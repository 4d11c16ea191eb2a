//! `counterpoint export`: a notebook, or an earlier JSON report, to a report.

use std::path::Path;
use std::{fs, slice};

use anyhow::{Result, anyhow};

use super::arguments::Export;
use super::compare::compared;
use super::{Written, network, output};
use crate::analysis::conflicts::DISPLAY_THRESHOLD;
use crate::export::{self, json};
use crate::notebook::file::{self, Opened};

pub fn run(arguments: &Export) -> Result<Written> {
    let format = output::format(&arguments.output)?;
    let path = arguments.output.path.as_deref();
    output::refuse_overwriting(path, slice::from_ref(&arguments.notebook))?;
    let opened = opened(&arguments.notebook)?;
    let network = network::open(&arguments.network);
    let report = compared(
        &opened.documents,
        &opened.notebook,
        &network,
        DISPLAY_THRESHOLD,
    );
    let options = arguments
        .contents
        .options(format, arguments.include_unreviewed);
    output::write(path, &export::write(&report, format, &options))?;
    Ok(Written::Whole)
}

/// What stands in a notebook; a JSON report holds the same in another form.
pub fn opened(path: &Path) -> Result<Opened> {
    // A file that cannot be read is told of as a notebook that cannot.
    match fs::read(path) {
        Ok(bytes) if json::is_report(&bytes) => json::open(&bytes)
            .map_err(|why| anyhow!("Cannot open the report: {why}: {}", path.display())),
        _ => Ok(file::open(path)?),
    }
}
