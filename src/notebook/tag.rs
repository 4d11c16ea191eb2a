//! Tags: words of the reader's own that findings and notes are sorted by.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{FindingKey, NoteId};

/// Names one tag of a notebook; its words may change.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub struct TagId(pub u64);

impl fmt::Display for TagId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "t{}", self.0)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    pub id: TagId,
    pub name: String,
    pub color: TagColor,
    /// The digit that puts it on and takes it off, 1 to 9.
    pub shortcut: Option<u8>,
}

/// The part that a color plays; the theme says which color that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TagColor {
    #[default]
    Gray,
    Red,
    Orange,
    Green,
    Blue,
    Purple,
}

impl TagColor {
    pub const ALL: [Self; 6] = [
        Self::Gray,
        Self::Red,
        Self::Orange,
        Self::Green,
        Self::Blue,
        Self::Purple,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Gray => "Gray",
            Self::Red => "Red",
            Self::Orange => "Orange",
            Self::Green => "Green",
            Self::Blue => "Blue",
            Self::Purple => "Purple",
        }
    }
}

/// What a tag is on.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tagged {
    Finding(Box<FindingKey>),
    Note(NoteId),
}
