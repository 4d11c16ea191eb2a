//! Differences worth marking, with their evidence.

use serde::{Deserialize, Serialize};

use super::{DocumentId, StatementId, Verdict};
use crate::text::Span;

/// Two passages that do not go together, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// [`Verdict::Conflict`] or [`Verdict::Dispute`].
    pub verdict: Verdict,
    pub kind: Kind,
    /// Share of marks like this that were right on test stories, 0 to 1.
    pub confidence: f32,
    /// What differs, in a few words for a heading: "people treated".
    pub subject: String,
    /// The reason in whole sentences; names both values and both voices.
    pub explanation: String,
    pub gates: Gates,
    /// In document order.
    pub sides: [Side; 2],
    /// Other passages of the same difference.
    pub also: Vec<[Side; 2]>,
}

/// One passage of a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    pub document: DocumentId,
    /// Nothing where the reader linked a passage by hand in which no statement was found.
    pub statement: Option<StatementId>,
    /// A clause within one sentence.
    pub span: Span,
    /// The words that differ, inside `span`, in order.
    pub evidence: Vec<Span>,
}

/// What differs between the sides of a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Number,
    Time,
    Place,
    Who,
    Cause,
    Denial,
    Certainty,
    Stance,
    Quote,
    Description,
}

impl Kind {
    /// In the order in which filters and exports list them.
    pub const ALL: [Self; 10] = [
        Self::Number,
        Self::Time,
        Self::Place,
        Self::Who,
        Self::Cause,
        Self::Denial,
        Self::Certainty,
        Self::Stance,
        Self::Quote,
        Self::Description,
    ];

    /// How the kind reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Time => "Time",
            Self::Place => "Place",
            Self::Who => "Who",
            Self::Cause => "Cause",
            Self::Denial => "Denial",
            Self::Certainty => "Certainty",
            Self::Stance => "Stance",
            Self::Quote => "Quote",
            Self::Description => "Description",
        }
    }
}

/// Why the two passages may be compared at all: every gate that the pair had to pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gates {
    pub subject: Gate,
    pub event: Gate,
    pub time: Gate,
    pub part: Gate,
    pub voice: Gate,
    pub finite: Gate,
}

impl Gates {
    /// The gates with the question that each asks, in the order in which they are asked.
    pub fn each(&self) -> [(&'static str, &Gate); 6] {
        [
            ("Same subject", &self.subject),
            ("Same event", &self.event),
            ("Same time", &self.time),
            ("Same part of it", &self.part),
            ("Comparable voices", &self.voice),
            ("Both make a claim", &self.finite),
        ]
    }

    /// Of a finding that the reader made: nobody was asked.
    pub fn by_hand() -> Self {
        let gate = || Gate {
            passed: true,
            because: "you linked the passages".to_owned(),
        };
        Self {
            subject: gate(),
            event: gate(),
            time: gate(),
            part: gate(),
            voice: gate(),
            finite: gate(),
        }
    }

    pub fn all_passed(&self) -> bool {
        self.each().iter().all(|(_, gate)| gate.passed)
    }
}

/// One gate's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gate {
    pub passed: bool,
    /// What it was decided by, in words: "both speak of Halden General Hospital".
    pub because: String,
}
