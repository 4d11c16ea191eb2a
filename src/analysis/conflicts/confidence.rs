//! From what a rule saw to the share of marks like it that are right.

use super::proposal::{Features, Proposal};
use crate::model::Kind;

/// Confidence from which a finding is shown unless the reader asks for more.
pub const DISPLAY_THRESHOLD: f32 = 0.35;

/// See `training/calibration/README.md` for how the numbers were measured.
pub fn confidence(proposal: &Proposal) -> f32 {
    let Features {
        slot,
        sentence,
        plainness,
        ..
    } = proposal.features;
    let (base, by_slot, by_sentence, by_plainness) = match proposal.kind {
        Kind::Quote => (-2.0, 1.0, 1.0, 1.0),
        Kind::Number => (-1.5, 2.0, 1.0, 0.0),
        Kind::Time => (-2.5, 4.0, 1.0, 0.0),
        Kind::Denial => (-2.0, 2.0, 1.0, 0.0),
        _ => (-0.8, 1.0, 1.0, 0.0),
    };
    let odds: f32 = base + by_slot * slot + by_sentence * sentence + by_plainness * plainness;
    1.0 / (1.0 + (-odds).exp())
}
