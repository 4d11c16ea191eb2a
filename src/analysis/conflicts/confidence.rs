//! From what a rule saw to the share of marks like it that are right.

use super::proposal::{Features, Proposal};

/// Confidence from which a finding is shown unless the reader asks for more.
pub const DISPLAY_THRESHOLD: f32 = 0.35;

pub fn confidence(proposal: &Proposal) -> f32 {
    let Features {
        clause,
        sentence,
        surroundings,
        ..
    } = proposal.features;
    let odds = -2.5 + 3.0 * clause + 3.0 * sentence + 1.0 * surroundings;
    1.0 / (1.0 + (-odds).exp())
}
