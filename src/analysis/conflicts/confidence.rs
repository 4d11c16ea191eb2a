//! From what a rule saw to the share of marks like it that are right.

use super::proposal::{Features, Proposal};
use crate::model::Kind;

/// Confidence from which a finding is shown unless the reader asks for more.
pub const DISPLAY_THRESHOLD: f32 = 0.35;

/// One logistic function a kind, fitted by `training/calibration/fit.py` on 126 annotated stories of three articles.
pub fn confidence(proposal: &Proposal) -> f32 {
    let Features {
        slot,
        sentence,
        plainness,
        ..
    } = proposal.features;
    let (base, by_slot, by_sentence, by_plainness) = match proposal.kind {
        Kind::Quote => (-0.69, 0.91, 0.50, 0.26),
        Kind::Number => (-0.10, 0.03, 0.13, 0.09),
        Kind::Time => (-0.52, 0.58, 0.06, 0.03),
        Kind::Denial => (0.29, -0.11, -0.27, 0.0),
        Kind::Stance => (-0.38, -0.18, 0.25, 0.0),
        // Too rare on the test stories to be fitted: taken to be right as often as stances are.
        _ => (-0.38, 0.0, 0.25, 0.0),
    };
    let odds: f32 = base + by_slot * slot + by_sentence * sentence + by_plainness * plainness;
    1.0 / (1.0 + (-odds).exp())
}
