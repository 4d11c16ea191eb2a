//! Report to bytes; one file a format.

mod format;
mod html;
pub mod json;
mod markdown;
mod marks;

pub use format::Format;

use crate::report::{Finding, Report};

/// What goes into an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether findings go along that the reader neither decided on nor wrote of.
    /// Where they do not, the export says how many it left out.
    pub include_unreviewed: bool,
}

/// Writes a report in a format.
pub fn write(report: &Report, format: Format, options: Options) -> Vec<u8> {
    match format {
        Format::Json => json::report(report, options),
        Format::Markdown => markdown::report(report, options),
        Format::Html => html::report(report, options),
    }
}

/// The findings that an export shows, and how many it leaves out.
fn chosen(report: &Report, options: Options) -> (Vec<&Finding>, usize) {
    let chosen: Vec<&Finding> = report
        .findings
        .iter()
        .filter(|finding| options.include_unreviewed || finding.reviewed())
        .collect();
    let left_out = report.findings.len() - chosen.len();
    (chosen, left_out)
}

/// How an export says that it left findings out.
fn left_out_in_words(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some("1 finding that nobody reviewed is left out".to_owned()),
        _ => Some(format!(
            "{count} findings that nobody reviewed are left out"
        )),
    }
}
