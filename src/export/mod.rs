//! Report to bytes; one file a format.

mod annotations;
mod archive;
mod authored;
pub mod citation;
mod csv;
mod docx;
pub mod fonts;
mod format;
mod guid;
mod html;
pub mod json;
mod markdown;
mod marks;
mod options;
mod paper;
mod pdf;
mod qdpx;
mod teaching;
#[cfg(test)]
mod tests;
mod xml;

pub use format::Format;
pub use options::{Filter, Options, Selection};

use crate::report::Report;

/// What made an export, as it says so itself.
const GENERATOR: &str = concat!("Counterpoint ", env!("CARGO_PKG_VERSION"));

/// Writes a report in a format. The same report and options give the same bytes.
pub fn write(report: &Report, format: Format, options: &Options) -> Vec<u8> {
    match format {
        Format::Json => json::report(report, options),
        Format::Markdown => markdown::report(report, options),
        Format::Html => html::report(report, options),
        Format::Docx => docx::report(report, options),
        Format::Pdf => pdf::report(report, options),
        Format::Csv => csv::report(report, options),
        Format::Annotations => annotations::report(report, options),
        Format::Qdpx => qdpx::report(report, options),
        Format::Worksheet => teaching::worksheet(report, options),
        Format::Answers => teaching::answers(report, options),
    }
}

/// "Comparison of Morning Post and Evening Mail".
fn title(report: &Report) -> String {
    let labels: Vec<&str> = report
        .analysis
        .documents
        .iter()
        .map(|document| document.document.label())
        .collect();
    match labels.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("Comparison of {} and {last}", rest.join(", "))
        }
        _ => format!("Comparison of {}", labels.join("")),
    }
}
