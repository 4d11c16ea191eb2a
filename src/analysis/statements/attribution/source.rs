//! The noun phrase that names who speaks.

use crate::analysis::statements::words::{Tag, Word, span_of};
use crate::text::Span;

/// The longest source, in words: beyond it something else was read.
const LONGEST: usize = 30;

/// The noun phrase that begins at or soon after `from`: "the French President's office", "Maria Zakharova".
pub fn phrase_from(words: &[Word], from: usize, end: usize) -> Option<(usize, usize)> {
    let first = (from..end).find(|&at| words[at].tag != Tag::Adverb)?;
    if !(words[first].tag.is_nominal() || words[first].tag.is_modifier()) {
        return None;
    }
    let mut last = None;
    for (at, word) in words
        .iter()
        .enumerate()
        .take(end.min(first + LONGEST))
        .skip(first)
    {
        match word.tag {
            Tag::Noun | Tag::Name | Tag::Number => last = Some(at),
            Tag::Pronoun => {
                last.get_or_insert(at);
                break;
            }
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Coordinator => {}
            Tag::Gerund | Tag::Participle if last.is_none() => {}
            Tag::Preposition if word.is_any(&["of", "for", "at", "from", "in", "with"]) => {
                if in_time(words, at) {
                    break;
                }
            }
            _ => break,
        }
    }
    last.map(|last| (first, last))
}

/// The span of the noun phrase that begins at `from`.
pub fn span_from(words: &[Word], from: usize, end: usize) -> Option<Span> {
    phrase_from(words, from, end).map(|(first, last)| span_of(words, first, last))
}

/// Whether a preposition leads to a weekday, month, year or place of utterance rather than on with the name.
fn in_time(words: &[Word], at: usize) -> bool {
    words.get(at + 1).is_none_or(|next| {
        next.tag == Tag::Number
            || next.is("a") && words[at].is("in")
            || next.is_any(&["an", "interview", "response", "recent", "court"])
    })
}
