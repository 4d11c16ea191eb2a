//! What a log of commands comes to.

use indexmap::IndexMap;

use super::{Anchor, Command, Decision, FindingKey, Note, NoteId};
use crate::model::{Correction, PublicationDate};

/// The reader's decisions, notes, dates and corrections. Made by replaying commands, never changed otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    pub decisions: IndexMap<FindingKey, Decision>,
    pub notes: IndexMap<NoteId, Note>,
    /// By the SHA-256 of the document's file.
    pub published: IndexMap<String, PublicationDate>,
    /// In the order in which they apply.
    pub corrections: Vec<Correction<Anchor>>,
}

impl State {
    pub(super) fn apply(&mut self, command: Command) {
        match command {
            Command::Decide {
                finding,
                decision: Some(decision),
            } => {
                self.decisions.insert(finding, decision);
            }
            Command::Decide {
                finding,
                decision: None,
            } => {
                self.decisions.shift_remove(&finding);
            }
            Command::WriteNote { id, target, text } => {
                self.notes.insert(id, Note { id, target, text });
            }
            Command::RemoveNote { id } => {
                self.notes.shift_remove(&id);
            }
            Command::SetPublished {
                document,
                published: Some(date),
            } => {
                self.published.insert(document, date);
            }
            Command::SetPublished {
                document,
                published: None,
            } => {
                self.published.shift_remove(&document);
            }
            Command::Correct { correction } => {
                // The same once more says nothing new.
                if self.corrections.last() != Some(&correction) {
                    self.corrections.push(correction);
                }
            }
            Command::TakeBack { correction } => {
                let made = |other: &Correction<Anchor>| *other == correction;
                if let Some(last) = self.corrections.iter().rposition(made) {
                    self.corrections.remove(last);
                }
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
            && self.notes.is_empty()
            && self.published.is_empty()
            && self.corrections.is_empty()
    }
}
