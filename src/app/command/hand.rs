//! What the reader makes by hand of passages that they selected.

use egui::Key;

use super::super::state::{RelationSort, State};
use super::{CTRL_SHIFT, Shortcut, Spec};
use crate::model::Kind;
use crate::notebook::LinkId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandCommand {
    /// Asks how the passages that are selected in two articles stand to each other.
    Link,
    Relate(RelationSort),
    /// What differs, where they contradict each other.
    SetKind(Kind),
    /// Makes the link as it was chosen.
    Keep,
    Remove(LinkId),
}

impl HandCommand {
    pub(super) const ALL: &[Self] = &[Self::Link];

    pub(super) fn spec(self) -> Spec {
        let (title, tooltip, shortcuts): (_, _, &[Shortcut]) = match self {
            Self::Link => (
                "Link passages…",
                "Link the words selected in two articles: they contradict, support, repeat or explain each other",
                const { &[Shortcut::new(CTRL_SHIFT, Key::L)] },
            ),
            Self::Relate(relation) => (relation.title(), "Say that they stand so", &[]),
            Self::SetKind(kind) => (kind.title(), "Say that this differs", &[]),
            Self::Keep => ("Keep link", "Keep both passages linked", &[]),
            Self::Remove(_) => ("Remove link", "Undo brings it back", &[]),
        };
        Spec {
            title,
            tooltip,
            shortcuts,
        }
    }

    pub(super) fn enabled(self, state: &State) -> bool {
        match self {
            Self::Link => state.documents().len() > 1 && state.report().is_some(),
            Self::Keep => state.drafts.link.as_ref().is_some_and(|link| {
                state.hides_findings()
                    || link.relation != RelationSort::Own
                    || !link.words.trim().is_empty()
            }),
            _ => state.report().is_some(),
        }
    }
}
