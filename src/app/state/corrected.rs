//! The reader's corrections, each with the entity that it shows on now.

use std::sync::Arc;

use crate::model::{Analysis, Correction, Document, EntityId};
use crate::notebook::{Anchor, place_of};

/// In the order of the notebook's corrections.
#[derive(Clone, Debug, Default)]
pub struct Corrected {
    entities: Vec<Option<EntityId>>,
    /// Those that took an entity off the list.
    taken_off: Vec<usize>,
}

impl Corrected {
    pub(super) fn of(
        documents: &[Arc<Document>],
        corrections: &[Correction<Anchor>],
        analysis: &Analysis,
    ) -> Self {
        let entities: Vec<Option<EntityId>> = corrections
            .iter()
            .map(|correction| {
                let place = place_of(documents, correction.about())?;
                let mention = analysis.mention_at(place)?;
                Some(analysis.mention(mention).entity)
            })
            .collect();
        let taken_off = (corrections.iter().zip(&entities).enumerate())
            .filter(|(_, (correction, entity))| {
                matches!(correction, Correction::NotAnEntity { .. }) && entity.is_none()
            })
            .map(|(index, _)| index)
            .collect();
        Self {
            entities,
            taken_off,
        }
    }

    /// Indexes of the corrections that show on the card of an entity.
    pub fn on(&self, entity: EntityId) -> impl Iterator<Item = usize> {
        let all = self.entities.iter().enumerate();
        all.filter(move |(_, about)| **about == Some(entity))
            .map(|(index, _)| index)
    }

    /// Indexes of the corrections by which something is no entity any more.
    pub fn taken_off(&self) -> &[usize] {
        &self.taken_off
    }
}
