//! `counterpoint export`: a notebook to a report.

use std::slice;

use anyhow::Result;

use super::arguments::Export;
use super::compare::compared;
use super::{Written, network, output};
use crate::analysis::conflicts::DISPLAY_THRESHOLD;
use crate::export::{self, Options};
use crate::notebook::file;

pub fn run(arguments: &Export) -> Result<Written> {
    let format = output::format(&arguments.output)?;
    let path = arguments.output.path.as_deref();
    output::refuse_overwriting(path, slice::from_ref(&arguments.notebook))?;
    let opened = file::open(&arguments.notebook)?;
    let network = network::open(&arguments.network);
    let report = compared(
        &opened.documents,
        &opened.notebook,
        &network,
        DISPLAY_THRESHOLD,
    );
    let options = Options {
        include_unreviewed: arguments.include_unreviewed,
    };
    output::write(path, &export::write(&report, format, options))?;
    Ok(Written::Whole)
}
