//! What the reader says of entities that were found wrong.

use serde::{Deserialize, Serialize};

use super::{DocumentId, EntityKind};
use crate::text::Span;

/// One thing that the reader put right. An entity is named by any one of its mentions.
///
/// `M` is how a mention is named: by its place while documents are analyzed, by a quotation that can be found again
/// where the correction is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Correction<M> {
    Rename {
        entity: M,
        name: String,
    },
    SetKind {
        entity: M,
        kind: EntityKind,
    },
    /// Both are one.
    Merge {
        entity: M,
        with: M,
    },
    /// This mention refers to something else. Others by the same words stay where they are.
    Split {
        mention: M,
    },
    /// All mentions of it refer to nothing.
    NotAnEntity {
        entity: M,
    },
}

impl<M> Correction<M> {
    /// The mention of what was put right.
    pub fn about(&self) -> &M {
        match self {
            Self::Rename { entity, .. }
            | Self::SetKind { entity, .. }
            | Self::Merge { entity, .. }
            | Self::NotAnEntity { entity } => entity,
            Self::Split { mention } => mention,
        }
    }

    /// The same with every mention named in another way; nothing where `found` does not know one of them.
    pub fn located<N>(&self, found: impl Fn(&M) -> Option<N>) -> Option<Correction<N>> {
        Some(match self {
            Self::Rename { entity, name } => Correction::Rename {
                entity: found(entity)?,
                name: name.clone(),
            },
            Self::SetKind { entity, kind } => Correction::SetKind {
                entity: found(entity)?,
                kind: *kind,
            },
            Self::Merge { entity, with } => Correction::Merge {
                entity: found(entity)?,
                with: found(with)?,
            },
            Self::Split { mention } => Correction::Split {
                mention: found(mention)?,
            },
            Self::NotAnEntity { entity } => Correction::NotAnEntity {
                entity: found(entity)?,
            },
        })
    }
}

/// A mention by its place in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MentionPlace {
    pub document: DocumentId,
    pub span: Span,
}
