//! What was read of an article, and what the reader says of it.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{Shortcut, Spec};
use crate::model::{DescriptionKind, DocumentId, DocumentType};

/// Those that name no article are about the one whose source is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SourceCommand {
    /// Shows the article of the column that has the keyboard.
    AboutColumn,
    /// The article of the column that has the keyboard leaves the comparison.
    RemoveColumn,
    /// Another file takes its place.
    ReplaceColumn,
    /// Left and right change their places and letters.
    Swap,
    /// The article whose source is shown.
    Remove,
    Replace,
    About(DocumentId),
    /// Puts what was typed about it into the notebook.
    Keep,
    /// Forgets what was typed.
    Forget,
    SetType(DocumentType),
    /// Dates an article whose file tells no date.
    Date(DocumentId, String),
    /// Says again what the file tells.
    AsInFile(DescriptionKind),
    CopyHash,
    /// Lists what was left out of the text, or no longer.
    ShowDropped(bool),
    /// Puts a piece back into the text, by its words.
    Restore(String),
    LeaveOut(String),
}

impl SourceCommand {
    pub(super) const ALL: &[Self] = &[
        Self::AboutColumn,
        Self::RemoveColumn,
        Self::ReplaceColumn,
        Self::Swap,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::AboutColumn | Self::About(_) => (
                "About this article",
                "What was read of this article, and what is known of it",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::I)] },
            ),
            Self::RemoveColumn | Self::Remove => (
                "Remove article",
                "Leave it out of the comparison; your notes on it are kept, and undo brings it back",
                &[],
            ),
            Self::ReplaceColumn | Self::Replace => (
                "Replace article…",
                "Put another file in its place; your notes on it are kept, and undo brings it back",
                &[],
            ),
            Self::Swap => (
                "Swap articles",
                "The articles change their places and letters",
                &[],
            ),
            Self::Keep => ("Keep", "Keep what was typed", &[]),
            Self::Forget => ("Cancel", "Leave it as it is", &[]),
            Self::SetType(kind) => (kind.title(), "Make it of this type", &[]),
            Self::Date(..) => ("Set date", "The day on which the article appeared", &[]),
            Self::AsInFile(_) => ("As in the file", "Say again what the file tells", &[]),
            Self::CopyHash => ("Copy", "Copy the SHA-256 of the file", &[]),
            Self::ShowDropped(_) => (
                "Left out of the text",
                "Show what was taken for no part of the article",
                &[],
            ),
            Self::Restore(_) => ("Restore", "Put this at the end of the text", &[]),
            Self::LeaveOut(_) => ("Leave out", "Take this out of the text again", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        let shown = state.view.source.is_some();
        let several = state.documents().len() > 1;
        match self {
            Self::RemoveColumn | Self::Swap => return several && state.report().is_some(),
            Self::Remove => return several && shown,
            _ => {}
        }
        let of_any = matches!(
            self,
            Self::AboutColumn | Self::ReplaceColumn | Self::About(_) | Self::Date(..)
        );
        state.report().is_some() && (of_any || shown)
    }
}
