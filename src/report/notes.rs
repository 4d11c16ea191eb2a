//! Notes with the place in the articles that they speak of.

use std::collections::HashMap;

use super::authored::Places;
use crate::model::{Analysis, DocumentId, EntityId, MentionPlace};
use crate::notebook::{self, FindingKey, NoteId, NoteTarget, Stamp, State, TagId, Tagged};
use crate::report::Finding;
use crate::text::Span;

/// A note of the reader, joined with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub target: NoteTarget,
    pub text: String,
    /// Whether it is left out of exports unless the reader asks for it.
    pub private: bool,
    pub tags: Vec<TagId>,
    /// Who wrote it, and when it was last changed.
    pub stamp: Stamp,
    pub place: NotePlace,
}

/// Where the target of a note stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePlace {
    /// Index in the report's findings.
    Finding(usize),
    Passage(DocumentId, Span),
    Pair([(DocumentId, Span); 2]),
    Entity(EntityId),
    Document(DocumentId),
    Free,
    /// Its finding, passage or article is no longer there.
    Unmatched,
}

pub(super) fn all(
    analysis: &Analysis,
    state: &State,
    findings: &[Finding],
    places: &Places,
) -> Vec<Note> {
    let by_key: HashMap<&FindingKey, usize> = findings
        .iter()
        .enumerate()
        .map(|(index, finding)| (&finding.key, index))
        .collect();
    let place = |target: &NoteTarget| match target {
        NoteTarget::Finding(key) => by_key.get(key).copied().map(NotePlace::Finding),
        NoteTarget::Passage(anchor) => {
            let (document, span) = places.of(anchor)?;
            Some(NotePlace::Passage(document, span))
        }
        NoteTarget::Pair([one, other]) => {
            Some(NotePlace::Pair([places.of(one)?, places.of(other)?]))
        }
        NoteTarget::Entity(anchor) => {
            let (document, span) = places.of(anchor)?;
            let mention = analysis.mention_at(MentionPlace { document, span })?;
            Some(NotePlace::Entity(analysis.mention(mention).entity))
        }
        NoteTarget::Document(sha256) => analysis
            .document_ids()
            .find(|id| analysis.document(*id).origin.sha256 == *sha256)
            .map(NotePlace::Document),
        NoteTarget::Free => Some(NotePlace::Free),
    };
    let joined = |note: &notebook::Note| {
        let place = place(&note.target).unwrap_or(NotePlace::Unmatched);
        joined(state, note, place)
    };
    state.notes.values().map(joined).collect()
}

pub(super) fn joined(state: &State, note: &notebook::Note, place: NotePlace) -> Note {
    Note {
        id: note.id,
        target: note.target.clone(),
        text: note.text.clone(),
        private: note.private,
        tags: state.tags_of(&Tagged::Note(note.id)).to_vec(),
        stamp: note.stamp.clone(),
        place,
    }
}
