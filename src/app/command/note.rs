//! Writing notes.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{CTRL_SHIFT, Shortcut, Spec};
use crate::notebook::NoteId;
use crate::report::tables::Passage;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteCommand {
    /// Puts the cursor into the note on the selected finding.
    Write,
    /// Asks for a note on the words that are selected: in one article, or in two.
    OnSelection,
    /// On the entity whose card is open.
    OnEntity,
    /// On the article whose source is shown.
    OnArticle,
    OnComparison,
    Change(NoteId),
    /// Keeps the note that was asked for.
    Keep,
    /// Goes to what it is about.
    Show(NoteId),
    SetPrivate(NoteId, bool),
    /// Starts a note on nothing in particular.
    Add,
    Remove(NoteId),
    /// Puts what was typed so far into the notebook.
    Commit,
    /// Ticks a number or a date off, or takes the tick away.
    Tick(Passage, bool),
}

impl NoteCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Write,
        Self::OnSelection,
        Self::OnEntity,
        Self::OnArticle,
        Self::OnComparison,
        Self::Add,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Write => (
                "Write note",
                "Write a note on the selected finding",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::M)] },
            ),
            Self::OnSelection => (
                "Note on selected words…",
                "Write a note on the words that are selected in one article, or in two",
                const { &[Shortcut::new(CTRL_SHIFT, Key::M)] },
            ),
            Self::OnEntity => ("Note on this name…", "Write a note on this name", &[]),
            Self::OnArticle => ("Note on this article…", "Write a note on this article", &[]),
            Self::OnComparison => (
                "Note on the comparison…",
                "Write a note on nothing in particular",
                &[],
            ),
            Self::Change(_) => ("Change…", "Write something else", &[]),
            Self::Keep => ("Keep note", "Keep what was typed", &[]),
            Self::Show(_) => ("Show", "Go to what this note is about", &[]),
            Self::SetPrivate(..) => (
                "Private",
                "Private notes stay out of exports unless you ask for them",
                &[],
            ),
            Self::Add => ("Add note", "Keep this note with the comparison", &[]),
            Self::Remove(_) => ("Remove note", "Undo brings it back", &[]),
            Self::Commit => ("Keep what was typed", "Keep what was typed", &[]),
            Self::Tick(..) => (
                "Tick off",
                "You checked it; the notebook keeps the tick",
                &[],
            ),
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
            Self::OnSelection | Self::OnComparison => state.report().is_some(),
            Self::OnEntity => state.view.entity.is_some(),
            Self::OnArticle => state.view.source.is_some(),
            Self::Keep => (state.drafts.note_on.as_ref())
                .is_some_and(|note| note.id.is_some() || !note.text.trim().is_empty()),
            Self::Add => !state.drafts.free.trim().is_empty(),
            _ => true,
        }
    }
}
