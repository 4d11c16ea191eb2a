//! What is marked in one document: passages of findings, and names that the articles share.

use crate::model::{
    Analysis, DocumentId, EntityId, EntityKind, Kind, MentionForm, MentionId, Verdict,
};
use crate::notebook::Decision;
use crate::report::{Finding, Report};
use crate::text::Span;

/// A passage of a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Index into the report's findings.
    pub(super) finding: usize,
    pub(super) number: usize,
    pub(super) kind: Kind,
    /// Whether only their sources disagree.
    pub(super) disputed: bool,
    pub(super) span: Span,
    /// Which side of the finding it is; nothing for a further passage of the same difference.
    pub(super) side: Option<usize>,
    /// Whether the reader said that this is no difference.
    pub(super) dismissed: bool,
}

/// A mention of an entity that at least two documents speak of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) mention: MentionId,
    pub(super) entity: EntityId,
    /// The entity's.
    pub(super) kind: EntityKind,
    pub(super) form: MentionForm,
    pub(super) span: Span,
    /// Whether it is a longer phrase around a mention that stands in this list too, and has the line.
    pub(super) around: bool,
}

/// The passages of the findings in view, by place in the text.
pub(super) fn passages(report: &Report, visible: &[usize], document: DocumentId) -> Vec<Passage> {
    let mut passages: Vec<Passage> = visible
        .iter()
        .filter_map(|&index| Some((index, report.findings.get(index)?)))
        .flat_map(|(index, finding)| passages_of(index, finding, document))
        .collect();
    passages.sort_by_key(|passage| (passage.span, passage.finding));
    passages
}

fn passages_of(
    index: usize,
    finding: &Finding,
    document: DocumentId,
) -> impl Iterator<Item = Passage> {
    let main = finding.conflict.sides.iter().enumerate();
    let further = finding.conflict.also.iter().flatten();
    main.map(|(side, passage)| (Some(side), passage))
        .chain(further.map(|passage| (None, passage)))
        .filter(move |(_, passage)| passage.document == document && !passage.span.is_empty())
        .map(move |(side, passage)| Passage {
            finding: index,
            number: finding.number,
            kind: finding.conflict.kind,
            disputed: finding.conflict.verdict == Verdict::Dispute,
            span: passage.span,
            side,
            dismissed: finding.decision == Some(Decision::Dismissed),
        })
}

/// The mentions of shared entities in a document, by place in the text.
pub(super) fn names(analysis: &Analysis, document: DocumentId) -> Vec<Name> {
    let first = analysis
        .mentions
        .partition_point(|mention| mention.document < document);
    analysis
        .mentions
        .iter()
        .enumerate()
        .skip(first)
        .take_while(|(_, mention)| mention.document == document)
        .filter(|(_, mention)| analysis.entity(mention.entity).shared())
        .map(|(index, mention)| Name {
            mention: MentionId(index),
            entity: mention.entity,
            kind: analysis.entity(mention.entity).kind,
            form: mention.form,
            span: mention.span,
            around: analysis.is_around_another(MentionId(index)),
        })
        .collect()
}
