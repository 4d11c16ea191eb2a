//! What the reader is about to make of two passages.

use crate::model::Kind;
use crate::notebook::Relation;
use crate::report::tables::Passage;

/// Two passages, and how they are said to stand to each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkDraft {
    /// In the order of selecting.
    pub sides: [Passage; 2],
    pub relation: RelationSort,
    pub kind: Kind,
    /// The relation in the reader's own words.
    pub words: String,
}

impl LinkDraft {
    pub fn of(sides: [Passage; 2]) -> Self {
        Self {
            sides,
            relation: RelationSort::Contradicts,
            kind: Kind::Number,
            words: String::new(),
        }
    }

    pub fn named(&self) -> Relation {
        match self.relation {
            RelationSort::Contradicts => Relation::Contradicts(self.kind),
            RelationSort::Supports => Relation::Supports,
            RelationSort::Repeats => Relation::Repeats,
            RelationSort::Explains => Relation::Explains,
            RelationSort::Own => Relation::Own(self.words.trim().to_owned()),
        }
    }
}

/// A relation without what is said with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelationSort {
    Contradicts,
    Supports,
    Repeats,
    Explains,
    Own,
}

impl RelationSort {
    pub const ALL: [Self; 5] = [
        Self::Contradicts,
        Self::Supports,
        Self::Repeats,
        Self::Explains,
        Self::Own,
    ];

    pub fn title(self) -> &'static str {
        match self {
            Self::Contradicts => "Contradicts",
            Self::Supports => "Supports",
            Self::Repeats => "Repeats",
            Self::Explains => "Explains",
            Self::Own => "In your own words",
        }
    }
}
