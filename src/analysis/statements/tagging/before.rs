//! What stands before a word: already tagged.

use crate::analysis::statements::words::Tag;
use crate::analysis::vocabulary::VOCABULARY;

use super::{Context, LOOK_AHEAD};

impl Context<'_> {
    pub(super) fn before(&self, index: usize) -> Option<Tag> {
        index.checked_sub(1).map(|at| self.words[at].tag)
    }

    pub(super) fn before_skipping_adverbs(&self, index: usize) -> Option<Tag> {
        self.words[..index]
            .iter()
            .rev()
            .map(|word| {
                // A bracket that closes behind a noun leaves the noun as neighbor.
                if word.is_any(&[")", "]"]) {
                    Tag::Noun
                } else {
                    word.tag
                }
            })
            .find(|&tag| tag != Tag::Adverb)
    }

    /// The auxiliary that the word at `index` depends on, with nothing but adverbs or a subject pronoun between.
    pub(super) fn last_auxiliary(&self, index: usize) -> Option<&'static str> {
        let function = &VOCABULARY.function;
        let mut pronouns = 0;
        for word in self.words[..index].iter().rev().take(5) {
            let lower = word.lower.as_str();
            match word.tag {
                Tag::Adverb | Tag::Open => {}
                Tag::Pronoun if pronouns == 0 => pronouns = 1,
                Tag::Present | Tag::Past | Tag::Base | Tag::Participle | Tag::Gerund => {
                    return if function.be.contains(lower)
                        || ["get", "got", "gets", "'s"].contains(&lower)
                    {
                        Some("be")
                    } else if pronouns > 0 && lower != "did" && lower != "does" && lower != "do" {
                        None
                    } else if function.have.contains(lower) {
                        Some("have")
                    } else if function.do_.contains(lower) {
                        Some("do")
                    } else {
                        None
                    };
                }
                _ => return None,
            }
        }
        None
    }

    pub(super) fn after_to_or_modal(&self, index: usize) -> bool {
        let mut pronoun = false;
        for word in self.words[..index].iter().rev().take(4) {
            match word.tag {
                Tag::Adverb => {}
                Tag::Pronoun if !pronoun => pronoun = true,
                Tag::To => return !pronoun,
                Tag::Modal => return true,
                _ => return false,
            }
        }
        false
    }

    pub(super) fn last_verb(&self, index: usize) -> Option<Tag> {
        self.words[..index]
            .iter()
            .rev()
            .take(25)
            .map(|word| word.tag)
            .find(|tag| tag.is_verb())
    }

    /// Whether the clause that holds the word at `index` has a finite verb before it.
    ///
    /// What follows a reporting verb is a clause of its own, with or without "that".
    pub(super) fn has_finite_before(&self, index: usize) -> bool {
        let mut between = false;
        for word in self.words[..index].iter().rev().take(LOOK_AHEAD) {
            if ends_clause(word.tag) {
                return false;
            }
            if word.tag.is_finite() {
                let reports = crate::analysis::statements::attribution::takes_clause(
                    &VOCABULARY.verb_lemma(&word.lower),
                );
                return !(reports && between);
            }
            between |= word.tag.is_nominal();
        }
        false
    }

    pub(super) fn plural_subject(&self, index: usize) -> bool {
        let Some(at) = self.words[..index]
            .iter()
            .rposition(|word| word.tag != Tag::Adverb)
        else {
            return false;
        };
        let word = &self.words[at];
        match word.tag {
            Tag::Pronoun => VOCABULARY.function.plural_pronouns.contains(&word.lower),
            Tag::Noun => {
                VOCABULARY.noun_lemma(&word.lower) != word.lower
                    || word.is_any(&["police", "people", "media"])
            }
            Tag::Name => self.words[..at]
                .iter()
                .rev()
                .take(3)
                .any(|word| word.is("and")),
            Tag::Close => self.words[..at]
                .iter()
                .rev()
                .take(LOOK_AHEAD)
                .any(|word| word.is("and")),
            Tag::Relative => true,
            _ => false,
        }
    }
}

fn ends_clause(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Comma
            | Tag::Stop
            | Tag::Open
            | Tag::Close
            | Tag::Coordinator
            | Tag::Subordinator
            | Tag::Relative
    )
}
