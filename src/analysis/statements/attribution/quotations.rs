//! Quotations without a reporting word: they go on with the speaker of the sentence before or after.

use crate::analysis::statements::sentence::SentenceReading;
use crate::model::Attribution;
use crate::text::{Quotation, Span};

use super::Report;
use super::lexicon::Manner;

/// Shorter quotations are single words that somebody's distance put in marks.
const SHORTEST: usize = 20;

/// Gives every whole quotation that no report holds to the nearest speaker.
pub fn find(
    sentences: &[SentenceReading<'_>],
    quotations: &[Quotation],
    reports: &mut Vec<Report>,
) {
    let mut speakers: Vec<usize> = (0..reports.len())
        .filter(|&at| reports[at].attribution.source.is_some())
        .collect();
    speakers.sort_by_key(|&at| (reports[at].sentence, at));
    let mut contents: Vec<Span> = reports
        .iter()
        .map(|report| report.attribution.content)
        .collect();
    contents.sort_unstable();
    for quotation in quotations {
        if quotation.inner.len() < SHORTEST || overlaps_any(&contents, quotation.span) {
            continue;
        }
        let at = sentences.partition_point(|sentence| sentence.span.end <= quotation.span.start);
        let Some(sentence) = sentences.get(at) else {
            continue;
        };
        if quotation.span.start > sentence.span.start + 2 {
            continue;
        }
        if let Some(speaker) = speaker(sentences, at, &speakers, reports) {
            // "“X,” Smith said. “Y.”" is one utterance.
            let before = &mut reports[speaker];
            let follows = sentence.index - before.sentence <= 1 && before.attribution.quoted;
            if follows && before.attribution.content.end < quotation.span.start {
                before.attribution.content = before.attribution.content.cover(quotation.span);
                continue;
            }
            let mut report = reports[speaker].clone();
            report.attribution = Attribution {
                cue: None,
                content: quotation.span,
                quoted: true,
                ..report.attribution
            };
            report.manner = Manner::Plain;
            report.sentence = sentence.index;
            report.clause = None;
            report.bare = false;
            reports.push(report);
        }
    }
}

/// The last speaker before a sentence, in its paragraph or at the end of the one before.
fn speaker(
    sentences: &[SentenceReading<'_>],
    at: usize,
    speakers: &[usize],
    reports: &[Report],
) -> Option<usize> {
    let sentence = &sentences[at];
    let next = speakers.partition_point(|&speaker| reports[speaker].sentence < sentence.index);
    let before = next.checked_sub(1).map(|index| speakers[index])?;
    let distance = sentence.index - reports[before].sentence;
    (distance <= 2).then_some(before)
}

fn overlaps_any(contents: &[Span], span: Span) -> bool {
    let after = contents.partition_point(|content| content.start < span.end);
    contents[..after]
        .iter()
        .rev()
        .take(8)
        .any(|content| content.overlaps(span))
}
