//! Reading the articles: finding words in them, scrolling them together, bringing two passages together.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{CTRL_SHIFT, Shortcut, Spec};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingCommand {
    /// Opens the bar that finds words.
    Find,
    FindNext,
    FindPrevious,
    CloseFind,
    /// Scroll the columns together, or each by itself.
    ToggleLink,
    /// Opens the card of both passages of the selected finding, or closes it.
    Together,
    /// Copies the selected sentences with who says them and their source.
    CopyQuotation,
}

impl ReadingCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::CloseFind,
        Self::ToggleLink,
        Self::Together,
        Self::CopyQuotation,
    ];

    pub(super) fn spec(self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Find => (
                "Find…",
                "Find words in the articles, and entities and notes that hold them",
                const { &[Shortcut::new(Modifiers::COMMAND, Key::F)] },
            ),
            Self::FindNext => (
                "Next match",
                "Go to the next place that was found",
                const {
                    &[
                        Shortcut::new(Modifiers::NONE, Key::F3),
                        Shortcut::new(Modifiers::COMMAND, Key::G),
                    ]
                },
            ),
            Self::FindPrevious => (
                "Previous match",
                "Go back to the place before",
                const {
                    &[
                        Shortcut::new(Modifiers::SHIFT, Key::F3),
                        Shortcut::new(CTRL_SHIFT, Key::G),
                    ]
                },
            ),
            Self::CloseFind => ("Close find", "Stop looking for words", &[]),
            Self::ToggleLink => (
                "Scroll together",
                "Scroll both articles together, by what they say, or each by itself",
                const { &[Shortcut::yielding(Modifiers::NONE, Key::L)] },
            ),
            Self::Together => (
                "Bring together",
                "Show only the two passages, with the words that differ marked",
                const { &[Shortcut::yielding(Modifiers::NONE, Key::B)] },
            ),
            Self::CopyQuotation => (
                "Copy as quotation",
                "Copy the selected sentences with who says them, the outlet and the date",
                const { &[Shortcut::new(CTRL_SHIFT, Key::C)] },
            ),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(self, state: &State) -> bool {
        match self {
            Self::Find | Self::CopyQuotation => state.report().is_some(),
            Self::FindNext | Self::FindPrevious | Self::CloseFind => state.view.find_open,
            Self::ToggleLink => state.documents().len() > 1,
            Self::Together => state.selected_finding().is_some(),
        }
    }
}
