//! Pairs of statements that speak of the same thing.

use serde::{Deserialize, Serialize};

use super::{DocumentId, StatementId};
use crate::text::Span;

/// Two statements of different documents, or two places of one, that speak of the same thing.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// In document order.
    pub sides: [StatementId; 2],
    /// How sure it is that both speak of the same thing, 0 to 1.
    pub score: f32,
    pub verdict: Verdict,
    /// How sure the verdict is, 0 to 1.
    pub confidence: f32,
    /// Whether both probably go back to one source: nearly the same words, or one and the same speaker. Then the one does
    /// not corroborate the other.
    pub one_source: bool,
}

/// What a pair of statements is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// They say the same.
    Agree,
    /// They say the same with different precision.
    Refine,
    /// They differ because one report is later.
    Update,
    /// They disagree, and at least one of them is a party's claim that the outlet only reports.
    Dispute,
    /// They cannot be accepted together, in the outlets' own voice or as one party's position.
    Conflict,
    /// They are not comparable.
    None,
}

impl Verdict {
    /// In the order of the network's outputs.
    pub const ALL: [Self; 6] = [
        Self::Agree,
        Self::Refine,
        Self::Update,
        Self::Dispute,
        Self::Conflict,
        Self::None,
    ];

    /// How the verdict reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Agree => "They agree",
            Self::Refine => "One is more precise",
            Self::Update => "One is later",
            Self::Dispute => "Their sources disagree",
            Self::Conflict => "The reports contradict each other",
            Self::None => "Not comparable",
        }
    }
}

/// A passage that no other document has a partner for.
#[derive(Clone, Debug, PartialEq)]
pub struct Only {
    pub document: DocumentId,
    pub span: Span,
    /// How much the passage matters within its document, 0 to 1.
    pub salience: f32,
}
