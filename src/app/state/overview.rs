//! Counts and orders of an analysis that every frame shows: worked out once.

use std::cmp::Reverse;

use crate::model::{Analysis, EntityId};

/// What the panels show of an analysis as a whole.
#[derive(Clone, Debug, Default)]
pub struct Overview {
    pub sentences: usize,
    /// Entities that at least two articles speak of.
    pub shared: usize,
    /// Shared entities first, then those of one article; each by number of mentions.
    pub entities: Vec<EntityId>,
}

impl Overview {
    pub(super) fn of(analysis: &Analysis) -> Self {
        let mut entities: Vec<EntityId> = (0..analysis.entities.len())
            .map(EntityId)
            .filter(|id| !analysis.entity(*id).mentions.is_empty())
            .collect();
        entities.sort_by_key(|id| {
            let entity = analysis.entity(*id);
            (!entity.shared(), Reverse(entity.mentions.len()), *id)
        });
        Self {
            sentences: analysis
                .documents
                .iter()
                .map(|document| document.segments.sentences.len())
                .sum(),
            shared: analysis
                .entities
                .iter()
                .filter(|entity| entity.shared())
                .count(),
            entities,
        }
    }
}
