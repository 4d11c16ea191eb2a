//! What the reader says of a finding: whether it is one, why not, and what else it is.

use serde::{Deserialize, Serialize};

use super::Stamp;
use crate::model::{Kind, Verdict};

/// What the reader says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// A real difference.
    Confirmed,
    /// Not a difference.
    Dismissed,
}

/// Why something is no difference, as far as it needs no words of one's own.
pub const REASONS: [&str; 5] = [
    "About different things",
    "About different times",
    "The same in other words",
    "Read wrongly by the program",
    "Too small to matter",
];

impl Decision {
    /// How the decision reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Confirmed => "Real difference",
            Self::Dismissed => "Not a difference",
        }
    }
}

/// A decision with its reason, and who made it when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    pub decision: Decision,
    /// In the reader's words.
    pub reason: Option<String>,
    pub stamp: Stamp,
}

/// What the reader calls a finding in place of what the program calls it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reclassified {
    pub kind: Option<Kind>,
    pub verdict: Option<Verdict>,
}
