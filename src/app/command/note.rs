//! Writing notes.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{Shortcut, Spec};
use crate::notebook::NoteId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteCommand {
    /// Puts the cursor into the note on the selected finding.
    Write,
    /// Starts a note on nothing in particular.
    Add,
    Remove(NoteId),
    /// Puts what was typed so far into the notebook.
    Commit,
}

impl NoteCommand {
    pub(super) const ALL: &[Self] = &[Self::Write, Self::Add];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Write => (
                "Write note",
                "Write a note on the selected finding",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::M)] },
            ),
            Self::Add => ("Add note", "Keep this note with the comparison", &[]),
            Self::Remove(_) => ("Remove note", "Undo brings it back", &[]),
            Self::Commit => ("Keep note", "Keep what was typed", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        match self {
            Self::Write => state.selected_finding().is_some(),
            Self::Add => !state.drafts.free.trim().is_empty(),
            _ => true,
        }
    }
}
