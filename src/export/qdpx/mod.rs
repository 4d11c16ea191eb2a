//! A REFI-QDA project, for programs of qualitative analysis: articles as sources, findings as codes, notes as memos.

mod passages;
mod project;
mod source;
#[cfg(test)]
mod tests;

use super::archive::packed;
use super::options::{Options, Selection};
use crate::report::Report;
use source::Source;

pub fn report(report: &Report, options: &Options) -> Vec<u8> {
    let selection = Selection::of(report, options);
    let sources: Vec<Source> = report
        .analysis
        .document_ids()
        .map(|id| Source::of(report, &selection, id, options.full_texts))
        .collect();
    let project = project::written(report, options, &selection, &sources);
    let files: Vec<String> = sources
        .iter()
        .map(|source| format!("sources/{}.txt", source.guid))
        .collect();
    let mut members: Vec<(&str, &[u8])> = vec![("project.qde", &project)];
    members.extend(
        files
            .iter()
            .zip(&sources)
            .map(|(file, source)| (file.as_str(), source.text.as_bytes())),
    );
    packed(&members)
}
