//! Links, ticks and students' marks, joined with the places in the articles that they speak of.

use std::sync::Arc;

use crate::model::{Analysis, Document, DocumentId};
use crate::notebook::{Anchor, LinkId, MarkId, Relation, Stamp, State, place_of};
use crate::text::Span;

/// Two passages that the reader linked, findings made by hand included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    pub id: LinkId,
    pub relation: Relation,
    pub anchors: [Anchor; 2],
    /// As the relation reads, first to second; nothing where a passage is no longer there.
    pub places: [Option<(DocumentId, Span)>; 2],
    pub stamp: Stamp,
}

/// A quantity or a date of the checklist that was ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// What takes the tick away again.
    pub anchor: Anchor,
    pub place: Option<(DocumentId, Span)>,
}

/// What a student marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub id: MarkId,
    pub words: String,
    pub anchors: Vec<Anchor>,
    /// One for each anchor.
    pub places: Vec<Option<(DocumentId, Span)>>,
}

pub(super) fn links(state: &State, places: &Places) -> Vec<Link> {
    state
        .links
        .values()
        .map(|link| Link {
            id: link.id,
            relation: link.relation.clone(),
            anchors: link.sides.clone(),
            places: link.sides.each_ref().map(|side| places.of(side)),
            stamp: link.stamp.clone(),
        })
        .collect()
}

pub(super) fn ticks(state: &State, places: &Places) -> Vec<Tick> {
    state
        .ticks
        .iter()
        .map(|anchor| Tick {
            anchor: anchor.clone(),
            place: places.of(anchor),
        })
        .collect()
}

pub(super) fn marks(state: &State, places: &Places) -> Vec<Mark> {
    state
        .marks
        .values()
        .map(|mark| Mark {
            id: mark.id,
            words: mark.words.clone(),
            anchors: mark.passages.clone(),
            places: (mark.passages.iter())
                .map(|anchor| places.of(anchor))
                .collect(),
        })
        .collect()
}

/// Finds anchors again in the articles of an analysis.
pub(super) struct Places {
    documents: Vec<Arc<Document>>,
}

impl Places {
    pub fn new(analysis: &Analysis) -> Self {
        let documents = analysis.documents.iter();
        Self {
            documents: documents.map(|read| Arc::clone(&read.document)).collect(),
        }
    }

    pub fn of(&self, anchor: &Anchor) -> Option<(DocumentId, Span)> {
        let place = place_of(&self.documents, anchor)?;
        Some((place.document, place.span))
    }
}
