//! One side of a finding in its sentence.

use crate::model::{Analysis, DocumentId, MentionForm, Side, Source, Statement, StatementId};
use crate::text::Span;

/// A passage with what surrounds it and who says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub document: DocumentId,
    /// The sentence that the passage stands in.
    pub sentence: Span,
    /// The passage itself.
    pub side: Span,
    /// The words that differ, in order.
    pub evidence: Vec<Span>,
    /// The words that say who says it, in order; they may stand outside `sentence`.
    pub attribution: Vec<Span>,
    /// Who speaks: "the mayor said", "he (Jens Stoltenberg) said", "in its own voice".
    pub voice: String,
}

/// How a statement without attribution is marked.
pub(super) const OWN_VOICE: &str = "in its own voice";

pub(super) fn of(analysis: &Analysis, side: &Side) -> Quote {
    let segments = analysis.segments(side.document);
    let sentence = segments
        .sentence_at(side.span.start)
        .map_or(side.span, |index| segments.sentences[index].span);
    Quote {
        document: side.document,
        sentence: sentence.cover(side.span),
        side: side.span,
        evidence: side.evidence.clone(),
        attribution: attribution(analysis, side),
        voice: voice(analysis, side),
    }
}

/// Source, cue and the source's own source, in the order of the text.
pub(super) fn attribution(analysis: &Analysis, side: &Side) -> Vec<Span> {
    let statement = side.statement.map(|id| analysis.statement(id));
    let Some(attribution) = statement.and_then(|statement| statement.attribution.as_ref()) else {
        return Vec::new();
    };
    let mut spans: Vec<Span> = attribution
        .source
        .iter()
        .map(|source| source.span)
        .chain(attribution.cue)
        .chain(attribution.embedded.iter().map(|source| source.span))
        .collect();
    spans.sort();
    spans
}

/// Who says what a side says, in words.
pub(super) fn voice(analysis: &Analysis, side: &Side) -> String {
    side.statement.map_or_else(
        || OWN_VOICE.to_owned(),
        |id| voice_of(analysis, analysis.statement(id)),
    )
}

/// Who says what stands at a passage, in words.
pub(super) fn voice_at(analysis: &Analysis, document: DocumentId, span: Span) -> String {
    statement_at(analysis, document, span).map_or_else(
        || OWN_VOICE.to_owned(),
        |id| voice_of(analysis, analysis.statement(id)),
    )
}

/// The statement that a passage begins in, or the first one in it.
pub(super) fn statement_at(
    analysis: &Analysis,
    document: DocumentId,
    span: Span,
) -> Option<StatementId> {
    // Statements stand by document, then by place.
    let after = analysis.statements.partition_point(|statement| {
        (statement.document, statement.span.start) <= (document, span.start)
    });
    let near = [after.checked_sub(1), Some(after)];
    near.into_iter()
        .flatten()
        .filter(|index| {
            let statement = analysis.statements.get(*index);
            statement.is_some_and(|statement| {
                statement.document == document && statement.span.overlaps(span)
            })
        })
        .map(StatementId)
        .next()
}

fn voice_of(analysis: &Analysis, statement: &Statement) -> String {
    let text = &analysis.document(statement.document).text;
    let Some(attribution) = &statement.attribution else {
        return OWN_VOICE.to_owned();
    };
    let source = attribution
        .source
        .as_ref()
        .map(|source| named(analysis, statement.document, source));
    let cue = attribution.cue.and_then(|cue| text.get(cue)).map(one_line);
    // "according to the mayor", but "the mayor said".
    let cue_first = match (attribution.cue, &attribution.source) {
        (Some(cue), Some(source)) => {
            cue.end <= source.span.start && cue_leads(text.get(cue).unwrap_or_default())
        }
        _ => false,
    };
    let said = match (source, cue) {
        (Some(source), Some(cue)) if cue_first => format!("{cue} {source}"),
        (Some(source), Some(cue)) => format!("{source} {cue}"),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => "someone unnamed".to_owned(),
    };
    match &attribution.embedded {
        Some(cited) => format!(
            "{said}, citing {}",
            named(analysis, statement.document, cited)
        ),
        None => said,
    }
}

/// Whether a cue is a preposition that stands before its source.
fn cue_leads(cue: &str) -> bool {
    let cue = cue.to_lowercase();
    cue.ends_with(" to") || cue.ends_with(" by") || matches!(cue.as_str(), "per" | "by" | "from")
}

/// The source's own words, with the name behind a pronoun.
fn named(analysis: &Analysis, document: DocumentId, source: &Source) -> String {
    let words = one_line(
        analysis
            .document(document)
            .text
            .get(source.span)
            .unwrap_or_default(),
    );
    // Mentions stand by document, then by place.
    let from = analysis
        .mentions
        .partition_point(|mention| (mention.document, mention.span) < (document, source.span));
    let pronoun = analysis.mentions.get(from).is_some_and(|mention| {
        (mention.document, mention.span) == (document, source.span)
            && mention.form == MentionForm::Pronoun
    });
    match source.entity {
        Some(entity) if pronoun => format!("{words} ({})", analysis.entity(entity).name),
        _ => words,
    }
}

/// Text with every run of white space as one space.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
