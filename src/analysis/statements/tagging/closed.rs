//! Determiners, pronouns, prepositions, conjunctions and auxiliaries: words that are listed, not guessed.

use crate::analysis::statements::quantities::is_number_word;
use crate::analysis::statements::words::Tag;
use crate::analysis::vocabulary::VOCABULARY;

use super::Context;

impl Context<'_> {
    pub(super) fn closed_class(&self, index: usize, lower: &str) -> Option<Tag> {
        let function = &VOCABULARY.function;
        if let Some(tag) = self.auxiliary(index, lower) {
            return Some(tag);
        }
        let next = self.spelling(index + 1);
        Some(match lower {
            "to" => Tag::To,
            "that" => self.that(index),
            "her" => {
                if self.begins_noun(index + 1) {
                    Tag::Possessive
                } else {
                    Tag::Pronoun
                }
            }
            "'s" => {
                let subject = self.spelling(index.wrapping_sub(1));
                if [
                    "it", "he", "she", "that", "there", "what", "who", "here", "where", "how",
                ]
                .contains(&subject)
                {
                    Tag::Present
                } else {
                    Tag::Possessive
                }
            }
            "may" | "might" | "will" | "can" | "must"
                if self.words[index].capital
                    && self
                        .before(index)
                        .is_some_and(|tag| tag != Tag::Open && tag != Tag::Stop)
                    && !self.headline =>
            {
                Tag::Name
            }
            "can" | "will" | "might"
                if self.before(index).is_some_and(Tag::is_modifier) && !self.verb_at(index + 1) =>
            {
                Tag::Noun
            }
            _ if function.modals.contains(lower) => Tag::Modal,
            "us" if self.words[index].capital => Tag::Name,
            "who" | "whom" | "which" | "whose" | "where" | "when" | "why" | "how" | "what" => {
                Tag::Relative
            }
            "so" => {
                if next == "that" || self.before(index) == Some(Tag::Comma) {
                    Tag::Subordinator
                } else {
                    Tag::Adverb
                }
            }
            _ if function.coordinators.contains(lower) => Tag::Coordinator,
            _ if function.subordinators_or_prepositions.contains(lower) => {
                // "More than 1,200 people stood": the comparison belongs to the figure.
                let compares = lower == "than"
                    && self
                        .words
                        .get(index + 1)
                        .is_some_and(|next| next.tag == Tag::Number || is_number_word(&next.lower));
                if compares {
                    Tag::Preposition
                } else if self.clause_follows(index + 1) {
                    Tag::Subordinator
                } else {
                    Tag::Preposition
                }
            }
            "though" | "once" if !self.clause_follows(index + 1) => Tag::Adverb,
            _ if function.subordinators.contains(lower) => Tag::Subordinator,
            _ if is_number_word(lower) => Tag::Number,
            _ if function.possessives.contains(lower) => Tag::Possessive,
            _ if function.determiners.contains(lower) => {
                if function.subject_pronouns.contains(lower) && !self.begins_noun(index + 1) {
                    Tag::Pronoun
                } else {
                    Tag::Determiner
                }
            }
            _ if function.subject_pronouns.contains(lower)
                || function.object_pronouns.contains(lower) =>
            {
                Tag::Pronoun
            }
            "like" if self.plural_subject(index) => return None,
            _ if function.prepositions.contains(lower) => Tag::Preposition,
            _ if function.adverbs.contains(lower) => Tag::Adverb,
            _ => return None,
        })
    }

    pub(super) fn that(&self, index: usize) -> Tag {
        let before = self.before(index);
        let after_noun = before.is_some_and(Tag::is_nominal);
        if self.verb_at(index + 1) || self.spelling(index + 1) == "would" {
            return if after_noun || before == Some(Tag::Comma) {
                Tag::Relative
            } else {
                Tag::Pronoun
            };
        }
        if before.is_some_and(|tag| tag.is_verb() || tag.is_nominal() || tag == Tag::Adjective)
            || before == Some(Tag::Adverb)
            || (before.is_some_and(|tag| matches!(tag, Tag::Comma | Tag::Coordinator))
                && self.clause_follows(index + 1))
        {
            return Tag::Subordinator;
        }
        if self.begins_noun(index + 1) {
            Tag::Determiner
        } else {
            Tag::Pronoun
        }
    }

    fn auxiliary(&self, index: usize, lower: &str) -> Option<Tag> {
        let function = &VOCABULARY.function;
        Some(match lower {
            "us" => return None,
            "be" => Tag::Base,
            "been" | "done" => Tag::Participle,
            "being" | "having" | "doing" => Tag::Gerund,
            "was" | "were" | "did" => Tag::Past,
            "had" => {
                if self.last_auxiliary(index) == Some("have") {
                    Tag::Participle
                } else {
                    Tag::Past
                }
            }
            "have" | "do" => {
                if self.after_to_or_modal(index) {
                    Tag::Base
                } else {
                    Tag::Present
                }
            }
            _ if function.be.contains(lower)
                || function.have.contains(lower)
                || function.do_.contains(lower) =>
            {
                Tag::Present
            }
            _ => return None,
        })
    }
}
