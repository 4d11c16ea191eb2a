//! Reading without the findings first: for a class, or for oneself.

use super::super::state::State;
use super::Spec;
use crate::notebook::MarkId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TeachCommand {
    /// Hides what the program found.
    Begin,
    HideOutlets(bool),
    /// Lays what was marked and what the program found over each other.
    Reveal,
    End,
    RemoveMark(MarkId),
    /// Shows both passages of a mark.
    Show(MarkId),
}

impl TeachCommand {
    pub(super) const ALL: &[Self] = &[Self::Begin, Self::Reveal, Self::End];

    pub(super) fn spec(self) -> Spec {
        let (title, tooltip) = match self {
            Self::Begin => (
                "Teach",
                "Hide the findings, so that a reader looks for what does not go together first",
            ),
            Self::HideOutlets(_) => (
                "Hide the outlets’ names",
                "Articles are called A and B until you reveal; their own words stay as they are",
            ),
            Self::Reveal => (
                "Reveal",
                "Show what you marked and what the program found, beside each other",
            ),
            Self::End => ("End teaching", "Show the findings as always"),
            Self::RemoveMark(_) => ("Remove mark", "Undo brings it back"),
            Self::Show(_) => ("Show", "Show both passages"),
        };
        Spec {
            title,
            tooltip,
            shortcuts: &[],
        }
    }

    pub(super) fn enabled(self, state: &State) -> bool {
        match self {
            Self::Begin => state.report().is_some() && state.view.teach.is_none(),
            Self::Reveal => state.hides_findings(),
            _ => state.view.teach.is_some(),
        }
    }
}
