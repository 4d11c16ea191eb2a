//! What a rule says about a pair, before it is weighed against the other findings.

use serde::Serialize;

use super::pair::Pair;
use crate::model::{Gates, Kind, StatementId, Verdict};
use crate::text::Span;

/// One rule's finding on one pair that is comparable.
#[derive(Clone, Debug)]
pub struct Proposal {
    pub kind: Kind,
    /// Any verdict but [`Verdict::None`].
    pub verdict: Verdict,
    /// In document order.
    pub sides: [Part; 2],
    /// What differs, in a few words for a heading.
    pub subject: String,
    /// The reason in whole sentences.
    pub explanation: String,
    pub gates: Gates,
    pub features: Features,
}

/// The passage that a rule speaks of on one side.
#[derive(Clone, Debug)]
pub struct Part {
    pub statement: StatementId,
    /// A clause within one sentence.
    pub span: Span,
    /// The words that differ, in order.
    pub evidence: Vec<Span>,
}

/// What the confidence is worked out from; see the calibration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Features {
    pub clause: f32,
    pub sentence: f32,
    pub surroundings: f32,
    pub subject: f32,
    pub object: f32,
    pub same_predicate: bool,
    pub mutual: bool,
    pub entities: f32,
    pub shared_weight: f32,
    /// Likeness of what stands around, or is governed by, the words that differ.
    pub slot: f32,
    /// How plain the difference itself is, by the rule's own measure, 0 to 1.
    pub plainness: f32,
}

impl Features {
    /// What the pair itself tells; `slot` and `plainness` are the rule's own.
    pub fn of(pair: &Pair<'_>, slot: f32, plainness: f64) -> Self {
        let evidence = pair.evidence();
        Self {
            clause: evidence.clause,
            sentence: evidence.sentence,
            surroundings: evidence.surroundings,
            subject: evidence.subject,
            object: evidence.object,
            same_predicate: evidence.same_predicate,
            mutual: pair.candidate.mutual(),
            entities: evidence.entities.len().min(3) as f32 / 3.0,
            shared_weight: (evidence.shared_weight / 20.0).min(1.0),
            slot,
            plainness: plainness as f32,
        }
    }
}
