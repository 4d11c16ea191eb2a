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

/// Every rule, in the order of [`crate::model::Kind::ALL`].
pub static RULES: [&dyn Rule; 8] = [
    &number::Number,
    &time::Time,
    &place::Place,
    &who::Who,
    &denial::Denial,
    &certainty::Certainty,
    &stance::Stance,
    &quote::Quote,
];

#[cfg(test)]
mod tests;
