//! What stands after a word: judged by its spelling alone, since its tag is not known yet.

use crate::analysis::statements::quantities::is_number_word;
use crate::analysis::statements::words::Tag;
use crate::analysis::vocabulary::VOCABULARY;

use super::{Context, LOOK_AHEAD};

impl Context<'_> {
    pub(super) fn spelling(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| word.lower.as_str())
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.words
            .get(index)
            .is_some_and(|word| !word.tag.is_punctuation())
    }

    /// Whether the word at `index` is surely a finite verb or an auxiliary.
    pub(super) fn verb_at(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        if lower.is_empty() || !self.is_word(index) {
            return false;
        }
        if function.modals.contains(lower)
            || function.be.contains(lower)
            || function.have.contains(lower)
            || function.do_.contains(lower)
        {
            return true;
        }
        if function.adverbs.contains(lower) || lower.ends_with("ly") {
            return self.is_word(index + 1)
                && !function.adverbs.contains(self.spelling(index + 1))
                && self.verb_at(index + 1);
        }
        let forms = VOCABULARY.verb_forms(lower);
        (forms.past || (forms.third_person && !forms.also_noun))
            && !function.adjectives.contains(lower)
            && !self.words[index].capital
    }

    /// Whether the word at `index` can go on or end a noun phrase that has begun.
    pub(super) fn begins_noun(&self, index: usize) -> bool {
        if !self.is_word(index) {
            return false;
        }
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        let closed = function.prepositions.contains(lower)
            || function.modals.contains(lower)
            || function.be.contains(lower)
            || function.have.contains(lower)
            || function.do_.contains(lower)
            || function.coordinators.contains(lower)
            || function.subordinators.contains(lower)
            || function.relatives.contains(lower)
            || function.subject_pronouns.contains(lower) && !is_number_word(lower)
            || function.object_pronouns.contains(lower)
            || function.determiners.contains(lower)
            || function.adverbs.contains(lower)
            || ["to", "'s", "n't"].contains(&lower);
        if closed {
            return false;
        }
        let forms = VOCABULARY.verb_forms(lower);
        let surely_verb = (forms.past && !forms.participle)
            || ["said", "told"].contains(&lower)
            || (forms.third_person && !forms.also_noun);
        !surely_verb
    }

    /// Whether an object or a complement begins at `index`.
    pub(super) fn begins_object(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        let lower = self.spelling(index);
        if lower.is_empty() {
            return false;
        }
        if !self.is_word(index) {
            return self.words[index].tag == Tag::Open || lower == ":";
        }
        function.determiners.contains(lower)
            || function.possessives.contains(lower)
            || function.object_pronouns.contains(lower)
            || function.subject_pronouns.contains(lower)
            || function.prepositions.contains(lower) && lower != "of"
            || is_number_word(lower)
            || self.words[index].tag == Tag::Number
            || ["to", "that", "not", "it", "how", "why", "what", "whether"].contains(&lower)
            || lower.ends_with("ly")
            || self.words[index].capital && !self.headline
            || self.headline
    }

    /// Whether a subject and then a finite verb follow, with no boundary between.
    pub(super) fn clause_follows(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        for at in index..self.words.len().min(index + LOOK_AHEAD) {
            if !self.is_word(at) {
                if self.words[at].tag == Tag::Open && at == index {
                    continue;
                }
                return false;
            }
            let lower = self.spelling(at);
            if at > index && self.verb_at(at) {
                return true;
            }
            if at == index && lower.ends_with("ing") && VOCABULARY.verb_forms(lower).gerund {
                return false;
            }
            if at > index && function.relatives.contains(lower) {
                return false;
            }
            // "after they arrive", "as officials say": a plain present after a plural.
            let forms = VOCABULARY.verb_forms(lower);
            if at == index + 1
                && forms.base
                && function.plural_pronouns.contains(self.spelling(index))
            {
                return true;
            }
        }
        false
    }

    /// Whether a sure finite verb follows in the same clause.
    pub(super) fn finite_follows(&self, index: usize) -> bool {
        let function = &VOCABULARY.function;
        for at in index + 1..self.words.len().min(index + LOOK_AHEAD) {
            if !self.is_word(at) {
                return false;
            }
            let lower = self.spelling(at);
            // "apologized for the possibility the fire was …": a new subject begins.
            let new_subject = function.determiners.contains(lower)
                && at > index + 1
                && !function.prepositions.contains(self.spelling(at - 1))
                && self.spelling(at - 1) != "to";
            if new_subject
                || function.relatives.contains(lower)
                || function.subordinators.contains(lower)
                || function.coordinators.contains(lower)
                || function.subject_pronouns.contains(lower)
            {
                return false;
            }
            if [
                "was", "were", "is", "are", "has", "had", "have", "will", "would", "could", "may",
                "might", "said",
            ]
            .contains(&lower)
            {
                return true;
            }
            let forms = VOCABULARY.verb_forms(lower);
            if forms.past && !forms.participle {
                return true;
            }
        }
        false
    }
}
