//! One utterance, quoted in two wordings.

use std::ops::Range;

use super::Rule;
use crate::analysis::conflicts::gates::{self, passed};
use crate::analysis::conflicts::pair::Pair;
use crate::analysis::conflicts::proposal::{Features, Part, Proposal};
use crate::model::{Gates, Kind, Verdict};
use crate::text::{Span, TokenKind, fold};

pub struct Quote;

/// Words whose coming and going is no difference: reporters drop them at will.
const FILLERS: [&str; 4] = ["and", "but", "so", "well"];
/// Words whose coming and going changes little.
const SMALL: [&str; 9] = ["a", "an", "and", "the", "that", "of", "so", "well", "but"];
const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];
/// Words that two quotations must share, in order, to be one utterance.
const LEAST_SHARED: usize = 6;
/// Share of the words between the first and the last shared one that must be shared.
const LEAST_LIKENESS: f64 = 0.7;
/// Share of the shorter quotation's words from which two are one utterance, whoever is said to speak.
const SURELY_ONE: f32 = 0.8;
/// Words that two quotations must share where they are less alike than that.
const LONG: usize = 7;
/// Longest difference at the end of two quotations that is no mere cut.
const LONGEST_END: usize = 2;
/// Words of one quotation beyond which it is not compared.
const LONGEST: usize = 120;

/// A word of a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    folded: String,
    span: Span,
    /// Whether the quotation itself shows that something was changed or left out before this word.
    edited: bool,
}

impl Rule for Quote {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal> {
        let [one, other] = [quotations(pair, 0), quotations(pair, 1)];
        one.iter()
            .flat_map(|left| other.iter().map(move |right| [left, right]))
            .filter_map(|words| compare(pair, words))
            .collect()
    }
}

/// Whether two persons are known to speak: then it is no one utterance.
fn spoken_by_two(pair: &Pair<'_>) -> bool {
    match [pair.voice(0).entity(), pair.voice(1).entity()] {
        [Some(one), Some(other)] => one != other,
        _ => false,
    }
}

fn compare(pair: &Pair<'_>, words: [&Vec<Word>; 2]) -> Option<Proposal> {
    let shared = shared_words(words[0], words[1]);
    let likeness = shared.len() as f32 / words[0].len().min(words[1].len()) as f32;
    if likeness < SURELY_ONE && (shared.len() < LONG || spoken_by_two(pair)) {
        return None;
    }
    let difference = difference(words[0], words[1], &shared)?;
    let same_words = format!("{} words of the quotations are the same", shared.len());
    let gates = Gates {
        subject: passed(same_words.clone()),
        event: passed(same_words),
        time: passed("it is one utterance"),
        part: passed("what only one of them leaves out does not count"),
        finite: passed("what was said is a matter of fact"),
        ..gates::ask(pair)
    };
    let differ_only_by = |allowed: &[&str]| {
        [0, 1].iter().all(|side| {
            words[*side]
                .iter()
                .filter(|word| {
                    difference[*side]
                        .iter()
                        .any(|span| span.contains(word.span))
                })
                .all(|word| allowed.contains(&word.folded.as_str()))
        })
    };
    let plainness = if differ_only_by(&SMALL) { 0.0 } else { 1.0 };
    let cited = [0, 1].map(|side| cite(pair, side, &difference[side]));
    Some(Proposal {
        kind: Kind::Quote,
        verdict: if differ_only_by(&FILLERS) {
            Verdict::Refine
        } else {
            Verdict::Conflict
        },
        sides: [0, 1].map(|side| Part {
            statement: pair.candidate.sides[side],
            span: words[side][0]
                .span
                .cover(words[side][words[side].len() - 1].span),
            evidence: difference[side].clone(),
        }),
        subject: "wording of a quotation".to_owned(),
        explanation: format!(
            "Both quote the same words, but not alike: {} has {}, {} has {}.",
            pair.label(0),
            cited[0],
            pair.label(1),
            cited[1],
        ),
        gates,
        features: Features::of(pair, likeness, plainness),
    })
}

