//! Passages that the reader linked by hand, and passages that students marked.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Anchor, FindingKey, Stamp};
use crate::model::Kind;

/// Names one link of a notebook for as long as the notebook lives.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct LinkId(pub u64);

impl fmt::Display for LinkId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "l{}", self.0)
    }
}

/// How the first passage of a link stands to the second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// A finding made by hand.
    Contradicts(Kind),
    Supports,
    Repeats,
    Explains,
    /// In the reader's own words.
    Own(String),
}

impl Relation {
    /// How the relation reads on screen and in exports.
    pub fn title(&self) -> &str {
        match self {
            Self::Contradicts(_) => "Contradicts",
            Self::Supports => "Supports",
            Self::Repeats => "Repeats",
            Self::Explains => "Explains",
            Self::Own(words) => words,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: LinkId,
    pub relation: Relation,
    pub sides: [Anchor; 2],
    pub stamp: Stamp,
}

impl Link {
    /// The key of the finding that the link makes, where it makes one.
    pub fn finding(&self) -> Option<FindingKey> {
        match self.relation {
            Relation::Contradicts(kind) => Some(FindingKey {
                kind,
                sides: self.sides.clone(),
            }),
            _ => None,
        }
    }
}

/// Names one student's mark of a notebook.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct MarkId(pub u64);

/// What a student marked before seeing what the program did: a passage, or two that do not go together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: MarkId,
    pub passages: Vec<Anchor>,
    pub words: String,
}
