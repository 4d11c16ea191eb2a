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
        Kind::Quote => (-0.36, 0.77, 0.24, 0.41),
        Kind::Number => (-0.57, 0.32, 0.15, 0.34),
        Kind::Time => (-0.46, 0.46, 0.22, 0.27),
        Kind::Denial => (-0.16, 0.12, -0.14, 0.0),
        // Too rare on the test stories to be fitted: taken to be right as often as figures are.
        _ => (-0.40, 0.0, 0.0, 0.0),
    };
    let odds: f32 = base + by_slot * slot + by_sentence * sentence + by_plainness * plainness;
    1.0 / (1.0 + (-odds).exp())
}
