//! Whose words are these? Finds sources, reporting words and what they report.
//!
//! Each rule looks at one sentence; quotations without a reporting word are given to a speaker last, with the
//! whole document in view.

mod heard;
mod lexicon;
mod phrases;
mod quotations;
mod reported;
mod source;

use crate::model::Attribution;
use crate::text::{Quotation, Span};

use super::sentence::SentenceReading;

pub use lexicon::{Manner, REPORTING};

/// One reporting word with its source and its content.
#[derive(Clone, Debug)]
pub struct Report {
    pub attribution: Attribution,
    pub manner: Manner,
    /// The sentence that the reporting word stands in.
    pub sentence: usize,
    /// The clause of the reporting word, where it is a verb.
    pub clause: Option<usize>,
    /// Whether the reporting clause says nothing beyond that somebody said it.
    pub bare: bool,
}

/// Everything that is reported in one document, by place of the content.
pub fn find(sentences: &[SentenceReading<'_>], quotations: &[Quotation]) -> Vec<Report> {
    let mut reports = Vec::new();
    for sentence in sentences {
        let mut found = reported::find(sentence, quotations);
        found.extend(phrases::find(sentence));
        let heard = heard::find(sentence, quotations, &found);
        reports.extend(found.into_iter().chain(heard));
    }
    quotations::find(sentences, quotations, &mut reports);
    reports.sort_by_key(|report| {
        let content = report.attribution.content;
        (content.start, std::cmp::Reverse(content.end))
    });
    reports
}

/// Whether a verb can be followed by a clause without "that".
pub fn takes_clause(lemma: &str) -> bool {
    REPORTING.manner(lemma).is_some()
}

/// The quotation that begins or ends at a mark with this span.
fn quotation_at(quotations: &[Quotation], mark: Span) -> Option<Quotation> {
    let after = quotations.partition_point(|quotation| quotation.span.start <= mark.start);
    quotations[..after]
        .iter()
        .rev()
        .take(2)
        .find(|quotation| quotation.span.contains(mark))
        .copied()
}
