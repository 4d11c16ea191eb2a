//! The reader's words.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Anchor, FindingKey, Stamp};

/// Names one note of a notebook for as long as the notebook lives.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct NoteId(pub u64);

impl fmt::Display for NoteId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "n{}", self.0)
    }
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteTarget {
    Finding(FindingKey),
    Passage(Anchor),
    /// Since version 4 of the file.
    Pair([Anchor; 2]),
    /// An entity, by one of its mentions. Since version 4 of the file.
    Entity(Anchor),
    /// SHA-256 of the file that the document was read from.
    Document(String),
    Free,
}

impl NoteTarget {
    /// The words of the articles that the note is about, where it is about words.
    pub fn quoted(&self) -> Option<Vec<&str>> {
        match self {
            Self::Finding(FindingKey { sides, .. }) | Self::Pair(sides) => {
                Some(sides.iter().map(|side| side.exact.as_str()).collect())
            }
            Self::Passage(anchor) | Self::Entity(anchor) => Some(vec![anchor.exact.as_str()]),
            Self::Document(_) | Self::Free => None,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub target: NoteTarget,
    pub text: String,
    /// Whether it is left out of what leaves the program unless the reader asks for it.
    pub private: bool,
    /// Of its last change.
    pub stamp: Stamp,
}