/// The quotations within a side's sentence, word by word.
fn quotations(pair: &Pair<'_>, side: usize) -> Vec<Vec<Word>> {
    let segments = pair.analysis.segments(pair.sides[side].document);
    let sentence = pair.sentence(side);
    let first = segments
        .quotations
        .partition_point(|quotation| quotation.inner.end <= sentence.start);
    segments.quotations[first..]
        .iter()
        .take_while(|quotation| quotation.inner.start < sentence.end)
        .map(|quotation| words(pair, side, quotation.inner))
        .filter(|words| words.len() >= LEAST_SHARED)
        .collect()
}

fn words(pair: &Pair<'_>, side: usize, quotation: Span) -> Vec<Word> {
    let segments = pair.analysis.segments(pair.sides[side].document);
    let sentence = pair.sentence(side);
    let mut words: Vec<Word> = Vec::new();
    let mut edited = false;
    for token in &segments.tokens[segments.tokens_in(quotation)] {
        if !sentence.contains(token.span) || words.len() >= LONGEST {
            continue;
        }
        let written = pair.words(side, token.span);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            // Asterisks veil a coarse word: what stands under them cannot be compared.
            edited |= ["[", "]", "(", ")", "…", "...", "--", "*"].contains(&written);
            continue;
        }
        for part in fold(written)
            .split(['-', '\''])
            .filter(|part| !part.is_empty())
        {
            let folded = match (part, words.last_mut()) {
                // "don ' t" is "do n't".
                ("t", Some(before)) if before.folded.len() > 2 && before.folded.ends_with('n') => {
                    before.folded.pop();
                    "nt".to_owned()
                }
                ("t", Some(before)) if before.folded == "n" => {
                    "nt".clone_into(&mut before.folded);
                    continue;
                }
                ("ll", _) => "will".to_owned(),
                ("d", _) => "would".to_owned(),
                ("re", _) => "are".to_owned(),
                ("m", _) => "am".to_owned(),
                ("ve", _) => "have".to_owned(),
                _ => NUMBERS
                    .iter()
                    .position(|number| *number == part)
                    .map_or_else(|| part.to_owned(), |number| number.to_string()),
            };
            words.push(Word {
                folded,
                span: token.span,
                edited,
            });
            edited = false;
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
    without_strays(shared)
}

/// Leaves out shared words at either end that stand apart from the rest: they are shared by chance.
fn without_strays(mut shared: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let apart =
        |one: (usize, usize), next: (usize, usize)| next.0 - one.0 > 2 || next.1 - one.1 > 2;
    while shared.len() > 1 && apart(shared[shared.len() - 2], shared[shared.len() - 1]) {
        shared.pop();
    }
    let first = (1..shared.len())
        .find(|at| !apart(shared[at - 1], shared[*at]))
        .map_or(0, |at| at - 1);
    shared.split_off(first)
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
        let gap = [window[0].0 + 1..window[1].0, window[0].1 + 1..window[1].1];
        note([one, other], &gap, &mut spans);
    }
    let ends = [last.0 + 1..one.len(), last.1 + 1..other.len()];
    if ends
        .iter()
        .all(|end| (1..=LONGEST_END).contains(&end.len()))
    {
        note([one, other], &ends, &mut spans);
    }
    (spans.iter().any(|spans| !spans.is_empty())).then_some(spans)
}

/// Adds the words of a gap between shared ones, unless either quotation itself shows an edit there.
fn note(words: [&[Word]; 2], gap: &[Range<usize>; 2], spans: &mut [Vec<Span>; 2]) {
    let edited = |side: usize| {
        words[side]
            .iter()
            .take(gap[side].end + 1)
            .skip(gap[side].start)
            .any(|word| word.edited)
    };
    if edited(0) || edited(1) {
        return;
    }
    for side in 0..2 {
        if let Some(differing) = words[side].get(gap[side].clone())
            && let (Some(first), Some(last)) = (differing.first(), differing.last())
        {
            spans[side].push(first.span.cover(last.span));
        }
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
