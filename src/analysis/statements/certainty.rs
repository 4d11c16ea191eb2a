//! How firmly a clause holds what it says.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::Certainty;
use crate::text::Span;

use super::clauses::Clause;
use super::verbs::VerbGroup;
use super::words::{Tag, Word, span_of, spells};
use crate::analysis::vocabulary::{VOCABULARY, read_toml};

static LADDER: LazyLock<[(Certainty, Rung); 8]> = LazyLock::new(|| {
    let ladder: Ladder = read_toml(include_str!("../../../assets/lexicons/certainty.toml"));
    [
        (Certainty::Denied, ladder.denied),
        (Certainty::Rejected, ladder.rejected),
        (Certainty::Opposed, ladder.opposed),
        (Certainty::Weighed, ladder.weighed),
        (Certainty::Possible, ladder.possible),
        (Certainty::Alleged, ladder.alleged),
        (Certainty::Planned, ladder.planned),
        (Certainty::Announced, ladder.announced),
    ]
});

/// Verbs whose object says how firm the clause is: "spoke about the hope of", "has plans to".
const LIGHT_VERBS: [&str; 14] = [
    "speak", "talk", "discuss", "mention", "express", "have", "make", "give", "raise", "be",
    "voice", "remain", "reach", "announce",
];

/// See `assets/lexicons/certainty.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ladder {
    denied: Rung,
    rejected: Rung,
    opposed: Rung,
    weighed: Rung,
    possible: Rung,
    alleged: Rung,
    planned: Rung,
    announced: Rung,
}

/// The words of one step of the ladder.
#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Rung {
    verbs: HashSet<String>,
    modals: HashSet<String>,
    adverbs: HashSet<String>,
    adjectives: HashSet<String>,
    nouns: HashSet<String>,
    phrases: Vec<String>,
}

/// The certainty of one clause, with the words that set it: the least firm that reach its verb.
pub fn of(words: &[Word], clause: &Clause, group: &VerbGroup) -> (Certainty, Option<Span>) {
    let own: Vec<usize> = clause.own().collect();
    let light = group
        .lemmas(words)
        .any(|(_, lemma)| LIGHT_VERBS.contains(&lemma.as_str()));
    LADDER
        .iter()
        .find_map(|(certainty, rung)| {
            own.iter()
                .find_map(|&at| hedge(words, at, group, rung, light))
                .map(|span| (*certainty, Some(span)))
        })
        .unwrap_or((Certainty::Done, None))
}

fn hedge(words: &[Word], at: usize, group: &VerbGroup, rung: &Rung, light: bool) -> Option<Span> {
    let word = &words[at];
    let lower = word.lower.as_str();
    let in_group = group.first <= at && at <= group.last;
    let near = at + 3 >= group.first && at <= group.last + 4;
    if near
        && let Some(length) = rung
            .phrases
            .iter()
            .find_map(|phrase| spells(words, at, phrase))
    {
        return Some(span_of(words, at, at + length - 1));
    }
    let hedges = match word.tag {
        Tag::Modal => in_group && rung.modals.contains(lower),
        Tag::Adverb => rung.adverbs.contains(lower) && at <= group.last + 2,
        Tag::Adjective => {
            rung.adjectives.contains(lower)
                && (in_group || at == group.last + 1)
                && words.get(at + 1).is_none_or(|next| !next.tag.is_nominal())
        }
        Tag::Noun if light => {
            rung.nouns.contains(&VOCABULARY.noun_lemma(lower)) && at <= group.last + 4
        }
        tag if tag.is_verb() => {
            // "Is considered a friend" weighs nothing.
            let held = group.passive && at == group.main && lower == "considered";
            (at == group.main || group.governors.contains(&at))
                && !held
                && rung.verbs.contains(&VOCABULARY.verb_lemma(lower))
        }
        _ => rung.adverbs.contains(lower) && near,
    };
    hedges.then_some(word.span)
}
