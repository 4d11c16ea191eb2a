//! Verb groups: a main verb with its auxiliaries, adverbs and the verbs that govern it.

use super::words::{Tag, Word, lemma};
use crate::analysis::vocabulary::VOCABULARY;

/// Verbs whose gerund carries the meaning: "started strengthening".
const GERUND_GOVERNORS: [&str; 8] = [
    "start", "begin", "continue", "keep", "resume", "consider", "finish", "avoid",
];

/// One verb group: "has not yet been opened", "agreed to open".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerbGroup {
    /// Index of its first word.
    pub first: usize,
    /// Index of its last word.
    pub last: usize,
    /// Index of the verb that carries the meaning: "opened" in both examples.
    pub main: usize,
    /// Indexes of the verbs that govern the main verb: "agreed" in "agreed to open".
    pub governors: Vec<usize>,
    pub finite: bool,
    pub infinitive: bool,
    pub passive: bool,
}

/// The verb groups of one sentence, in order.
pub fn find(words: &[Word]) -> Vec<VerbGroup> {
    let mut groups: Vec<VerbGroup> = Vec::new();
    let mut index = 0;
    while index < words.len() {
        let Some(group) = group_at(words, index) else {
            index += 1;
            continue;
        };
        index = group.last + 1;
        match groups.last_mut() {
            Some(before) if governs(words, before, &group) => {
                before.governors.push(before.main);
                before.main = group.main;
                before.last = group.last;
                before.passive = group.passive;
            }
            _ => groups.push(group),
        }
    }
    share_auxiliaries(words, &mut groups);
    groups
}

fn group_at(words: &[Word], first: usize) -> Option<VerbGroup> {
    let infinitive = words[first].tag == Tag::To;
    let mut main = if infinitive {
        next_verb(words, first, |tag| tag == Tag::Base)?
    } else if words[first].tag.is_verb() {
        first
    } else {
        return None;
    };
    let mut passive = false;
    while let Some(next) = next_part(words, main) {
        passive = words[next].tag == Tag::Participle && is_be(&words[main].lower);
        main = next;
    }
    let last = particle_after(words, main);
    Some(VerbGroup {
        first,
        last,
        main,
        governors: Vec::new(),
        finite: words[first].tag.is_finite(),
        infinitive,
        passive,
    })
}

/// The next part of the group after an auxiliary at `index`, over adverbs and one inverted pronoun.
fn next_part(words: &[Word], index: usize) -> Option<usize> {
    let function = &VOCABULARY.function;
    let lower = words[index].lower.as_str();
    if words[index].tag == Tag::Modal {
        return next_verb(words, index, |tag| tag == Tag::Base);
    }
    if is_be(lower) {
        return next_verb(words, index, |tag| {
            matches!(tag, Tag::Participle | Tag::Gerund)
        });
    }
    if function.have.contains(lower) {
        return next_verb(words, index, |tag| tag == Tag::Participle);
    }
    if function.do_.contains(lower) {
        return next_verb(words, index, |tag| tag == Tag::Base);
    }
    None
}

fn is_be(lower: &str) -> bool {
    VOCABULARY.function.be.contains(lower) || ["get", "gets", "got", "'s"].contains(&lower)
}

fn next_verb(words: &[Word], index: usize, wanted: impl Fn(Tag) -> bool) -> Option<usize> {
    let mut pronoun = false;
    for (at, word) in words.iter().enumerate().skip(index + 1).take(5) {
        match word.tag {
            Tag::Adverb | Tag::Open => {}
            Tag::Pronoun if !pronoun => pronoun = true,
            tag if wanted(tag) => return Some(at),
            _ => return None,
        }
    }
    None
}

/// Takes in a particle that belongs to the verb: "ruled out", "called off".
fn particle_after(words: &[Word], main: usize) -> usize {
    let particles = ["out", "off", "up", "down", "back", "away", "n't"];
    match words.get(main + 1) {
        Some(next) if next.is_any(&particles) => main + 1,
        _ => main,
    }
}

/// Whether `before` takes the infinitive `group` for its own content: "agreed to open", "is likely to be".
fn governs(words: &[Word], before: &VerbGroup, group: &VerbGroup) -> bool {
    let aspect = words[group.first].tag == Tag::Gerund
        && group.first == before.last + 1
        && GERUND_GOVERNORS.contains(&before.lemma(words).as_str());
    aspect
        || group.infinitive
            && group.first - before.last <= 4
            && words[before.last + 1..group.first]
                .iter()
                .all(|word| matches!(word.tag, Tag::Adverb | Tag::Adjective))
}

/// A participle after "and" shares the auxiliary before it: "was shot and killed".
fn share_auxiliaries(words: &[Word], groups: &mut [VerbGroup]) {
    for index in 1..groups.len() {
        let (head, tail) = groups.split_at_mut(index);
        let (before, group) = (&head[index - 1], &mut tail[0]);
        let coordinated = group
            .first
            .checked_sub(1)
            .is_some_and(|at| words[at].tag == Tag::Coordinator);
        let alike = words[group.first].tag == words[before.main].tag;
        if coordinated
            && alike
            && before.finite
            && matches!(
                words[group.first].tag,
                Tag::Participle | Tag::Gerund | Tag::Base
            )
        {
            group.finite = true;
            group.passive = before.passive;
        }
    }
}

impl VerbGroup {
    pub fn lemma(&self, words: &[Word]) -> String {
        lemma(words, self.main)
    }

    /// Lemmas of the governing verbs and of the main verb, outermost first.
    pub fn lemmas<'w>(&'w self, words: &'w [Word]) -> impl Iterator<Item = (usize, String)> + 'w {
        self.governors
            .iter()
            .chain(std::iter::once(&self.main))
            .map(|&index| (index, lemma(words, index)))
    }
}
