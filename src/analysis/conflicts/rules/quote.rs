//! One utterance, quoted in two wordings.

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Kind, Verdict};
use crate::text::{Span, TokenKind, fold};

pub struct Quote;

/// Words that two quotations must share, in order, to be one utterance.
const LEAST_SHARED: usize = 6;
/// Share of the words between the first and the last shared one that must be shared.
const LEAST_LIKENESS: f64 = 0.7;
/// Longest difference at the end of two quotations that is no mere cut.
const LONGEST_END: usize = 2;
/// Words of one quotation beyond which it is not compared.
const LONGEST: usize = 120;

/// A word of a quotation.
#[derive(Clone, PartialEq, Eq)]
struct Word {
    folded: String,
    span: Span,
    /// Whether the quotation itself shows that something was changed or left out before this word.
    edited: bool,
}

impl Rule for Quote {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [one, other] = [quoted_words(pair, 0), quoted_words(pair, 1)];
        let shared = shared_words(&one, &other);
        let Some(difference) = difference(&one, &other, &shared) else {
            return Vec::new();
        };
        let mut gates = gates::ask(pair);
        let same_words = format!("{} words of the quotations are the same", shared.len());
        gates.subject = passed(same_words.clone());
        gates.event = passed(same_words);
        gates.time = passed("it is one utterance");
        gates.finite = passed("what was said is a matter of fact");
        let cited = [0, 1].map(|side| cite(pair, side, &difference[side]));
        let sides = [&one, &other];
        vec![Proposal {
            kind: Kind::Quote,
            verdict: Verdict::Conflict,
            sides: [0, 1].map(|side| {
                let words = sides[side];
                Part {
                    statement: pair.candidate.sides[side],
                    span: words[0].span.cover(words[words.len() - 1].span),
                    evidence: difference[side].clone(),
                }
            }),
            subject: "wording of a quotation".to_owned(),
            explanation: format!(
                "Both quote the same words, but not alike: {} has {}, {} has {}.",
                pair.document(0).label(),
                cited[0],
                pair.document(1).label(),
                cited[1],
            ),
            gates,
            features: Features::of(pair, (shared.len() as f64 / 20.0).min(1.0)),
        }]
    }
}

/// The words of a side's sentence that stand in quotation marks.
fn quoted_words(pair: &Pair<'_>, side: usize) -> Vec<Word> {
    let segments = pair.analysis.segments(pair.sides[side].document);
    let sentence = pair.sentence(side);
    let first = segments
        .quotations
        .partition_point(|quotation| quotation.inner.end <= sentence.start);
    let mut words: Vec<Word> = Vec::new();
    let mut edited = false;
    for quotation in &segments.quotations[first..] {
        if quotation.inner.start >= sentence.end || words.len() >= LONGEST {
            break;
        }
        for token in &segments.tokens[segments.tokens_in(quotation.inner)] {
            if !sentence.contains(token.span) {
                continue;
            }
            let written = pair.words(side, token.span);
            match token.kind {
                TokenKind::Word | TokenKind::Number => {
                    words.push(Word {
                        folded: fold(written),
                        span: token.span,
                        edited,
                    });
                    edited = false;
                }
                _ => edited |= ["[", "]", "(", ")", "…", "...", "--"].contains(&written),
            }
        }
    }
    words
}

/// Positions in both of the words that they share in the same order: the longest such run.
fn shared_words(one: &[Word], other: &[Word]) -> Vec<(usize, usize)> {
    let width = other.len() + 1;
    let mut longest = vec![0u16; (one.len() + 1) * width];
    for left in (0..one.len()).rev() {
        for right in (0..other.len()).rev() {
            longest[left * width + right] = if one[left].folded == other[right].folded {
                longest[(left + 1) * width + right + 1] + 1
            } else {
                longest[(left + 1) * width + right].max(longest[left * width + right + 1])
            };
        }
    }
    let (mut left, mut right) = (0, 0);
    let mut shared = Vec::new();
    while left < one.len() && right < other.len() {
        if one[left].folded == other[right].folded {
            shared.push((left, right));
            (left, right) = (left + 1, right + 1);
        } else if longest[(left + 1) * width + right] >= longest[left * width + right + 1] {
            left += 1;
        } else {
            right += 1;
        }
    }
    shared
}

/// The words that differ, where the quotations are one utterance and differ by more than a cut.
fn difference(one: &[Word], other: &[Word], shared: &[(usize, usize)]) -> Option<[Vec<Span>; 2]> {
    let (first, last) = (*shared.first()?, *shared.last()?);
    let length = (last.0 - first.0).max(last.1 - first.1) + 1;
    if shared.len() < LEAST_SHARED || (shared.len() as f64) < LEAST_LIKENESS * length as f64 {
        return None;
    }
    let mut spans = [Vec::new(), Vec::new()];
    for window in shared.windows(2) {
        note(one, window[0].0 + 1..window[1].0 + 1, &mut spans[0]);
        note(other, window[0].1 + 1..window[1].1 + 1, &mut spans[1]);
    }
    let ends = [one.len() - 1 - last.0, other.len() - 1 - last.1];
    if ends.iter().all(|end| (1..=LONGEST_END).contains(end)) {
        note(one, last.0 + 1..one.len() + 1, &mut spans[0]);
        note(other, last.1 + 1..other.len() + 1, &mut spans[1]);
    }
    (spans.iter().any(|spans| !spans.is_empty())).then_some(spans)
}

/// Adds the words before the last of a range, unless the quotation itself shows an edit there.
fn note(words: &[Word], range: std::ops::Range<usize>, spans: &mut Vec<Span>) {
    let marked = words[range.start..range.end.min(words.len())]
        .iter()
        .any(|word| word.edited);
    if !marked && range.len() > 1 {
        spans.push(words[range.start].span.cover(words[range.end - 2].span));
    }
}

fn cite(pair: &Pair<'_>, side: usize, spans: &[Span]) -> String {
    if spans.is_empty() {
        return "no word there".to_owned();
    }
    spans
        .iter()
        .map(|span| format!("“{}”", pair.words(side, *span)))
        .collect::<Vec<String>>()
        .join(" and ")
}
