//! `counterpoint compare`: articles to a report.

use std::sync::Arc;

use anyhow::{Result, bail};

use super::arguments::Compare;
use super::export::opened;
use super::network::{self, Opened};
use super::{Written, input, output};
use crate::analysis::{self, Unattended};
use crate::export;
use crate::model::Document;
use crate::notebook::{self, Notebook};
use crate::report::Report;

pub fn run(arguments: &Compare) -> Result<Written> {
    let format = output::format(&arguments.output)?;
    let path = arguments.output.path.as_deref();
    output::refuse_overwriting(path, &arguments.files)?;
    let notebook = match &arguments.notebook {
        Some(path) => opened(path)?.notebook,
        None => Notebook::default(),
    };
    let input = input::read(&arguments.files)?;
    if input.documents.len() < 2 {
        bail!(too_few(arguments.files.len(), input.documents.len()));
    }
    let mut report = compared(
        &input.documents,
        &notebook,
        &network::open(&arguments.network),
        arguments.threshold.min_confidence,
    );
    let written = if input.left_out.is_empty() {
        Written::Whole
    } else {
        Written::Partly
    };
    report.warnings.splice(0..0, input.left_out);
    let options = arguments.contents.options(format, !arguments.reviewed_only);
    output::write(path, &export::write(&report, format, &options))?;
    Ok(written)
}

/// Articles and notebook to report.
pub fn compared(
    documents: &[Arc<Document>],
    notebook: &Notebook,
    network: &Opened,
    min_confidence: f32,
) -> Report {
    let documents = notebook::described(documents, notebook.state());
    let corrections = notebook::located(&documents, &notebook.state().corrections);
    let network_used = network.network.as_ref();
    let mut analysis =
        analysis::analyze_again(&documents, &corrections, None, network_used, &Unattended)
            .expect("a monitor that never cancels gets its analysis");
    analysis.warnings.extend(network.warning.clone());
    Report::new(Arc::new(analysis), notebook, min_confidence)
}

fn too_few(given: usize, read: usize) -> String {
    match (given, read) {
        (1, 1) => "A comparison needs two articles, and one was given".to_owned(),
        (_, 0) => "A comparison needs two articles, and none could be read".to_owned(),
        _ => "A comparison needs two articles, and only one could be read".to_owned(),
    }
}
