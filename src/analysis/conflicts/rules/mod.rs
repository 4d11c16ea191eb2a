//! One rule a kind of difference.

mod certainty;
mod denial;
mod number;
mod place;
mod quote;
mod stance;
mod time;
mod who;

use super::pair::Pair;
use super::proposal::Proposal;

/// Looks at one comparable pair and says what differs, if anything does.
pub trait Rule: Sync {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal>;
}

/// What is asked of two articles: every rule, in the order of [`crate::model::Kind::ALL`].
static ACROSS: [&dyn Rule; 8] = [
    &number::Number,
    &time::Time,
    &place::Place,
    &who::Who,
    &denial::Denial,
    &certainty::Certainty,
    &stance::Stance,
    &quote::Quote,
];

/// What is asked of a headline and the article under it.
static HEADLINE: [&dyn Rule; 4] = [&number::Number, &time::Time, &place::Place, &quote::Quote];

/// What is asked of two places of one article. Its text tells of one part after the other ("three were shot, two of
/// them died"), so that only a quotation is sure to be the same thing twice.
static BODY: [&dyn Rule; 1] = [&quote::Quote];

/// The rules that may speak about a pair.
pub fn asked_of(pair: &Pair<'_>) -> &'static [&'static dyn Rule] {
    if !pair.within_one() {
        &ACROSS
    } else if pair.in_headline(0) || pair.in_headline(1) {
        &HEADLINE
    } else {
        &BODY
    }
}

#[cfg(test)]
mod tests;
