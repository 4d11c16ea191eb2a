//! Opening, saving, exporting, closing.

use std::path::PathBuf;

use egui::{Key, Modifiers};

use super::super::state::{State, Then};
use super::{CTRL_SHIFT, Shortcut, Spec};
use crate::export::Format;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileCommand {
    OpenArticles,
    Paste,
    OpenNotebook,
    Save,
    SaveAs,
    /// Asks for the format.
    ExportNotes,
    New,
    Quit,
    CancelWork,
    /// Makes up for a comparison that was stopped.
    CompareAgain,
    TrySample,
    Export(Format),
    /// Articles, folders of them, or one notebook: from a drop, the command line, a dialog or a typed path.
    OpenPaths(Vec<PathBuf>),
    /// Those that were chosen of a file that holds several.
    OpenTicked,
    OpenNotebookAt(PathBuf),
    SaveTo(PathBuf),
    /// Although somebody else changed the file.
    SaveOver(PathBuf),
    ExportTo(PathBuf, Format),
    Restore,
    DiscardRecovered,
    SaveAndLeave(Then),
    LeaveWithoutSaving(Then),
}

impl FileCommand {
    pub(super) const ALL: &[Self] = &[
        Self::OpenArticles,
        Self::Paste,
        Self::OpenNotebook,
        Self::Save,
        Self::SaveAs,
        Self::ExportNotes,
        Self::New,
        Self::Quit,
        Self::CancelWork,
        Self::CompareAgain,
        Self::TrySample,
    ];

    pub(super) fn spec(&self) -> Spec {
        const fn spec(
            title: &'static str,
            tooltip: &'static str,
            shortcuts: &'static [Shortcut],
        ) -> Spec {
            Spec {
                title,
                tooltip,
                shortcuts,
            }
        }
        match self {
            Self::OpenArticles => spec(
                "Open articles…",
                "Choose the article files to set side by side",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::O)] },
            ),
            Self::Paste => spec(
                "Paste as article",
                "Make an article of the page or the text on the clipboard",
                const {
                    &[
                        Shortcut::new(CTRL_SHIFT, Key::V),
                        Shortcut::yielding(Modifiers::COMMAND, Key::V),
                    ]
                },
            ),
            Self::OpenNotebook => spec(
                "Open notebook…",
                "Go on with a comparison that was saved",
                const { &[Shortcut::new(CTRL_SHIFT, Key::O)] },
            ),
            Self::Save => spec(
                "Save",
                "Save articles, decisions and notes as a notebook",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::S)] },
            ),
            Self::SaveAs => spec(
                "Save as…",
                "Save the notebook under another name",
                const { &[Shortcut::new(CTRL_SHIFT, Key::S)] },
            ),
            Self::ExportNotes => spec(
                "Export notes…",
                "Write findings, decisions and notes with their evidence to a file",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::E)] },
            ),
            Self::New => spec(
                "New comparison",
                "Close these articles and start again",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::N)] },
            ),
            Self::Quit => spec(
                "Quit",
                "Close the window",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::Q)] },
            ),
            Self::CancelWork => spec("Cancel", "Stop reading and comparing", &[]),
            Self::CompareAgain => spec(
                "Compare again",
                "Compare the articles with your last changes",
                &[],
            ),
            Self::TrySample => spec(
                "Try the sample",
                "Open the invented articles that come with the program",
                &[],
            ),
            Self::Export(_) | Self::ExportTo(..) => {
                spec("Export", "Write the notes to a file", &[])
            }
            Self::OpenNotebookAt(_) => spec("Open", "Open this notebook", &[]),
            Self::OpenPaths(_) => spec("Open", "Open these files", &[]),
            Self::OpenTicked => spec("Open", "Open these articles", &[]),
            Self::SaveTo(_) => spec("Save", "Save the notebook here", &[]),
            Self::SaveOver(_) => spec("Write over it", "Lose what the other window saved", &[]),
            Self::Restore => spec("Restore", "Go on where the program stopped", &[]),
            Self::SaveAndLeave(_) => spec("Save", "Save the notebook first", &[]),
            Self::LeaveWithoutSaving(_) => spec("Don’t save", "Lose what was not saved", &[]),
            Self::DiscardRecovered => spec("Discard", "Delete the recovered work", &[]),
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        match self {
            Self::Save | Self::SaveAs | Self::New => !state.documents().is_empty(),
            Self::ExportNotes | Self::Export(_) => state.report().is_some(),
            Self::CancelWork => state.work.is_some(),
            Self::CompareAgain => state.outdated && state.work.is_none(),
            _ => true,
        }
    }
}
