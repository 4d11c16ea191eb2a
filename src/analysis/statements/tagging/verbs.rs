//! Whether a spelling that can be a verb is one here, and in which form.

use crate::analysis::statements::words::Tag;
use crate::analysis::vocabulary::VerbForms;

use super::Context;

impl Context<'_> {
    pub(super) fn verb_or_not(&self, index: usize, forms: VerbForms, first: bool) -> Tag {
        let before = self.before_skipping_adverbs(index);
        let auxiliary = self.last_auxiliary(index);
        if auxiliary == Some("have") && (forms.participle || forms.past) {
            return Tag::Participle;
        }
        if auxiliary == Some("be") {
            if forms.participle {
                return Tag::Participle;
            }
            if forms.gerund {
                return Tag::Gerund;
            }
        }
        if forms.base && (self.after_to_or_modal(index) || auxiliary == Some("do")) {
            return Tag::Base;
        }
        if forms.gerund {
            return match before {
                Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number) => {
                    if self.begins_noun(index + 1) {
                        Tag::Adjective
                    } else {
                        Tag::Noun
                    }
                }
                _ => Tag::Gerund,
            };
        }
        if forms.past || forms.participle {
            return self.past_or_participle(index, forms, before, first);
        }
        if forms.third_person {
            return self.third_person(index, forms, before, first);
        }
        self.base(index, forms, before, first)
    }

    pub(super) fn past_or_participle(
        &self,
        index: usize,
        forms: VerbForms,
        before: Option<Tag>,
        first: bool,
    ) -> Tag {
        if !forms.participle {
            return Tag::Past;
        }
        if !forms.past {
            return match before {
                Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Adjective) => {
                    self.adjective_or_noun(index)
                }
                _ => Tag::Participle,
            };
        }
        if forms.base && forms.also_noun {
            // "cut", "hit", "cost": the noun after what begins a noun phrase.
            if before.is_some_and(|tag| tag.is_modifier() || tag == Tag::Preposition) {
                return Tag::Noun;
            }
        }
        match before {
            None => Tag::Participle,
            Some(Tag::Determiner | Tag::Possessive | Tag::Preposition | Tag::Adjective) => {
                if first {
                    Tag::Participle
                } else {
                    self.adjective_or_noun(index)
                }
            }
            Some(Tag::Number) if self.headline => Tag::Participle,
            Some(Tag::Number) => {
                if self.begins_noun(index + 1) {
                    Tag::Adjective
                } else {
                    self.past_by_clause(index)
                }
            }
            Some(Tag::Coordinator) => match self.last_verb(index) {
                Some(Tag::Participle) => Tag::Participle,
                _ => Tag::Past,
            },
            Some(Tag::Relative | Tag::Pronoun | Tag::Close) => Tag::Past,
            Some(Tag::Comma) => {
                if ["of", "by", "in", "as", "to", "with", "on", "at"]
                    .contains(&self.spelling(index + 1))
                    && self.words[index].lower != "said"
                {
                    Tag::Participle
                } else {
                    Tag::Past
                }
            }
            _ => self.past_by_clause(index),
        }
    }

    /// Past where the clause still wants a verb, participle where it has one or gets one.
    pub(super) fn past_by_clause(&self, index: usize) -> Tag {
        if self.words[index].is_any(&["said", "told", "had", "felt", "thought", "won", "lost"]) {
            return Tag::Past;
        }
        if self.spelling(index + 1) == "by"
            || self.has_finite_before(index)
            || self.finite_follows(index)
        {
            Tag::Participle
        } else {
            Tag::Past
        }
    }

    pub(super) fn third_person(
        &self,
        index: usize,
        forms: VerbForms,
        before: Option<Tag>,
        first: bool,
    ) -> Tag {
        let after_noun = matches!(
            before,
            Some(Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Relative | Tag::Close)
        );
        let verb = match before {
            Some(Tag::Pronoun | Tag::Relative) => true,
            None => false,
            Some(Tag::Coordinator | Tag::Comma) if !first => {
                !forms.also_noun && matches!(self.last_verb(index), Some(Tag::Present) | None)
                    || self.begins_object(index + 1) && self.last_verb(index) == Some(Tag::Present)
            }
            _ if after_noun => {
                if self.has_finite_before(index) {
                    false
                } else if forms.also_noun {
                    !self.finite_follows(index)
                        && (self.begins_object(index + 1) || self.begins_noun(index + 1))
                } else {
                    true
                }
            }
            _ => false,
        };
        if verb {
            Tag::Present
        } else {
            self.noun_or_name(index)
        }
    }

    pub(super) fn base(
        &self,
        index: usize,
        forms: VerbForms,
        before: Option<Tag>,
        first: bool,
    ) -> Tag {
        if first && before.is_none() {
            // "Take the plan": a command; "Plan for", "Police say": a noun or a name.
            return if forms.also_noun || !self.begins_object(index + 1) {
                self.noun_or_name(index)
            } else {
                Tag::Base
            };
        }
        let verb = match before {
            Some(Tag::Relative) => true,
            Some(Tag::Pronoun) => self.plural_subject(index),
            Some(Tag::Noun | Tag::Name) if self.plural_subject(index) => {
                !self.has_finite_before(index)
                    && (!forms.also_noun || self.begins_object(index + 1))
                    && !self.finite_follows(index)
            }
            Some(Tag::Noun | Tag::Name) if !forms.also_noun => !self.has_finite_before(index),
            Some(Tag::Coordinator) => {
                (!forms.also_noun || self.begins_object(index + 1))
                    && matches!(self.last_verb(index), Some(Tag::Base | Tag::Present))
            }
            Some(tag) if tag.is_modifier() || tag == Tag::Preposition => false,
            Some(Tag::Base | Tag::Present | Tag::Past) => !forms.also_noun,
            _ => false,
        };
        match (verb, before) {
            (true, Some(Tag::Coordinator)) if self.last_verb(index) == Some(Tag::Base) => Tag::Base,
            (true, _) => Tag::Present,
            (false, _) => self.noun_or_name(index),
        }
    }
}
