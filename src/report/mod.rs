//! Analysis and notebook joined: the one value that the window and every export read.

mod finding;
mod notes;
mod quote;
pub mod reliability;
#[cfg(test)]
pub(crate) mod told;
mod warnings;
mod wording;

use std::sync::Arc;

pub use finding::Finding;
pub use notes::{Note, NotePlace};
pub use quote::Quote;

use crate::model::{Analysis, DocumentId};
use crate::notebook::{Decision, FindingKey, Notebook};
use crate::text::Span;

/// Everything that there is to show of a comparison.
#[derive(Clone, Debug)]
pub struct Report {
    pub analysis: Arc<Analysis>,
    /// Findings below it are left out, unless the reader decided on them or wrote a note.
    pub min_confidence: f32,
    pub findings: Vec<Finding>,
    /// Every note, in the order in which they were first written.
    pub notes: Vec<Note>,
    /// Decisions whose finding the analysis no longer makes.
    pub unmatched_decisions: Vec<(FindingKey, Decision)>,
    /// What could not be done, in words for the reader.
    pub warnings: Vec<String>,
}

impl Report {
    pub fn new(analysis: Arc<Analysis>, notebook: &Notebook, min_confidence: f32) -> Self {
        let state = notebook.state();
        let findings = finding::all(&analysis, state, min_confidence);
        let notes = notes::all(&analysis, state, &findings);
        let unmatched_decisions = state
            .decisions
            .iter()
            .filter(|(key, _)| findings.iter().all(|finding| finding.key != **key))
            .map(|(key, decision)| (key.clone(), *decision))
            .collect();
        Self {
            min_confidence,
            findings,
            notes,
            unmatched_decisions,
            warnings: warnings::of(&analysis),
            analysis,
        }
    }

    /// "A · Morning Post": how an article is called.
    pub fn label(&self, document: DocumentId) -> String {
        format!(
            "{} · {}",
            letter(document),
            self.analysis.document(document).label()
        )
    }

    /// "the mayor said", or "in its own voice": who says what stands at a passage.
    pub fn voice_at(&self, document: DocumentId, passage: Span) -> String {
        quote::voice_at(&self.analysis, document, passage)
    }

    /// "7 found; on test stories …": what the list of findings may miss.
    pub fn summary(&self) -> String {
        reliability::summary(self.findings.len())
    }
}

/// A, B, C…: what an article is called beside its marks.
pub fn letter(document: DocumentId) -> char {
    const LETTERS: [char; 26] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R',
        'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
    ];
    LETTERS[document.index() % LETTERS.len()]
}
