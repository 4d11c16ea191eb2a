//! Going through the findings and deciding on them.

use egui::{Key, Modifiers};

use super::super::state::State;
use super::{CTRL_SHIFT, Shortcut, Spec};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FindingCommand {
    Next,
    Previous,
    NextConflict,
    PreviousConflict,
    Confirm,
    Dismiss,
    CopyQuote,
    Undo,
    Redo,
    /// By index in the report; nothing selects none.
    Select(Option<usize>),
}

impl FindingCommand {
    pub(super) const ALL: &[Self] = &[
        Self::Next,
        Self::Previous,
        Self::NextConflict,
        Self::PreviousConflict,
        Self::Confirm,
        Self::Dismiss,
        Self::CopyQuote,
        Self::Undo,
        Self::Redo,
    ];

    pub(super) fn spec(&self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Next => (
                "Next finding",
                "Go to the next finding in the list",
                const {
                    &[
                        Shortcut::new(Modifiers::NONE, Key::F8),
                        Shortcut::new(Modifiers::ALT, Key::ArrowDown),
                    ]
                },
            ),
            Self::Previous => (
                "Previous finding",
                "Go to the previous finding in the list",
                const {
                    &[
                        Shortcut::new(Modifiers::NONE, Key::F7),
                        Shortcut::new(Modifiers::ALT, Key::ArrowUp),
                    ]
                },
            ),
            Self::NextConflict => (
                "Next contradiction",
                "Skip findings where only their sources disagree",
                const { &[Shortcut::new(Modifiers::SHIFT, Key::F8)] },
            ),
            Self::PreviousConflict => (
                "Previous contradiction",
                "Skip findings where only their sources disagree",
                const { &[Shortcut::new(Modifiers::SHIFT, Key::F7)] },
            ),
            Self::Confirm => (
                "Real difference",
                "Mark this finding as a real difference; once more takes it back",
                const { &[Shortcut::yielding(Modifiers::NONE, Key::Y)] },
            ),
            Self::Dismiss => (
                "Not a difference",
                "Mark this finding as none; once more takes it back",
                const { &[Shortcut::yielding(Modifiers::NONE, Key::N)] },
            ),
            Self::CopyQuote => (
                "Copy as quote",
                "Copy both passages with their outlets and the reason",
                &[],
            ),
            Self::Undo => (
                "Undo",
                "Take back the last decision, note or correction",
                const { &[Shortcut::yielding(Modifiers::COMMAND, Key::Z)] },
            ),
            Self::Redo => (
                "Redo",
                "Do again what was taken back",
                const {
                    &[
                        Shortcut::yielding(CTRL_SHIFT, Key::Z),
                        Shortcut::yielding(Modifiers::COMMAND, Key::Y),
                    ]
                },
            ),
            Self::Select(_) => ("Select", "Show this finding", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(&self, state: &State) -> bool {
        match self {
            Self::Next | Self::Previous | Self::NextConflict | Self::PreviousConflict => {
                !state.visible().is_empty()
            }
            Self::Confirm | Self::Dismiss | Self::CopyQuote => state.selected_finding().is_some(),
            Self::Undo => state.notebook().can_undo(),
            Self::Redo => state.notebook().can_redo(),
            Self::Select(_) => true,
        }
    }
}
