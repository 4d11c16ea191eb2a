//! One sentence's scores to a reading.

use super::spans::{Stretch, largest, stretches};
use super::tree;
use crate::encoder::calibration::softmax;
use crate::encoder::labels::{ATTRIBUTION_ROLES, NAME_KINDS};
use crate::encoder::wordpiece::Tokens;
use crate::model::{PartOfSpeech, ReadAttribution, ReadName, ReadWord, Reading, Relation};
use crate::text::Span;

/// Articles that are no part of a name.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// The scores of each token of one sentence; the first token stands for the root.
///
/// Of a word's pieces the first tells its grammar, all of them together what it is part of.
pub(in crate::encoder) trait Scores {
    fn names(&self, token: usize) -> &[f32];
    fn parts(&self, token: usize) -> &[f32];
    fn relations(&self, token: usize) -> &[f32];
    /// How well each token governs this one.
    fn arcs(&self, token: usize) -> &[f32];
    fn attribution(&self, token: usize) -> &[f32];
}

/// Everything but the vector of a sentence whose first `kept` pieces were read.
pub(in crate::encoder) fn decode(
    sentence: &str,
    tokens: &Tokens,
    kept: usize,
    scores: &impl Scores,
) -> Reading {
    let firsts = first_tokens(tokens, kept);
    let spans = &tokens.words[..firsts.len()];
    let names = stretches::<9>(&chances(&firsts, kept, |token| scores.names(token)));
    let attributions = stretches::<7>(&chances(&firsts, kept, |token| scores.attribution(token)));
    Reading {
        vector: Vec::new(),
        words: grammar(spans, &firsts, scores),
        names: names
            .iter()
            .filter_map(|name| named(sentence, spans, name))
            .collect(),
        attributions: attributions
            .into_iter()
            .map(|part| ReadAttribution {
                span: spans[part.words.start].cover(spans[part.words.end - 1]),
                role: ATTRIBUTION_ROLES[part.label],
                confidence: part.confidence,
            })
            .collect(),
        cut: kept < tokens.pieces.len(),
    }
}

/// The token of each word's first piece.
fn first_tokens(tokens: &Tokens, kept: usize) -> Vec<usize> {
    let mut firsts = Vec::new();
    for (index, piece) in tokens.pieces[..kept].iter().enumerate() {
        if piece.word == firsts.len() {
            // The token before the first piece stands for the root.
            firsts.push(index + 1);
        }
    }
    firsts
}

/// How likely each tag is for each word, over all its pieces.
fn chances<'a, const TAGS: usize>(
    firsts: &[usize],
    kept: usize,
    scores: impl Fn(usize) -> &'a [f32],
) -> Vec<[f32; TAGS]> {
    let ends = firsts.iter().skip(1).copied().chain([kept + 1]);
    (firsts.iter().copied().zip(ends))
        .map(|(first, end)| {
            let pieces = (first..end).map(|token| softmax::<TAGS>(scores(token), 1.0));
            let sum = pieces.fold([0.0; TAGS], |sum, piece| {
                std::array::from_fn(|tag| sum[tag] + piece[tag])
            });
            sum.map(|chance| chance / (end - first) as f32)
        })
        .collect()
}

fn grammar(spans: &[Span], firsts: &[usize], scores: &impl Scores) -> Vec<ReadWord> {
    let heads = tree::heads(firsts.len(), |word, head| {
        scores.arcs(firsts[word])[head.map_or(0, |head| firsts[head])]
    });
    let words = spans.iter().zip(firsts).zip(heads);
    words
        .map(|((&span, &token), head)| ReadWord {
            span,
            part: PartOfSpeech::ALL[largest(scores.parts(token))],
            relation: relation(scores.relations(token), head.is_none()),
            head,
        })
        .collect()
}

/// The likeliest relation that goes with having a head or none.
fn relation(scores: &[f32], root: bool) -> Relation {
    if root {
        return Relation::Root;
    }
    let mut best = (Relation::Unspecified, f32::NEG_INFINITY);
    for (&relation, &score) in Relation::ALL.iter().zip(scores) {
        if relation != Relation::Root && score > best.1 {
            best = (relation, score);
        }
    }
    best.0
}

/// A name without article, possessive and marks around it; nothing where no more than these was tagged.
fn named(sentence: &str, spans: &[Span], name: &Stretch) -> Option<ReadName> {
    let mut words = &spans[name.words.clone()];
    let text = |span: &Span| sentence.get(span.range()).unwrap_or_default();
    loop {
        words = match words {
            [rest @ .., mark, s] if is_apostrophe(text(mark)) && is_s(text(s)) => rest,
            // The stop of an initial or of "U.S." is part of the name.
            [.., before, stop] if text(stop) == "." && is_initial(text(before)) => break,
            [rest @ .., mark] if is_mark(text(mark)) => rest,
            _ => break,
        };
    }
    while let [first, rest @ ..] = words
        && (is_mark(text(first)) || is_article(text(first)))
    {
        words = rest;
    }
    let (first, last) = (words.first()?, words.last()?);
    Some(ReadName {
        span: first.cover(*last),
        kind: NAME_KINDS[name.label],
        confidence: name.confidence,
    })
}

fn is_article(word: &str) -> bool {
    ARTICLES
        .iter()
        .any(|article| word.eq_ignore_ascii_case(article))
}

fn is_mark(word: &str) -> bool {
    !word.chars().any(char::is_alphanumeric)
}

fn is_apostrophe(word: &str) -> bool {
    matches!(word, "'" | "’" | "ʼ" | "`")
}

fn is_s(word: &str) -> bool {
    word.eq_ignore_ascii_case("s")
}

fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words by white space and marks, and the name that all of them are tagged as.
    fn name(text: &str) -> Option<&str> {
        let mut spans: Vec<Span> = Vec::new();
        for (start, c) in text.char_indices() {
            let span = Span::new(start, start + c.len_utf8());
            match spans.last_mut() {
                _ if c.is_whitespace() => {}
                Some(last)
                    if c.is_alphanumeric()
                        && last.end == start
                        && !is_mark(text.get(last.range()).unwrap()) =>
                {
                    last.end = span.end;
                }
                _ => spans.push(span),
            }
        }
        let all = Stretch {
            words: 0..spans.len(),
            label: 0,
            confidence: 1.0,
        };
        let name = named(text, &spans, &all)?;
        text.get(name.span.range())
    }

    #[test]
    fn names_lose_article_possessive_and_marks() {
        assert_eq!(name("the Harbor Office's"), Some("Harbor Office"));
        assert_eq!(
            name("“The Port Ellery Sentinel”,"),
            Some("Port Ellery Sentinel")
        );
        assert_eq!(name("Macron’s"), Some("Macron"));
        assert_eq!(name("Kennedy."), Some("Kennedy"));
    }

    #[test]
    fn names_keep_what_stands_within() {
        assert_eq!(name("O'Brien"), Some("O'Brien"));
        assert_eq!(name("the U.S."), Some("U.S."));
        assert_eq!(name("John F. Kennedy"), Some("John F. Kennedy"));
        assert_eq!(name("Lloyd's of London"), Some("Lloyd's of London"));
    }

    #[test]
    fn marks_alone_are_no_name() {
        assert_eq!(name("the"), None);
        assert_eq!(name("“—”"), None);
        assert_eq!(name("'s"), None);
    }
}
