//! What a student marked and what the program found, laid over each other.

use super::{Finding, Mark, Report};
use crate::model::DocumentId;
use crate::text::Span;

/// Indexes into the report's marks and findings. What only one of them has says nothing about who is right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    /// A mark with the finding that it meets.
    pub both: Vec<(usize, usize)>,
    pub student: Vec<usize>,
    /// Without what was dismissed.
    pub program: Vec<usize>,
}

/// Lays the marks over the findings: a mark meets a finding where its passages touch the sentences of both sides.
pub fn laid(report: &Report) -> Laid {
    let mut laid = Laid::default();
    for (index, mark) in report.marks.iter().enumerate() {
        let met = report.findings.iter().position(|finding| {
            // What the reader made by hand is no find of the program's.
            finding.by_hand.is_none() && meets(mark, finding)
        });
        match met {
            Some(finding) => laid.both.push((index, finding)),
            None => laid.student.push(index),
        }
    }
    laid.program = (report.findings.iter().enumerate())
        .filter(|(index, finding)| {
            let met = laid.both.iter().any(|(_, finding)| finding == index);
            finding.by_hand.is_none() && !finding.dismissed() && !met
        })
        .map(|(index, _)| index)
        .collect();
    laid
}

fn meets(mark: &Mark, finding: &Finding) -> bool {
    let [Some(one), Some(other)] = mark.places.as_slice() else {
        return false;
    };
    let sentences = finding.quotes.each_ref();
    let sentences = sentences.map(|quote| (quote.document, quote.sentence));
    let also = finding.conflict.also.iter();
    let also = also.map(|sides| sides.each_ref().map(|side| (side.document, side.span)));
    std::iter::once(sentences)
        .chain(also)
        .any(|[first, second]| {
            touch(*one, first) && touch(*other, second)
                || touch(*one, second) && touch(*other, first)
        })
}

fn touch(one: (DocumentId, Span), other: (DocumentId, Span)) -> bool {
    one.0 == other.0 && one.1.start < other.1.end && other.1.start < one.1.end
}
