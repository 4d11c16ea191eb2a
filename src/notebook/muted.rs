//! What the reader does not want to be shown in this notebook.

use serde::{Deserialize, Serialize};

use crate::model::{Analysis, Conflict, Kind, Side};
use crate::text::{Span, fold};

/// Findings that leave the list; what the reader decided on or wrote of stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Muted {
    Kind(Kind),
    Alike(Likeness),
}

impl Muted {
    /// "Number", or "Number: 17 and 19".
    pub fn words(&self) -> String {
        match self {
            Self::Kind(kind) => kind.title().to_owned(),
            Self::Alike(likeness) => likeness.words(),
        }
    }
}

/// What findings share that are "all like this": the kind, and the two entities or values that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likeness {
    pub kind: Kind,
    /// In alphabetical order, because articles can change their places.
    pub values: [String; 2],
}

impl Likeness {
    pub fn of(analysis: &Analysis, conflict: &Conflict) -> Self {
        let mut values = conflict.sides.each_ref().map(|side| value(analysis, side));
        values.sort();
        Self {
            kind: conflict.kind,
            values,
        }
    }

    /// "Number: 17 and 19".
    pub fn words(&self) -> String {
        format!(
            "{}: {} and {}",
            self.kind.title(),
            self.values[0],
            self.values[1]
        )
    }
}

/// The words that differ on one side, an entity by its name; the whole passage where nothing says which words differ.
fn value(analysis: &Analysis, side: &Side) -> String {
    let words = |span: Span| {
        let text = &analysis.document(side.document).text;
        let words: Vec<&str> = text
            .get(span)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        fold(&words.join(" "))
    };
    if side.evidence.is_empty() {
        return words(side.span);
    }
    let named = |span: &Span| entity_at(analysis, side, *span).unwrap_or_else(|| words(*span));
    side.evidence
        .iter()
        .map(named)
        .collect::<Vec<_>>()
        .join(", ")
}

/// The name of the entity that a mention of exactly these words refers to.
fn entity_at(analysis: &Analysis, side: &Side, span: Span) -> Option<String> {
    let id = analysis.mention_at(crate::model::MentionPlace {
        document: side.document,
        span,
    })?;
    Some(analysis.entity(analysis.mention(id).entity).name.clone())
}
