//! Notes with the place in the articles that they speak of.

use crate::model::{Analysis, DocumentId};
use crate::notebook::{NoteId, NoteTarget, State};
use crate::report::Finding;
use crate::text::Span;

/// A note of the reader, joined with what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub id: NoteId,
    pub target: NoteTarget,
    pub text: String,
    pub place: NotePlace,
}

/// Where the target of a note stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePlace {
    /// Index in the report's findings.
    Finding(usize),
    Passage(DocumentId, Span),
    Document(DocumentId),
    Free,
    /// Its finding, passage or article is no longer there.
    Unmatched,
}

pub(super) fn all(analysis: &Analysis, state: &State, findings: &[Finding]) -> Vec<Note> {
    state
        .notes
        .values()
        .map(|note| Note {
            id: note.id,
            target: note.target.clone(),
            text: note.text.clone(),
            place: place(analysis, findings, &note.target),
        })
        .collect()
}

fn place(analysis: &Analysis, findings: &[Finding], target: &NoteTarget) -> NotePlace {
    let found = match target {
        NoteTarget::Finding(key) => findings
            .iter()
            .position(|finding| finding.key == *key)
            .map(NotePlace::Finding),
        NoteTarget::Passage(anchor) => document(analysis, &anchor.document).and_then(|id| {
            let span = anchor.find(&analysis.document(id).text)?;
            Some(NotePlace::Passage(id, span))
        }),
        NoteTarget::Document(sha256) => document(analysis, sha256).map(NotePlace::Document),
        NoteTarget::Free => Some(NotePlace::Free),
    };
    found.unwrap_or(NotePlace::Unmatched)
}

fn document(analysis: &Analysis, sha256: &str) -> Option<DocumentId> {
    analysis
        .document_ids()
        .find(|id| analysis.document(*id).origin.sha256 == sha256)
}
