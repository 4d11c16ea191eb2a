//! What came of a finding once somebody asked: which article stands, and what shows it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Where the reader's own checking of a finding stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub standing: Standing,
    /// In the order in which it was gathered.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// First and second are the sides of the key that the outcome is kept by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    #[default]
    Open,
    /// Somebody was asked and has not answered yet.
    Asked,
    FirstStands,
    SecondStands,
    BothStand,
    Neither,
}

impl Standing {
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Asked,
        Self::FirstStands,
        Self::SecondStands,
        Self::BothStand,
        Self::Neither,
    ];

    /// How it reads on screen and in exports, with the letters of the articles that the sides stand in.
    pub fn title(self, letters: [char; 2]) -> String {
        match self {
            Self::Open => "Open".to_owned(),
            Self::Asked => "Asked".to_owned(),
            Self::FirstStands => format!("{} stands", letters[0]),
            Self::SecondStands => format!("{} stands", letters[1]),
            Self::BothStand => "Both stand".to_owned(),
            Self::Neither => "Neither stands".to_owned(),
        }
    }

    /// The same for a finding whose sides are named the other way round.
    pub fn turned(self) -> Self {
        match self {
            Self::FirstStands => Self::SecondStands,
            Self::SecondStands => Self::FirstStands,
            other => other,
        }
    }

    /// Whether the question is still open.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Asked)
    }
}

/// What an outcome rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub sort: EvidenceSort,
    /// The address, the document's name, or who was called and what they said.
    pub words: String,
    /// When it was seen, dated or made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceSort {
    Link,
    Document,
    Call,
}

impl EvidenceSort {
    pub const ALL: [Self; 3] = [Self::Link, Self::Document, Self::Call];

    /// How it reads on screen and in exports.
    pub fn title(self) -> &'static str {
        match self {
            Self::Link => "Link",
            Self::Document => "Document",
            Self::Call => "Call",
        }
    }
}
