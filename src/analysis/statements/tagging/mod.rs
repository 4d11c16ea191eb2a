//! Guesses parts of speech from lexicons, endings and neighbors.
//!
//! One pass from left to right: what stands before a word is decided when the word is read, and what stands
//! after it is only looked at by spelling.

mod after;
mod before;
mod closed;
mod verbs;

use crate::text::Span;

use super::words::{Tag, Word};
use crate::analysis::statements::quantities::is_number_word;
use crate::analysis::vocabulary::VOCABULARY;

/// How far ahead a finite verb is looked for.
pub(super) const LOOK_AHEAD: usize = 14;

/// Sets the tag of every word that is no punctuation.
pub fn tag(words: &mut [Word], names: &[Span]) {
    let headline = is_headline(words);
    let mut name = names.iter().copied().peekable();
    for index in 0..words.len() {
        while name
            .peek()
            .is_some_and(|span| span.end <= words[index].span.start)
        {
            name.next();
        }
        if words[index].tag.is_punctuation() || words[index].tag == Tag::Number {
            continue;
        }
        let known_name = name
            .peek()
            .is_some_and(|span| span.contains(words[index].span))
            && words[index].capital;
        words[index].tag = if known_name {
            Tag::Name
        } else {
            Context { words, headline }.guess(index)
        };
    }
}

/// Whether most longer words begin with a capital, so that capitals tell nothing.
fn is_headline(words: &[Word]) -> bool {
    let (mut capitals, mut all) = (0, 0);
    for word in words {
        if word.tag == Tag::Noun && word.lower.len() > 3 {
            all += 1;
            capitals += usize::from(word.capital);
        }
    }
    all >= 3 && capitals * 10 >= all * 8
}

struct Context<'w> {
    words: &'w [Word],
    headline: bool,
}

impl Context<'_> {
    fn guess(&self, index: usize) -> Tag {
        let word = &self.words[index];
        let lower = word.lower.as_str();
        if let Some(tag) = self.closed_class(index, lower) {
            return tag;
        }
        let first = self.before(index).is_none_or(|tag| {
            matches!(tag, Tag::Open | Tag::Stop) || (tag.is_punctuation() && tag != Tag::Comma)
        });
        if word.capital && !self.headline && !first {
            return Tag::Name;
        }
        let function = &VOCABULARY.function;
        if is_number_word(lower) {
            return Tag::Number;
        }
        if function.nouns.contains(lower) {
            let progressive = lower.ends_with("ing") && self.last_auxiliary(index) == Some("be");
            let finite = VOCABULARY.verb_forms(lower).third_person
                && matches!(self.before(index), Some(Tag::Relative | Tag::Pronoun));
            return match (progressive, finite) {
                (true, _) => Tag::Gerund,
                (false, true) => Tag::Present,
                _ => Tag::Noun,
            };
        }
        let infinitive = VOCABULARY.is_verb(lower) && self.after_to_or_modal(index);
        if function.adjectives.contains(lower) && !infinitive {
            return self.adjective_or_noun(index);
        }
        let negated = lower.starts_with("un") && lower.ends_with("ed");
        let forms = VOCABULARY.verb_forms(lower);
        if negated && !VOCABULARY.is_verb(&VOCABULARY.verb_lemma(lower)) {
            return self.adjective_or_noun(index);
        }
        if forms.any() {
            return self.verb_or_not(index, forms, first && word.capital && !self.headline);
        }
        if lower.len() > 4 && lower.ends_with("ly") && !function.not_adverbs.contains(lower) {
            return Tag::Adverb;
        }
        if word.capital {
            return Tag::Name;
        }
        if is_adjective(lower) {
            return self.adjective_or_noun(index);
        }
        Tag::Noun
    }

    fn adjective_or_noun(&self, index: usize) -> Tag {
        // "the injured were", "the public has": an adjective in the place of a head is a noun.
        let alone = matches!(
            self.before(index),
            Some(Tag::Determiner | Tag::Possessive | Tag::Number)
        );
        // So is "chief" in "the NATO chief has".
        let heads =
            matches!(self.before(index), Some(Tag::Name | Tag::Noun)) && self.verb_at(index + 1);
        if alone && !self.begins_noun(index + 1) || heads {
            Tag::Noun
        } else {
            Tag::Adjective
        }
    }

    fn noun_or_name(&self, index: usize) -> Tag {
        if self.words[index].capital && !self.headline && index > 0 {
            Tag::Name
        } else {
            Tag::Noun
        }
    }
}

fn is_adjective(lower: &str) -> bool {
    lower.len() > 5
        && [
            "ous",
            "ful",
            "ive",
            "able",
            "ible",
            "ish",
            "less",
            "ical",
            "ary",
            "-year-old",
        ]
        .iter()
        .any(|end| lower.ends_with(end))
}
