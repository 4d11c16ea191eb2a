//! The network's voice on who says what: sources, reporting words and contents where no rule found them.

use crate::analysis::statements::sentence::SentenceReading;
use crate::model::{Attribution, AttributionRole, ReadAttribution, Source};
use crate::text::{Quotation, Span};

use super::Report;
use super::lexicon::{Manner, REPORTING};
use super::reported::{content_is_clause, quotations_cover};

/// How sure the network must be of each of the three parts.
const SURE: f32 = 0.5;

/// The network's reports of one sentence that share no content with those that the rules found.
pub fn find(
    sentence: &SentenceReading<'_>,
    quotations: &[Quotation],
    found: &[Report],
) -> Vec<Report> {
    let Some(heard) = sentence.heard else {
        return Vec::new();
    };
    let parts: Vec<&ReadAttribution> = heard
        .attributions
        .iter()
        .filter(|part| part.confidence >= SURE && sentence.span.contains(part.span))
        .collect();
    let mut reports = Vec::new();
    for (at, cue) in parts.iter().enumerate() {
        if cue.role != AttributionRole::Cue {
            continue;
        }
        let Some(content) = content_of(&parts, at) else {
            continue;
        };
        let known = found.iter().any(|report| {
            report.attribution.content.overlaps(content)
                || report
                    .attribution
                    .cue
                    .is_some_and(|known| known.overlaps(cue.span))
        });
        // A noun phrase alone asserts nothing: whoever "opposed the war" did it in the outlet's own words.
        if known || !holds_clause(sentence, content) {
            continue;
        }
        reports.push(report(
            sentence,
            quotations,
            cue.span,
            source_of(&parts, at),
            content,
        ));
    }
    reports
}

fn report(
    sentence: &SentenceReading<'_>,
    quotations: &[Quotation],
    cue: Span,
    source: Option<Span>,
    content: Span,
) -> Report {
    let clause = sentence.clauses.iter().position(|clause| {
        sentence.group_of(clause).is_some_and(|group| {
            cue.overlaps(sentence.words[group.main].span) && !content.overlaps(cue)
        })
    });
    let manner = clause
        .and_then(|clause| sentence.group_of(&sentence.clauses[clause]))
        .and_then(|group| REPORTING.manner(&group.lemma(&sentence.words)));
    Report {
        attribution: Attribution {
            source: source.map(|span| Source { span, entity: None }),
            cue: Some(cue),
            content,
            quoted: quotations_cover(quotations, content),
            embedded: None,
        },
        manner: manner.unwrap_or(Manner::Plain),
        sentence: sentence.index,
        clause,
        bare: content_is_clause(sentence, content),
    }
}

/// What a cue reports: the content after it up to the next cue, joined with the one before it that no cue claims.
fn content_of(parts: &[&ReadAttribution], cue: usize) -> Option<Span> {
    let after = parts[cue + 1..]
        .iter()
        .take_while(|part| part.role != AttributionRole::Cue)
        .find(|part| part.role == AttributionRole::Content);
    let before = parts[..cue]
        .iter()
        .rev()
        .take_while(|part| part.role != AttributionRole::Cue)
        .find(|part| part.role == AttributionRole::Content);
    let claimed = parts[..cue]
        .iter()
        .any(|part| part.role == AttributionRole::Cue);
    match (before.filter(|_| !claimed), after) {
        (Some(before), Some(after)) => Some(before.span.cover(after.span)),
        (one, other) => one.or(other).map(|part| part.span),
    }
}

/// Whose words they are: the source nearest to a cue, before it rather than after it; else that of the cue before.
fn source_of(parts: &[&ReadAttribution], cue: usize) -> Option<Span> {
    let is_source = |part: &&&ReadAttribution| part.role == AttributionRole::Source;
    let between_cues = |part: &&&ReadAttribution| part.role != AttributionRole::Cue;
    let before = parts[..cue]
        .iter()
        .rev()
        .take_while(between_cues)
        .find(is_source);
    let after = parts[cue + 1..]
        .iter()
        .take_while(between_cues)
        .find(is_source);
    before
        .or(after)
        .or_else(|| parts[..cue].iter().rev().find(is_source))
        .map(|part| part.span)
}

fn holds_clause(sentence: &SentenceReading<'_>, content: Span) -> bool {
    sentence
        .groups
        .iter()
        .any(|group| content.contains(sentence.words[group.main].span))
}

#[cfg(test)]
mod tests {
    use crate::analysis::statements::read;
    use crate::analysis::statements::tests::analysis;
    use crate::model::{AttributionRole, ReadAttribution, Reading};
    use crate::text::Span;

    /// The attributions of a sentence in which the network reads what stands in brackets: "source / cue / content".
    fn attributions(marked: &str) -> Vec<String> {
        let (mut text, mut parts, mut open) = (String::new(), Vec::new(), None);
        for piece in marked.split_inclusive(['[', ']']) {
            let role = match piece.split_once('=').map(|(role, _)| role) {
                Some("S") => Some(AttributionRole::Source),
                Some("C") => Some(AttributionRole::Cue),
                Some("T") => Some(AttributionRole::Content),
                _ => None,
            };
            let start = text.len();
            text.push_str(
                role.map_or(piece, |_| piece.get(2..).unwrap_or_default())
                    .trim_end_matches(['[', ']']),
            );
            open = role.or(open);
            if let Some(role) = open.take_if(|_| piece.ends_with(']')) {
                parts.push(ReadAttribution {
                    span: Span::new(start, text.len()),
                    role,
                    confidence: 0.9,
                });
            }
        }
        let mut document = analysis(&text, None);
        document.readings = vec![Reading {
            attributions: parts,
            ..Reading::default()
        }];
        let words = |span: Option<Span>| span.map_or("–", |span| text.get(span.range()).unwrap());
        read(&[document], &[], &[])
            .iter()
            .filter_map(|statement| statement.attribution.as_ref())
            .map(|attribution| {
                let source = attribution.source.as_ref().map(|source| source.span);
                let parts = [source, attribution.cue, Some(attribution.content)];
                parts.map(words).join(" / ")
            })
            .collect()
    }

    #[test]
    fn the_network_hears_a_reporting_phrase_that_no_rule_knows() {
        let found = attributions(
            "[S=The council] [C=let it be known] [T=that the bridge would close in May].",
        );
        let expected = "The council / let it be known / that the bridge would close in May";
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_content_around_its_cue_is_one() {
        let found = attributions(
            "[T=The bridge is safe], [S=the mayor] [C=was at pains to stress], [T=and will stay so].",
        );
        let expected = "the mayor / was at pains to stress / The bridge is safe, the mayor was at pains to stress, and will stay so";
        assert!(found.contains(&expected.to_owned()), "{found:?}");
    }

    #[test]
    fn a_thing_that_somebody_is_against_is_nobodys_claim() {
        assert!(attributions("[S=The mayor] [C=opposed] [T=the new bridge].").is_empty());
    }
}
