//! "He" and "she": the pronouns that name a single person.

use super::runs::Place;
use super::words::Word;
use super::{Candidate, Reference};
use crate::analysis::gazetteer::Gender;
use crate::model::EntityKind;

/// Appends the pronouns of one sentence.
pub(super) fn read(words: &[Word<'_>], place: Place<'_>, out: &mut Vec<Candidate>) {
    for word in words {
        let gender = match word.folded.as_str() {
            "he" | "him" | "his" | "himself" => Gender::Male,
            "she" | "her" | "hers" | "herself" => Gender::Female,
            _ => continue,
        };
        out.push(Candidate {
            span: word.span,
            sentence: place.sentence,
            paragraph: place.paragraph,
            kind: Some(EntityKind::Person),
            reference: Reference::Pronoun(gender),
        });
    }
}
