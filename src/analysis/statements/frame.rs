//! Who does what to whom in one clause: subject, predicate, object.

use crate::model::Predicate;
use crate::text::Span;

use super::clauses::Clause;
use super::verbs::VerbGroup;
use super::words::{Tag, Word, span_of};

/// The grammatical subject of a clause: the noun phrase before its verb.
pub fn subject(words: &[Word], clause: &Clause, group: &VerbGroup) -> Option<Span> {
    let own: Vec<usize> = clause.own().filter(|&at| at < group.first).collect();
    let chunks: Vec<&[usize]> = own
        .split(|&at| words[at].tag == Tag::Comma || words[at].tag == Tag::Stop)
        .collect();
    let mut best = None;
    for (index, chunk) in chunks.iter().enumerate() {
        let Some(phrase) = noun_phrase(words, chunk) else {
            continue;
        };
        // "America, Japan, and France": the chunks of a list are one subject.
        let list_end = chunks[index + 1..]
            .iter()
            .rev()
            .find(|chunk| chunk.iter().any(|&at| words[at].tag == Tag::Coordinator))
            .and_then(|chunk| noun_phrase(words, chunk));
        let phrase = (phrase.0, list_end.map_or(phrase.1, |(_, last)| last));
        // After "the minister, a former judge," the first phrase is the subject;
        // after "in Paris, the minister" it is the one without a preposition.
        let adverbial = matches!(words[phrase.0].tag, Tag::Preposition | Tag::To);
        if !adverbial {
            return Some(span_of(words, phrase.0, phrase.1));
        }
        best = last_phrase(words, phrase.0, phrase.1);
    }
    best
}

/// The verb of a clause with what follows it.
pub fn predicate(words: &[Word], clause: &Clause, group: &VerbGroup) -> Predicate {
    let first = clause
        .own()
        .find(|&at| at > group.last && !words[at].tag.is_punctuation());
    let last = clause
        .own()
        .filter(|&at| at > group.last && !words[at].tag.is_punctuation())
        .last();
    Predicate {
        span: span_of(words, group.first, group.last),
        lemma: group.lemma(words),
        object: first
            .zip(last)
            .map(|(first, last)| span_of(words, first, last)),
    }
}

/// The words of a chunk from its first content word to its last nominal.
fn noun_phrase(words: &[Word], chunk: &[usize]) -> Option<(usize, usize)> {
    let first = chunk.iter().copied().find(|&at| {
        !matches!(
            words[at].tag,
            Tag::Adverb
                | Tag::Coordinator
                | Tag::Subordinator
                | Tag::Symbol
                | Tag::Open
                | Tag::Close
        )
    })?;
    // "when the meeting", "which the court": the relative word is no subject where another noun follows it.
    let first = match chunk.iter().copied().find(|&at| at > first) {
        Some(next) if words[first].tag == Tag::Relative => next,
        _ => first,
    };
    let last = chunk.iter().copied().rev().find(|&at| {
        words[at].tag.is_nominal() || words[at].tag == Tag::Relative || words[at].tag == Tag::Close
    })?;
    (first <= last).then_some((first, last))
}

/// The last noun phrase between two words that begins with a determiner, a name or a pronoun.
fn last_phrase(words: &[Word], first: usize, last: usize) -> Option<Span> {
    let begin = (first + 1..=last).rev().find(|&at| {
        let begins = matches!(
            words[at].tag,
            Tag::Determiner | Tag::Possessive | Tag::Name | Tag::Pronoun
        );
        let goes_on = matches!(
            words[at - 1].tag,
            Tag::Name | Tag::Adjective | Tag::Determiner
        );
        begins && !goes_on
    })?;
    if matches!(words[begin - 1].tag, Tag::Preposition | Tag::To) {
        return None;
    }
    Some(span_of(words, begin, last))
}
