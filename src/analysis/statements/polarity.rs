//! Whether a clause affirms or denies, and by which words.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Polarity;
use crate::text::Span;

use super::clauses::Clause;
use super::verbs::VerbGroup;
use super::words::{Tag, Word, span_of, spells};
use crate::analysis::vocabulary::{VOCABULARY, read_toml};

static WORDS: LazyLock<Words> =
    LazyLock::new(|| read_toml(include_str!("../../../assets/lexicons/polarity.toml")));

/// See `assets/lexicons/polarity.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    particles: HashSet<String>,
    determiners: HashSet<String>,
    pronouns: HashSet<String>,
    prepositions: HashSet<String>,
    verbs: HashSet<String>,
    verbs_with_infinitive: HashSet<String>,
    phrases: Vec<String>,
    nouns: HashSet<String>,
    adjectives: HashSet<String>,
    idioms: Vec<String>,
}

/// The polarity of one clause, with the words that deny.
///
/// Two denials cancel each other: "did not deny" affirms.
pub fn of(words: &[Word], clause: &Clause, group: &VerbGroup) -> (Polarity, Option<Span>) {
    let own: Vec<usize> = clause.own().collect();
    let idioms = idioms(words, &own);
    let cues: Vec<Span> = own
        .iter()
        .filter(|&&at| !idioms.iter().any(|&(first, end)| first <= at && at < end))
        .filter_map(|&at| cue(words, at, group))
        .collect();
    match cues.as_slice() {
        [] => (Polarity::Affirmed, None),
        [only] => (Polarity::Denied, Some(*only)),
        [first, rest @ ..] => {
            let span = rest.iter().fold(*first, |all, span| all.cover(*span));
            if cues.len().is_multiple_of(2) {
                (Polarity::Affirmed, None)
            } else {
                (Polarity::Denied, Some(span))
            }
        }
    }
}

/// The word ranges of idioms that only look like a denial.
fn idioms(words: &[Word], own: &[usize]) -> Vec<(usize, usize)> {
    own.iter()
        .filter_map(|&at| {
            WORDS
                .idioms
                .iter()
                .filter_map(|idiom| spells(words, at, idiom))
                .max()
                .map(|length| (at, at + length))
        })
        .collect()
}

/// The denial that begins at a word, if it reaches the clause's verb.
fn cue(words: &[Word], at: usize, group: &VerbGroup) -> Option<Span> {
    let word = &words[at];
    let lower = word.lower.as_str();
    let near = at + 1 >= group.first && at <= group.last + 1;
    if WORDS.particles.contains(lower) {
        return (near || negates_complement(words, at, group)).then_some(word.span);
    }
    if (lower == "no" || lower == "longer")
        && spells(words, at, "no longer").is_some()
        && at + 2 >= group.first
    {
        return Some(span_of(words, at, at + 1));
    }
    if WORDS.determiners.contains(lower) {
        return denies_argument(words, at, group).then_some(word.span);
    }
    if WORDS.pronouns.contains(lower) {
        let argument = at < group.first || at <= group.last + 2;
        return argument.then_some(word.span);
    }
    if WORDS.prepositions.contains(lower) {
        return (at == group.last + 1).then_some(word.span);
    }
    if let Some(length) = WORDS
        .phrases
        .iter()
        .find_map(|phrase| spells(words, at, phrase))
    {
        return near.then(|| span_of(words, at, at + length - 1));
    }
    if word.tag.is_verb() && (at == group.main || group.governors.contains(&at)) {
        let lemma = VOCABULARY.verb_lemma(lower);
        let governor = group.governors.contains(&at);
        if WORDS.verbs_with_infinitive.contains(&lemma) {
            return governor.then_some(word.span);
        }
        return WORDS.verbs.contains(&lemma).then_some(word.span);
    }
    if WORDS.adjectives.contains(lower) && at > group.first && at <= group.last + 3 {
        return Some(word.span);
    }
    if WORDS.nouns.contains(lower)
        && (at + 1 == group.first || at <= group.last + 4 && at > group.last)
    {
        return Some(word.span);
    }
    None
}

/// "was not a fire", "is very much not": the particle follows the verb that it denies.
fn negates_complement(words: &[Word], at: usize, group: &VerbGroup) -> bool {
    at > group.last
        && at <= group.last + 3
        && words[group.last + 1..at]
            .iter()
            .all(|word| word.tag == Tag::Adverb)
}

/// Whether the noun that "no" stands before is the subject or the direct object.
fn denies_argument(words: &[Word], at: usize, group: &VerbGroup) -> bool {
    if at < group.first {
        // "No passengers were hurt", but not "in no way" or "there is a no-fly zone".
        return !at
            .checked_sub(1)
            .is_some_and(|before| words[before].tag == Tag::Preposition)
            && group.first - at <= 8;
    }
    words[group.last + 1..at]
        .iter()
        .all(|word| matches!(word.tag, Tag::Adverb))
}
