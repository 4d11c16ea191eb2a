//! One rule a kind of difference.

mod number;
mod quote;

use super::pair::Pair;
use super::proposal::Proposal;

/// Looks at one comparable pair and says what differs, if anything does.
pub trait Rule: Sync {
    fn propose(&self, pair: &Pair<'_>) -> Vec<Proposal>;
}

/// Every rule, in the order of [`crate::model::Kind::ALL`].
pub static RULES: [&dyn Rule; 2] = [&number::Number, &quote::Quote];
